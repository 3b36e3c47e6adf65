using System.Collections.Immutable;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Sessions;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// What members voted on a motion beside what the delegates of their units would vote by the majorities of those units. Whole numbers, so that an
/// explanation is of exactly these figures.
/// </summary>
/// <param name="Yes">Members' votes for it, in the units that have voted.</param>
/// <param name="For">Delegates of units with a majority for it.</param>
/// <param name="Unknown">Delegates of units that have not voted or are even.</param>
public sealed record DelegateGap(string Motion, long Yes, long No, int For, int Against, int Unknown)
{
    /// <summary>The members' share for it.</summary>
    public Fraction Members => new(Yes, Yes + No);

    /// <summary>The delegates' share for it; null where it cannot be computed, which is never zero.</summary>
    public Fraction? Delegates => Unknown > 0 || For + Against == 0 ? null : new Fraction(For, For + Against);

    public bool Exceeds(Fraction tolerance) => Delegates is not { } delegates || (delegates > Members ? delegates - Members : Members - delegates) > tolerance;
}

/// <summary>
/// Gaps between members and delegates that are above the tolerance or cannot be computed (S013). Where the members of no unit have voted on a motion
/// there is nothing to compare, and so no gap.
/// </summary>
public static class DelegateGaps
{
    /// <summary>Every gap before a session, in the order of the latest ballot.</summary>
    public static ImmutableArray<DelegateGap> Of(State state, Session session, DateTimeOffset at)
    {
        if (session.Delegates.Count == 0) return [];
        var tolerance = GuardLimits.Of(state.Statutes.At(at), DateOnly.FromDateTime(at.UtcDateTime)).Distortion;
        return
        [
            .. from motion in Strengths.Of(state)
               from expected in motion.Expected
               where expected.Session == session.Id
               let gap = new DelegateGap(motion.Motion, motion.Kinds.Sum(k => k.Yes), motion.Kinds.Sum(k => k.No), expected.ForByUnit, expected.AgainstByUnit, expected.Unknown)
               where gap.Yes + gap.No > 0 && gap.Exceeds(tolerance)
               select gap,
        ];
    }

    /// <summary>Those of them that nobody has explained as they stand now.</summary>
    public static ImmutableArray<DelegateGap> Unexplained(State state, Session session, DateTimeOffset at) =>
        [.. Of(state, session, at).Where(g => session.Explained.GetValueOrDefault(g.Motion)?.Of != g)];
}
