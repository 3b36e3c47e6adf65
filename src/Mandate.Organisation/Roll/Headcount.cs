using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Mandate.Organisation.Roll;

/// <summary>
/// Counts of members that have been asked for. The roll is immutable, so a count holds for as long as the same roll is asked: every
/// signature under a petition asks for the number of members, and without this each would walk through all of them.
/// </summary>
internal sealed class Headcount
{
    /// <summary>By the members' map itself: a changed roll is another map, and the counts go with the map.</summary>
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, Member>, Headcount> Known = [];

    private readonly ImmutableDictionary<string, Unit> units;
    private readonly ConcurrentDictionary<(DateOnly Day, string? Unit), int> counts = new();

    private Headcount(ImmutableDictionary<string, Unit> units) => this.units = units;

    /// <summary>How many members count on that day, in a unit with everything within it, or in the whole organisation.</summary>
    public static int Of(RollState roll, DateOnly day, string? unit)
    {
        var known = Known.GetValue(roll.Members, _ => new(roll.Units));
        if (!ReferenceEquals(known.units, roll.Units)) Known.AddOrUpdate(roll.Members, known = new(roll.Units));
        return known.counts.GetOrAdd((day, unit), static (asked, roll) => roll.Within(asked.Unit).Count(m => m.Counts && m.WasMemberOn(asked.Day)), roll);
    }
}
