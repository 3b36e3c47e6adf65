using Mandate.Organisation.Press;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>The space of each side in the debates, and the delay of each letter.</summary>
internal static class PressFigures
{
    public static IEnumerable<FigureTable> Of(Visit v)
    {
        foreach (var discussion in Discussions.All(v.State).Where(d => d.Everybody).Take(2))
            yield return new(
                v.Words.Say("press.daily", ("question", PressRows.Question(v, discussion))), [v.Words["press.daily.day"], v.Words["press.daily.texts"], v.Words["press.daily.authors"], v.Words["press.meter.words"]],
                [.. SpaceMeter.Daily(v.State, discussion, v.Today).Take(60).Select(d => (IReadOnlyList<Cell>)[v.Words.Date(d.Day), Cell.Of(v, d.Texts), Cell.Of(v, d.Authors), Cell.Of(v, d.Words)])],
                v.Words["press.daily.note"]);
        foreach (var debate in Discussions.All(v.State).Where(d => !d.Everybody).Take(5))
            yield return new(
                v.Words.Say("press.meter", ("question", debate.Question)), [v.Words["press.side"], v.Words["press.meter.pieces"], v.Words["press.meter.words"], v.Words["press.meter.filed"], v.Words["press.place"], v.Words["press.meter.days"], v.Words["press.meter.mailings"]],
                [.. SpaceMeter.Of(v.State, debate, v.Today).Select(s => (IReadOnlyList<Cell>)
                [
                    PressRows.Side(v, s.Side), Cell.Of(v, s.Pieces), new(v.Words.Say("press.meter.of", ("given", s.Words), ("most", debate.Words))), Cell.Of(v, s.Filed),
                    new(s.Best is { } best ? v.Words.Number(best) : v.Words["press.meter.none"], Number: true), Cell.Of(v, s.Days), new(s.Mailings is { } mailings ? v.Words.Number(mailings) : v.Words["press.meter.none"], Number: true),
                ])],
                v.Words["press.meter.note"]);
        foreach (var table in MailingFigures.Table(v)) yield return table;
        yield return new(
            v.Words["press.letters"], [v.Words["press.letter"], v.Words["press.received"], v.Words["press.appears"]],
            [.. v.State.Press.Pieces.Values.Where(p => p.Kind == PieceKind.Letter).OrderByDescending(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal).Take(20)
                .Select(p => (IReadOnlyList<Cell>)[p.PublicOn(v.Today) ? new Cell(p.Title, Page: "/rights/press#" + p.Id) : p.Title, v.Words.Moment(p.At), p.Appears is { } day ? v.Words.Date(day) : ""])]);
    }
}
