using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// Any member joins at once and only they leave (S114). The register of pseudonyms is opened anew by whoever joins first after somebody was admitted:
/// all stand in it under other pseudonyms than before, so that nobody sees whether the one who joins was admitted lately.
/// </summary>
internal static class Joining
{
    private const int MostWords = 300;

    /// <summary>Whether somebody was entered on the roll since its register was opened.</summary>
    public static bool Stale(State state, Tendency tendency) => state.Roll.Members.Count != tendency.Entered;

    public static Decision Join(State state, Act act, JoinTendency c)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return ProtocolRefusals.Unknown("tendency", c.Tendency);
        var clause = tendency.Clause;
        var speaks = act.By == tendency.Speaker;
        if (!speaks && !Pseudonyms.IsOne(act.By) && state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (act.Day > tendency.Until) return TendenciesRefusals.Over(clause, tendency.Until);
        if (tendency.Members.Contains(act.By)) return TendenciesRefusals.JoinedAlready(clause);
        var except = Each(c.Except);
        if (except.Any(p => p < 1 || p > tendency.Points) || except.Distinct().Count() != except.Length || except.Length > 0 && except.Length == tendency.Points)
            return TendenciesRefusals.NoSuchPoint(clause, tendency.Points, string.Join(", ", except));
        if (c.Reservation is { Length: 0 or > MostWords }) return ProtocolRefusals.Malformed("reservation", "what is held against it, in at most 300 characters", c.Reservation.Length);
        if (speaks) return Decision.Accept(clause, new TendencyJoined(tendency.Id, c.Except, c.Reservation));
        if (c.Register is null)
            return tendency.Register.Contains(act.By) && c.Opening == tendency.Opening ? Decision.Accept(clause, new TendencyJoined(tendency.Id, c.Except, c.Reservation))
                : Pseudonyms.IsOne(act.By) ? ProtocolRefusals.NotYours(clause, "member", act.By) : ProtocolRefusals.NoRegister(clause);
        return Reopened(state, act, tendency, c);
    }

    private static Decision Reopened(State state, Act act, Tendency tendency, JoinTendency c)
    {
        if (Pseudonyms.Read(act.Blobs, c.Register, state.Roll.InGoodStanding(null).Count(p => p != tendency.Speaker), tendency.Clause, out var register) is { } bad) return bad;
        var carried = c.Carried ?? ImmutableSortedDictionary<string, string>.Empty;
        if (c.Opening != tendency.Opening + 1 || !tendency.Members.Remove(tendency.Speaker).SetEquals(carried.Keys) || carried.Values.Distinct(StringComparer.Ordinal).Count() != carried.Count
            || carried.Any(m => m.Value != m.Key && !register.Contains(m.Value)))
            return ProtocolRefusals.Malformed("carried", "each who belongs to it, once", carried.Count);
        return !register.Contains(act.By) ? ProtocolRefusals.NotYours(tendency.Clause, "member", act.By)
            : carried.ContainsValue(act.By) ? TendenciesRefusals.JoinedAlready(tendency.Clause)
            : Decision.Accept(tendency.Clause, new TendencyJoined(tendency.Id, c.Except, c.Reservation, c.Register, c.Carried, state.Roll.Members.Count));
    }

    public static Decision Leave(State state, Act act, LeaveTendency c)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return ProtocolRefusals.Unknown("tendency", c.Tendency);
        return tendency.Members.Contains(act.By) ? Decision.Accept(tendency.Clause, new TendencyLeft(tendency.Id)) : TendenciesRefusals.NotJoined(tendency.Clause);
    }

    public static Tendency Joined(Tendency tendency, TendencyJoined e, Occasion occasion)
    {
        var before = e.Register is null ? tendency : Carry(tendency, e, Pseudonyms.Read(occasion.Blobs, e.Register));
        return before with
        {
            Members = before.Members.Add(occasion.By),
            Reservations = Each(e.Except).IsEmpty && e.Reservation is null ? before.Reservations : before.Reservations.SetItem(occasion.By, new(Each(e.Except), e.Reservation)),
        };
    }

    private static ImmutableArray<int> Each(ImmutableArray<int> points) => points.IsDefault ? [] : points;

    private static Tendency Carry(Tendency tendency, TendencyJoined e, ImmutableHashSet<string> register)
    {
        string Now(string member) => e.Carried?.GetValueOrDefault(member, member) ?? member;
        return tendency with
        {
            Opening = tendency.Opening + 1, Entered = e.Entered, Register = register,
            Members = Pseudonyms.None.Union(tendency.Members.Select(Now)),
            Reservations = tendency.Reservations.Clear().AddRange(tendency.Reservations.Select(r => KeyValuePair.Create(Now(r.Key), r.Value))),
        };
    }
}
