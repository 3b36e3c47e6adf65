using System.Collections.Immutable;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Undertakings;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Rights() =>
    [
        Act("petitions.start", f => new StartPetition(f.NewId("petition"), f.Text("to-body"), f.Text("asks")), BodiesOf("to-body"), Area("asks")),
        Act("petitions.sign", f => new SignPetition(f.Text("petition")), Given("petition")),
        Act("petitions.answer", f => new AnswerPetition(f.Text("petition"), f.Choice<Reply>("reply"), f.Text("reason"), f.TextOrNone("session")), Given("petition"), OneOf<Reply>("reply"), Area("reason"), ComingSessions("session") with { Optional = true }),
        Act("undertakings.take", f => new TakeUndertaking(f.NewId("undertaking"), f.Choice<Duty>("duty"), f.Text("what"), f.Day("due"), f.TextOrNone("motion")), OneOf<Duty>("duty"), Area("what"), new DayInput("due"), Adopted("motion") with { Optional = true }),
        Act("undertakings.report", f => new ReportUndertaking(f.Text("undertaking"), f.Flag("done-or-not"), f.Text("account")), Given("undertaking"), OneOf("done-or-not", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("account")),
        Act("undertakings.take-over", f => new TakeOverUndertaking(f.Text("undertaking")), Given("undertaking")),
        Act("tendencies.form", f => new FormTendency(f.NewId("tendency"), f.Text("name"), f.File("platform"), f.Day("until")), Line("name"), Area("platform"), new DayInput("until")),
        Act("tendencies.join", f => new JoinTendency(f.Text("tendency")), Given("tendency")),
        Act("tendencies.leave", f => new LeaveTendency(f.Text("tendency")), Given("tendency")),
        Act("documents.deposit", f => new DepositDocument(f.NewId("document"), f.Text("title"), f.Text("commitment"), f.TextOrNone("to-body") is { } to ? [to] : [], f.Day("release")), Line("title"), Line("commitment"), BodiesOf("to-body") with { Optional = true }, new DayInput("release")),
        Act("documents.receive", f => new ReceiveDocument(f.Text("document")), Given("document")),
        Act("documents.release", f => new ReleaseDocument(f.Text("document"), f.File("text")), Given("document"), Area("text")),
        Act("inspection.complain", f => new Complain(f.NewId("complaint"), f.Several("against"), f.Text("subject-line"), f.Text("commitment"), f.Text("procedure")), TenuresInput("against"), Line("subject-line"), Line("commitment"), Area("procedure")),
        Act("inspection.reply", f => new ReplyToComplaint(f.Text("complaint"), f.Text("commitment")), Given("complaint"), Line("commitment")),
        Act("inspection.step-aside", f => new StepAside(f.Text("complaint"), f.Text("reason")), Given("complaint"), Area("reason")),
        Act("inspection.draw-jury", f => new DrawJury(f.Text("complaint"), f.Text("seed")), Given("complaint"), Line("seed")),
        Act("inspection.stay", f => new StayMeasure(f.Text("complaint"), f.Text("measure"), f.Day("until")), Given("complaint"), Line("measure"), new DayInput("until")),
        Act("inspection.find", f => new FindOnComplaint(f.Text("complaint"), f.Flag("upheld"), f.Text("reason")), Given("complaint"), OneOf("upheld", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("reason")),
        Act("restrictions.enter", f => new EnterRestriction(f.NewId("restriction"), f.Text("motion"), f.Choice<Liberty>("liberty"), [], f.Text("purpose"), f.Text("occasion"), f.DayOrNone("until")), Given("motion"), OneOf<Liberty>("liberty"), Area("purpose"), Line("occasion"), new DayInput("until") { Optional = true }),
        Act("restrictions.use", f => new UseRestriction(f.NewId("use"), f.Text("restriction"), f.Text("used-against"), f.Text("occasion"), f.Text("reason")), Given("restriction"), Line("used-against"), Line("occasion"), Area("reason")),
        Act("federation.countermand", f => new CountermandOrder(f.Text("order"), f.Text("reason")), Given("order"), Area("reason")),
        Act("federation.acknowledge", f => new AcknowledgeOrder(f.Text("order"), f.Text("unit")), Given("order"), Given("unit")),
        Act("federation.carry-out", f => new CarryOutOrder(f.Text("order"), f.Text("unit")), Given("order"), Given("unit")),
    ];

    private static ChoiceInput BodiesOf(string name) => OneOf(name, (v, _) => v.Version.Rules.Bodies.Keys.Select(b => (b, v.Words.Place(b))));

    private static ChoiceInput Adopted(string name) => OneOf(name, (v, _) => v.State.Motions.All.Values
        .Where(m => m.Stage == Mandate.Organisation.Motions.MotionStage.Adopted).OrderBy(m => m.Title, StringComparer.Ordinal).Select(m => (m.Id, m.Title)));

    /// <summary>Those who hold a standing place now: nobody is exempt.</summary>
    private static ChoiceInput TenuresInput(string name) => OneOf(name, (v, _) => v.State.Offices.Tenures.Values
        .Where(t => t.HeldAt(v.Now) && t.Session is null).OrderBy(t => t.Seat.Of, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)
        .Select(t => (t.Id, $"{v.Words.Place(t.Seat.Of)}: {v.NameOrId(t.Person)}")));
}
