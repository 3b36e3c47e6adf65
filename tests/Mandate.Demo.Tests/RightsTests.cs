using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Works;
using Known = Mandate.Organisation.Inspection.Known;

namespace Mandate.Demo.Tests;

/// <summary>What a visitor of the demo can try: of each right and guard something that is refused, beside what was done lawfully.</summary>
public sealed class RightsTests
{
    private static readonly (MemoryFloor Floor, Cast Cast) Played = UnionFederationTests.Play();

    private static string Refused(string by, Command command, string? inNameOf = null) => Decider.Decide(
        Played.Floor.State, new Act("try", Played.Floor.Now, by, command) { InNameOf = inNameOf, Blobs = Played.Floor.Blobs }) is Decision.Refused { Refusal: var refusal }
        ? refusal.Code : "accepted";

    private static State State => Played.Floor.State;

    private static DateOnly Today => DateOnly.FromDateTime(Played.Floor.Now.UtcDateTime);

    private static string Ordinary => State.Roll.Members.Values.Where(m => !State.Offices.Career(m.Id).Any()).Select(m => m.Id).Order(StringComparer.Ordinal).First();

    [Fact]
    public void Every_register_has_something_in_it()
    {
        Assert.NotEmpty(State.Restrictions.Emergencies);
        Assert.True(State.Restrictions.Emergencies["high-water"].InForceOn(Today));
        Assert.NotEmpty(State.Petitions.All);
        Assert.True(State.Restrictions.All["hall-stalls"].InForceOn(Today));
        Assert.Equal(2, State.Restrictions.Uses.Count);
        Assert.True(State.Federation.Missions["books-2025"].InForceOn(Today));
        Assert.NotEmpty(State.Roll.Charges);
        Assert.NotEmpty(State.Tendencies.All["members-first"].Scrutineers);
        Assert.NotEmpty(State.Tendencies.All);
        Assert.NotEmpty(State.Documents.All);
        Assert.NotEmpty(State.Undertakings.All);
        Assert.NotEmpty(State.Inspection.All);
        Assert.NotEmpty(State.Inspection.Inspections["council-year"].Reports);
        Assert.True(State.Inspection.All["desk-remark"].Mediation!.Agreed);
        Assert.NotEmpty(State.Federation.Orders);
        Assert.NotEmpty(State.Press.Pieces);
        Assert.NotEmpty(State.Press.Mailings);
        Assert.NotEmpty(State.Facts.All);
        Assert.NotEmpty(State.Accounts.Bookings);
        Assert.NotEmpty(State.Accounts.Waiting);
        Assert.NotEmpty(State.Accounts.Rounds);
        Assert.NotEmpty(State.Works.All);
        Assert.NotEmpty(State.Federation.Pages);
        Assert.NotEmpty(State.Federation.Conflicts);
        Assert.NotEmpty(State.Inspection.GroupStays);
        Assert.NotEmpty(State.Inspection.Settled);
        Assert.NotEmpty(BodyStandIns.Provisional(State, "council"));
        Assert.NotEmpty(State.Offices.Promises);
        Assert.NotNull(State.Planning.Yardstick);
        Assert.NotEmpty(State.Federation.Treaties);
        Assert.NotEmpty(State.Statutes.AskedLanguages);
        Assert.Equal(PlanStage.Preparing, State.Federation.Plans["two-hour-stoppage"].StageAt(Played.Floor.Now));
        Assert.False(State.Federation.Queries["gate-on-congress-day"].UnitDecidesOn(Today));
        Assert.NotEmpty(State.Federation.Situations);
        Assert.True(State.Federation.Charters["office-move"].InForceOn(Today));
        Assert.NotEmpty(State.Offices.Benefits);
        Assert.NotEmpty(State.Offices.Interests);
        Assert.NotEmpty(State.Offices.Grounds);
        Assert.NotEmpty(State.Undertakings.Needs);
        Assert.Equal(1, Organisation.Petitions.Concerns.On(State, State.Petitions.Concerns["changing-rooms"], Today).Level);
        Assert.NotNull(State.Petitions.Concerns["bus-times"].AnsweredAt);
        Assert.NotNull(Protests.StayOf(State, "night-lists", "r-gent", Today));
        Assert.Equal(2, State.Federation.Committees["night-shifts"].BehindOn(Today));
        Assert.True(State.Undertakings.Summonses["talks-with-employers"].Reply!.Comes);
        Assert.Equal(6, State.Tendencies.All["members-first"].Hearings.Count);
        Assert.Contains(State.Votes.All.Values, v => v.Asked.Any(q => q.Answers.Count > 0) && v.Outcome is null);
    }

    [Fact]
    public void Of_each_register_something_is_refused()
    {
        var (floor, cast) = Played;
        var (text, digest) = (floor.Put("A text.\n"), new string('0', 64));
        Assert.Equal("press.not-your-side", Refused(Ordinary, new SubmitPiece("x", "Title", text, true, "rotation", "council", [])));
        Assert.Equal("guards.unsigned-attack", Refused(cast.GeneralSecretary, new SubmitPiece("x", "Title", text, false, null, null, ["members-first"])));
        Assert.Equal("press.replied-already", Refused(State.Tendencies.All["members-first"].Speaker, new ReplyToPiece("x", "on-members-first", "Again", text)));
        Assert.Equal("press.space-used", Refused(cast.Council[0], new SubmitPiece("x", "Title", floor.Put(string.Join(' ', Enumerable.Repeat("word", 400))), true, "rotation", "council", [])));
        Assert.Equal("tendencies.too-long", Refused(Ordinary, new FormTendency("x", "Name", text, Today.AddYears(3), Subject: "How offices are filled")));
        Assert.Equal("petitions.not-ready", Refused(cast.Council[0], new AnswerPetition("night-rosters", Reply.Refused, "No.")));
        Assert.Equal("documents.not-yet-open", Refused(Ordinary, new ReleaseDocument("letter-night-shifts", digest)));
        Assert.Equal("guards.selected-readers", Refused(State.Documents.All["letter-night-shifts"].Depositor, new HandOnDocument("letter-night-shifts", cast.Council[0])));
        Assert.Equal("inspection.barred", Refused(cast.Treasurer, new FindOnComplaint("travel-claims", false, "Nothing there.")));
        Assert.Equal("restrictions.too-long", Refused(cast.Council[0], new DeclareEmergency("x", "disaster", [], "More water", Today.AddDays(60)), "council"));
        Assert.Equal("guards.no-sunset", Refused(cast.Council[0], new DeclareEmergency("x", "disaster", [], "More water", null), "council"));
        Assert.Equal("restrictions.never-permitted", Refused(cast.Council[0], new DeclareEmergency("x", "disaster", ["postpone_election"], "More water", Today.AddDays(5)), "council"));
        Assert.Equal("federation.taken-back", Refused(cast.BranchSecretaries.First().Value, new CarryOutOrder("go-slow", cast.BranchSecretaries.First().Key)));
        Assert.Equal("federation.stayed-by-protest", Refused(cast.RegionCouncils["r-gent"][0], new CarryOutOrder("night-lists", "r-gent")));
        Assert.Equal("petitions.only-higher", Refused(cast.Council[0], new AnswerProtest("no-lists-of-names", ProtestOutcome.Overridden, "We need them."), "council"));
        Assert.Equal("federation.manages", Refused(cast.RegionCouncils["r-gent"][0], new FormCommittee("x", "Books", CommitteePurpose.Control, "Read the books.", "r-gent", [cast.Council.First(c => State.Roll.LiesIn(State.Roll.Member(c)!.Unit, "r-gent"))], Today.AddDays(30), 7), "region.council@r-gent"));
        Assert.Equal("petitions.not-yet-yours", Refused(cast.Council[0], new AnswerConcern("changing-rooms", "Buy a jumper.")));
        Assert.Equal("guards.bypassed-body", Refused(cast.Editors[0], new GiveOrder("x", "Close the halls.", [cast.BranchSecretaries.First().Key]), "editors"));
        Assert.Equal("protocol.not-yours", Refused(Ordinary, new TakeUndertaking("x", Duty.Task, "Something", Today.AddDays(5))));
        Assert.Equal("facts.ordinary-member", Refused(cast.Council[0], new RecordFact("x", new Dissented([Ordinary], DissentForm.Speech), new(Today, Today), Mode.Stated, [new Source("Hearsay")], [])));
        var emissary = State.Federation.Missions["books-2025"];
        Assert.Equal("federation.beyond-mission", Refused(emissary.Person, new Transfer(emissary.Person, emissary.Unit)));
        Assert.Equal("guards.opinion-offence", Refused(Ordinary, new ChargeMember("x", cast.Council[0], ChargeGround.Opinion, digest, Rule: "electorates.members", Done: Today, Occasion: "At the hall.", Evidence: [EvidenceKind.Witness])));
        Assert.Equal("roll.charged-already", Refused(Ordinary, new ChargeMember("x", State.Roll.Charges["keys-of-the-hall"].Person, ChargeGround.Conduct, digest, Rule: "electorates.members", Done: Today, Occasion: "At the hall.", Evidence: [EvidenceKind.Witness])));
        Assert.Equal("guards.no-open-account", Refused(cast.Treasurer, new ReceiveFunds("x", "strike-fund", 1_00, "Somebody", "")));
        Assert.Equal("offices.own-pay", Refused(cast.Council[0], new GrantBenefit("x", "council", BenefitKind.Pay, "Pay", 1_00, "EUR", Every.Month, Today, null, null), "council"));
        Assert.Equal("offices.above-ceiling", Refused(cast.Council[0], new GrantBenefit("x", "general_secretary", BenefitKind.Allowance, "More", 800_00, "EUR", Every.Month, Today, null, null), "council"));
        Assert.Equal("offices.holds-nothing", Refused(Ordinary, new DeclareInterest("x", Tie.Gift, "Somebody", "A watch", null, null)));
        Assert.Equal("accounts.second-person", Refused(cast.Treasurer, new CountersignPayment("tents-1")));
        Assert.Equal("accounts.round-still-open", Refused(cast.GeneralSecretary, new Allot("rooms", [cast.GeneralSecretary])));
        Assert.Equal("guards.command-of-culture", Refused(cast.Council[5], new AskOfWork("x", "night-shift", Aspect.Content, true, "Leave out the second act.")));
        Assert.Equal("federation.condition-not-met", Refused(cast.Council[0], new DecidePlan("two-hour-stoppage", PlanStep.Go, "Now."), "council"));
        Assert.Equal("federation.other-bodys-plan", Refused(cast.Control[0], new DecidePlan("two-hour-stoppage", PlanStep.Go, "Now."), "control"));
        var query = State.Federation.Queries["gate-on-congress-day"];
        Assert.Equal("federation.body-has-time", Refused(cast.BranchSecretaries[query.Unit], new DecideAlone(query.Id, "We close it.")));
        Assert.Equal("federation.not-in-charter", Refused(State.Federation.Charters["office-move"].Taken[0], new ActUnderCharter("x", "office-move", "Sign the lease", "Signed.")));
        Assert.Equal("facts.ordinary-member", Refused(cast.Council[2], new UseRestriction("x", "hall-stalls", Ordinary, "fire inspection of the halls", "A stall.")));
        Assert.Equal("guards.restriction-of-minority", Refused(Ordinary, new EnterRestriction("x", "mailings", Liberty.Organise, [], "Quiet.", "congress", Today.AddDays(9))));
        Assert.Equal("guards.no-sunset", Refused(Ordinary, new EnterRestriction("x", "mailings", Liberty.Trade, [], "Quiet.", "congress", null)));
        Assert.NotEqual("accepted", Refused(cast.Council[0], new Transfer(Ordinary, cast.BranchSecretaries.First().Key)));
    }

    /// <summary>Against those who decide: what was done as of right, and beside it what is refused.</summary>
    [Fact]
    public void Members_go_on_appeal_call_back_report_and_have_an_officer_stand_aside_and_each_has_its_bounds()
    {
        var (floor, cast) = Played;
        var digest = new string('0', 64);
        var let = State.Inspection.All["hall-let"];
        Assert.Equal((false, "congress"), (let.Upheld, let.Appeal!.To));
        Assert.Equal("inspection.appealed-already", Refused(let.Accused[0], new AppealFinding("hall-let", digest)));
        var box = State.Inspection.All["cash-box"].Against[0];
        var until = State.Offices.SuspendedAt(box, floor.Now)!.Until;
        Assert.InRange(until, Today, Today.AddDays(30));
        Assert.Equal("inspection.stayed-already", Refused(cast.Control[5], new SuspendHolder("cash-box", box, Today.AddDays(60), "Longer.")));
        var recall = State.Offices.Recalls["recall-delegate"];
        Assert.InRange(recall.Signed.Count, 1, recall.Needed - 1);
        Assert.NotEqual("accepted", Refused(State.Offices.Tenures[recall.Tenure].Person, new StartRecall("x", recall.Tenure)));
        var report = State.Tendencies.Reports["report-on-stalls"];
        Assert.True(report.Signed.Count >= report.Needed);
        Assert.NotEqual("accepted", Refused(Ordinary, new FileMinorityReport("x", report.Motion, floor.Put("Against.\n"))));
    }

    [Fact]
    public void What_guards_find_in_the_demo_names_clauses_of_its_own_constitution_and_sources()
    {
        var findings = Findings.AsOf(State, State, Today);
        Assert.Contains(findings, f => f.Guard.Name == "vanished-quorum");
        Assert.Contains(findings, f => f.Guard.Name == "broken-recall-of-order");
        Assert.Contains(findings, f => f.Guard.Name == "resolution-not-executed");
        var rules = State.Statutes.At(Played.Floor.Now);
        Assert.All(findings, f => Assert.Equal(f.Written, Mandate.Constitutions.Clauses.At(rules, f.Clause) is not null));
        Assert.All(findings, f => Assert.True(f.Written, $"{f.Guard.Name}: {f.Clause}"));
        Assert.All(findings, f => Assert.NotEmpty(f.Sources));
    }

    public static TheoryData<string> Guards => [.. GuardCatalogue.All.Select(g => g.Name)];

    /// <summary>What the page of a guard shows a visitor: it fires on its example, is silent on the neighbour, and says where the demo's own constitution writes it.</summary>
    [Theory]
    [MemberData(nameof(Guards))]
    public void A_visitor_can_try_every_guard_in_both_directions(string name)
    {
        var (guard, example) = (GuardCatalogue.Find(name)!, GuardExamples.Find(name)!);
        Assert.NotEmpty(guard.Look(GuardExamples.View(example.Fires)));
        Assert.Empty(guard.Look(GuardExamples.View(example.Lawful)));
        Assert.True(GuardClauses.Of(guard, State.Statutes.At(Played.Floor.Now), example.Fires.Select(f => f.Fact)).Written, name);
    }

    public static TheoryData<string> Refusing => [.. GuardCatalogue.All.Where(g => g.Effect == Effect.Refuse).Select(g => g.Name)];

    /// <summary>The refused act and its lawful neighbour that the page of a guard puts to the rules, made of what the demo has on its record.</summary>
    [Theory]
    [MemberData(nameof(Refusing))]
    public void The_rules_refuse_the_act_that_a_guard_is_there_against_and_accept_its_neighbour(string name)
    {
        var trial = Trials.Of(State, name, Played.Floor.Now);
        Assert.NotNull(trial);
        Assert.True(Names(trial.Answer, name), Said(trial.Answer));
        Assert.True(trial.AnswerToNeighbour is null, Said(trial.AnswerToNeighbour));
        // Asking changes nothing.
        Assert.Equal(State.Size, trial.Supposed.Size);
    }

    private static string Said(Refusal? refusal) => refusal is null ? "accepted" : $"{refusal.Code} {string.Join(' ', refusal.Args)}";

    private static bool Names(Refusal? refusal, string guard) => refusal is not null && (refusal.Code == "guards." + guard || refusal.Args.GetValueOrDefault("guard") is string named && named == guard);

    [Fact]
    public void Its_indicators_say_what_is_given_and_what_is_not()
    {
        var indicators = Indicators.Of(State, Today, Played.Floor.Blobs);
        Assert.Equal(Known.Given, indicators.Single(i => i.Name == "contestation").Known);
        Assert.Equal(Known.Given, indicators.Single(i => i.Name == "closeness").Known);
        // Six were received, the two in confidence with them; of fewer than five that were decided nothing is said.
        Assert.Equal(6, indicators.Single(i => i.Name == "complaints").Value);
        Assert.Equal(Known.TooFew, indicators.Single(i => i.Name == "complaints-upheld").Known);
        // 3,600 and a rail pass of 165 a month, of a median wage of 2,850.
        Assert.Equal(new Mandate.Tally.Fraction(251, 190), indicators.Single(i => i.Name == "pay-ratio").Value);
    }
}
