using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>How decisions are prepared and taken.</summary>
public sealed record Procedure : Node
{
    public required DefaultProcedure Default { get; init; }

    public required ImmutableSortedDictionary<string, ObjectProcedure> ByObject { get; init; }

    public UrgentMotion? UrgentMotion { get; init; }

    /// <summary>Which service of a notice counts (0.2); null is: any channel, on the day it was sent.</summary>
    public Service? ServedBy { get; init; }

    /// <summary>Neither the day of service nor that of the meeting counts in a notice (0.2).</summary>
    public bool ClearDays { get; init; }

    /// <summary>How many of those with a vote make the vote on a question secret by demanding it (0.2); null where nobody can.</summary>
    public Quantity? SecretOnDemand { get; init; }

    /// <summary>How many of those with a vote have a question voted on by roll call by demanding it (0.2); null where nobody can.</summary>
    public Quantity? RollCallOnDemand { get; init; }

    /// <summary>How amendments to motions are dealt with (0.2); null is: one level of amendments to amendments, in the order of the chair.</summary>
    public MotionAmendments? MotionAmendments { get; init; }
}

/// <summary>How amendments to motions are dealt with.</summary>
public sealed record MotionAmendments : Node
{
    /// <summary>How deep an amendment may be amended: 0 not at all, 1 an amendment may, and so on; null is 1.</summary>
    public int? Levels { get; init; }

    /// <summary>The order in which amendments to one text are put; null leaves it to whoever presides.</summary>
    public AmendmentOrder? Order { get; init; }

    /// <summary>Who proposes how each is dealt with; empty leaves it to those who convene, and to whoever presides.</summary>
    public ImmutableArray<Ref> ProposedBy { get; init; } = [];
}

public enum AmendmentOrder
{
    AsFiled,
    ByChair,
}

/// <summary>What holds where no class of decision says otherwise.</summary>
public sealed record DefaultProcedure : Node
{
    public Rule? Rule { get; init; }

    public Period? Notice { get; init; }

    public Effective? Effective { get; init; }

    public Ref? JudgedBy { get; init; }
}

public enum Effective
{
    OnPublication,
    OnAdoption,
}

/// <summary>The procedure of one class of decisions (<c>amendment</c>, <c>remove_officer</c>).</summary>
public sealed record ObjectProcedure(string Class) : Node
{
    public required Period Notice { get; init; }

    public Rule? Rule { get; init; }

    /// <summary>True: the decision must carry its own end date.</summary>
    public bool SunsetRequired { get; init; }

    public int? Readings { get; init; }

    /// <summary>Between readings.</summary>
    public Period? Interval { get; init; }

    public bool NotOnLastDay { get; init; }

    /// <summary>Languages the text must exist in: <c>official_languages</c>.</summary>
    public string? TextIn { get; init; }

    public ImmutableArray<Ref> ConsentOf { get; init; } = [];

    public PublishWhen? Publish { get; init; }

    public bool HearingRequired { get; init; }

    public BallotKind? Ballot { get; init; }

    public Ref? JudgedBy { get; init; }
}

public enum PublishWhen
{
    Immediately,
    OnEntry,
}

/// <summary>A motion without notice: what it needs, and the classes it can never be about.</summary>
public sealed record UrgentMotion : Node
{
    public Rule? Rule { get; init; }

    public ImmutableArray<string> Cannot { get; init; } = [];
}
