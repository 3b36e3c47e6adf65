using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>For one guard: facts that fire it, and their lawful neighbour, which differs in one of them and does not.</summary>
/// <param name="Act">Wire name of an act inside the rules that the guard refuses; null where none could break it.</param>
public sealed record GuardExample(string Guard, ImmutableArray<DatedFact> Fires, ImmutableArray<DatedFact> Lawful, string? Act = null);

/// <summary>A fact and the day on which it happened.</summary>
public sealed record DatedFact(Fact Fact, DateOnly Day);

/// <summary>
/// An example of every guard in both directions. Pages let a visitor try them, tests hold them; their sentences are
/// <c>guard-example.NAME.fires</c> and <c>guard-example.NAME.lawful</c>.
/// </summary>
public static class GuardExamples
{
    /// <summary>The day on which the guards are asked.</summary>
    public static readonly DateOnly Today = new(2026, 6, 1);

    public static GuardExample? Find(string guard) => All.FirstOrDefault(e => e.Guard == guard);

    /// <summary>The view in which a guard looks at an example.</summary>
    public static FactView View(IEnumerable<DatedFact> facts, DateOnly? day = null) => new(Recorded(facts), day ?? Today);

    public static IEnumerable<RecordedFact> Recorded(IEnumerable<DatedFact> facts) => facts.Select((f, i) =>
        new RecordedFact(FormattableString.Invariant($"f{i}"), f.Fact, new Window(f.Day, f.Day), Mode.Stated, [new Source("minutes", "1")], [FormattableString.Invariant($"e{i}")], "recorder", DateTimeOffset.UnixEpoch));

    private static GuardExample Of(string guard, ImmutableArray<object> fires, ImmutableArray<object> lawful, string? act = null) => new(guard, Dated(fires), Dated(lawful), act);

    /// <summary>Facts without a day of their own are of 1 March.</summary>
    private static ImmutableArray<DatedFact> Dated(ImmutableArray<object> facts) => [.. facts.Select(f => f as DatedFact ?? new DatedFact((Fact)f, new(2026, 3, 1)))];

    private static DatedFact On(int month, int day, Fact fact) => new(fact, new DateOnly(2026, month, day));

    private static Restricted Ban => new("ban", [Liberty.Organise], ["members"], "congress", EndStated: false, ReviewNamed: false, Targets: ["ward"], Occasion: "strike", OccasionEnded: new(2026, 3, 10));

    private static MeasureTaken Measure => new("m", Adverse.Removed, ["ada"]);

    public static ImmutableArray<GuardExample> All { get; } =
    [
        Of("surprise-motion", [new PutToVote("m", "congress", "s", Binding: true, NoticeDays: 0)], [new PutToVote("m", "congress", "s", Binding: true, NoticeDays: 30, NoticeNeeded: 30)], "votes.put"),
        Of("vanished-quorum", [new PutToVote("m", "congress", "s"), new Present("s", "m", Counted: false)], [new PutToVote("m", "congress", "s"), new Present("s", "m", new(100), new(50), Counted: true, Needed: new(1, 2))], "votes.declare"),
        Of("no-sunset", [Ban], [Ban with { Until = new(2026, 9, 1) }], "restrictions.declare-emergency"),
        Of("secret-clause", [new Adopted("m", "congress", SecretPart: "annex")], [new Adopted("m", "congress")], "motions.file"),
        Of("incorporation-by-reference", [new Adopted("m", "council", References: [new("old", "7", Displayed: false)])], [new Adopted("m", "council", References: [new("old", "7", Displayed: true, Confirmed: true)])], "motions.file"),
        Of("rule-beyond-purpose", [Ban with { Until = new(2026, 9, 1) }, On(4, 1, new Applied("ban", ["ward"]))], [Ban with { Until = new(2026, 9, 1) }, On(3, 5, new Applied("ban", ["ward"]))]),
        Of("restriction-of-minority", [Ban], [Ban with { Rights = [Liberty.Trade] }], "restrictions.enter"),
        Of("monopoly-of-list", [new Barred(["list-b"], "list-a", Competes: true)], [new Barred(["list-b"], "returning-officer", Competes: false)], "sessions.reject-credential"),
        Of("unfulfilled-mandate", [new Undertook("u", UndertakingKind.Task, "ada", Accepted: true), new Settled("u", Kept: false, Account: false)], [new Undertook("u", UndertakingKind.Task, "ada", Accepted: true), new Settled("u", Kept: false, Account: true)]),
        Of("lost-mover", [On(2, 1, new Filed("m", ["ada"])), new Unavailable("ada", Absence.Ill, Unable: true)], [On(2, 1, new Filed("m", ["ada"])), new Unavailable("ada", Absence.Ill, Unable: true), On(3, 5, new Disposed("m", Disposal.TakenUp, "bo"))], "sessions.finish-item"),
        Of("private-bargain", [new Agreed(["ada", "bo"], [BargainSubject.Posts], Entered: false)], [new Agreed(["ada", "bo"], [BargainSubject.Posts], Entered: true)]),
        Of("secret-caucus", [new Caucused("three", ["ada", "bo"], "council", Declared: false, Decisive: true)], [new Caucused("three", ["ada", "bo"], "council", Declared: true, Decisive: true)]),
        Of("conflict-of-interest", [new Concerns("m", ["ada"]), new Acted("m", ["ada"], Part.Judges)], [new Concerns("m", ["ada"]), new Acted("m", ["bo"], Part.Judges)], "inspection.find"),
        Of("scripted-debate", [new Debated("s", DebateMode.Allotted)], [new Debated("s", DebateMode.Free)]),
        Of("unanswered-petition", [new Petitioned("p", "council", ["ada"], new(46))], [new Petitioned("p", "council", ["ada"], new(46)), On(3, 9, new Answered("p", PetitionAnswer.Scheduled))]),
        Of("resolution-not-executed", [new Assigned("m", "bo", new(2026, 5, 1))], [new Assigned("m", "bo", new(2026, 5, 1)), On(4, 1, new Executed("m", Done: true))]),
        Of("uninformed-vote", [new Uninformed("m", ["ada"]), new Consulted("m", ["ada", "bo"])], [new Uninformed("m", ["ada"]), new Consulted("m", ["bo"])]),
        Of("circular-flow-of-power", [new Filled("delegates", "secretariat", Manner.Selected), new Related("delegates", Relation.Elects, "council"), new Related("council", Relation.Elects, "secretariat")], [new Filled("delegates", "branches", Manner.Elected), new Related("delegates", Relation.Elects, "council"), new Related("council", Relation.Elects, "secretariat")], "votes.name-tellers"),
        Of("appointed-not-elected", [new Filled("secretary", "council", Manner.Appointed, Elective: true, ElectionFixed: false)], [new Filled("secretary", "council", Manner.Appointed, Elective: true, ElectionBy: new(2026, 9, 1))]),
        Of("delegate-distortion", [new Strength("congress", "ward", new(3), new(40), new Fraction(36, 100))], [new Strength("congress", "ward", new(14), new(40), new Fraction(36, 100))], "sessions.accredit"),
        Of("concentrated-offices", [On(1, 5, new Held("ada", "secretary", "council", Rank.Head)), new Held("ada", "inspector", "control", Rank.Head)], [On(1, 5, new Held("ada", "secretary", "council", Rank.Head, Until: new(2026, 2, 1))), new Held("ada", "inspector", "control", Rank.Head)], "offices.propose-appointment"),
        Of("captured-inspection", [new Related("control", Relation.Checks, "council"), new Beholden("control", "council")], [new Related("control", Relation.Checks, "council"), new Beholden("control", "congress")]),
        Of("apparatus-growth", [new Staffed("office", new(12000), Before: new(0))], [new Staffed("office", new(12), Members: new(5000), Before: new(10))]),
        Of("inherited-apparatus", [new Staffed("office", new(4766), Inherited: new(4430))], [new Staffed("office", new(4766), Inherited: new(430), InheritedReported: true)]),
        Of("bypassed-body", [new PassedOver("branch-committee", "council", "commissioner", Elected: true)], [new PassedOver("working-group", "council", "commissioner", Elected: false)], "federation.order"),
        Of("blurred-competence", [new Handled("m", ["council", "congress"], CompetenceRecorded: false)], [new Handled("m", ["council", "congress"], CompetenceRecorded: true)]),
        Of("dormant-council", [new Idle("council", Elected: true, DecidedBy: "secretariat")], [new Idle("council", Elected: true)]),
        Of("fused-defence", [new Related("shop-stewards", Relation.Defends, "members"), new Joined("shop-stewards", "management", Fusion.Directed)], [new Related("canteen", Relation.PartOf, "management"), new Joined("canteen", "management", Fusion.Directed)], "offices.begin-post"),
        Of("succession-vacuum", [On(1, 1, new Held("ada", "chair", "council", Rank.Head)), new Unavailable("ada", Absence.Ill, Unable: true)], [On(1, 1, new Held("ada", "chair", "council", Rank.Head)), new Unavailable("ada", Absence.Ill, Unable: true), new StoodIn("ada", "bo")]),
        Of("privilege-drift", [new Advantaged(["ada"], "car", Voted: false)], [new Advantaged(["ada"], "car", Voted: true)]),
        Of("withheld-document", [new Addressed("d", ["congress"], Due: new(2026, 4, 1))], [new Addressed("d", ["congress"], Due: new(2026, 4, 1)), On(3, 20, new Delivered("d", ["congress"]))]),
        Of("split-knowledge", [new Known("d", ["ada"], ["bo"], "council")], [new Known("d", ["ada", "bo"], [], "council")]),
        Of("selected-readers", [new Delivered("d", ["ada"], Entitled: ["ada", "bo"])], [new Delivered("d", ["ada"], Entitled: ["ada", "bo"]), new Delivered("d", ["bo"])], "documents.hand-on"),
        Of("false-notice", [new Noticed("funeral", ["ada"], Said: new(2026, 3, 3), True: new(2026, 3, 5))], [new Noticed("funeral", ["ada"], Said: new(2026, 3, 5), True: new(2026, 3, 5))]),
        Of("omitted-from-minutes", [new Minuted("s", ["ada"], Included: false)], [new Minuted("s", ["ada"], Included: true, Altered: false)]),
        Of("unanswered-rectification", [new Undertook("r", UndertakingKind.Rectification, "editor", Due: new(2026, 3, 15))], [new Undertook("r", UndertakingKind.Rectification, "editor", Due: new(2026, 3, 15)), new Settled("r", Kept: true)]),
        Of("unequal-space", [new Covered("bulletin", "debate", ["a"], ["b"])], [new Covered("bulletin", "debate", ["a", "b"], Equal: true)]),
        Of("one-sided-report", [new Covered("bulletin", "s", ["a"], ["b"], Report: true)], [new Covered("bulletin", "s", ["a"], ["b"], Report: false)], "press.report"),
        Of("unsigned-attack", [new Printed("bulletin", ["ada"], Signed: false)], [new Printed("bulletin", ["ada"], Signed: true)], "press.submit"),
        Of("editor-displaced", [new EditorsChanged("bulletin", EditorChange.Resigned, ["ada"], Protest: true, DebateOpen: true)], [new EditorsChanged("bulletin", EditorChange.Resigned, ["ada"], Protest: false, DebateOpen: true)]),
        Of("concealed-origin", [new Presented("debate", ["petition"], OriginNamed: false)], [new Presented("debate", ["petition"], OriginNamed: true)]),
        Of("unsourced-quotation", [new Attributed("ada", ["bo"], Sourced: false)], [new Attributed("ada", ["bo"], Sourced: true, Faithful: true)]),
        Of("unknown-denominator", [new Counted("v", No: new(30))], [new Counted("v", Yes: new(124), No: new(20))]),
        Of("will-overridden", [new Willed("ada", "papers"), new SetAside("ada", "papers", ["council"], Consent: false)], [new Willed("ada", "papers"), new SetAside("ada", "papers", ["council"], Consent: true)]),
        Of("reprisal-after-dissent", [new Dissented(["ada"], DissentForm.Petition), On(4, 1, Measure)], [On(5, 1, new Dissented(["ada"], DissentForm.Petition)), On(4, 1, Measure)]),
        Of("opinion-offence", [new Punishable([Ground.Advocacy])], [new Punishable([Ground.Conduct])], "roll.charge"),
        Of("sanction-without-hearing", [Measure with { Hearing = false }], [Measure with { Charge = true, Evidence = true, Hearing = true, Panel = true, Appeal = true }], "votes.put"),
        Of("coerced-ballot", [new Pressured("v", ["ward"], ["transfer"]), new Counted("v", Yes: new(1), No: new(2))], [new Counted("v", Yes: new(1), No: new(2))]),
        Of("abuse-of-office", [new Misused("ada", Misuse.Violence, ["bo"], Dealt: false)], [new Misused("ada", Misuse.Violence, ["bo"], Dealt: true)]),
        Of("confession-only", [Measure with { ConfessionOnly = true }], [Measure with { ConfessionOnly = false }], "inspection.find"),
        Of("mass-removal", [Measure with { Count = new(15) }], [Measure with { Count = new(15), ByElection = true }]),
        Of("forced-membership", [new Imposed(Imposition.Working, ["members"], Consent: false)], [new Imposed(Imposition.Working, ["members"], Consent: true)], "roll.transfer"),
        Of("centre-override", [new Intervened("council", "north", Intervention.Decided, OwnMatter: true)], [new Intervened("council", "north", Intervention.Decided, OwnMatter: false)]),
        Of("language-disadvantage", [new Disadvantaged(["north"], [Exercise.Read])], [new Handled("translation", ["north"])]),
        Of("broken-recall-of-order", [new Ordered("o", To: ["north"]), On(3, 2, new Countermanded("o")), On(3, 3, new CarriedOut("o", "north"))], [new Ordered("o", To: ["north"]), On(3, 2, new Countermanded("o")), On(3, 2, new Acknowledged("o", "north", Received: true))]),
        Of("unsecured-dependency", [new Planned("p", "partner", Confirmed: false, Fallback: false)], [new Planned("p", "partner", Confirmed: false, Fallback: true)]),
        Of("no-open-account", [new Booked("reserve", Published: false)], [new Booked("reserve", Published: true)], "accounts.receive"),
        Of("price-scissors", [new Indexed("prices", "goods", new(3, 1)), new Indexed("prices", "grain", new(1, 1))], [new Indexed("prices", "goods", new(3, 2)), new Indexed("prices", "grain", new(1, 1))]),
        Of("forecast-failure", [new Foreseen("f"), new Outturn("f", Met: false, Reviewed: false)], [new Foreseen("f"), new Outturn("f", Met: false, Reviewed: true)]),
        Of("self-serving-allocation", [new Distributed("flats", ["ada"], ["ada"])], [new Distributed("flats", ["ada"], ["bo"])], "accounts.allot"),
        Of("eroded-fund", [new Devalued("strike-fund", Reported: false)], [new Devalued("strike-fund", Reported: true)]),
        Of("command-of-culture", [new Prescribed(Culture.Art, "council")], [new Published("programme")], "works.ask"),
        Of("cult-of-person", [new Invoked("ada", ["bo"], InPlaceOfRule: true)], [new Invoked("ada", ["bo"], InPlaceOfRule: false)]),
    ];
}
