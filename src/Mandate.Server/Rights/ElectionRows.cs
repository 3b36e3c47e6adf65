using System.Globalization;
using Mandate.Organisation.Offices;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Elective places held by appointment, elections promised, and month by month what was due, promised and held.</summary>
internal static class ElectionRows
{
    /// <summary>Places shown; the figures count all.</summary>
    private const int Shown = 200;

    public static IEnumerable<Row> Of(Visit v) =>
    [
        .. PromisedElections.Appointed(v.State, v.Now).Take(Shown).Select(a => new Row(
            a.Tenure.Id, Describe.Seat(v, a.Tenure.Seat), a.Due < v.Today || a.Due is null ? Meaning.Alarm : Meaning.Pending, a.Promise is not null ? "elections.promised" : a.Due is null ? "elections.no-date" : "elections.appointed",
            [
                ("elections.holder", v.NameOrId(a.Tenure.Person)), .. a.Appointer is { } by ? new[] { ("elections.appointer", v.State.Roll.Member(by) is null ? v.Words.Place(by.Split('@')[0]) : v.NameOrId(by)) } : [],
                ("rights.since", v.Words.Moment(a.Tenure.From)), .. a.Due is { } due ? new[] { ("elections.due", v.Words.Date(due)) } : [],
            ],
            a.Promise is null ? [new("offices.promise-election", ("elective-place", a.Tenure.Seat.Group is { } group ? $"{a.Tenure.Seat.Of}/{group}" : a.Tenure.Seat.Of), ("unit", a.Tenure.Seat.Unit ?? ""))] : [])),
        .. v.State.Offices.Promises.Values.OrderByDescending(p => p.By).ThenBy(p => p.Id, StringComparer.Ordinal).Take(Shown).Select(p =>
        {
            var kept = PromisedElections.KeptOn(v.State, p);
            return new Row(
                p.Id, v.Words.Say("elections.promise-of", ("place", Describe.Seat(v, p.Seat))), kept is not null ? kept <= p.By ? Meaning.InForce : Meaning.Past : p.By < v.Today ? Meaning.Alarm : Meaning.Pending,
                kept is not null ? kept <= p.By ? "elections.kept" : "elections.kept-late" : p.By < v.Today ? "elections.broken" : "rights.due",
                [("rights.by", v.NameOrId(p.Person)), ("rights.due-on", v.Words.Date(p.By)), .. kept is { } on ? new[] { ("elections.held-on", v.Words.Date(on)) } : []], []);
        }),
    ];

    public static IEnumerable<FigureTable> Figures(Visit v)
    {
        var months = PromisedElections.ByMonth(v.State, v.Now).SkipWhile(m => m is { Due: 0, Promised: 0, Kept: 0, Held: 0 }).ToList();
        yield return new(
            v.Words["elections.months"], [v.Words["elections.month"], v.Words["elections.terms-ended"], v.Words["elections.were-promised"], v.Words["elections.were-kept"], v.Words["elections.were-held"]],
            [.. months.Select(m => (IReadOnlyList<Cell>)[$"{v.Words.Month(m.Month)} {m.Month.Year.ToString(CultureInfo.InvariantCulture)}", Cell.Of(v, m.Due), Cell.Of(v, m.Promised), Cell.Of(v, m.Kept), Cell.Of(v, m.Held)])],
            v.Words["elections.months.note"]);
    }
}
