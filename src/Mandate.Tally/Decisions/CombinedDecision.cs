using System.Collections.Immutable;

namespace Mandate.Tally.Decisions;

/// <summary>One part of a decision that needs several: a chamber, a referendum, the units.</summary>
/// <param name="Name">Who decides, in the words of the constitution.</param>
/// <param name="Decision">The votes against the threshold.</param>
/// <param name="Quorum">The quorum, where the rule has one.</param>
public sealed record DecisionPart(string Name, Decision Decision, Quorum? Quorum = null)
{
    /// <summary>A part without its quorum fails, whatever the votes.</summary>
    public bool Holds => Decision.Holds && Quorum is not { Holds: false };
}

/// <summary>A decision of several parts: all of them (concurrent or double majorities), any of them, or a number of them.</summary>
/// <param name="Holds">Whether enough parts hold.</param>
/// <param name="Needed">How many parts must hold.</param>
/// <param name="Parts">All of them, with their numbers.</param>
public sealed record CombinedDecision(bool Holds, int Needed, ImmutableArray<DecisionPart> Parts)
{
    public static CombinedDecision AllOf(params IEnumerable<DecisionPart> parts)
    {
        var all = parts.ToImmutableArray();
        return AtLeast(all.Length, all);
    }

    public static CombinedDecision AnyOf(params IEnumerable<DecisionPart> parts) => AtLeast(1, parts);

    /// <summary>At least so many of the parts hold. No parts at all never make a decision.</summary>
    public static CombinedDecision AtLeast(int needed, params IEnumerable<DecisionPart> parts)
    {
        var all = parts.ToImmutableArray();
        return new(all.Length > 0 && all.Count(p => p.Holds) >= Math.Max(needed, 1), needed, all);
    }

    /// <summary>The parts that stood in the way.</summary>
    public IEnumerable<DecisionPart> Failed => Parts.Where(p => !p.Holds);
}
