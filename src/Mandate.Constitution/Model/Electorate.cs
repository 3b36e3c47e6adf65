namespace Mandate.Constitutions;

/// <summary>Those who vote: how one enters, leaves and moves, and who keeps the register.</summary>
public sealed record Electorate(string Id) : Node
{
    public required Decider Admit { get; init; }

    public required Decider Expel { get; init; }

    public Decider? Suspend { get; init; }

    public Decider? Transfer { get; init; }

    public required Register Register { get; init; }

    public ExpulsionRule? Expulsions { get; init; }
}

/// <summary>After how many expulsions in a quarter no further one is put to the vote, and which body lets them go on.</summary>
public sealed record ExpulsionRule : Node
{
    public int? PerQuarter { get; init; }

    public Ref? ResumedBy { get; init; }
}

/// <summary>The register of an electorate.</summary>
public sealed record Register(Ref KeptBy) : Node
{
    public RegisterClosing? Closes { get; init; }

    public string? InspectableBy { get; init; }
}

/// <summary>When the register closes: <c>60 days before vote</c>; other words are kept as text.</summary>
public sealed record RegisterClosing(string Text) : Node
{
    public Period? Before { get; init; }

    /// <summary>The event it is counted back from: <c>vote</c>, <c>notice</c>, <c>motions</c>.</summary>
    public string? Event { get; init; }
}
