using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>Who holds a power: somebody named, or whoever fulfils a rule (<c>{petition: 2% of members}</c>).</summary>
public abstract record Holder : Node;

/// <summary>A body, an office, an electorate, or the person concerned.</summary>
public sealed record NamedHolder(Ref Name) : Holder;

/// <summary>Whoever fulfils the rule.</summary>
public sealed record RuleHolder(Rule Rule) : Holder;

/// <summary>Who decides a thing about persons or units, and how it is contested. <c>admit: congress</c> is short for <c>admit: {by: congress}</c>.</summary>
public sealed record Decider : Node
{
    public Holder? By { get; init; }

    public Ref? Body { get; init; }

    public Rule? Rule { get; init; }

    public Period? Notice { get; init; }

    public Quantity? Quorum { get; init; }

    public ImmutableArray<Ref> ConsentOf { get; init; } = [];

    public ImmutableArray<Ref> OnProposalOf { get; init; } = [];

    public Ref? AppealTo { get; init; }

    /// <summary>Silence for that long is consent.</summary>
    public Period? DeemedAfter { get; init; }

    /// <summary>Null where the constitution does not say; then nothing is suspended.</summary>
    public bool? SuspendedDuringAppeal { get; init; }

    /// <summary>The body that judges what the format cannot express (0.2).</summary>
    public Ref? JudgedBy { get; init; }

    /// <summary>The named decider, whichever of <c>by</c> and <c>body</c> names it; null where a rule decides.</summary>
    public Ref? Name => Body ?? (By as NamedHolder)?.Name;
}
