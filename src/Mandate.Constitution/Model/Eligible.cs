using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>Who may be chosen: all of these, at least one of those, none of these.</summary>
public sealed record Eligible : Node
{
    public ImmutableArray<Predicate> AllOf { get; init; } = [];

    public ImmutableArray<Predicate> AnyOf { get; init; } = [];

    public ImmutableArray<Predicate> NoneOf { get; init; } = [];
}

/// <summary>A fact about a person that the register can answer.</summary>
public abstract record Predicate : Node;

/// <summary>Has that tag, office or seat now.</summary>
public sealed record Holds(Ref Name) : Predicate;

/// <summary>Has, or has had within the period, that tag, office or seat.</summary>
public sealed record Held(Ref Name, Period Within) : Predicate;

/// <summary>Has been a member for at least that long.</summary>
public sealed record MemberFor(Period AtLeast) : Predicate;

/// <summary>Stands (or, if false, does not stand) in the election concerned.</summary>
public sealed record Candidate(bool Stands) : Predicate;

/// <summary>Belongs (or, if false, does not belong) to the unit that fills the place (0.2); a place of the whole asks nothing.</summary>
public sealed record InUnit(bool Belongs) : Predicate;

/// <summary>Is employed as.</summary>
public sealed record EmployedAs(string What) : Predicate;
