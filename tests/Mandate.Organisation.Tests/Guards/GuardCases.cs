using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>For each guard facts that fire it and their lawful neighbour, which differs in one fact and does not.</summary>
internal static class GuardCases
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    internal sealed record Case(string Guard, Dated[] Fires, Dated[] Lawful);

    /// <summary>A fact and the day on which it happened.</summary>
    internal sealed record Dated(Fact Fact, DateOnly Day)
    {
        public static implicit operator Dated(Fact fact) => new(fact, new DateOnly(2026, 3, 1));
    }

    public static FactView View(IEnumerable<Dated> facts, DateOnly? day = null) => new(Recorded(facts), day ?? Today);

    public static IEnumerable<RecordedFact> Recorded(IEnumerable<Dated> facts) => facts.Select((f, i) =>
        new RecordedFact($"f{i}", f.Fact, new Window(f.Day, f.Day), Mode.Stated, [new Source("minutes", "1")], [$"e{i}"], "recorder", DateTimeOffset.UnixEpoch));

    private static Dated On(int month, int day, Fact fact) => new(fact, new DateOnly(2026, month, day));

    private static Restricted Ban => new("ban", [Liberty.Organise], ["members"], "congress", EndStated: false, Targets: ["ward"], Occasion: "strike", OccasionEnded: new(2026, 3, 10));

    private static MeasureTaken Measure => new("m", Adverse.Removed, ["ada"]);

    public static ImmutableArray<Case> All { get; } =
    [
        new("surprise-motion", [new PutToVote("m", "congress", "s", Binding: true, NoticeDays: 0)], [new PutToVote("m", "congress", "s", Binding: true, NoticeDays: 30, NoticeNeeded: 30)]),
        new("vanished-quorum", [new PutToVote("m", "congress", "s"), new Present("s", "m", Counted: false)], [new PutToVote("m", "congress", "s"), new Present("s", "m", new(100), new(50), Counted: true, Needed: new(1, 2))]),
        new("no-sunset", [Ban], [Ban with { Until = new(2026, 9, 1) }]),
        new("secret-clause", [new Adopted("m", "congress", SecretPart: "annex")], [new Adopted("m", "congress")]),
        new("incorporation-by-reference", [new Adopted("m", "council", References: [new("old", "7", Displayed: false)])], [new Adopted("m", "council", References: [new("old", "7", Displayed: true, Confirmed: true)])]),
        new("rule-beyond-purpose", [Ban, On(4, 1, new Applied("ban", ["ward"]))], [Ban, On(3, 5, new Applied("ban", ["ward"]))]),
        new("restriction-of-minority", [Ban], [Ban with { Rights = [Liberty.Trade] }]),
        new("monopoly-of-list", [new Barred(["list-b"], "list-a", Competes: true)], [new Barred(["list-b"], "returning-officer", Competes: false)]),
        new("unfulfilled-mandate", [new Undertook("u", UndertakingKind.Task, "ada", Accepted: true), new Settled("u", Kept: false, Account: false)], [new Undertook("u", UndertakingKind.Task, "ada", Accepted: true), new Settled("u", Kept: false, Account: true)]),
        new("lost-mover", [On(2, 1, new Filed("m", ["ada"])), new Unavailable("ada", Absence.Ill, Unable: true)], [On(2, 1, new Filed("m", ["ada"])), new Unavailable("ada", Absence.Ill, Unable: true), On(3, 5, new Disposed("m", Disposal.TakenUp, "bo"))]),
        new("private-bargain", [new Agreed(["ada", "bo"], [BargainSubject.Posts], Entered: false)], [new Agreed(["ada", "bo"], [BargainSubject.Posts], Entered: true)]),
        new("secret-caucus", [new Caucused("three", ["ada", "bo"], "council", Declared: false, Decisive: true)], [new Caucused("three", ["ada", "bo"], "council", Declared: true, Decisive: true)]),
        new("conflict-of-interest", [new Concerns("m", ["ada"]), new Acted("m", ["ada"], Part.Judges)], [new Concerns("m", ["ada"]), new Acted("m", ["bo"], Part.Judges)]),
        new("scripted-debate", [new Debated("s", DebateMode.Allotted)], [new Debated("s", DebateMode.Free)]),
        new("unanswered-petition", [new Petitioned("p", "council", ["ada"], new(46))], [new Petitioned("p", "council", ["ada"], new(46)), On(3, 9, new Answered("p", PetitionAnswer.Scheduled))]),
        new("resolution-not-executed", [new Assigned("m", "bo", new(2026, 5, 1))], [new Assigned("m", "bo", new(2026, 5, 1)), On(4, 1, new Executed("m", Done: true))]),
        new("uninformed-vote", [new Uninformed("m", ["ada"]), new Consulted("m", ["ada", "bo"])], [new Uninformed("m", ["ada"]), new Consulted("m", ["bo"])]),
        new("circular-flow-of-power", [new Filled("delegates", "secretariat"), new Related("delegates", Relation.Elects, "council"), new Related("council", Relation.Elects, "secretariat")], [new Filled("delegates", "branches", Manner.Elected), new Related("delegates", Relation.Elects, "council"), new Related("council", Relation.Elects, "secretariat")]),
        new("appointed-not-elected", [new Filled("secretary", "council", Manner.Appointed, Elective: true)], [new Filled("secretary", "council", Manner.Appointed, Elective: true, ElectionBy: new(2026, 9, 1))]),
        new("delegate-distortion", [new Strength("congress", "ward", new(3), new(40), new Fraction(36, 100))], [new Strength("congress", "ward", new(14), new(40), new Fraction(36, 100))]),
        new("concentrated-offices", [On(1, 5, new Held("ada", "secretary", "council", Rank.Head)), new Held("ada", "inspector", "control", Rank.Head)], [On(1, 5, new Held("ada", "secretary", "council", Rank.Head, Until: new(2026, 2, 1))), new Held("ada", "inspector", "control", Rank.Head)]),
        new("captured-inspection", [new Related("control", Relation.Checks, "council"), new Beholden("control", "council")], [new Related("control", Relation.Checks, "council"), new Beholden("control", "congress")]),
        new("apparatus-growth", [new Staffed("office", new(12000), Before: new(0))], [new Staffed("office", new(12), Members: new(5000), Before: new(10))]),
        new("inherited-apparatus", [new Staffed("office", new(4766), Inherited: new(4430))], [new Staffed("office", new(4766), Inherited: new(430), InheritedReported: true)]),
        new("bypassed-body", [new PassedOver("branch-committee", "council", "commissioner", Elected: true)], [new PassedOver("working-group", "council", "commissioner", Elected: false)]),
        new("blurred-competence", [new Handled("m", ["council", "congress"], CompetenceRecorded: false)], [new Handled("m", ["council", "congress"], CompetenceRecorded: true)]),
        new("dormant-council", [new Idle("council", Elected: true, DecidedBy: "secretariat")], [new Idle("council", Elected: true)]),
        new("fused-defence", [new Related("shop-stewards", Relation.Defends, "members"), new Joined("shop-stewards", "management", Fusion.Directed)], [new Related("canteen", Relation.PartOf, "management"), new Joined("canteen", "management", Fusion.Directed)]),
        new("succession-vacuum", [On(1, 1, new Held("ada", "chair", "council", Rank.Head)), new Unavailable("ada", Absence.Ill, Unable: true)], [On(1, 1, new Held("ada", "chair", "council", Rank.Head)), new Unavailable("ada", Absence.Ill, Unable: true), new StoodIn("ada", "bo")]),
        new("privilege-drift", [new Advantaged(["ada"], "car", Voted: false)], [new Advantaged(["ada"], "car", Voted: true)]),
        new("withheld-document", [new Addressed("d", ["congress"], Due: new(2026, 4, 1))], [new Addressed("d", ["congress"], Due: new(2026, 4, 1)), On(3, 20, new Delivered("d", ["congress"]))]),
        new("split-knowledge", [new Known("d", ["ada"], ["bo"], "council")], [new Known("d", ["ada", "bo"], [], "council")]),
        new("selected-readers", [new Delivered("d", ["ada"], Entitled: ["ada", "bo"])], [new Delivered("d", ["ada"], Entitled: ["ada", "bo"]), new Delivered("d", ["bo"])]),
        new("false-notice", [new Noticed("funeral", ["ada"], Said: new(2026, 3, 3), True: new(2026, 3, 5))], [new Noticed("funeral", ["ada"], Said: new(2026, 3, 5), True: new(2026, 3, 5))]),
        new("omitted-from-minutes", [new Minuted("s", ["ada"], Included: false)], [new Minuted("s", ["ada"], Included: true, Altered: false)]),
        new("unanswered-rectification", [new Undertook("r", UndertakingKind.Rectification, "editor", Due: new(2026, 3, 15))], [new Undertook("r", UndertakingKind.Rectification, "editor", Due: new(2026, 3, 15)), new Settled("r", Kept: true)]),
        new("unequal-space", [new Covered("bulletin", "debate", ["a"], ["b"])], [new Covered("bulletin", "debate", ["a", "b"], Equal: true)]),
        new("one-sided-report", [new Covered("bulletin", "s", ["a"], ["b"], Report: true)], [new Covered("bulletin", "s", ["a"], ["b"], Report: false)]),
        new("unsigned-attack", [new Printed("bulletin", ["ada"], Signed: false)], [new Printed("bulletin", ["ada"], Signed: true)]),
        new("editor-displaced", [new EditorsChanged("bulletin", EditorChange.Resigned, ["ada"], Protest: true, DebateOpen: true)], [new EditorsChanged("bulletin", EditorChange.Resigned, ["ada"], Protest: false, DebateOpen: true)]),
        new("concealed-origin", [new Presented("debate", ["petition"], OriginNamed: false)], [new Presented("debate", ["petition"], OriginNamed: true)]),
        new("unsourced-quotation", [new Attributed("ada", ["bo"], Sourced: false)], [new Attributed("ada", ["bo"], Sourced: true, Faithful: true)]),
        new("unknown-denominator", [new Counted("v", No: new(30))], [new Counted("v", Yes: new(124), No: new(20))]),
        new("will-overridden", [new Willed("ada", "papers"), new SetAside("ada", "papers", ["council"], Consent: false)], [new Willed("ada", "papers"), new SetAside("ada", "papers", ["council"], Consent: true)]),
        new("reprisal-after-dissent", [new Dissented(["ada"], DissentForm.Petition), On(4, 1, Measure)], [On(5, 1, new Dissented(["ada"], DissentForm.Petition)), On(4, 1, Measure)]),
        new("opinion-offence", [new Punishable([Ground.Advocacy])], [new Punishable([Ground.Conduct])]),
        new("sanction-without-hearing", [Measure with { Hearing = false }], [Measure with { Charge = true, Evidence = true, Hearing = true, Panel = true, Appeal = true }]),
        new("coerced-ballot", [new Pressured("v", ["ward"], ["transfer"]), new Counted("v", Yes: new(1), No: new(2))], [new Counted("v", Yes: new(1), No: new(2))]),
        new("abuse-of-office", [new Misused("ada", Misuse.Violence, ["bo"], Dealt: false)], [new Misused("ada", Misuse.Violence, ["bo"], Dealt: true)]),
        new("confession-only", [Measure with { ConfessionOnly = true }], [Measure with { ConfessionOnly = false }]),
        new("mass-removal", [Measure with { Count = new(15) }], [Measure with { Count = new(15), ByElection = true }]),
        new("forced-membership", [new Imposed(Imposition.Working, ["members"], Consent: false)], [new Imposed(Imposition.Working, ["members"], Consent: true)]),
        new("centre-override", [new Intervened("council", "north", Intervention.Decided, OwnMatter: true)], [new Intervened("council", "north", Intervention.Decided, OwnMatter: false)]),
        new("language-disadvantage", [new Disadvantaged(["north"], [Exercise.Read])], [new Handled("translation", ["north"])]),
        new("broken-recall-of-order", [new Ordered("o", To: ["north"]), On(3, 2, new Countermanded("o")), On(3, 3, new CarriedOut("o", "north"))], [new Ordered("o", To: ["north"]), On(3, 2, new Countermanded("o")), On(3, 2, new Acknowledged("o", "north", Received: true))]),
        new("unsecured-dependency", [new Planned("p", "partner", Confirmed: false, Fallback: false)], [new Planned("p", "partner", Confirmed: false, Fallback: true)]),
        new("no-open-account", [new Booked("reserve", Published: false)], [new Booked("reserve", Published: true)]),
        new("price-scissors", [new Indexed("prices", "goods", new(3, 1)), new Indexed("prices", "grain", new(1, 1))], [new Indexed("prices", "goods", new(3, 2)), new Indexed("prices", "grain", new(1, 1))]),
        new("forecast-failure", [new Foreseen("f"), new Outturn("f", Met: false, Reviewed: false)], [new Foreseen("f"), new Outturn("f", Met: false, Reviewed: true)]),
        new("self-serving-allocation", [new Distributed("flats", ["ada"], ["ada"])], [new Distributed("flats", ["ada"], ["bo"])]),
        new("eroded-fund", [new Devalued("strike-fund", Reported: false)], [new Devalued("strike-fund", Reported: true)]),
        new("command-of-culture", [new Prescribed(Culture.Art, "council")], [new Published("programme")]),
        new("cult-of-person", [new Invoked("ada", ["bo"], InPlaceOfRule: true)], [new Invoked("ada", ["bo"], InPlaceOfRule: false)]),
    ];
}
