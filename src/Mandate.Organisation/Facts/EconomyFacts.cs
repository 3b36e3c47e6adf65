using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Facts;

/// <summary>How funds were accounted for.</summary>
/// <param name="Published">Whether there was a published booking that members could recompute.</param>
public sealed record Booked(string Fund, bool? Published = null) : Fact;

/// <summary>A value of an index, one of a pair that a policy must hold together.</summary>
public sealed record Indexed(string Pair, string Series, Fraction Value) : Fact;

/// <summary>A forecast or calculation on which a plan rested.</summary>
public sealed record Foreseen(string Forecast, string? By = null) : Fact;

/// <summary>What came of a forecast.</summary>
/// <param name="Reviewed">Whether a review was published.</param>
public sealed record Outturn(string Forecast, bool Met, bool? Reviewed = null) : Fact;

/// <summary>Scarce goods were distributed.</summary>
/// <param name="First">Who received them among the first.</param>
public sealed record Distributed(string Goods, ImmutableArray<string> By, ImmutableArray<string> First = default) : Fact
{
    public override IEnumerable<string> Names => [.. By.Each(), .. First.Each()];
}

/// <summary>The real value of a fund fell.</summary>
public sealed record Devalued(string Fund, bool? Reported = null) : Fact;

public enum Culture { Art, Science, Education }

/// <summary>A governing body prescribed form or content of such work.</summary>
public sealed record Prescribed(Culture Field, string? By = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

/// <summary>A person's word or image was invoked.</summary>
/// <param name="InPlaceOfRule">Whether it stood as binding authority in place of a voted rule.</param>
public sealed record Invoked(string Person, ImmutableArray<string> By = default, bool? InPlaceOfRule = null) : Fact
{
    public override IEnumerable<string> Names => [Person, .. By.Each()];
}

/// <summary>A figure that a source gives and that no other kind of fact holds.</summary>
/// <param name="Of">What it belongs to: a vote, an event, the row of a table.</param>
/// <param name="Share">The number where it is no whole one: 2/3, 87/10.</param>
/// <param name="Unit">What is counted: persons, votes, %.</param>
/// <param name="Words">What the source has in place of a number, or beside it (<c>not given</c>).</param>
public sealed record Numbered(string What, Figure Figure, string? Of = null, Fraction? Share = null, string? Unit = null, string? Words = null) : Fact;
