using Mandate.Organisation.Press;
using Mandate.Organisation.Tendencies;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Press() =>
    [
        Act("press.open-debate", f => new OpenDebate(f.NewId("debate"), f.Text("question"), f.Text("to-body"), f.Day("until"), f.Number("words-each"), f.TextOrNone("answers-petition") is { } asked ? [asked] : [], f.TextOrNone("besides-petitions") is null ? [] : f.Several("besides-petitions"), f.TextOrNone("decided-by-motion")),
            Area("question"), BodiesOf("to-body"), new DayInput("until"), new NumberInput("words-each"), ReadyPetitions("answers-petition") with { Optional = true }, Area("besides-petitions") with { Optional = true }, OpenMotions("decided-by-motion") with { Optional = true }),
        Act("press.submit", f => new SubmitPiece(f.NewId("text"), f.Text("title"), f.File("text"), f.Flag("signed"), f.TextOrNone("debate"), f.TextOrNone("press-side"), f.TextOrNone("against-place") is { } against ? [against] : []),
            Line("title"), Area("text"), OneOf("signed", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), OpenDebates("debate") with { Optional = true }, Sides("press-side", own: true) with { Optional = true }, Sides("against-place", own: false) with { Optional = true }),
        Act("press.write-letter", f => new WriteLetter(f.NewId("letter"), f.Text("title"), f.File("text"), f.TextOrNone("letter-unit"), f.TextOrNone("letter-about")), Line("title"), Area("text"), Units("letter-unit") with { Optional = true }, OneOf("letter-about", (v, _) => v.State.Motions.All.Values.OrderByDescending(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal).Take(60).Select(m => (m.Id, v.Title(m))).Concat(v.State.Inspection.All.Values.Where(c => c.Subject.Length > 0).OrderBy(c => c.Id, StringComparer.Ordinal).Take(60).Select(c => (c.Id, c.Subject)))) with { Optional = true }),
        Act("press.explain", f => new ExplainDecision(f.NewId("plain"), f.Text("motion"), f.Text("title"), f.File("text"), f.Text("in-which-language")), Given("motion"), Line("title"), Area("text"),
            OneOf("in-which-language", (v, _) => v.Version.Rules.Languages.Official.Select(l => (l, Wording.Language.Find(l)?.Endonym ?? l)))),
        Act("press.ask", f => new AskAboutExplanation(f.NewId("question"), f.Text("piece"), f.File("text")), Given("piece"), Area("text")),
        Act("press.answer", f => new AnswerReader(f.Text("piece"), f.File("text")), Given("piece"), Area("text")),
        Act("press.report", f => new SubmitReport(f.NewId("report"), f.Text("title"), f.File("text"), f.Text("session"), f.TextOrNone("covers") is null ? [] : f.Several("covers"), f.Choice<ReportedVotes>("votes-given")), Line("title"), Area("text"), HeldSessions("session"), Line("covers") with { Optional = true }, OneOf<ReportedVotes>("votes-given")),
        Act("press.reply", f => new ReplyToPiece(f.NewId("reply"), f.Text("piece"), f.Text("title"), f.File("text")), Given("piece"), Line("title"), Area("text")),
        Act("press.demand-rectification", f => new DemandRectification(f.NewId("demand"), f.Text("piece"), f.File("text")), Given("piece"), Area("text")),
        Act("press.rectify", f => new Rectify(f.Text("piece"), f.File("text")), Given("piece"), Area("text")),
        Act("press.issue", f => new BringOutIssue(f.NewId("issue"), f.Several("pieces")), Area("pieces")),
        Act("press.instruct", f => new InstructEditors(f.NewId("instruction"), f.Text("what")), Area("what")),
        Act("press.protest", f => new ProtestAsEditor(f.NewId("protest"), f.Text("tenure"), f.Text("what")), Given("tenure"), Area("what")),
        Act("press.mail", f => new SendMailing(f.NewId("mailing"), f.Text("tendency"), f.Text("title"), f.File("text"), f.TextOrNone("in-which-language")), Given("tendency"), Line("title"), Area("text"), Tongues("in-which-language")),
        Act("press.translate-mailing", f => new TranslateMailing(f.Text("mailing"), f.Text("in-which-language"), f.File("text")), Given("mailing"), OneOf("in-which-language", MissingTongues), Area("text")),
        Act("press.claim-space", f => new ClaimSpace(f.NewId("claim"), f.Text("debate"), f.Text("press-side"), f.Text("less-of"), f.Text("lot-procedure")), Given("debate"), Sides("press-side", own: true), Area("less-of"), Area("lot-procedure")),
        Act("press.draw-panel", f => new DrawPanel(f.Text("claim"), f.Text("seed")), Given("claim"), Line("seed")),
        Act("press.judge-claim", f => new JudgeClaim(f.Text("claim"), f.Number("words-back"), f.Text("reasons")), Given("claim"), new NumberInput("words-back"), Area("reasons")),
        Act("press.contrast", f => new ContrastPositions(f.NewId("contrast"), f.Text("office-holder"), f.Text("first-position"), f.Text("second-position"), f.Text("remark")), Given("office-holder"), PositionsOf("first-position"), PositionsOf("second-position"), Area("remark")),
        Act("press.answer-contrast", f => new AnswerContrast(f.Text("contrast"), f.Text("answer-to-contrast")), Given("contrast"), Area("answer-to-contrast")),
        Act("tendencies.report", f => new FileMinorityReport(f.NewId("minority"), f.Text("motion"), f.File("text")), Given("motion"), Area("text")),
        Act("tendencies.sign-report", f => new SignMinorityReport(f.Text("report")), Given("report")),
    ];

    /// <summary>Working languages of members in which a mailing has no text.</summary>
    private static IEnumerable<(string, string)> MissingTongues(Keeping.Visit v, Filling f) => v.State.Press.Mailings.GetValueOrDefault(f.Raw("mailing") ?? "") is not { } mailing ? []
        : MailingLanguages.Missing(v.State, mailing, v.Now).Select(l => (l, Wording.Language.Find(l)?.Endonym ?? l));

    private static ChoiceInput ReadyPetitions(string name) => OneOf(name, (v, _) => v.State.Petitions.All.Values.Where(p => p.Due is not null).OrderByDescending(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal).Take(100).Select(p => (p.Id, p.Asks)));

    private static ChoiceInput OpenMotions(string name) => OneOf(name, (v, _) => v.State.Motions.All.Values
        .Where(m => m.Stage is Mandate.Organisation.Motions.MotionStage.Filed or Mandate.Organisation.Motions.MotionStage.OnAgenda).OrderBy(m => m.Title, StringComparer.Ordinal).Take(200).Select(m => (m.Id, m.Title)));

    private static ChoiceInput OpenDebates(string name) => OneOf(name, (v, _) => Discussions.All(v.State).Where(d => d.OpenOn(v.Today)).Select(d => (d.Id, Mandate.Server.Rights.PressRows.Question(v, d))));

    private static ChoiceInput PositionsOf(string name) => OneOf(name, (v, f) => f.TextOrNone("office-holder") is { } person ? Positions.Of(v.State, person, v.Today).Take(200).Select(p => (p.Key, $"{v.Words.Moment(p.At)}: {p.Title}")) : []);

    private static ChoiceInput HeldSessions(string name) => OneOf(name, (v, _) => v.State.Sessions.All.Values.Where(s => s.OpenedAt is not null).OrderByDescending(s => s.Opens).Select(s => (s.Id, $"{v.Words.Place(s.Body)}, {v.Words.Date(s.FirstDay)}")));

    /// <summary>Tendencies that stand, and bodies: those to which whoever acts belongs, or all.</summary>
    private static ChoiceInput Sides(string name, bool own) => OneOf(name, (v, _) =>
        v.State.Tendencies.All.Values.Where(t => t.StandsOn(v.Today) && (!own || v.Person is { } me && t.Speaker == me)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (t.Id, t.Name))
            .Concat(v.Version.Rules.Bodies.Keys.Concat(v.Version.Rules.Offices.Keys).Where(b => !own || v.Person is { } person && v.State.Offices.Holds(person, b, v.Now)).Select(b => (b, v.Words.Place(b)))));
}
