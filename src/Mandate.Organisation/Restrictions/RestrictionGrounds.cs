using System.Collections.Immutable;

namespace Mandate.Organisation.Restrictions;

/// <summary>
/// Why a right is narrowed. The last three are named so that whoever gives them is told: alone they narrow nothing (S115).
/// </summary>
public enum RestrictionGround { Safety, Health, Law, PrivateData, Property, FairVote, Unity, Discipline, DangerOfSplit }

/// <summary>The closed list of grounds on which a right can be narrowed.</summary>
public static class RestrictionGrounds
{
    public static ImmutableArray<RestrictionGround> Sufficient { get; } =
        [RestrictionGround.Safety, RestrictionGround.Health, RestrictionGround.Law, RestrictionGround.PrivateData, RestrictionGround.Property, RestrictionGround.FairVote];

    /// <summary>Whether one of them stands on the list: unity, discipline or the danger of a split may be said besides.</summary>
    public static bool Suffice(IEnumerable<RestrictionGround> grounds) => grounds.Any(Sufficient.Contains);
}
