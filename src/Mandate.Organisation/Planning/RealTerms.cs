using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Tally;

namespace Mandate.Organisation.Planning;

/// <summary>
/// Choose the series by which money is measured: prices, and what members earn (requirements S226, S227). By whoever has a power to decide over money; a later
/// choice takes its place, and the record keeps both.
/// </summary>
/// <param name="Wages">The series of what members earn; null where there is none yet.</param>
[WireName("planning.choose-yardstick")]
public sealed record ChooseYardstick(string Prices, string? Wages) : PlanningCommand;

[WireName("planning.yardstick-chosen")]
public sealed record YardstickChosen(string Prices, string? Wages, string For) : PlanningEvent;

public sealed record Yardstick(string Prices, string? Wages, string For, DateTimeOffset At);

/// <summary>How something stood against prices from one day to another, each by the last figure known by then.</summary>
/// <param name="Nominal">The later figure over the earlier; one for money that only lay there.</param>
/// <param name="Prices">Prices then over prices before.</param>
public sealed record RealChange(DateOnly From, DateOnly To, Fraction Nominal, Fraction Prices)
{
    /// <summary>What it buys, over what it bought.</summary>
    public Fraction Real => Nominal / Prices;
}

/// <summary>A fund at the end of a quarter.</summary>
/// <param name="Balance">What the books said, in hundredths.</param>
/// <param name="Change">Against the end of the quarter before; null where a price is missing.</param>
public sealed record FundQuarter(DateOnly End, long Balance, RealChange? Change)
{
    /// <summary>What the money lost in a quarter from which the body that decides over it is to meet: five hundredths, where the constitution does not say.</summary>
    public static Fraction Usual { get; } = new(1, 20);

    public Fraction Limit { get; init; } = Usual;

    public bool Eroded => Balance > 0 && Change is { } change && 1 - change.Real > Limit;
}

/// <summary>Money in real terms, by a series of prices that the organisation keeps and a source names for each figure.</summary>
public static class RealTerms
{
    private const int Quarters = 4, OldestDays = 366;

    /// <summary>What members gained from one day to another: earnings against prices; null where a figure is missing.</summary>
    public static RealChange? Gained(PlanningState planning, DateOnly from, DateOnly to) =>
        planning.Yardstick is { Wages: { } wages } measure && At(planning, wages, from) is { } first && At(planning, wages, to) is { } last && Prices(planning, measure, from, to) is { } prices
            ? new(first.On, last.On, new Fraction(last.Value, first.Value), prices) : null;

    /// <summary>The fund at the ends of the last four quarters that are over, oldest first; none before it was opened.</summary>
    public static ImmutableArray<FundQuarter> Of(State state, Fund fund, DateOnly day)
    {
        var side = $"fund:{fund.Id}";
        var moves = state.Accounts.Bookings.SelectMany(b => b.Legs.Where(l => l.Account == side).Select(l => (On: DateOnly.FromDateTime(b.At.UtcDateTime), l.Amount))).ToList();
        var opened = DateOnly.FromDateTime(fund.At.UtcDateTime);
        var limit = LimitOf(state);
        return [.. Ends(day).Where(end => opened <= end).Select(end => new FundQuarter(end, moves.Where(m => m.On <= end).Sum(m => m.Amount), Lay(state.Planning, end.AddDays(1).AddMonths(-3).AddDays(-1), end)) { Limit = limit })];
    }

    /// <summary>What a quarter may take before those who decide over money are to meet about it (<c>guards.eroded</c>).</summary>
    public static Fraction LimitOf(State state) => (state.Statutes.Versions.IsEmpty ? null : state.Statutes.At(state.At).Guards?.Eroded) ?? FundQuarter.Usual;

    /// <summary>Funds of which the last quarter that is over took more than the limit.</summary>
    public static IEnumerable<Fund> Eroded(State state, DateOnly day) => state.Planning.Yardstick is null ? []
        : state.Accounts.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal).Where(f => Of(state, f, day) is [.., { Eroded: true }]);

    /// <summary>By how much dues of that day would have to have grown to buy the same; null where a price is missing.</summary>
    public static Fraction? DuesFactor(PlanningState planning, DateOnly from, DateOnly to) => planning.Yardstick is { } measure ? Prices(planning, measure, from, to) : null;

    private static RealChange? Lay(PlanningState planning, DateOnly from, DateOnly to) => planning.Yardstick is { } measure && Prices(planning, measure, from, to) is { } prices ? new(from, to, 1, prices) : null;

    private static Fraction? Prices(PlanningState planning, Yardstick measure, DateOnly from, DateOnly to) =>
        At(planning, measure.Prices, from) is { } first && At(planning, measure.Prices, to) is { } last ? new Fraction(last.Value, first.Value) : null;

    /// <summary>The last figure by that day; null where none is younger than a year.</summary>
    private static SeriesValue? At(PlanningState planning, string series, DateOnly day) => planning.Series[series].Values.LastOrDefault(v => v.On <= day && v.On.AddDays(OldestDays) >= day);

    private static IEnumerable<DateOnly> Ends(DateOnly day)
    {
        var begun = new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
        return Enumerable.Range(0, Quarters).Select(n => begun.AddMonths(-3 * (Quarters - 1 - n)).AddDays(-1));
    }

    internal static Decision Choose(State state, Act act, ChooseYardstick c)
    {
        if (Authority.DecidesUnderAny(state, act, out var clause, out var by) is { } notYours) return notYours;
        foreach (var series in new[] { c.Prices, c.Wages }.OfType<string>())
            if (!state.Planning.Series.ContainsKey(series)) return ProtocolRefusals.Unknown("series", series);
        return c.Prices == c.Wages ? ProtocolRefusals.Malformed("second-series", "another series", c.Prices) : Decision.Accept(clause, new YardstickChosen(c.Prices, c.Wages, by));
    }
}
