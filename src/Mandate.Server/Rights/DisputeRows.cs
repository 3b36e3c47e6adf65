using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Disputes of units with bodies, each told as the record has it, and how those of each year ended.</summary>
internal static class DisputeRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Federation.Disputes.Values.OrderByDescending(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d =>
    {
        var outcome = d.OutcomeOn(v.Today);
        return new Row(
            d.Id, $"{v.UnitName(d.Unit)}: {About(v, d)}",
            outcome == DisputeOutcome.Open ? Meaning.Pending : outcome == DisputeOutcome.ForUnit ? Meaning.Alarm : Meaning.Past, "disputes.outcome." + outcome,
            [
                ("disputes.ground", v.Words.Value(d.Ground)), ("field.reason", d.Reason), ("disputes.against", v.Words.Place(d.Against.Split('@')[0])), ("disputes.judge", d.SeedProcedure is null ? v.Words.Place(d.Judge) : v.Words["disputes.panel"]),
                .. d.SeedProcedure is { } procedure ? new[] { ("disputes.seed", procedure) } : [], .. d.Panel.IsEmpty ? Array.Empty<(string, string)>() : [("disputes.on-panel", v.Words.Say("disputes.panel-of", ("own", d.Panel.Count(p => v.State.Roll.Member(p) is { } m && v.State.Roll.LiesIn(m.Unit, d.Unit))), ("of", d.Panel.Length), ("found", d.Findings.Count)))],
                .. Told(v, d).OrderBy(t => t.At).Select(t => ("disputes.when", v.Words.Say("disputes.told", ("when", v.Words.Moment(t.At)), ("what", t.What)))),
                .. outcome == DisputeOutcome.Open ? new[] { ("disputes.stays", v.Words.Date(d.Stays)) } : [], .. d.Reasons is { } reasons ? new[] { ("disputes.reasons", reasons) } : [],
            ],
            d.SettledAt is not null ? [] : d.SeedProcedure is null ? [new("federation.settle", ("dispute", d.Id))] : d.Panel.IsEmpty ? [new("federation.draw-panel", ("dispute", d.Id))] : [new("federation.find", ("dispute", d.Id))]);
    });

    public static IEnumerable<FigureTable> Figures(Visit v)
    {
        DisputeOutcome[] all = [DisputeOutcome.ForUnit, DisputeOutcome.ForBody, DisputeOutcome.NotSettled, DisputeOutcome.Open];
        yield return new(
            v.Words["disputes.by-year"], [v.Words["disputes.year"], v.Words["disputes.ground"], .. all.Select(o => v.Words["disputes.outcome." + o])],
            [.. Disputes.ByYear(v.State, v.Today).Select(y => (IReadOnlyList<Cell>)[y.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), v.Words.Value(y.Ground), .. all.Select(o => Cell.Of(v, y.Ended.GetValueOrDefault(o)))])]);
    }

    /// <summary>What the record says of an order or mission and of the dispute, in the order in which it happened: no party tells it.</summary>
    private static IEnumerable<(DateTimeOffset At, string What)> Told(Visit v, Dispute d)
    {
        if (v.State.Federation.Orders.GetValueOrDefault(d.Of) is { } order)
        {
            yield return (order.At, v.Words["disputes.ordered"]);
            if (order.Acknowledged.TryGetValue(d.Unit, out var acknowledged)) yield return (acknowledged, v.Words["disputes.acknowledged"]);
            if (order.Plans.TryGetValue(d.Unit, out var plan)) yield return (plan.At, v.Words["disputes.planned"]);
            if (order.CarriedOut.TryGetValue(d.Unit, out var carried)) yield return (carried, v.Words["disputes.carried-out"]);
            if (order.CountermandedAt is { } back) yield return (back, v.Words["rights.taken-back"]);
        }
        else if (v.State.Federation.Missions[d.Of] is var mission)
        {
            yield return (new DateTimeOffset(mission.From, TimeOnly.MinValue, TimeSpan.Zero), v.Words["disputes.sent"]);
            foreach (var note in mission.Objections) yield return (note.At, note.Text);
        }
        yield return (d.At, v.Words["disputes.filed"]);
        if (d.SettledAt is { } settled) yield return (settled, v.Words["disputes.outcome." + d.OutcomeOn(v.Today)]);
    }

    private static string About(Visit v, Dispute d) => v.State.Federation.Orders.GetValueOrDefault(d.Of)?.What ?? v.State.Federation.Missions.GetValueOrDefault(d.Of)?.Purpose ?? d.Of;
}
