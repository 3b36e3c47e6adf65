using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>What came of the motions of one section before the bodies of the whole (S353).</summary>
/// <param name="Section">The unit at the top of the tree from which they came; null for those of bodies of the whole.</param>
/// <param name="Proposed">Motions decided.</param>
/// <param name="Unchanged">Adopted as they were filed.</param>
/// <param name="OfUnchanged">All that were adopted unchanged.</param>
public sealed record SectionWeight(string? Section, int Proposed, int Adopted, int Unchanged, int OfAdopted, int OfUnchanged, int Members, int OfMembers)
{
    /// <summary>Its part of what was adopted without a change.</summary>
    public Fraction? Share => Measures.Distribution.Share(Unchanged, OfUnchanged);

    /// <summary>It decides for all: more than half of what was adopted unchanged came from it, and less than half of the members belong to it.</summary>
    public bool AboveLimit => Section is not null && Unchanged * 2 > OfUnchanged && Members * 2 < OfMembers;
}

/// <summary>The share of the decisions of the whole that one section proposed and that were adopted unchanged, over twelve months.</summary>
public static class SectionWeights
{
    public static ImmutableArray<SectionWeight> Of(State state, DateOnly day)
    {
        var since = day.AddYears(-1);
        var decided = state.Motions.All.Values.Where(m => m.Stage is MotionStage.Adopted or MotionStage.Rejected && state.Sessions.Find(m.Session) is { Unit: null } session && session.LastDay > since && session.FirstDay <= day)
            .Select(m => (Motion: m, Section: SectionOf(state, m))).ToList();
        if (decided.Count == 0) return [];
        var (adopted, unchanged) = (decided.Count(d => d.Motion.Stage == MotionStage.Adopted), decided.Count(d => Unchanged(d.Motion)));
        var members = state.Roll.CountOn(day);
        return
        [
            .. decided.GroupBy(d => d.Section ?? "", StringComparer.Ordinal).Select(g => new SectionWeight(
                    g.Key.Length > 0 ? g.Key : null, g.Count(), g.Count(d => d.Motion.Stage == MotionStage.Adopted), g.Count(d => Unchanged(d.Motion)), adopted, unchanged,
                    g.Key.Length > 0 ? state.Roll.CountOn(day, g.Key) : 0, members))
                .OrderByDescending(w => w.Unchanged).ThenByDescending(w => w.Proposed).ThenBy(w => w.Section, StringComparer.Ordinal),
        ];
    }

    private static bool Unchanged(Motion motion) => motion is { Stage: MotionStage.Adopted, Versions.Length: 1 };

    /// <summary>A motion of a unit's body comes from that unit, one of a body of the whole from no section, one of a member from where the member belongs.</summary>
    private static string? SectionOf(State state, Motion motion)
    {
        var unit = motion.MovedFor is { } body ? body.Split('@') is [_, var of] ? of : null : state.Roll.Member(motion.Mover)?.Unit;
        while (unit is not null && state.Roll.Unit(unit)?.Within is { } outer) unit = outer;
        return unit;
    }
}
