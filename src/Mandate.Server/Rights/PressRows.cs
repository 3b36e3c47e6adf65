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
        d.Id, d.Question, End(v, d) switch { DebateEnd.Open => Meaning.InForce, DebateEnd.Decided => Meaning.Past, _ => Meaning.Pending }, "press.debate." + End(v, d),
        [
            ("press.decided-by", v.Words.Place(d.Body)), ("rights.from", v.Words.Date(d.From)), ("rights.until", v.Words.Date(d.Until)),
            .. d.Answers.Select(a => ("press.answers-petition", v.State.Petitions.All[a].Asks)),
            .. d.Motion is { } motion && v.State.Motions.Find(motion) is { } decides ? new[] { ("press.decides", decides.Title) } : [],
            ("press.took-part", v.Words.Say("press.took-part-of", ("texts", v.State.Press.Pieces.Values.Count(p => p.Debate == d.Id)), ("authors", v.State.Press.Pieces.Values.Where(p => p.Debate == d.Id).Select(p => p.Author).Distinct(StringComparer.Ordinal).Count()))),
        ],
        d.OpenOn(v.Today) ? [new("press.submit", ("debate", d.Id))] : End(v, d) == DebateEnd.OpenQuestion ? [new("petitions.start", ("to-body", d.Body), ("asks", d.Question))] : []);

    private static DebateEnd End(Visit v, Debate d) => SpaceMeter.EndOf(v.State, d, v.Today);

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
                .. p.Side is not null && !v.State.Tendencies.All.ContainsKey(p.Side) && p.Kind == PieceKind.Article ? new[] { ("press.byline", v.Words[p.InName ? "press.in-name" : "press.personal"]) } : [],
                .. p.Unit is { } unit ? new[] { ("press.to-unit", v.UnitName(unit)) } : [],
                .. p.Kind == PieceKind.Letter ? new[] { ("press.received", v.Words.Moment(p.At)) } : [],
                .. open ? Quoted(v, p) : [],
                .. p.Against.Select(a => ("press.against", Side(v, a))),
                .. p.To is { } to ? new[] { ("press.answers", v.State.Press.Pieces[to].Title) } : [],
                ("press.words", v.Words.Number(p.Words)),
                .. p.Appears is { } day ? new[] { (open ? "press.appeared" : "press.appears", v.Words.Date(day)) } : [],
                .. p.Place is { } place ? new[] { ("press.place", v.Words.Number(place)) } : [],
            ],
            !open ? p is { Kind: PieceKind.Question, RectifiedAt: null } ? [new("press.answer", ("piece", p.Id))] : [] : p.Kind is PieceKind.Explanation ? [new("press.ask", ("piece", p.Id))] : p.Kind is PieceKind.Question ? p.RectifiedAt is null ? [new("press.answer", ("piece", p.Id))] : [] : [.. p.Against.IsEmpty ? Array.Empty<RowAct>() : [new("press.reply", ("piece", p.Id))], p.Kind == PieceKind.Rectification ? new("press.rectify", ("piece", p.Id)) : new("press.demand-rectification", ("piece", p.Id))])
        {
            // What is not out yet is for its day; a demand that was met shows what was put right.
            Text = open ? p.Rectified ?? p.Text : null,
            Links =
            [
                .. p.Session is { } session ? new[] { ("press.whole-record", $"/sessions/{session}/minutes") } : [],
                .. p.Kind is PieceKind.Explanation && p.About is { } about ? new[] { ("plain.binding", "/motions/" + about) } : [],
                .. open && p.Kind is PieceKind.Article or PieceKind.Letter && v.Person is not null && v.Text(p.Text) is { Length: < 3000 } text ? new[] { ("press.make-motion", Motion(v, p, text)) } : [],
            ],
        };
    }

    /// <summary>The form of a motion with the author's words filled in.</summary>
    private static string Motion(Visit v, Piece p, string text) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
        "/act/motions.file", [KeyValuePair.Create("title", (string?)p.Title), KeyValuePair.Create("text-" + v.Version.Rules.Languages.Official[0], (string?)text.Trim())]);

    /// <summary>What it quotes, compared with the sources it names.</summary>
    private static IEnumerable<(string, string)> Quoted(Visit v, Piece p) => v.Text(p.Text) is not { } text ? []
        : Quotations.In(text).Take(10).Select(q => ("press.quotation", v.Words.Say("press.quoted", ("words", q.Words.Length > 80 ? q.Words[..80] + "…" : q.Words), ("verdict", Quotations.Check(q, (kind, id) => Source(v, kind, id))))));

    private static string? Source(Visit v, string kind, string id) => kind switch
    {
        "document" when v.State.Documents.All.TryGetValue(id, out var document) => document.Text is { } open ? v.Text(open) : "",
        "piece" when v.State.Press.Pieces.TryGetValue(id, out var piece) => piece.PublicOn(v.Today) ? v.Text(piece.Text) : "",
        "motion" when v.State.Motions.Find(id) is { } motion => string.Join('\n', motion.Versions.SelectMany(version => version.Texts.Values).Distinct(StringComparer.Ordinal).Select(v.Text)),
        _ => null,
    };

    internal static string Side(Visit v, string side) => v.State.Tendencies.All.TryGetValue(side, out var tendency) ? tendency.Name : v.Words.Place(side);
}
