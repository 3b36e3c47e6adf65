using Mandate.Organisation.Press;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>The bulletin as a register: debates with the space of each side, what has appeared, what appears on which day, mailings.</summary>
internal static class PressRows
{
    public static IEnumerable<Row> Of(Visit v) =>
    [
        .. Discussions.All(v.State).Where(d => d.From <= v.Today || !d.Everybody).Select(d => Debate(v, d)),
        .. v.State.Press.Claims.Values.OrderByDescending(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => Claim(v, c)),
        .. v.State.Press.Pieces.Values.Where(p => p.PublicOn(v.Today)).OrderByDescending(p => p.Appears).ThenBy(p => p.Place ?? int.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => Piece(v, p)),
        .. v.State.Press.Pieces.Values.Where(p => !p.PublicOn(v.Today)).OrderBy(p => p.Appears ?? DateOnly.MaxValue).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => Piece(v, p)),
        .. v.State.Press.Mailings.Values.OrderByDescending(m => m.At).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m => new Row(
            m.Id, m.Title, Meaning.InForce, "press.mailed", [("press.side", Side(v, m.Tendency)), ("press.appeared", v.Words.Moment(m.At)), .. m.Sent + m.Refused == 0 ? Array.Empty<(string, string)>() : [("mailing.sent", v.Words.Say("mailing.figures", ("sent", m.Sent), ("refused", m.Refused), ("members", v.State.Roll.Members.Values.Count(x => x.Counts))))], .. MailingFigures.Of(v, m)], MailingFigures.Waits(v, m) ? [new("press.translate-mailing", ("mailing", m.Id))] : []) { Text = m.Text, Mailing = m }),
        .. v.State.Press.Instructions.Values.OrderByDescending(i => i.At).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new Row(
            i.Id, i.What, Meaning.Pending, "press.instruction", [("rights.by", v.NameOrId(i.By)), ("press.appeared", v.Words.Moment(i.At))], [])),
    ];

    private static Row Debate(Visit v, Debate d) => new(
        d.Id, Question(v, d), End(v, d) switch { DebateEnd.Open => Meaning.InForce, DebateEnd.Decided => Meaning.Past, _ => Meaning.Pending }, "press.debate." + End(v, d),
        [
            .. d.Everybody ? new[] { ("press.opened-by", v.Words["press.opened-by-clause"]), ("press.words-each", v.Words.Number(d.Words)) } : [],
            ("press.decided-by", v.Words.Place(d.Body)), ("rights.from", v.Words.Date(d.From)), ("rights.until", v.Words.Date(d.Until)),
            .. d.Answers.Select(a => ("press.answers-petition", v.State.Petitions.All[a].Asks)),
            .. d.Motion is { } motion && v.State.Motions.Find(motion) is { } decides ? new[] { ("press.decides", decides.Title) } : [],
            ("press.took-part", v.Words.Say("press.took-part-of", ("texts", v.State.Press.Pieces.Values.Count(p => p.Debate == d.Id)), ("authors", v.State.Press.Pieces.Values.Where(p => p.Debate == d.Id).Select(p => p.Author).Distinct(StringComparer.Ordinal).Count()))),
        ],
        d.OpenOn(v.Today) ? [new("press.submit", ("debate", d.Id)), .. d.Everybody ? [] : Claiming(v, d)] : End(v, d) == DebateEnd.OpenQuestion ? [new("petitions.start", ("to-body", d.Body), ("asks", d.Question))] : []);

    /// <summary>Whoever writes for a side is offered to claim its share.</summary>
    private static IEnumerable<RowAct> Claiming(Visit v, Debate d) =>
        v.Person is { } person && v.State.Press.Pieces.Values.Any(p => p.Debate == d.Id && p.Author == person) ? [new RowAct("press.claim-space", ("debate", d.Id))] : [];

    /// <summary>What a debate is about: its question, or the meeting before which it opened by itself.</summary>
    internal static string Question(Visit v, Debate d) => d.Session is { } id && v.State.Sessions.Find(id) is { } session
        ? v.Words.Say("press.discussion-before", ("place", v.Words.Place(session.Body)), ("day", v.Words.Date(session.FirstDay))) : d.Question;

    private static Row Claim(Visit v, SpaceClaim c)
    {
        var credit = SpaceClaims.Credit(v.State, c, v.Today);
        return new(
            c.Id, v.Words.Say("press.claim-of", ("side", Side(v, c.Side)), ("question", v.State.Press.Debates[c.Debate].Question)), credit is null ? Meaning.Pending : Meaning.InForce, credit is null ? "press.claim-open" : credit > 0 ? "press.claim-granted" : "press.claim-none",
            [
                ("press.claim-what", c.What), ("press.claim-due", v.Words.Date(c.Due)),
                .. c.Panel.IsEmpty ? new[] { ("press.claim-lot", c.SeedProcedure) } : [("press.panel", v.Words.Say("press.panel-of", ("judged", c.Judged.Length), ("of", c.Panel.Length)))],
                .. c.Judged.Select(j => ("press.claim-reason", v.Words.Say("press.claim-judged", ("words", j.Words), ("reasons", j.Reasons)))),
                .. credit is { } words ? new[] { ("press.claim-back", v.Words.Number(words)) } : [],
            ],
            credit is not null ? [] : c.Panel.IsEmpty ? [new("press.draw-panel", ("claim", c.Id))] : v.Person is { } person && c.Panel.Contains(person, StringComparer.Ordinal) ? [new("press.judge-claim", ("claim", c.Id))] : []);
    }

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
            !open ? p is { Kind: PieceKind.Question, RectifiedAt: null } ? [new("press.answer", ("piece", p.Id))] : [] : p.Kind is PieceKind.Explanation ? [new("press.ask", ("piece", p.Id))] : p.Kind is PieceKind.Question ? p.RectifiedAt is null ? [new("press.answer", ("piece", p.Id))] : [] : [.. Replying(v, p) ? [new RowAct("press.reply", ("piece", p.Id))] : Array.Empty<RowAct>(), p.Kind == PieceKind.Rectification ? new("press.rectify", ("piece", p.Id)) : new("press.demand-rectification", ("piece", p.Id))])
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

    /// <summary>Whom it is against is offered a reply, and said why not where it is not they; others only where they have the right.</summary>
    private static bool Replying(Visit v, Piece p) => !p.Against.IsEmpty || v.Person is { } person && Replies.RightOf(v.State, p, person, v.Now) is not null;

    /// <summary>The form of a motion with the author's words filled in.</summary>
    private static string Motion(Visit v, Piece p, string text) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
        "/act/motions.file", [KeyValuePair.Create("title", (string?)p.Title), KeyValuePair.Create("text-" + v.Version.Rules.Languages.Official[0], (string?)text.Trim())]);

    /// <summary>What it quotes, compared with the sources it names.</summary>
    private static IEnumerable<(string, string)> Quoted(Visit v, Piece p) => v.Text(p.Text) is not { } text ? []
        : Quotations.In(text).Take(10).SelectMany(q => new[] { ("press.quotation", v.Words.Say("press.quoted", ("words", Short(q.Words, 80)), ("verdict", Quotations.Check(q, (kind, id) => Source(v, kind, id))))) }
            .Concat(Context(v, q) is { } context ? [(q.Own ? "press.source-says" : "press.context", Short(context, 600))] : Array.Empty<(string, string)>()));

    private static string Short(string text, int most) => text.Length > most ? text[..most] + "…" : text;

    /// <summary>The paragraph in which a quotation stands, or the whole source of what is told in its author's own words; null where it is closed or says no more.</summary>
    private static string? Context(Visit v, Quotation q) =>
        q is not { Kind: { } kind, Source: { } id } || Source(v, kind, id) is not { Length: > 0 } source ? null
        : q.Own ? source.Trim() : Quotations.Context(q.Words, source) is { } paragraph && paragraph.Length > q.Words.Length + 2 ? paragraph : null;

    private static string? Source(Visit v, string kind, string id) => kind switch
    {
        "document" when v.State.Documents.All.TryGetValue(id, out var document) => document.Text is { } open ? v.Text(open) : "",
        "piece" when v.State.Press.Pieces.TryGetValue(id, out var piece) => piece.PublicOn(v.Today) ? v.Text(piece.Text) : "",
        "motion" when v.State.Motions.Find(id) is { } motion => string.Join('\n', motion.Versions.SelectMany(version => version.Texts.Values).Distinct(StringComparer.Ordinal).Select(v.Text)),
        _ => null,
    };

    internal static string Side(Visit v, string side) => v.State.Tendencies.All.ContainsKey(side) || v.State.Federation.Committees.ContainsKey(side) ? Senders.NameOf(v.State, side) : v.State.Roll.Unit(side) is { } unit ? unit.Name : v.Words.Place(side);
}
