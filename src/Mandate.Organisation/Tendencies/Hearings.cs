using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tendencies;

/// <summary>What a unit did with the request of a tendency to be heard.</summary>
public enum HearingGiven { Offered, Heard }

/// <summary>A hearing of a tendency in a unit, as the unit recorded it.</summary>
/// <param name="Session">The meeting; null where it was offered outside one.</param>
public sealed record UnitHearing(HearingGiven Given, string? Session, DateTimeOffset At);

/// <summary>Whose side a unit had been offered before it voted.</summary>
public enum SidesHeard { All, Some, None }

/// <summary>The platforms that had asked to be heard in a unit before it voted, and those to which it had offered a hearing.</summary>
public sealed record HearingsBefore(SidesHeard Sides, ImmutableArray<string> Offered, ImmutableArray<string> NotOffered)
{
    /// <summary>One side was heard and another that had asked was not: pages mark the ballot so.</summary>
    public bool OneSide => !NotOffered.IsEmpty;
}

/// <summary>
/// Platforms ask once to be heard in all units; each unit records what it offered. Before the members of a unit vote, everybody can see
/// whether they had the chance to hear each side (requirement S030).
/// </summary>
public static class Hearings
{
    /// <summary>What a unit had offered before a vote of its members; null where no standing tendency had asked by then.</summary>
    public static HearingsBefore? Before(State state, Vote vote)
    {
        var unit = vote.Unit ?? (vote.Session is { } id ? state.Sessions.Find(id)?.Unit : null);
        if (unit is null) return null;
        var at = vote.OpenedAt ?? vote.PutAt;
        var asked = Asked(state, at);
        if (asked.Count == 0) return null;
        var heard = asked.ToLookup(t => t.Hearings.TryGetValue(unit, out var given) && given.At <= at, t => t.Id);
        var (offered, not) = (heard[true].ToImmutableArray(), heard[false].ToImmutableArray());
        return new(not.IsEmpty ? SidesHeard.All : offered.IsEmpty ? SidesHeard.None : SidesHeard.Some, offered, not);
    }

    /// <summary>The units that heard all, some or none of the platforms that have asked by then, by unit.</summary>
    public static ImmutableSortedDictionary<string, SidesHeard> ByUnit(State state, DateTimeOffset at)
    {
        var asked = Asked(state, at);
        return asked.Count == 0 ? ImmutableSortedDictionary<string, SidesHeard>.Empty : state.Roll.Units.Values.Where(u => u.Until is null && !state.Roll.In(u.Id).IsEmpty)
            .ToImmutableSortedDictionary(u => u.Id, u => asked.Count(t => t.Hearings.TryGetValue(u.Id, out var h) && h.At <= at) is var n && n == asked.Count ? SidesHeard.All : n > 0 ? SidesHeard.Some : SidesHeard.None, StringComparer.Ordinal);
    }

    internal static Decision Ask(State state, Act act, AskHearing c)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return ProtocolRefusals.Unknown("tendency", c.Tendency);
        if (tendency.Speaker != act.By) return ProtocolRefusals.NotYours(tendency.Clause, "speaker", act.By);
        if (!tendency.StandsOn(act.Day)) return TendenciesRefusals.DoesNotStand(tendency.Clause, tendency.Needed, tendency.Members.Count);
        return tendency.HearingAsked is null ? Decision.Accept(tendency.Clause, new HearingAsked(tendency.Id)) : ProtocolRefusals.Taken("hearing", tendency.Id);
    }

    /// <summary>The unit says so itself, by whoever holds a place in it; nobody can offer less than it did before.</summary>
    internal static Decision Record(State state, Act act, GiveHearing c)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return ProtocolRefusals.Unknown("tendency", c.Tendency);
        if (state.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null && t.Seat.Unit == c.Unit)) return ProtocolRefusals.NotYours(tendency.Clause, c.Unit, act.By);
        if (c.Session is { } id && state.Sessions.Find(id)?.Unit != c.Unit) return ProtocolRefusals.Unknown("session", id);
        if (c.Given == HearingGiven.Heard && c.Session is null) return ProtocolRefusals.Malformed("session", "the meeting in which it was heard", "");
        return tendency.Hearings.TryGetValue(c.Unit, out var before) && before.Given >= c.Given
            ? ProtocolRefusals.Taken("hearing", c.Unit)
            : Decision.Accept(tendency.Clause, new HearingGivenTo(tendency.Id, c.Unit, c.Given, c.Session));
    }

    private static List<Tendency> Asked(State state, DateTimeOffset at) =>
        [.. state.Tendencies.All.Values.Where(t => t.HearingAsked <= at && t.StandsOn(DateOnly.FromDateTime(at.UtcDateTime))).OrderBy(t => t.Id, StringComparer.Ordinal)];
}
