using System.Collections.Immutable;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Server.Sessions;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Sessions() =>
    [
        Writing("sessions.convene", f => new ConveneSession(f.NewId(f.Text("body")), f.Text("body"), f.TextOrNone("unit"), f.Text("where"), f.Moment("opens"), f.Day("last-day"), f.TextOrNone("demand")),
            Bodies("body"), Units("unit") with { Optional = true }, Line("where"), new MomentInput("opens"), new DayInput("last-day"), Given("demand")),
        Act("sessions.demand", f => new DemandSession(f.NewId("demand"), f.Text("body"), f.TextOrNone("unit"), f.Text("purpose")),
            OneOf("body", (v, _) => v.Version.Rules.Bodies.Values.Where(b => b.Convene is { OnDemandOf.IsEmpty: false }).Select(b => (b.Id, v.Words.Place(b.Id)))), Units("unit") with { Optional = true }, Area("purpose")),
        Writing("sessions.sign-demand-for", f => new SignDemandFor(f.Text("demand"), f.TextOrNone("unit"), f.TextOrNone("vote")), Given("demand"), Units("unit") with { Optional = true }, Line("vote") with { Optional = true }),
        Act("sessions.sign-demand", f => new SignDemand(f.Text("demand")), Given("demand")),
        Act("sessions.record-service", f => new RecordService(f.Text("session"), f.Persons("persons"), f.Choice<ServiceOutcome>("outcome"), f.Text("channel"), f.Day("day"), f.Text("language")), Given("session"),
            new PersonsInput("persons", Several: true), OneOf("outcome", ServiceOutcome.Sent, ServiceOutcome.Posted, ServiceOutcome.Bounced, ServiceOutcome.Returned, ServiceOutcome.Delivered),
            OneOf("channel", NoticeChannels), new DayInput("day"), Tongues("language")),
        Act("sessions.dispute-service", f => new DisputeService(f.Text("session")), Given("session")),
        Act("sessions.waive-notice", f => new WaiveNotice(f.Text("session")), Given("session")),
        Writing("sessions.postpone", f => new PostponeSession(f.Text("session"), f.Moment("opens"), f.Day("last-day"), f.Text("reason")), Given("session"), new MomentInput("opens"), new DayInput("last-day"), Area("reason")),
        Writing("sessions.cancel", f => new CancelSession(f.Text("session"), f.Text("reason")), Given("session"), Area("reason")),
        Writing("sessions.put-item", f => new PutItem(f.Text("session"), f.NewId("item"), f.Choice<ItemKind>("kind-of-item"), f.Text("title"), f.TextOrNone("reference")), Given("session"),
            OneOf<ItemKind>("kind-of-item"), Line("title"), Line("reference") with { Optional = true }),
        Act("sessions.order-agenda", f => new OrderAgenda(f.Text("session"), f.Several("items")), Given("session"), Area("items")),
        Act("sessions.accredit", f => new Accredit(f.Text("session"), f.Person("person"), f.TextOrNone("tenure"), f.TextOrNone("card")), Given("session"), new PersonsInput("person"), Given("tenure"), Line("card") with { Optional = true }),
        Act("sessions.seat-substitute", f => new SeatSubstitute(f.Text("session"), f.Person("person"), f.Text("replaces"), f.NewId("tenure"), f.Raw("not-here") is null ? [] : f.Persons("not-here"), f.TextOrNone("card")), Given("session"),
            new PersonsInput("person"), Given("replaces"), new PersonsInput("not-here", Several: true) { Optional = true }, Line("card") with { Optional = true }),
        Act("sessions.reject-credential", f => new RejectCredential(f.Text("session"), f.Person("person"), f.TextOrNone("tenure"), f.Text("reason")), Given("session"), new PersonsInput("person"), Given("tenure"), Area("reason")),
        Act("sessions.appeal-credential", f => new AppealCredential(f.Text("session")), Given("session")),
        Act("sessions.arrive", f => new Arrive(f.Text("session"), f.Person("person"), f.Flag("remote")), Given("session"), Given("person"), Given("remote")),
        Act("sessions.lose-connection", f => new LoseConnection(f.Text("session"), f.Person("person")), Given("session"), Given("person")),
        Act("sessions.restore-connection", f => new RestoreConnection(f.Text("session"), f.Person("person")), Given("session"), Given("person")),
        Act("sessions.give-proxy", f => new GiveProxy(f.Text("session"), f.Person("holder")), Given("session"), new PersonsInput("holder")),
        Act("sessions.revoke-proxy", f => new RevokeProxy(f.Text("session")), Given("session")),
        Act("sessions.depart", f => new Depart(f.Text("session"), f.Person("person")), Given("session"), Given("person")),
        Act("sessions.open", f => new OpenSession(f.Text("session")), Given("session")),
        Act("sessions.announce-chair", f => new AnnounceChair(f.Text("session"), f.Person("person"), f.TextOrNone("vote")), Given("session"), new PersonsInput("person"), Line("vote") with { Optional = true }),
        Act("sessions.take-up", f => new TakeUp(f.Text("session"), f.Text("item")), Given("session"), Given("item")),
        Act("sessions.finish-item", f => new FinishItem(f.Text("session"), f.Text("item")), Given("session"), Given("item")),
        Act("sessions.ask-to-speak", f => new AskToSpeak(f.Text("session"), f.NewId("speech"), f.Text("item"), f.Text("side"), f.TextOrNone("list"), f.TextOrNone("platform")), Given("session"), Given("item"), Given("platform"),
            OneOf("side", (v, _) => SpeechSides.All.Select(s => (s, v.Words["side." + s]))), Given("list")),
        Act("sessions.move-procedure", f => new MoveProcedure(f.Text("session"), f.NewId("procedure"), f.Text("motion"), f.Raw("minutes") is null ? null : f.Number("minutes"), f.Raw("until") is null ? null : f.Moment("until"), f.TextOrNone("to-body")), Given("session"), Given("motion"),
            new NumberInput("minutes") { Optional = true }, new MomentInput("until") { Optional = true }, Bodies("to-body") with { Optional = true }),
        Act("sessions.second-procedure", f => new SecondProcedure(f.Text("session"), f.Text("procedure")), Given("session"), Given("procedure")),
        Act("sessions.oppose-procedure", f => new OpposeProcedure(f.Text("session"), f.Text("procedure")), Given("session"), Given("procedure")),
        Act("sessions.withdraw-procedure", f => new WithdrawProcedure(f.Text("session"), f.Text("procedure")), Given("session"), Given("procedure")),
        Act("sessions.accept-procedure", f => new AcceptProcedure(f.Text("session"), f.Text("procedure")), Given("session"), Given("procedure")),
        Act("sessions.withdraw-speech", f => new WithdrawSpeech(f.Text("session"), f.Text("speech")), Given("session"), Given("speech")),
        Act("sessions.give-floor", f => new GiveFloor(f.Text("session"), f.Text("speech"), f.TextOrNone("reason")), Given("session"), Given("speech"), Given("reason")),
        Act("sessions.end-speech", f => new EndSpeech(f.Text("session"), f.Text("speech")), Given("session"), Given("speech")),
        Act("sessions.give-ruling", f => new GiveRuling(f.Text("session"), f.NewId("ruling"), f.Text("item"), f.Text("ruling"), f.Text("clause")), Given("session"), Given("item"), Area("ruling"), Line("clause")),
        Act("sessions.appeal-ruling", f => new AppealRuling(f.Text("session"), f.Text("ruling")), Given("session"), Given("ruling")),
        Act("sessions.adjourn", f => new AdjournSession(f.Text("session"), f.Moment("to"), f.Text("reason")), Given("session"), new MomentInput("to"), Area("reason")),
        Act("sessions.resume", f => new ResumeSession(f.Text("session")), Given("session")),
        Act("sessions.close", f => new CloseSession(f.Text("session")), Given("session")),
        Act("sessions.publish-minutes", f => new PublishMinutes(f.Text("session")), Given("session")),
        Act("sessions.object-to-minutes", f => new ObjectToMinutes(f.Text("session"), f.NewId("objection"), f.Text("text")), Given("session"), Area("text")),
        Act("sessions.answer-objection", f => new AnswerObjection(f.Text("session"), f.Text("objection"), f.Text("answer-text"), f.Flag("upheld")), Given("session"), Given("objection"), Area("answer-text"),
            OneOf("upheld", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])])),
        Act("sessions.correct-speech", f => new CorrectSpeech(f.Text("session"), f.NewId("correction"), f.Text("speech"), f.Text("text")), Given("session"), Given("speech"), Area("text")),
        Act("sessions.approve-minutes", f => new ApproveMinutes(f.Text("session"), f.Text("vote")), Given("session"), Given("vote")),
    ];

    private static ActDefinition Writing(string name, Func<Filling, Mandate.Organisation.Acts.Command> build, params ImmutableArray<Input> inputs) =>
        Act(name, build, inputs) with { InWriting = true };

    /// <summary>
    /// Some acts are a body's own. A member of it, asking alone, proposes it in writing: it is done when more than half of the
    /// seats have signed. Whoever may act alone does so at once.
    /// </summary>
    internal static Mandate.Organisation.Acts.Command InWriting(Filling f, Mandate.Organisation.Acts.Command act)
    {
        var visit = f.Visit;
        if (visit.Person is not { } person || visit.Kept.Ask(person, act, f.Blobs) is not Mandate.Organisation.Acts.Decision.Refused { Refusal: { Code: "protocol.not-yours" } refusal }) return act;
        // Where any body may, the one that was chosen, or else the first on which the person sits.
        var own = visit.State.Offices.HeldBy(person, visit.Now).Where(t => t.Session is null).Select(t => t.Seat).Where(s => visit.Version.Rules.Bodies.ContainsKey(s.Of)).ToList();
        var needed = (refusal.Needs as string ?? "").Split(", ");
        var body = own.FirstOrDefault(s => needed.Contains(s.Of, StringComparer.Ordinal) || needed.Contains($"{s.Of}@{s.Unit}", StringComparer.Ordinal))
            ?? (refusal.Way == "decide-in-writing" && needed is ["body"] ? own.FirstOrDefault(s => f.Raw("for-body") is not { } chosen || chosen == s.Of) : null);
        return body is null ? act : new ProposeAct(f.NewId("writing"), body.Of, visit.Version.Rules.Bodies[body.Of].Per is null ? null : body.Unit, act);
    }

    /// <summary>The standing bodies on which the visitor sits, in whose name they propose something.</summary>
    internal static IEnumerable<string> OwnBodiesOf(Keeping.Visit v) => v.Person is not { } person ? []
        : v.State.Offices.HeldBy(person, v.Now).Where(t => t.Session is null && v.Version.Rules.Bodies.ContainsKey(t.Seat.Of)).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal);

    /// <summary>Which of them, where there are several.</summary>
    private static ChoiceInput OwnBodies(string name) => OneOf(name, (v, _) => OwnBodiesOf(v).ToList() is { Count: > 1 } several ? several.Select(b => (b, v.Words.Place(b))) : []) with { Optional = true };

    /// <summary>The channels through which the constitution lets a notice count; where it names none, the usual ones.</summary>
    private static IEnumerable<(string, string)> NoticeChannels(Keeping.Visit visit, Filling filling)
    {
        var body = filling.Raw("session") is { } id && visit.State.Sessions.Find(id) is { } session ? visit.Version.Rules.Bodies.GetValueOrDefault(session.Body) : null;
        return ServiceChannels.Of(visit, body).Select(c => (c, ServiceChannels.Name(visit.Words, c)));
    }

    private static ChoiceInput Bodies(string name) => OneOf(name, (v, _) => v.Version.Rules.Bodies.Keys.Select(b => (b, v.Words.Place(b))));

    private static ChoiceInput Tongues(string name) => OneOf(name, (v, _) => v.Version.Rules.Languages.Official.Select(l => (l, Wording.Language.Find(l)?.Endonym ?? l)));
}
