using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>A body that meets and decides: an assembly of an electorate (<see cref="Of"/>) or seats filled group by group.</summary>
public sealed record Body(string Id) : Node
{
    public BodyKind? Kind { get; init; }

    /// <summary>The electorate all of whose members belong to it.</summary>
    public Ref? Of { get; init; }

    /// <summary>One such body in each unit of this kind.</summary>
    public Ref? Per { get; init; }

    public ImmutableArray<Ref> Tags { get; init; } = [];

    public Interval? Meets { get; init; }

    public Convene? Convene { get; init; }

    public Quorum? Quorum { get; init; }

    /// <summary>Seat groups by name; a body with one unnamed group has it under the empty name.</summary>
    public ImmutableSortedDictionary<string, SeatGroup> Seats { get; init; } = ImmutableSortedDictionary<string, SeatGroup>.Empty;

    /// <summary>Voice without vote.</summary>
    public ImmutableArray<Ref> Advisory { get; init; } = [];

    public Decider? Credentials { get; init; }

    public Term? Term { get; init; }

    public Vacancy? Vacancy { get; init; }

    /// <summary>Ways of removing a member of the body; none is stated where empty.</summary>
    public ImmutableArray<Removal> Remove { get; init; } = [];

    /// <summary>Who presides (0.2); null is elected by the body from its midst.</summary>
    public Ref? Chair { get; init; }

    /// <summary>How one may be present (0.2); null is in person only.</summary>
    public Presence? Presence { get; init; }

    /// <summary>Proxies (0.2); null is forbidden, because a vote that is carried in a pocket is collected by whoever is best placed to collect.</summary>
    public Proxies? Proxies { get; init; }

    /// <summary>How many votes a delegate carries, and how they may be cast (0.2); null is one each.</summary>
    public CarriedVotes? Votes { get; init; }

    /// <summary>Rules of debate (0.2); null is for and against in turn, without procedural motions.</summary>
    public Debate? Debate { get; init; }
}

public enum BodyKind
{
    Assembly,
    Council,
    Committee,
    Chamber,
}

/// <summary>Who convenes, with what notice, on whose demand, and who convenes if the convenor does not.</summary>
public sealed record Convene(Ref By) : Node
{
    public Period? Notice { get; init; }

    public ImmutableArray<Rule> OnDemandOf { get; init; } = [];

    /// <summary>Within that time after the demand.</summary>
    public Period? Within { get; init; }

    /// <summary>Those who may convene, in this order, when the duty is not done.</summary>
    public ImmutableArray<Ref> Default { get; init; } = [];

    /// <summary>Which service of a notice counts here (0.2); null is as in <c>procedure.served_by</c>.</summary>
    public Service? ServedBy { get; init; }
}

/// <summary>Quorum at the opening and at each vote. <c>quorum: 1/2 of seats</c> sets both.</summary>
public sealed record Quorum(Quantity EachVote) : Node
{
    public Quantity? Opening { get; init; }
}

/// <summary>The votes of each unit, which its delegates carry between them.</summary>
public sealed record CarriedVotes(CastAs Cast) : Node
{
    /// <summary>How many votes each unit has; null is as many as it has seats.</summary>
    public Apportion? Key { get; init; }
}

/// <summary>How the votes that somebody carries may be cast.</summary>
public enum CastAs
{
    /// <summary>Each delegate casts all that they carry one way.</summary>
    Whole,

    /// <summary>A delegate may cast a part for and a part against.</summary>
    Split,

    /// <summary>All votes of a unit go the way that most of its delegates vote.</summary>
    Block,
}

/// <summary>Seats of one body that are filled in one way.</summary>
public sealed record SeatGroup(string Name) : Node
{
    /// <summary>Seats in all (in each unit where <see cref="Per"/> or the body's <c>per</c> is set); null where apportionment decides.</summary>
    public int? Count { get; init; }

    public Ref? Per { get; init; }

    public Apportion? Apportion { get; init; }

    public required Select By { get; init; }

    public Eligible? Eligible { get; init; }

    public Recall? Recall { get; init; }

    public Substitutes? Substitutes { get; init; }
}

/// <summary>How many seats each unit has.</summary>
public sealed record Apportion(Ref Per) : Node
{
    /// <summary>One seat for each so many members.</summary>
    public Quantity? OnePer { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    /// <summary>The same number for each unit.</summary>
    public int? Equal { get; init; }

    /// <summary>A part of the number counts as the whole (0.2); otherwise only full numbers count.</summary>
    public bool PartCounts { get; init; }

    /// <summary>Members are counted that long before the opening (0.2).</summary>
    public Period? CountedBefore { get; init; }
}
