using System.Collections.Immutable;

namespace Mandate.Organisation.Planning;

/// <summary>An alternative in the one form that all fill in, so that they can be compared (S305, S325).</summary>
/// <param name="Assumptions">On what the figures rest; whoever reads can recompute the sums (S297).</param>
public sealed record PlanText(
    string Title, ImmutableArray<PlanLine> Lines, string Assumptions, ImmutableArray<Forecast> Forecasts, ImmutableArray<Taking> Takes, ImmutableArray<Risk> Risks)
{
    /// <summary>What it costs altogether, in hundredths.</summary>
    public long Total => Lines.Sum(l => l.Amount);
}

/// <summary>A line: so much for this.</summary>
/// <param name="Id">Unique in the alternative.</param>
/// <param name="Owner">The body or office that sees to it.</param>
/// <param name="DependsOn">What has to be there first: a delivery, a channel, people; null where nothing has (S303).</param>
/// <param name="Secured">Whether that is there; null where nobody has said.</param>
public sealed record PlanLine(string Id, string Purpose, long Amount, string Owner, string? DependsOn = null, bool? Secured = null)
{
    /// <summary>It hangs on something that is not known to be there.</summary>
    public bool IsOpen => DependsOn is not null && Secured != true;
}

/// <summary>What is expected of an indicator on a day, from low to high, in hundredths of its unit (S305, S334).</summary>
/// <param name="Success">It is the measure by which the plan will be judged (S331).</param>
public sealed record Forecast(string Indicator, string Unit, long Low, long High, DateOnly On, bool Success);

/// <summary>So much is taken from one group for another (S316).</summary>
/// <param name="From">Unit, body or office that gives, and whose opinion is asked.</param>
public sealed record Taking(string From, string To, long Amount);

/// <summary>A risk that is known, and the value of an indicator at which it has come about (S312).</summary>
/// <param name="Above">It has when the value is above the limit; otherwise below.</param>
public sealed record Risk(string What, string Indicator, long Limit, bool Above);
