using Mandate.Organisation.Press;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>The bulletin as a register: debates with the space of each side, what has appeared, what appears on which day, mailings.</summary>
internal static class PressRows
{
    public static IEnumerable<Row> Of(Visit v) =>
    [
        .. v.State.Press.Debates.Values.OrderByDescending(d => d.Until).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d => Debate(v, d)),
        .. v.State.Press.Pieces.Values.Where(p => p.PublicOn(v.Today)).OrderByDescending(p => p.Appears).ThenBy(p => p.Place ?? int.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => Piece(v, p)),
        .. v.State.Press.Pieces.Values.Where(p => !p.PublicOn(v.Today)).OrderBy(p => p.Appears ?? DateOnly.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => Piece(v, p)),
        .. v.State.Press.Mailings.Values.OrderByDescending(m => m.At).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m => new Row(
            m.Id, m.Title, Meaning.InForce, "press.mailed", [("press.side", Side(v, m.Tendency)), ("press.appeared", v.Words.Moment(m.At)), .. m.Sent + m.Refused == 0 ? Array.Empty<(string, string)>() : [("mailing.sent", v.Words.Say("mailing.figures", ("sent", m.Sent), ("refused", m.Refused), ("members", v.State.Roll.Members.Values.Count(x => x.Counts))))]], []) { Text = m.Text, Mailing = m }),
        .. v.State.Press.Instructions.Values.OrderByDescending(i => i.At).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new Row(
            i.Id, i.What, Meaning.Pending, "press.instruction", [("rights.by", v.NameOrId(i.By)), ("press.appeared", v.Words.Moment(i.At))], [])),
    ];

    private static Row Debate(Visit v, Debate d) => new(
        d.Id, d.Question, d.OpenOn(v.Today) ? Meaning.InForce : Meaning.Past, d.OpenOn(v.Today) ? "press.debate-open" : "rights.ended",
        [
            ("press.decided-by", v.Words.Place(d.Body)), ("rights.from", v.Words.Date(d.From)), ("rights.until", v.Words.Date(d.Until)),
            .. v.State.Press.SpaceOf(d.Id, v.Today).Select(s => ("press.space", v.Words.Say("press.space-of", ("side", Side(v, s.Side)), ("words", s.Published), ("most", d.Words), ("filed", s.Filed)))),
        ],
        d.OpenOn(v.Today) ? [new("press.submit", ("debate", d.Id))] : []);

    private static Row Piece(Visit v, Piece p)
    {
        var open = p.PublicOn(v.Today);
        return new(
            p.Id, p.Title, p.UnansweredOn(v.Today) ? Meaning.Alarm : open ? Meaning.InForce : Meaning.Pending,
            p.UnansweredOn(v.Today) ? "press.unanswered" : open ? "press.public" : p.Appears is null ? "press.waits" : "press.appears-by-itself",
            [
                ("press.kind", v.Words.Value(p.Kind)),
                .. p.Signed ? new[] { ("press.author", v.NameOrId(p.Author)) } : [],
                .. p.Side is { } side ? new[] { ("press.side", Side(v, side)) } : [],
                .. p.Against.Select(a => ("press.against", Side(v, a))),
                .. p.To is { } to ? new[] { ("press.answers", v.State.Press.Pieces[to].Title) } : [],
                ("press.words", v.Words.Number(p.Words)),
                .. p.Appears is { } day ? new[] { (open ? "press.appeared" : "press.appears", v.Words.Date(day)) } : [],
                .. p.Place is { } place ? new[] { ("press.place", v.Words.Number(place)) } : [],
            ],
            !open ? [] : [.. p.Against.IsEmpty ? Array.Empty<RowAct>() : [new("press.reply", ("piece", p.Id))], p.Kind == PieceKind.Rectification ? new("press.rectify", ("piece", p.Id)) : new("press.demand-rectification", ("piece", p.Id))])
        {
            // What is not out yet is for its day; a demand that was met shows what was put right.
            Text = open ? p.Rectified ?? p.Text : null,
        };
    }

    private static string Side(Visit v, string side) => v.State.Tendencies.All.TryGetValue(side, out var tendency) ? tendency.Name : v.Words.Place(side);
}
