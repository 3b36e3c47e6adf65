using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>How the constitution itself is changed.</summary>
public sealed record Amend : Node
{
    public required AmendRule Ordinary { get; init; }

    public EntrenchedRule? Entrenched { get; init; }

    public Incumbents? Incumbents { get; init; }
}

public sealed record AmendRule(Rule Rule) : Node;

/// <summary>Clauses (with all below them) that only a harder rule can change. This clause itself is always among them.</summary>
public sealed record EntrenchedRule(Rule Rule) : Node
{
    public required ImmutableArray<string> Clauses { get; init; }
}

/// <summary>For whom a change of terms and of election rules first holds, in the words of the constitution: <c>next_holder</c>, <c>after_next_election</c>.</summary>
public sealed record Incumbents : Node
{
    public string? Term { get; init; }

    public string? ElectionRule { get; init; }
}

/// <summary>A finding of the checker that was knowingly accepted; it expires like any restriction.</summary>
public sealed record Waiver(string Check, string At) : Node
{
    public required string Reason { get; init; }

    public required Ref AdoptedBy { get; init; }

    public required DateOnly Expires { get; init; }
}
