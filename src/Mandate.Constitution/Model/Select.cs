using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>How a seat or an office is filled: exactly one of elect, appoint, lot, ex_officio, coopt, external.</summary>
public abstract record Select : Node;

/// <summary>The families of election methods of the format.</summary>
public enum ElectionMethod
{
    Stv,
    Irv,
    Plurality,
    Approval,
    Condorcet,
    ListPr,
    Block,
}

/// <summary>Elected by an electorate (in each unit <see cref="Within"/>) or by a body.</summary>
public sealed record Elect(ElectionMethod Method) : Select
{
    public Ref? Electorate { get; init; }

    public Ref? Body { get; init; }

    public Ref? Within { get; init; }

    public Confirm? Confirm { get; init; }

    /// <summary>Secret or open (0.2); null is secret.</summary>
    public BallotKind? Ballot { get; init; }

    /// <summary>Who conducts the election (0.2).</summary>
    public Ref? RunBy { get; init; }

    /// <summary>Ballots repeated until somebody has the majority (0.2).</summary>
    public Repeat? Repeat { get; init; }
}

/// <summary>Confirmation of those elected; it cannot hide, its number of rejections is always written.</summary>
public sealed record Confirm(Ref By) : Node
{
    /// <summary>Null is <c>unlimited</c>.</summary>
    public int? Rejections { get; init; }
}

/// <summary>Repeated ballots (0.2): until a candidate has <see cref="Majority"/>, at most <see cref="Max"/> times, then <see cref="Then"/>.</summary>
public sealed record Repeat(Majority Majority, int Max) : Node
{
    /// <summary>The candidate with fewest votes leaves after each ballot.</summary>
    public bool DropLowest { get; init; }

    public RepeatEnd Then { get; init; }
}

public enum RepeatEnd
{
    /// <summary>The last ballot is decided by plurality.</summary>
    Plurality,

    Lot,

    /// <summary>Nobody is elected: nominations open again.</summary>
    NewNominations,
}

public enum BallotKind
{
    Secret,
    Open,
}

public sealed record Appoint(ImmutableArray<Ref> By) : Select
{
    public ImmutableArray<Ref> OnProposalOf { get; init; } = [];

    public ImmutableArray<Ref> ConsentOf { get; init; } = [];
}

/// <summary>Drawn from a pool.</summary>
public sealed record Lot(Ref Pool) : Select
{
    /// <summary>Only those who volunteered are in the pool.</summary>
    public bool Volunteers { get; init; }

    public bool Verifiable { get; init; }

    /// <summary>Of each unit of that kind at most one sits (0.2).</summary>
    public Ref? OnePer { get; init; }

    /// <summary>How many of each kind of member sit (0.2).</summary>
    public ImmutableArray<LotQuota> Quotas { get; init; } = [];
}

/// <summary>A quota of a draw by lot: for each unit of a kind, or for those who have been members for so long.</summary>
/// <param name="Max">Null for as many as there are seats.</param>
public sealed record LotQuota(Ref? Per, Period? MemberFor, int Min, int? Max) : Node;

/// <summary>Whoever holds that office (or sits on that body) sits here too.</summary>
public sealed record ExOfficio(Ref Office) : Select;

/// <summary>Filled by the body's own members, at most <see cref="Limit"/>.</summary>
public sealed record Coopt(Quantity Limit) : Select;

/// <summary>Filled from outside the organisation.</summary>
public sealed record External(string Who) : Select;
