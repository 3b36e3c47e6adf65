using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

/// <summary>Begin a series of figures to be watched: a price, a fee, a wage, a subsidy (S294).</summary>
/// <param name="Unit">What one figure is: euro for a kilo, euro an hour.</param>
/// <param name="Keeper">The body or office that enters the figures.</param>
/// <param name="Base">Of an index: the day on which it is 100; null where the figures are no index (S415).</param>
/// <param name="Method">Of an index: how it is made.</param>
[WireName("planning.open-series")]
public sealed record OpenSeries(string Id, string Title, string Unit, string Keeper, DateOnly? Base = null, string? Method = null) : PlanningCommand;

/// <summary>Put an index on another base: every figure over that of the new base day. The new one follows the old as figures are entered (S415).</summary>
[WireName("planning.rebase")]
public sealed record Rebase(string Id, string Series, DateOnly Base) : PlanningCommand;

/// <summary>Enter a figure with its day and where it is from. One entered again for the same day corrects it; the earlier one stays on record.</summary>
/// <param name="Value">In hundredths of the unit.</param>
[WireName("planning.enter-value")]
public sealed record EnterValue(string Series, DateOnly On, long Value, string Source) : PlanningCommand;

/// <summary>Watch two series: when they have come apart beyond the limit, so many times running, it is a finding and belongs on the agenda.</summary>
/// <param name="Base">The day on which both are one.</param>
/// <param name="Limit">How far apart, in hundredths: 200 is twice.</param>
/// <param name="Running">On how many days running on which both have a figure.</param>
[WireName("planning.watch")]
public sealed record WatchSeries(string Id, string Title, string First, string Second, DateOnly Base, long Limit, int Running) : PlanningCommand;
