using System.Collections.Immutable;

namespace Mandate.Organisation.Founding;

public enum FoundingStage { Nothing, Open, Closed }

/// <summary>How the organisation came to be. After <see cref="FoundingStage.Closed"/> only rules act.</summary>
/// <param name="Id">The organisation's id, as its constitution gives it.</param>
/// <param name="Rehearsal">Stated in the first entry, never changeable: own clock, moved forward only.</param>
/// <param name="Clock">The time of a rehearsal: it stands still until somebody moves it forward. Null for a real organisation.</param>
/// <param name="Founders">The named founders; each must approve before the founding can close.</param>
public sealed record FoundingState(
    FoundingStage Stage,
    string Id,
    bool Rehearsal,
    ImmutableArray<string> Founders,
    ImmutableHashSet<string> Approved,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? Clock)
{
    public static FoundingState Empty { get; } = new(
        FoundingStage.Nothing, "", false, [], ImmutableHashSet.Create<string>(StringComparer.Ordinal), null, null);
}
