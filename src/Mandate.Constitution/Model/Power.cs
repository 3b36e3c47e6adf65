using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>The fixed list of verbs: what can be done under a constitution.</summary>
public enum Verb
{
    Appoint,
    Elect,
    Remove,
    Confirm,
    Nominate,
    Admit,
    Expel,
    Convene,
    SetAgenda,
    Propose,
    Decide,
    Publish,
    Inspect,
    Veto,
    Amend,
}

/// <summary>Who may do what to what, by which rule and within which limits.</summary>
public sealed record Power(string Id, Verb Verb) : Node
{
    public required ImmutableArray<Ref> Object { get; init; }

    public required Holder Holder { get; init; }

    public Rule? Rule { get; init; }

    public ImmutableArray<Ref> OnProposalOf { get; init; } = [];

    public ImmutableArray<Ref> ConsentOf { get; init; } = [];

    /// <summary>Whose items must be taken up (agenda).</summary>
    public ImmutableArray<Rule> MustInclude { get; init; } = [];

    public ImmutableArray<string> Limits { get; init; } = [];

    public Review? Review { get; init; }

    /// <summary>What an inspector may see, in the words of the constitution: <c>all_records</c>.</summary>
    public string? Access { get; init; }

    public Publishes? Publishes { get; init; }

    /// <summary>Shares of the budget that cannot be cut, by body or office.</summary>
    public ImmutableSortedDictionary<string, Quantity> Floor { get; init; } = ImmutableSortedDictionary<string, Quantity>.Empty;

    public Ref? JudgedBy { get; init; }
}

/// <summary>Who can call back a decision taken under the power.</summary>
public sealed record Review : Node
{
    public Ref? By { get; init; }

    public Quantity? Petition { get; init; }
}

public enum Publishes
{
    Directly,
    ViaInspected,
}
