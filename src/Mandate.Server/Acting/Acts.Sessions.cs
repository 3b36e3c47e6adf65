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
        Act("sessions.contest-notice", f => new ContestNotice(f.Text("session"), f.Day("told-day"), f.Text("told-place"), f.Text("told-text")), Given("session"), new DayInput("told-day"), Line("told-place"), Area("told-text")),
        Writing("sessions.judge-notices", f => new JudgeNotices(f.Text("session"), f.Flag("voids"), f.Text("reason")), Given("session"),
            OneOf("voids", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("reason")),
        Writing("sessions.postpone", f => new PostponeSession(f.Text("session"), f.Moment("opens"), f.Day("last-day"), f.Text("reason")), Given("session"), new MomentInput("opens"), new DayInput("last-day"), Area("reason")),
        Writing("sessions.cancel", f => new CancelSession(f.Text("session"), f.Text("reason")), Given("session"), Area("reason")),
        Writing("sessions.put-item", f => new PutItem(f.Text("session"), f.NewId("item"), f.Choice<ItemKind>("kind-of-item"), f.Text("title"), f.TextOrNone("reference")), Given("session"),
            OneOf("kind-of-item", ItemKind.Report, ItemKind.Election, ItemKind.Removal, ItemKind.Minutes, ItemKind.Other), Line("title"), Line("reference") with { Optional = true }),
        Act("sessions.order-agenda", f => new OrderAgenda(f.Text("session"), f.Several("items")), Given("session"), Area("items")),
        Act("sessions.accredit", f => new Accredit(f.Text("session"), f.Person("person"), f.TextOrNone("tenure"), f.TextOrNone("card")), Given("session"), new PersonsInput("person"), Given("tenure"), Line("card") with { Optional = true }),
        Act("sessions.seat-substitute", f => new SeatSubstitute(f.Text("session"), f.Person("person"), f.Text("replaces"), f.NewId("tenure"), f.Raw("not-here") is null ? [] : f.Persons("not-here"), f.TextOrNone("card")), Given("session"),
            new PersonsInput("person"), Given("replaces"), new PersonsInput("not-here", Several: true) { Optional = true }, Line("card") with { Optional = true }),
        Act("sessions.reject-credential", f => new RejectCredential(f.Text("session"), f.Person("person"), f.TextOrNone("tenure"), f.Text("reason")), Given("session"), new PersonsInput("person"), Given("tenure"), Area("reason")),
        Act("sessions.explain-gap", f => new ExplainGap(f.Text("session"), f.Text("motion"), f.Text("gap-explanation")), Given("session"), Given("motion"), Area("gap-explanation")),
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

    /// <summary>The channels through which the constitution lets a notice count; where it names none, the usual ones.</summary>
    private static IEnumerable<(string, string)> NoticeChannels(Keeping.Visit visit, Filling filling)
    {
        var body = filling.Raw("session") is { } id && visit.State.Sessions.Find(id) is { } session ? visit.Version.Rules.Bodies.GetValueOrDefault(session.Body) : null;
        return ServiceChannels.Of(visit, body).Select(c => (c, ServiceChannels.Name(visit.Words, c)));
    }

    private static ChoiceInput Bodies(string name) => OneOf(name, (v, _) => v.Version.Rules.Bodies.Keys.Select(b => (b, v.Words.Place(b))));

    private static ChoiceInput Tongues(string name) => OneOf(name, (v, _) => v.Version.Rules.Languages.Official.Select(l => (l, Wording.Language.Find(l)?.Endonym ?? l)));
}
