using Mandate.Organisation.Inspection;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Inspections of bodies and offices: what was found, what was left out, what the inspected answer; above them when each place is due and what inspectors do.</summary>
internal static class InspectionRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Inspection.Inspections.Values.OrderByDescending(i => i.At).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new Row(
        i.Id, v.Words.Say("inspections.of", ("place", PlaceOf(v, i.Place))), i.UnansweredOn(v.Today) ? Meaning.Alarm : i.Over ? Meaning.InForce : Meaning.Pending, StatusOf(v, i),
        [
            ("rights.since", v.Words.Moment(i.At)),
            .. i.Inspectors.IsEmpty ? new[] { ("inspections.draw-from", v.Words.Moment(i.SeedDue)) } : [("inspections.inspectors", string.Join("; ", i.Inspectors.Select(v.NameOrId)))],
            .. i.Reports.SelectMany(r => Report(v, r)),
            .. i.Answer is null && i.AnswerDue is { } due ? new[] { ("rights.answer-by", v.Words.Date(due)) } : [],
            .. i.FollowUps.Select(f => (f.Done ? "inspections.mended" : "inspections.not-mended", $"{f.Account} ({v.NameOrId(f.By)}, {v.Words.Moment(f.At)})")),
            .. Evidence(v, i.Id),
        ],
        [.. Acts(v, i), .. HandOver(v, i.Id)])
    {
        Further =
        [
            .. i.Reports.SelectMany(r => new[] { (v.Words.Say("inspections.found-by", ("who", v.NameOrId(r.By))), r.Text) }.Concat(r.Data is { } data ? [(v.Words["inspections.data"], data)] : [])),
            .. i.Answer is { } answer ? new[] { (v.Words["rights.answer"], answer) } : [],
        ],
    });

    private static string StatusOf(Visit v, BodyInspection i) => i.Over ? "inspections.over" : i.UnansweredOn(v.Today) ? "rights.overdue" : i.Inspectors.IsEmpty ? "inspections.to-draw" : i.Reports.IsEmpty ? "inspections.running" : i.Answer is null ? "inspections.to-answer" : "inspections.answered";

    private static IEnumerable<(string, string)> Report(Visit v, InspectionReport r) =>
    [
        ("inspections.found", v.Words.Say("inspections.found-on", ("who", v.NameOrId(r.By)), ("when", v.Words.Moment(r.At)))),
        ("inspections.left-out", r.LeftOut.Length > 0 ? r.LeftOut : v.Words["inspections.left-out-nothing"]),
    ];

    private static IEnumerable<RowAct> Acts(Visit v, BodyInspection i)
    {
        if (i.Inspectors.IsEmpty) return [new("inspection.draw-inspectors", ("inspection", i.Id))];
        var drawn = v.Person is { } person && i.Inspectors.Contains(person, StringComparer.Ordinal);
        return
        [
            .. drawn && !i.Over ? new[] { new RowAct(i.Reports.Any(r => r.By == v.Person) ? "inspection.follow-up" : "inspection.report", ("inspection", i.Id)), new RowAct("inspection.ask-for", ("complaint", i.Id)) } : [],
            .. i.Answer is null && !i.Reports.IsEmpty ? new[] { new RowAct("inspection.answer", ("inspection", i.Id)) } : [],
        ];
    }

    /// <summary>What was asked for in a complaint or an inspection, and whether it was handed over.</summary>
    internal static IEnumerable<(string, string)> Evidence(Visit v, string of) => v.State.Inspection.Requests.Values.Where(r => r.For == of).OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal)
        .Select(r => ("inspections.evidence", v.Words.Say(r.HandedAt is not null ? "inspections.handed-over" : r.OverdueOn(v.Today) ? "inspections.not-handed-over" : "inspections.to-hand-over", ("what", r.What), ("place", PlaceOf(v, r.From)), ("day", v.Words.Date(r.HandedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : r.Due)))));

    internal static IEnumerable<RowAct> HandOver(Visit v, string of) => v.State.Inspection.Requests.Values.Where(r => r.For == of && r.HandedAt is null && v.Person is { } person && InspectionPlan.Inspected(v.State, r.From, v.Now).Contains(person, StringComparer.Ordinal))
        .OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => new RowAct("inspection.hand-over", ("request", r.Id)));

    public static IEnumerable<FigureTable> Figures(Visit v)
    {
        var plan = InspectionPlan.At(v.State, v.Now);
        yield return new(
            v.Words["inspections.plan"], [v.Words["indicator.place"], v.Words["inspections.last"], v.Words["inspections.due"], v.Words["inspections.state"]],
            [
                .. plan.Where(p => !p.Place.Contains('@', StringComparison.Ordinal)).Select(p => (IReadOnlyList<Cell>)
                    [PlaceOf(v, p.Place), p.Last is { } last ? new Cell(v.Words.Date(DateOnly.FromDateTime(last.At.UtcDateTime)), Page: "/rights/inspections#" + last.Id) : v.Words["inspections.never"], v.Words.Date(p.Due), v.Words[p.OverdueOn(v.Today) ? "inspections.overdue" : "inspections.in-time"]]),
                .. plan.Where(p => p.Place.Contains('@', StringComparison.Ordinal)).GroupBy(p => p.Place.Split('@')[0], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (IReadOnlyList<Cell>)
                    [v.Words.Say("inspections.each", ("place", v.Words.Place(g.Key)), ("count", g.Count())), v.Words.Say("look.x-of-y", ("given", g.Count(p => p.Last is not null)), ("of", g.Count())), v.Words.Date(g.Min(p => p.Due)), v.Words.Say("inspections.so-many-overdue", ("count", g.Count(p => p.OverdueOn(v.Today))))]),
            ],
            v.Words.Say("inspections.plan-note", ("every", InspectionPlan.Every(v.Version.Rules)), ("drawn", InspectionPlan.Inspectors(v.Version.Rules))));
        var work = InspectionWork.On(v.State, v.Today);
        var independence = Independence.At(v.State, v.Now);
        yield return new(
            v.Words["inspections.work"], [v.Words["inspections.inspector"], v.Words["inspections.findings"], v.Words["inspections.open"], v.Words["inspections.drawn"], v.Words["inspections.reports"]],
            [.. work.Inspectors.Select(i => (IReadOnlyList<Cell>)[v.NameOrId(i.Person), Cell.Of(v, i.Findings), Cell.Of(v, i.Open), Cell.Of(v, i.Drawn), Cell.Of(v, i.Reports)])],
            v.Words.Say("inspections.work-note", ("decided", work.Decided), ("cost", work.Cost.Count == 0 ? v.Words["inspections.no-cost"] : string.Join("; ", work.Cost.Select(c => AccountRows.Money(v, (long)c.Value.Ceiling(), c.Key)))))
            + " " + v.Words.Say(independence.AboveLimit ? "inspections.tied-above" : "inspections.tied", ("tied", independence.Tied), ("of", independence.Inspectors)));
    }

    internal static string PlaceOf(Visit v, string place) => Named.Place(v, place) ?? place;
}
