using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>Who may declare an emergency, who must confirm it, when it lapses, what it can never do.</summary>
public sealed record Emergency : Node
{
    public required EmergencyDeclare Declare { get; init; }

    public required EmergencyConfirm Confirm { get; init; }

    public required Period LapsesAfter { get; init; }

    public required EmergencyRenew Renew { get; init; }

    public ImmutableArray<string> May { get; init; } = [];

    /// <summary>Acts it can never permit: <c>amend</c>, <c>postpone_election</c>, <c>restrict:platform</c>, <c>remove:inspector</c>.</summary>
    public required ImmutableArray<string> MayNot { get; init; }

    public EmergencyReport? Report { get; init; }
}

public sealed record EmergencyDeclare : Node
{
    public Ref? By { get; init; }

    public Rule? Rule { get; init; }

    public ImmutableArray<string> Grounds { get; init; } = [];
}

public sealed record EmergencyConfirm : Node
{
    public Ref? By { get; init; }

    public Period? Within { get; init; }

    public Rule? Rule { get; init; }

    /// <summary>What happens without confirmation: <c>lapses</c>.</summary>
    public string? Else { get; init; }
}

public sealed record EmergencyRenew : Node
{
    public required Ref By { get; init; }

    /// <summary>Null is <c>unlimited</c>.</summary>
    public int? MaxTimes { get; init; }

    /// <summary>The rule of each renewal in turn; the last holds for any further.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];
}

public sealed record EmergencyReport : Node
{
    public Ref? By { get; init; }

    public Ref? To { get; init; }

    public Period? Within { get; init; }

    public bool Published { get; init; }
}
