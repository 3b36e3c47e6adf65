using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>What is declared beside votes, asked and contradicted on the floor, agreed to on a condition, and done under an emergency.</summary>
    private static IEnumerable<ActDefinition> Congress() =>
    [
        Act("votes.state", f => new StateOnVote(f.NewId("statement"), f.Text("vote"), f.Choice<StatementKind>("statement-kind"), f.Text("statement")), Given("vote"), OneOf<StatementKind>("statement-kind"), Area("statement")),
        Act("motions.set-condition", f => new SetCondition(f.Text("motion"), f.Text("consent-condition")), Given("motion"), Area("consent-condition")),
        Act("motions.lift-condition", f => new LiftCondition(f.Text("motion")), Given("motion")),
        Act("motions.raise-contradiction", f => new RaiseContradiction(f.Text("motion"), f.Text("contradicted"), f.Text("where-contradicted")), Given("motion"),
            OneOf("contradicted", (v, f) => v.State.Motions.InForceOn(v.Today).Where(t => t.Motion != f.Raw("motion")).OrderByDescending(t => t.From).ThenBy(t => t.Motion, StringComparer.Ordinal).Select(t => (t.Motion, t.Title))), Area("where-contradicted")),
        Act("motions.relate", f => new RelateMotion(f.Text("motion"), f.Choice<DecisionRelation>("relation"), f.Text("earlier")), Given("motion"), OneOf<DecisionRelation>("relation"), Adopted("earlier")),
        Act("sessions.ask-question", f => new AskQuestion(f.Text("session"), f.NewId("question"), f.Text("agenda-item"), f.Text("question")), Given("session"), OpenItems("agenda-item"), Area("question")),
        Act("sessions.answer-question", f => new AnswerQuestion(f.Text("session"), f.Text("asked"), f.Text("answer-text")), Given("session"), Given("asked"), Area("answer-text")),
        Act("sessions.leave-question", f => new LeaveQuestion(f.Text("session"), f.Text("asked")), Given("session"), Given("asked")),
        Act("sessions.contradict", f => new ContradictSpeech(f.Text("session"), f.NewId("contradiction"), f.Text("claim"), f.Text("what-is-so"), f.TextOrNone("shown-by")), Given("session"),
            OneOf("claim", (v, f) => (v.State.Sessions.Find(f.Raw("session") ?? "")?.Speeches ?? []).Where(s => s.From is not null).Reverse().Take(50).Select(s => (s.Id, $"{v.NameOrId(s.Person)}, {v.Words.Time(s.From!.Value)}"))),
            Area("what-is-so"), OneOf("shown-by", (v, _) => v.State.Documents.All.Values.OrderBy(d => d.Title, StringComparer.Ordinal).Select(d => (d.Id, d.Title))) with { Optional = true }),
        Act("sessions.interrupt", f => new InterruptSpeech(f.Text("session"), f.Text("speech"), f.TextOrNone("from-side")), Given("session"), Given("speech"),
            OneOf("from-side", (v, _) => SpeechSides.All.Select(s => (s, v.Words["side." + s]))) with { Optional = true }),
        Act("sessions.go-on", f => new ContinueSpeech(f.Text("session"), f.Text("speech")), Given("session"), Given("speech")),
        Act("undertakings.set-new-date", f => new SetNewDate(f.Text("undertaking"), f.Day("due"), f.Text("reason")), Given("undertaking"), new DayInput("due"), Area("reason")),
        Act("offices.answer-act", f => new AnswerAct(f.Text("resolution"), f.Choice<WrittenAnswer>("written-answer"), f.TextOrNone("missing")), Given("resolution"), OneOf<WrittenAnswer>("written-answer"), Area("missing") with { Optional = true }),
        Act("offices.inform-act", f => new InformAct(f.Text("resolution"), f.Text("supplied")), Given("resolution"), Area("supplied")),
        Act("restrictions.take-measure", f => new TakeMeasure(f.NewId("measure"), f.Text("emergency"), f.Text("powers"), f.Text("what")), Given("emergency"),
            OneOf("powers", (v, f) => (v.State.Restrictions.Emergencies.GetValueOrDefault(f.Raw("emergency") ?? "")?.Powers ?? []).Select(p => (p, v.Words.Place(p)))), Area("what")),
        Act("restrictions.give-account", f => new GiveAccount(f.Text("emergency"), f.Text("account"), f.TextOrNone("holdings") is null ? [] : Lines(f, "holdings")), Given("emergency"), Area("account"), Area("holdings") with { Optional = true }) with { InWriting = true },
        Act("restrictions.dispose", f => new DisposeOfRemainder(f.Text("emergency"), f.Text("left"), f.TextOrNone("receiver")), Given("emergency"),
            OneOf("left", (v, f) => v.State.Restrictions.Emergencies.GetValueOrDefault(f.Raw("emergency") ?? "") is { } e ? e.Left.Where(l => !e.Disposed.ContainsKey(l)).Select(l => (l, l)) : []), BodiesOf("receiver") with { Optional = true }) with { InWriting = true },
    ];

    private static ChoiceInput OpenItems(string name) => OneOf(name, (v, f) =>
        (v.State.Sessions.Find(f.Raw("session") ?? "")?.Agenda ?? []).Where(i => !i.Done).Select(i => (i.Id, Home.Describe.Item(v, i))));
}
