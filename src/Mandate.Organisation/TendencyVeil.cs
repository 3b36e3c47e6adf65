using System.Collections.Immutable;
using System.Security.Cryptography;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Tendencies;

namespace Mandate.Organisation;

/// <summary>Pseudonyms of those who join a tendency, with its register opened anew where members were admitted since (S114, docs/decisions/0490).</summary>
internal static class TendencyVeil
{
    /// <summary>Under which opening of its register somebody stands now.</summary>
    public static int Opening(State state, string tendency) => state.Tendencies.All.TryGetValue(tendency, out var known) ? known.Opening : 0;

    public static bool Reopens(State state, JoinTendency c) => state.Tendencies.All.TryGetValue(c.Tendency, out var tendency) && Joining.Stale(state, tendency);

    public static Veil.Veiled Join(State state, Act act, JoinTendency c, Naming? names)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return new(act);
        var (before, after) = (Pseudonyms.Tendency(tendency.Id, tendency.Opening), Pseudonyms.Tendency(tendency.Id, tendency.Opening + 1));
        if (names?.Invoke(act.By, before) is not { } own) return new(act, null, ProtocolRefusals.NoVault());
        var entitled = state.Roll.InGoodStanding(null).Where(p => p != tendency.Speaker).ToHashSet(StringComparer.Ordinal);
        if (tendency.Members.Contains(own) || !entitled.Contains(act.By) || !Joining.Stale(state, tendency) && tendency.Register.Contains(own))
            return new(act with { By = own, Command = c with { Opening = tendency.Opening, Register = null, Carried = null } });
        if (Pseudonyms.Register(entitled, after, names) is not { } register || names(act.By, after) is not { } name) return new(act, null, ProtocolRefusals.NoVault());
        // Who is no longer in good standing, or has no key any more, stays as they were: only the member leaves.
        var carried = tendency.Members.Remove(tendency.Speaker).ToImmutableSortedDictionary(m => m, m => m, StringComparer.Ordinal).ToBuilder();
        foreach (var person in entitled)
            if (names(person, before) is { } old && carried.ContainsKey(old)) carried[old] = names(person, after) ?? old;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(register));
        return new(act with { By = name, Command = c with { Opening = tendency.Opening + 1, Register = sha256, Carried = carried.ToImmutable() }, Blobs = act.Blobs.With(sha256, register) }, register);
    }
}
