using System.Collections.Immutable;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Rights() =>
    [
        Act("petitions.start", f => new StartPetition(f.NewId("petition"), f.Text("to-body"), f.TextOrNone("closed-text") is null ? f.Text("asks") : f.TextOrNone("asks") ?? "", Commitment: f.TextOrNone("closed-text") is { } closed ? Digest(closed) : null, Decision: f.TextOrNone("called-up")), BodiesOf("to-body"), Given("called-up"), Area("asks") with { Optional = true }, Area("closed-text") with { Optional = true }),
        Act("petitions.sign-closed", f => new SignClosed(f.Text("petition"), Declaration(f)), Given("petition"), Area("declaration")),
        Act("petitions.sign", f => new SignPetition(f.Text("petition")), Given("petition")),
        Act("petitions.answer", f => new AnswerPetition(f.Text("petition"), f.Choice<Reply>("reply"), f.Text("reason"), f.TextOrNone("session")), Given("petition"), OneOf<Reply>("reply"), Area("reason"), ComingSessions("session") with { Optional = true }),
        Act("undertakings.take", f => new TakeUndertaking(f.NewId("undertaking"), f.Choice<Duty>("duty"), f.Text("what"), f.Day("due"), f.TextOrNone("motion"), f.TextOrNone("seen-by"), f.TextOrNone("session"), f.TextOrNone("item")), Given("session"), Given("item"), OneOf<Duty>("duty"), Area("what"), new DayInput("due"), Line("seen-by") with { Optional = true }, Adopted("motion") with { Optional = true }),
        Act("undertakings.report", f => new ReportUndertaking(f.Text("undertaking"), f.Flag("done-or-not"), f.Text("account")), Given("undertaking"), OneOf("done-or-not", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("account")),
        Act("undertakings.take-over", f => new TakeOverUndertaking(f.Text("undertaking")), Given("undertaking")),
        Act("inspection.suspend", f => new SuspendHolder(f.Text("complaint"), f.Text("tenure"), f.Day("until"), f.Text("reasons")), Given("complaint"), Given("tenure"), new DayInput("until"), Area("reasons")),
        Act("documents.deposit", f => new DepositDocument(f.NewId("document"), f.Text("title"), Committed(f), f.TextOrNone("to-body") is { } to ? [to] : [], f.Day("release"), KeptHere(f) ? true : null), Line("title"), Area("kept-text") with { Optional = true }, YesOrNo("kept-here") with { Optional = true }, Line("commitment") with { Optional = true }, BodiesOf("to-body") with { Optional = true }, new DayInput("release")) with { Keeps = f => KeptHere(f) ? (Documents.DueDeliveries.About(Committed(f)), Kept(f.Text("kept-text"))) : null },
        Act("documents.receive", f => new ReceiveDocument(f.Text("document")), Given("document")),
        Act("documents.release", f => new ReleaseDocument(f.Text("document"), f.File("text"), f.TextOrNone("parts") is { } parts ? [.. Parted(parts).Select(p => f.Blob(p + "\n"))] : []), Given("document"), Area("text"), Area("parts") with { Optional = true }),
        Act("documents.set-terms", f => new SetTerms(f.Text("document"), f.Choice<TextState>("text-state"), f.Choice<DocumentUse>("use"), f.TextOrNone("asked-to-do"), f.TextOrNone("next-bearer"), f.DayOrNone("earlier-release")),
            Given("document"), OneOf<TextState>("text-state"), OneOf<DocumentUse>("use"), Area("asked-to-do") with { Optional = true }, PlacesOf("next-bearer") with { Optional = true }, new DayInput("earlier-release") { Optional = true }),
        Act("documents.acknowledge-terms", f => new AcknowledgeTerms(f.Text("document")), Given("document")),
        Act("documents.add-part", f => new AddPart(f.Text("document"), f.Text("title"), Committed(f)), Given("document"), Line("title"), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("documents.answer-task", f => new AnswerTask(f.Text("document"), f.Choice<TaskAnswer>("task-answer"), f.TextOrNone("remark") ?? ""), Given("document"), OneOf<TaskAnswer>("task-answer"), Area("remark") with { Optional = true }),
        Act("documents.tell-knowledge", f => new TellKnowledge(f.Text("document"), f.Choice<KnowledgeLevel>("knowledge"), f.Day("since-day"), f.TextOrNone("learned-from")), Given("document"), OneOf<KnowledgeLevel>("knowledge"), new DayInput("since-day"), PlacesOf("learned-from") with { Optional = true }),
        Act("documents.discharge", f => new DischargeHolder(f.Text("document"), f.Text("to-body")), Given("document"), BodiesOf("to-body")),
        Act("documents.accept-custody", f => new AcceptCustody(f.Text("document")), Given("document")),
        Act("documents.quote", f => new QuotePassage(f.Text("document"), f.File("passage")), Given("document"), Area("passage")),
        Act("documents.demand-publication", f => new DemandPublication(f.Text("document"), f.Text("session")), Given("document"), Given("session")),
        Act("documents.answer-demand", f => new AnswerPublicationDemand(f.Text("document"), f.Text("reasons"), f.Day("review-day")), Given("document"), Area("reasons"), new DayInput("review-day")),
        Act("documents.ask-adjournment", f => new AskAdjournment(f.Text("document"), f.Text("session"), f.Text("motion"), f.Text("text-hash")), Given("document"), Given("session"), Given("motion"), Given("text-hash")),
        Act("documents.leave-directions", f => new LeaveDirections(f.NewId("directions"), f.Choice<DirectionMatter>("direction-matter"), Committed(f), f.Person("trustee")), OneOf<DirectionMatter>("direction-matter"), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }, new PersonsInput("trustee")),
        Act("documents.accept-trust", f => new AcceptTrust(f.Text("directions")), Given("directions")),
        Act("documents.withdraw-directions", f => new WithdrawDirections(f.Text("directions")), Given("directions")),
        Act("documents.open-directions", f => new OpenDirections(f.Text("directions"), f.File("text")), Given("directions"), Area("text")),
        Act("documents.ask-deviation", f => new AskDeviation(f.NewId("deviation"), f.Text("directions"), f.Text("what"), f.Text("reason")), Given("directions"), Area("what"), Area("reason")),
        Act("documents.answer-deviation", f => new AnswerDeviation(f.Text("deviation"), f.Flag("agreed"), f.TextOrNone("remark") ?? ""), Given("deviation"), YesOrNo("agreed"), Area("remark") with { Optional = true }),
        Act("documents.confirm-key", f => new ConfirmKey(f.Text("key")), Given("key")),
        Act("documents.keep-copy", f => new KeepCopy(f.Text("document"), f.Text("unit"), f.Text("copy")), Given("document"), Given("unit"), Given("copy")),
        Act("documents.sign-of-life", f => new GiveSignOfLife(f.Text("document")), Given("document")),
        Act("documents.order-opening", f => new OrderOpening(f.Text("document"), f.TextOrNone("motion-that-names")), Given("document"), Adopted("motion-that-names") with { Optional = true }) with { InWriting = true },
        Act("inspection.comment", f => new CommentOnFigures(f.NewId("comment"), f.Choice<CommentedFigures>("commented-figures"), f.Text("text")), OneOf<CommentedFigures>("commented-figures"), Area("text")),
        Act("inspection.step-aside", f => new StepAside(f.Text("complaint"), f.Text("reason")), Given("complaint"), Area("reason")),
        Act("inspection.draw-jury", f => new DrawJury(f.Text("complaint"), f.Text("seed")), Given("complaint"), Line("seed")),
        Act("inspection.stay", f => new StayMeasure(f.Text("complaint"), f.Text("measure"), f.Day("until")), Given("complaint"), Line("measure"), new DayInput("until")),
        Act("inspection.find", f => new FindOnComplaint(f.Text("complaint"), f.Flag("upheld"), f.Text("reason")), Given("complaint"), OneOf("upheld", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("reason")),
        Act("inspection.propose-consequence", f => new ProposeConsequence(f.Text("complaint"), f.Choice<Consequence>("consequence"), f.Text("reasons"), f.TextOrNone("put-by")), Given("complaint"), OneOf<Consequence>("consequence"), Area("reasons"), PutBy("put-by") with { Optional = true }),
        Act("undertakings.post-need", f => new PostNeed(f.NewId("need"), f.Text("own-unit"), f.Text("what"), f.Number("how-many"), f.Day("until"), f.TextOrNone("person") is null ? null : f.Person("person")), OwnUnits("own-unit"), Area("what"), new NumberInput("how-many"), new DayInput("until"), new PersonsInput("person") { Optional = true }),
        Act("undertakings.offer-help", f => new OfferHelp(f.Text("need"), f.Text("help")), Given("need"), Area("help")),
        Act("undertakings.withdraw-help", f => new WithdrawHelp(f.Text("need")), Given("need")),
        Act("undertakings.accept-help", f => new AcceptHelp(f.Text("need"), f.Text("person")), Given("need"), Given("person")),
        Act("undertakings.refuse-request", f => new RefuseRequest(f.Text("need"), f.Text("reason")), Given("need"), Area("reason")),
        Act("inspection.appeal", f => new AppealFinding(f.Text("complaint"), f.Text("commitment")), Given("complaint"), Line("commitment")),
        Act("inspection.conclude-appeal", f => new ConcludeAppeal(f.Text("complaint"), f.Text("vote")), Given("complaint"), DecidedOn("vote", AppealSubjects.Prefix)),
        Act("restrictions.enter", f => new EnterRestriction(f.NewId("restriction"), f.Text("motion"), f.Choice<Liberty>("liberty"), [], f.Text("purpose"), f.Text("occasion"), f.DayOrNone("until"), Review: f.TextOrNone("review-by"), Grounds: [.. new[] { f.Choice<RestrictionGround>("ground-first") }.Concat(f.TextOrNone("ground-second") is null ? [] : [f.Choice<RestrictionGround>("ground-second")])], Aim: f.TextOrNone("restriction-aim") is null ? RestrictionAim.Conduct : f.Choice<RestrictionAim>("restriction-aim")), Given("motion"), OneOf<Liberty>("liberty"), OneOf<RestrictionAim>("restriction-aim") with { Optional = true }, OneOf<RestrictionGround>("ground-first"), OneOf<RestrictionGround>("ground-second") with { Optional = true }, Area("purpose"), Line("occasion"), new DayInput("until") { Optional = true }, BodiesOf("review-by") with { Optional = true }),
        Act("restrictions.lift", f => new LiftRestriction(f.Text("restriction"), f.Text("motion"), f.Visit.State.Motions.Find(f.Text("motion"))?.Current.Texts.Values.FirstOrDefault() ?? ""), Given("restriction"), Adopted("motion")),
        Act("restrictions.confirm-wider", f => new ConfirmWider(f.Text("restriction"), f.Text("motion"), f.Visit.State.Motions.Find(f.Text("motion"))?.Current.Texts.Values.FirstOrDefault() ?? ""), Given("restriction"), Adopted("motion")),
        Act("restrictions.review", f => new ReviewRestriction(f.Text("restriction"), f.Text("account")), Given("restriction"), Area("account")),
        Act("restrictions.use", f => new UseRestriction(f.NewId("use"), f.Text("restriction"), f.Text("used-against"), f.Text("occasion"), f.Text("reason")), Given("restriction"), Line("used-against"), Line("occasion"), Area("reason")),
        Act("restrictions.treat-alike", f => new TreatAlike(f.Text("use"), f.Text("alike-group") is "all" ? Undecided(f.Visit, f.Text("use")) : [f.Text("alike-group")], f.Flag("alike-applies"), f.Text("reason")), Given("use"),
            OneOf("alike-group", (v, f) => [("all", v.Words["restriction.all-alike"]), .. Undecided(v, f.Raw("use") ?? "").Select(g => (g, Mandate.Server.Rights.RestrictionRows.Called(v, g)))]), YesOrNo("alike-applies"), Area("reason")),
        Act("federation.send", f => new SendEmissary(f.NewId("mission"), f.Text("unit"), f.Person("emissary"), f.Text("purpose"), f.Day("until")), Units("unit"), new PersonsInput("emissary"), Area("purpose"), new DayInput("until"), OwnBodies("for-body")) with { InWriting = true },
        Act("federation.invite", f => new InviteHelper(f.NewId("visit"), f.Text("own-unit"), f.Person("helper"), f.Text("purpose"), f.Day("until")), OwnUnits("own-unit"), new PersonsInput("helper"), Area("purpose"), new DayInput("until")),
        Act("federation.rate-help", f => new RateHelp(f.Text("mission"), f.Number("help-rating"), f.TextOrNone("remark") ?? ""), Given("mission"), new NumberInput("help-rating"), Area("remark") with { Optional = true }),
        Act("federation.take-mission", f => new TakeMission(f.Text("mission")), Given("mission")),
        Act("federation.report-mission", f => new ReportMission(f.Text("mission"), f.Text("account")), Given("mission"), Area("account")),
        Act("federation.end-mission", f => new EndMission(f.Text("mission"), f.Text("reason")), Given("mission"), Area("reason")),
        Act("federation.object-mission", f => new ObjectToMission(f.Text("mission"), f.Text("reason")), Given("mission"), Area("reason")),
        Act("federation.reject-emissary", f => new RejectEmissary(f.Text("mission"), f.Text("reason")), Given("mission"), Area("reason")),
        Act("federation.dispute", f => new DisputeCompetence(f.NewId("dispute"), f.Text("unit"), f.Text("of"), f.Choice<DisputeGround>("dispute-ground"), f.Text("reason"), f.TextOrNone("panel-procedure")), Given("unit"), Given("of"), OneOf<DisputeGround>("dispute-ground"), Area("reason"), Area("panel-procedure") with { Optional = true }),
        Act("federation.settle", f => new SettleDispute(f.Text("dispute"), f.Flag("for-unit"), f.Text("reasons")), Given("dispute"), YesOrNo("for-unit"), Area("reasons")) with { InWriting = true },
        Act("federation.plan", f => new FileLocalPlan(f.Text("order"), f.Text("unit"), f.File("text")), Given("order"), Given("unit"), Area("text")),
        Act("federation.turn-down-plan", f => new TurnDownPlan(f.Text("order"), f.Text("unit"), f.Text("reasons")), Given("order"), Given("unit"), Area("reasons")) with { InWriting = true },
        Act("federation.countermand", f => new CountermandOrder(f.Text("order"), f.Text("reason")), Given("order"), Area("reason")),
        Act("federation.acknowledge", f => new AcknowledgeOrder(f.Text("order"), f.Text("unit")), Given("order"), Given("unit")),
        Act("federation.carry-out", f => new CarryOutOrder(f.Text("order"), f.Text("unit")), Given("order"), Given("unit")),
    ];

    /// <summary>Those who are like the one against whom a restriction was used, and are not decided on.</summary>
    private static ImmutableArray<string> Undecided(Keeping.Visit v, string use) => v.State.Restrictions.Uses.TryGetValue(use, out var found) ? [.. found.Undecided] : [];

    /// <summary>The SHA-256 of a text that stays with the depositor: made here and the text forgotten, or brought along.</summary>
    private static string Committed(Filling f) => f.TextOrNone("kept-text") is { } text ? Digest(text) : f.Text("commitment");

    private static string Digest(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Kept(text))));

    /// <summary>The text as it is published: lines ended alike, and one at the end.</summary>
    private static string Kept(string text) => text.ReplaceLineEndings("\n") + "\n";

    /// <summary>Whether the text of a deposit lies with the server until its day, on the depositor's word.</summary>
    private static bool KeptHere(Filling f) => f.TextOrNone("kept-text") is not null && f.Raw("kept-here") is not null && f.Flag("kept-here");

    /// <summary>The text of a closed declaration: whoever signs has it. It goes beside the log only with the signature that reaches the number.</summary>
    private static string? Declaration(Filling f)
    {
        if (!f.Visit.State.Petitions.All.TryGetValue(f.Raw("petition") ?? "", out var petition) || f.Text("declaration") is not { Length: > 0 } text) return null;
        if (Digest(text) != petition.Commitment) f.Fail("declaration", "petition.not-that-text");
        return petition.Signed.Count + 1 >= petition.Needed ? f.File("declaration") : null;
    }

    /// <summary>Texts that a line of three hyphens parts.</summary>
    private static IEnumerable<string> Parted(string text) => text.ReplaceLineEndings("\n").Split("\n---\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Motions, recalls and undertakings that are open.</summary>
    private static ChoiceInput PutBy(string name) => OneOf(name, (v, _) =>
        v.State.Motions.All.Values.Where(m => m.Stage is Mandate.Organisation.Motions.MotionStage.Filed or Mandate.Organisation.Motions.MotionStage.OnAgenda).OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => (m.Id, v.Title(m)))
            .Concat(v.State.Offices.Recalls.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => (r.Id, $"{v.Words["recall.title"]}: {Keeping.Named.Tenure(v, v.State.Offices.Tenures[r.Tenure])}")))
            .Concat(v.State.Undertakings.All.Values.Where(u => !u.Done).OrderBy(u => u.Id, StringComparer.Ordinal).Select(u => (u.Id, u.What))));

    private static ChoiceInput YesOrNo(string name) => OneOf(name, (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]);

    /// <summary>Votes on paper and by sealed ballots, the latest first.</summary>
    private static ChoiceInput CountsOf(string name) => OneOf(name, (v, _) => Counts(v));

    private static IEnumerable<(string, string)> Counts(Keeping.Visit v) => v.State.Votes.All.Values.Where(o => o.Kind is VoteKind.Paper or VoteKind.Secret)
        .OrderByDescending(o => o.PutAt).ThenBy(o => o.Id, StringComparer.Ordinal).Take(200).Select(o => (o.Id, Home.Describe.Vote(v, o)));

    private static ChoiceInput ServeAt(string name) => OneOf(name, (v, _) =>
        [.. Counts(v), ("paper", v.Words["tendency.own-paper"]), .. v.Version.Rules.Bodies.Keys.Where(b => TendencyPlaces.In(v.Version.Rules, b) is not null).Select(b => (b, v.Words.Place(b)))]);

    /// <summary>Those who have offered to serve a tendency for which the visitor speaks, and the visitor.</summary>
    private static ChoiceInput Willing(string name) => OneOf(name, (v, _) => v.State.Tendencies.All.Values.Where(t => t.Speaker == v.Person)
        .SelectMany(t => t.Offered.Values.SelectMany(o => o).Append(t.Speaker)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(p => (p, v.NameOrId(p))));

    /// <summary>Votes with a result whose subject begins so.</summary>
    private static ChoiceInput DecidedOn(string name, string prefix) => OneOf(name, (v, _) => v.State.Votes.All.Values
        .Where(o => o is { Stage: VoteStage.Result, Question.Subject: { } subject } && (prefix.Length > 0 ? subject.StartsWith(prefix, StringComparison.Ordinal) : v.State.Roll.Charges.ContainsKey(subject)))
        .OrderBy(o => o.Id, StringComparer.Ordinal).Select(o => (o.Id, o.Question.Text)));

    private static ChoiceInput BodiesOf(string name) => OneOf(name, (v, _) => v.Version.Rules.Bodies.Keys.Select(b => (b, v.Words.Place(b))));

    private static ChoiceInput Adopted(string name) => OneOf(name, (v, _) => v.State.Motions.All.Values
        .Where(m => m.Stage == Mandate.Organisation.Motions.MotionStage.Adopted).OrderBy(m => m.Title, StringComparer.Ordinal).Select(m => (m.Id, v.Title(m))));

    /// <summary>Those who hold a standing place now: nobody is exempt.</summary>
    private static ChoiceInput TenuresInput(string name) => OneOf(name, (v, _) => v.State.Offices.Tenures.Values
        .Where(t => t.HeldAt(v.Now) && t.Session is null).OrderBy(t => t.Seat.Of, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)
        .Select(t => (t.Id, $"{v.Words.Place(t.Seat.Of)}: {v.NameOrId(t.Person)}")));
}
