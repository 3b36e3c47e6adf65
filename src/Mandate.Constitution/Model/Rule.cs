using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>What must happen for a thing to be decided: a majority of the body concerned, a named body, a referendum, a petition, units, or a combination.</summary>
public abstract record Rule : Node;

/// <summary>A majority of whoever the clause makes decide.</summary>
public sealed record MajorityRule(Majority Majority) : Rule;

/// <summary>All of these (a double majority).</summary>
public sealed record AllOf(ImmutableArray<Rule> Rules) : Rule;

/// <summary>One of these suffices.</summary>
public sealed record AnyOf(ImmutableArray<Rule> Rules) : Rule;

/// <summary>A named body decides; without a majority, by that of <c>procedure.default</c>.</summary>
public sealed record BodyRule(Ref Body, Majority? Majority, Quantity? Quorum) : Rule;

/// <summary>The electorate votes.</summary>
public sealed record ReferendumRule(Ref Electorate, Majority Majority, Quantity? Quorum) : Rule;

/// <summary>So many sign.</summary>
public sealed record PetitionRule(Quantity Signatures) : Rule;

/// <summary>So many units say so.</summary>
public sealed record UnitsRule(Quantity Units) : Rule;
