using System.Collections.Immutable;

namespace Mandate.Organisation.Trust;

/// <summary>Somebody who cosigns what the record shows.</summary>
/// <param name="Name">Small letters, digits, dots and hyphens; once in a policy.</param>
/// <param name="Key">Verifier key of type 0x04 (c2sp.org/signed-note), <c>name+id+base64</c>.</param>
/// <param name="Url">Where it is asked; null for one who signs by hand.</param>
public sealed record Witness(string Name, string Key, string? Url = null);

/// <summary>At least <paramref name="Needed"/> of these witnesses: branches, minorities, people from outside.</summary>
public sealed record WitnessGroup(string Name, int Needed, ImmutableArray<Witness> Witnesses);

/// <summary>Who must have seen the record, from a time on. Nobody, where there are no groups.</summary>
/// <param name="Entry">The entry that says so.</param>
public sealed record WitnessPolicy(long Entry, DateTimeOffset From, int Needed, ImmutableArray<WitnessGroup> Groups);

/// <summary>A key on a member's device.</summary>
/// <param name="Counts">When it begins to count; null until the member was told of it by another channel.</param>
/// <param name="Ends">When it ceases to count; null while it goes on.</param>
public sealed record DeviceKey(string Key, DateTimeOffset Registered, bool Demand, string? Replaces, DateTimeOffset? Counts, DateTimeOffset? Ends)
{
    public bool CountsAt(DateTimeOffset at) => Counts <= at && !(Ends <= at);

    public bool HasEnded(DateTimeOffset at) => Ends <= at;
}

/// <summary>A ledger that was continued in another.</summary>
public sealed record Epoch(string Origin, string Before, long Size, string Root, string Lost, DateTimeOffset At);

public sealed record TrustState(ImmutableArray<WitnessPolicy> Policies, ImmutableDictionary<string, ImmutableArray<DeviceKey>> Keys, ImmutableArray<Epoch> Epochs)
{
    public static TrustState Empty { get; } = new([], ImmutableDictionary.Create<string, ImmutableArray<DeviceKey>>(StringComparer.Ordinal), []);

    /// <summary>The policy in force at that time; null where nobody was ever asked to witness.</summary>
    public WitnessPolicy? PolicyAt(DateTimeOffset at) => Policies.LastOrDefault(p => p.From <= at);

    /// <summary>All keys that a member ever registered, oldest first.</summary>
    public ImmutableArray<DeviceKey> KeysOf(string person) => Keys.GetValueOrDefault(person, []);

    /// <summary>A key of theirs that counts at that time; one that demands to be used before others.</summary>
    public DeviceKey? Counting(string person, DateTimeOffset at) => KeysOf(person).Where(k => k.CountsAt(at)).OrderByDescending(k => k.Demand).FirstOrDefault();

    /// <summary>Keys of which the member has not yet been told by another channel.</summary>
    public IEnumerable<(string Person, DeviceKey Key)> AwaitingNotice(DateTimeOffset at) => Keys
        .SelectMany(k => k.Value.Where(d => d.Counts is null && !d.HasEnded(at)).Select(d => (k.Key, d)))
        .OrderBy(k => k.d.Registered).ThenBy(k => k.Key, StringComparer.Ordinal);
}
