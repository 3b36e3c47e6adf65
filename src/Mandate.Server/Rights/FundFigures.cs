using Mandate.Organisation.Planning;
using Mandate.Server.Keeping;
using Mandate.Server.Planning;
using Mandate.Tally;

namespace Mandate.Server.Rights;

/// <summary>Each fund at the ends of the last quarters: what the books say, and what it buys.</summary>
internal static class FundFigures
{
    public static IEnumerable<FigureTable> Of(Visit v)
    {
        if (v.State.Planning.Yardstick is not { } measure) return [];
        var rows = v.State.Accounts.Funds.Values.OrderBy(f => f.Title, StringComparer.Ordinal).SelectMany(f => RealTerms.Of(v.State, f, v.Today).Select(q => (IReadOnlyList<Cell>)
        [
            v.Words.Say("real.fund-on", ("fund", f.Title), ("day", v.Words.Date(q.End))), new(AccountRows.Money(v, q.Balance, f.Currency), Number: true),
            q.Change is { } change ? new Cell(AccountRows.Money(v, (long)(q.Balance * change.Real).Floor(), f.Currency), Number: true) : v.Words["real.no-price"],
            q.Change is { } changed ? new Cell(Percent(v, changed.Real - 1), Number: true) : "", v.Words[q.Eroded ? "real.eroded" : "real.kept"],
        ])).ToList();
        return rows.Count == 0 ? [] : [new(
            v.Words["real.funds"], [v.Words["real.fund"], v.Words["real.nominal"], v.Words["real.buys"], v.Words["real.change"], v.Words["real.meaning"]], rows,
            v.Words.Say("real.funds.note", ("series", v.State.Planning.Series[measure.Prices].Title), ("limit", Wording.Quantity.Percent(RealTerms.LimitOf(v.State), v.Words))))];
    }

    /// <summary>A change with its sign.</summary>
    internal static string Percent(Visit v, Fraction change) => (change < 0 ? "\u2212" : "+") + Wording.Quantity.Percent(change < 0 ? 0 - change : change, v.Words);

    /// <summary>What members gained from one day to another, said in one sentence.</summary>
    internal static string Gained(Visit v, DateOnly from, DateOnly to)
    {
        if (v.State.Planning.Yardstick?.Wages is null) return v.Words["real.no-yardstick"];
        return RealTerms.Gained(v.State.Planning, from, to) is { } gained
            ? v.Words.Say("real.gained", ("from", v.Words.Date(gained.From)), ("to", v.Words.Date(gained.To)), ("nominal", Percent(v, gained.Nominal - 1)), ("prices", Percent(v, gained.Prices - 1)), ("real", Percent(v, gained.Real - 1)))
            : v.Words["real.no-figure"];
    }
}
