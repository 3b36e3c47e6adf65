using System.Collections.Immutable;

namespace Mandate.Organisation.Petitions;

/// <summary>What a protest is against: an order to units, or a decision that a body has adopted.</summary>
public enum ProtestAgainst { Order, Decision }

/// <summary>What came of reading the measure again. Overridden: a higher body lets it go on in spite of the stay, and the record calls it that.</summary>
public enum ProtestOutcome { Maintained, Amended, Withdrawn, Overridden }

/// <summary>What a body said when it had read its measure again.</summary>
/// <param name="By">The body.</param>
/// <param name="Vote">The vote that it rests on; null for a decision in writing.</param>
public sealed record Rereading(ProtestOutcome Reading, string Reasons, string By, string? Vote, DateTimeOffset At);

/// <summary>
/// A collective grievance: units speak against an order or a decision. An order stays in each unit that protests, for three weeks at most;
/// when enough units have joined, the body reads it again within thirty days and says what becomes of it (requirements S206, S207, S230).
/// </summary>
/// <param name="Against">Id of the order or of the adopted motion.</param>
/// <param name="To">The body whose measure it is (<c>council</c>, <c>region.council@r-3</c>).</param>
/// <param name="Needed">Units with which the body must read it again.</param>
/// <param name="Units">The units that protest, with the day on which each joined.</param>
public sealed record Protest(string Id, ProtestAgainst Kind, string Against, string To, string Grounds, string Clause, int Needed, DateTimeOffset At, ImmutableSortedDictionary<string, DateOnly> Units)
{
    /// <summary>The last day on which the body reads it again; null while units are missing.</summary>
    public DateOnly? Due { get; init; }

    public ImmutableArray<Rereading> Readings { get; init; } = [];

    /// <summary>Whether the body has said what becomes of it, or a higher one has.</summary>
    public bool Answered => !Readings.IsEmpty;

    public bool OverdueOn(DateOnly day) => !Answered && Due < day;
}

/// <summary>Stays of orders by protests: computed from the day of joining, so they end without an act.</summary>
public static class Protests
{
    /// <summary>Days of a stay at most; days in which the body reads again; units where the constitution names no number.</summary>
    public const int StayDays = 21, RereadDays = 30, FewestUnits = 3;

    /// <summary>The last day on which that unit need not carry out the order; null where nothing stays it.</summary>
    public static (string Protest, DateOnly Until)? StayOf(State state, string order, string unit, DateOnly day)
    {
        foreach (var protest in state.Petitions.Protests.Values.Where(p => p.Kind == ProtestAgainst.Order && p.Against == order).OrderBy(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal))
            if (protest.Units.TryGetValue(unit, out var joined))
                // The first protest of a unit against an order stays it, and no later one again.
                return joined.AddDays(StayDays) is var until && day <= until && !protest.Readings.Any(r => r.Reading is not ProtestOutcome.Maintained) ? (protest.Id, until) : null;
        return null;
    }
}
