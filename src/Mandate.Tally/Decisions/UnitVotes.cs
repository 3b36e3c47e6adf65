using System.Collections.Immutable;
using Mandate.Tally.Apportionment;

namespace Mandate.Tally.Decisions;

/// <summary>The vote inside one unit (branch, region, canton) and the weight the unit has outside.</summary>
public sealed record UnitVote(string Unit, long Weight, DecisionTally Tally);

/// <summary>How a unit's weight is cast.</summary>
public enum BlockRule
{
    /// <summary>All of it for the side with more votes in the unit; abstained when both sides are equal.</summary>
    WholeBlock,

    /// <summary>Split between yes, no and abstentions in proportion, by largest remainder; an equal remainder is abstained.</summary>
    Proportional,
}

/// <summary>Votes that are counted unit by unit.</summary>
public static class UnitVotes
{
    /// <summary>
    /// How many units accept. A unit accepts when its own vote reaches <paramref name="within"/>; it rejects when it voted and
    /// did not; a unit where nobody voted is in the base only. Half units are written by doubling the whole ones
    /// (Swiss cantons: 2 and 1).
    /// </summary>
    public static DecisionTally Accepting(IEnumerable<UnitVote> units, Threshold within)
    {
        long yes = 0, no = 0, all = 0;
        foreach (var unit in Checked(units))
        {
            all = checked(all + unit.Weight);
            if (unit.Tally.Participants == 0) continue;
            if (Decision.Decide(within, unit.Tally).Holds) yes += unit.Weight;
            else no += unit.Weight;
        }
        return new(yes, no, units: all);
    }

    /// <summary>The block vote: each unit's weight cast as the rule says, with what each unit contributed.</summary>
    public static (DecisionTally Tally, ImmutableArray<UnitCast> Casts) Blocks(
        IEnumerable<UnitVote> units, BlockRule rule, long? members = null, long? seats = null)
    {
        var casts = Checked(units).Select(u => rule == BlockRule.WholeBlock ? Whole(u) : Split(u)).ToImmutableArray();
        return (new(casts.Sum(c => c.Yes), casts.Sum(c => c.No), casts.Sum(c => c.Abstain), members: members, seats: seats), casts);
    }

    private static UnitCast Whole(UnitVote unit) => unit.Tally.Yes.CompareTo(unit.Tally.No) switch
    {
        > 0 => new(unit.Unit, unit.Weight, 0, 0),
        < 0 => new(unit.Unit, 0, unit.Weight, 0),
        _ => new(unit.Unit, 0, 0, unit.Weight),
    };

    private static UnitCast Split(UnitVote unit)
    {
        var (yes, no, abstain) = (unit.Tally.Yes, unit.Tally.No, unit.Tally.Abstain + unit.Tally.Blank);
        var all = unit.Tally.Participants;
        if (all == 0) return new(unit.Unit, 0, 0, unit.Weight);
        var split = LargestRemainder.Apportion(LargestRemainderQuota.Hare, [yes, no, abstain], checked((int)unit.Weight));
        var (forIt, against) = (split.Certain[0], split.Certain[1]);
        return new(unit.Unit, forIt, against, unit.Weight - forIt - against);
    }

    private static List<UnitVote> Checked(IEnumerable<UnitVote> units)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var list = units.ToList();
        foreach (var unit in list)
        {
            if (unit.Weight < 0) throw new ArgumentException($"the unit {unit.Unit} has a negative weight", nameof(units));
            if (!seen.Add(unit.Unit)) throw new ArgumentException($"the unit {unit.Unit} stands there twice", nameof(units));
        }
        return list;
    }
}

/// <summary>What a unit's weight became.</summary>
public sealed record UnitCast(string Unit, long Yes, long No, long Abstain);
