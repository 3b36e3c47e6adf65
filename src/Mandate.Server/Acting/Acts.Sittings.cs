using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>Reports and who gives them, closed doors, accusations, hours, treatment in plenary, and the course of a proposal over sessions.</summary>
    private static IEnumerable<ActDefinition> Sittings() =>
    [
        Act("sessions.nominate-rapporteur", f => new NominateRapporteur(f.Text("session"), f.Text("item"), f.Person("person")), Given("session"), Given("item"), new PersonsInput("person")),
        Act("sessions.answer-rapporteur", f => new AnswerRapporteur(f.Text("session"), f.Text("item"), f.Flag("accepts"), f.TextOrNone("reason-if-not")), Given("session"), Given("item"), YesOrNo("accepts"), Area("reason-if-not") with { Optional = true }),
        Writing("sessions.choose-rapporteur", f => new ChooseRapporteur(f.Text("session"), f.Text("item"), f.Person("person")), Given("session"), Given("item"), Given("person")),
        Act("sessions.back-rapporteur", f => new BackRapporteur(f.Text("session"), f.Text("item"), f.Person("person")), Given("session"), Given("item"), Given("person")),
        Act("sessions.file-report", Report, Given("session"), Given("item"), Line("title"), new TextsInput("text"), YesOrNo("report-of-body")),
        Act("sessions.close-doors", f => new CloseDoors(f.Text("session"), f.NewId("closed"), f.Choice<ClosedGround>("closed-ground"), f.Text("reason"), f.Day("sealed-until")), Given("session"), OneOf<ClosedGround>("closed-ground"), Area("reason"), new DayInput("sealed-until")),
        Act("sessions.open-doors", f => new OpenDoors(f.Text("session"), f.Text("closing")), Given("session"), Given("closing")),
        Act("sessions.seal-minutes", f => new SealMinutes(f.Text("session"), f.Text("closing"), f.Text("sealed-document")), Given("session"), Given("closing"),
            OneOf("sealed-document", (v, _) => v.State.Documents.All.Values.Where(d => d.Text is null).OrderByDescending(d => d.At).Select(d => (d.Id, d.Title)))),
        Act("sessions.record-accusation", f => new RecordAccusation(f.Text("session"), f.NewId("accusation"), f.Person("person"), f.Text("agenda-item"), f.File("accusation")), Given("session"), new PersonsInput("person"), OpenItems("agenda-item"), Area("accusation")),
        Act("sessions.answer-accusation", f => new AnswerAccusation(f.Text("session"), f.Text("accused"), f.File("answer-text")), Given("session"), Given("accused"), Area("answer-text")),
        Act("sessions.set-hour", f => new SetHour(f.Text("session"), f.Text("item"), f.Moment("hour"), f.Text("otherwise")), Given("session"), Given("item"), new MomentInput("hour"), Area("otherwise")),
        Writing("sessions.demand-plenary", f => new DemandPlenary(f.Text("session"), f.Text("item"), f.TextOrNone("unit"), f.TextOrNone("unit-vote")), Given("session"), Given("item"), Units("unit") with { Optional = true }, UnitVotes("unit-vote")),
        Act("sessions.declare-silence", f => new DeclareSilence(f.Text("session"), f.Text("item"), f.Text("side")), Given("session"), Given("item"), Given("side")),
        Act("motions.carry-up", f => new CarryUp(f.NewId("motion"), f.Text("motion"), f.Text("next-session")), Given("motion"),
            OneOf("next-session", (v, f) => f.Raw("motion") is { } id && v.State.Motions.Find(id) is { } motion && v.State.Sessions.Find(motion.Session) is { } held
                ? v.State.Sessions.All.Values.Where(s => s.Stage == SessionStage.Convened && Course.Next(v.Version.Rules, held.Body).Contains(s.Body, StringComparer.Ordinal)).OrderBy(s => s.Opens).Select(s => (s.Id, Home.Describe.Session(v, s))) : [])),
        Act("motions.lay-before-base", f => new LayBeforeBase(f.Text("motion")), Given("motion")),
        Act("motions.form-package", f => new FormPackage(f.NewId("package"), f.Text("title"), [.. f.Several("parts-of-package")]), Line("title"), Area("parts-of-package")),
        Act("motions.reopen", f => new ReopenDecision(f.Text("motion"), f.Text("reason"), f.TextOrNone("new-fact")), Given("motion"), Area("reason"),
            OneOf("new-fact", (v, _) => v.State.Documents.All.Values.Where(d => d.ReleasedAt is not null).OrderByDescending(d => d.ReleasedAt).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d => (d.Id, d.Title))) with { Optional = true }),
    ];

    /// <summary>A report of one's own, or the proposal to the body to make it the body's by a decision in writing.</summary>
    private static Command Report(Filling f)
    {
        var report = new FileReport(f.Text("session"), f.NewId("report"), f.Text("item"), f.Text("title"), f.Texts("text"));
        if (!f.Flag("report-of-body") || Reports.BodyOf(report.Item) is not { } body) return report;
        return new ProposeAct(f.NewId("writing"), body, f.Visit.Version.Rules.Bodies.GetValueOrDefault(body)?.Per is null ? null : f.Visit.State.Sessions.Find(report.Session)?.Unit, report);
    }
}
