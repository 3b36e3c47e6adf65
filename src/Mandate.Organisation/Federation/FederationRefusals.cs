using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

public static class FederationRefusals
{
    /// <summary>An order that hangs on a partner says what is done without them.</summary>
    public static Refusal NoFallback(string partner) => new("federation.no-fallback", "") { Given = partner, Way = "name-fallback" };

    /// <summary>A unit that makes works of art, science or teaching is ordered on time, place, money or safety, and the order says on which.</summary>
    public static Refusal SaysNotWhat(string clause, string unit) => new("federation.says-not-what", clause) { Needs = "time, place, money or safety", Given = unit, Way = "say-concerns" };

    /// <summary>No clause says how a unit leaves.</summary>
    public static Refusal NoSeparation(string clause) => new("federation.no-separation", clause) { Needs = "a clause on separation", Way = "amend-constitution" };

    /// <summary>The clause is for units of another kind.</summary>
    public static Refusal OtherUnitsLeave(string clause, string kind, string given) => new("federation.other-units-leave", clause) { Needs = kind, Given = given, Way = "amend-constitution" };

    /// <summary>The vote was carried, and not by the share that the clause asks for.</summary>
    public static Refusal TooFewToLeave(string clause, int needed, int given) => new("federation.too-few-to-leave", clause) { Needs = needed, Given = given, Way = "vote-in-unit-again" };

    /// <summary>The name of the whole stays with it, or is carried on by both with something added.</summary>
    public static Refusal NameOfTheWhole(string clause, string name, string given) => new("federation.name-of-the-whole", clause) { Needs = name, Given = given, Way = "another-name" };

    public static Refusal SeparationEarly(string clause, DateOnly on) => new("federation.separation-early", clause) { Needs = on, Earliest = new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>It was taken back.</summary>
    public static Refusal TakenBack(string order, DateTimeOffset at) => new("federation.taken-back", "") { Given = order, Needs = at };

    public static Refusal NotAddressed(string order, string unit) => new Refusal("federation.not-addressed", "") { Needs = "a unit it goes to", Given = unit }.With("order", order);

    public static Refusal MissionTooLong(string clause, DateOnly last, DateOnly given) => new("federation.mission-too-long", clause) { Needs = last, Given = given };

    public static Refusal MissionOver(string mission, DateOnly last) => new("federation.mission-over", "") { Given = mission, Needs = last };

    /// <summary>An emissary comes from elsewhere.</summary>
    public static Refusal OfTheUnit(string clause, string unit, string person) => new Refusal("federation.of-the-unit", clause) { Needs = "somebody of another unit", Given = person }.With("unit", unit);

    /// <summary>A mission gives no place, no vote and no count in the unit it goes to.</summary>
    public static Refusal BeyondMission(string purpose, string person, DateOnly from) =>
        new("federation.beyond-mission", "") { Needs = purpose, Given = person, Earliest = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>The unit has disputed it, and it stands still for this unit.</summary>
    public static Refusal Stayed(string dispute, DateOnly from) => new("federation.stayed", "") { Given = dispute, Earliest = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>It was settled that this lies in the unit's own competence.</summary>
    public static Refusal OwnMatter(string dispute, string unit) => new Refusal("federation.own-matter", "") { Given = dispute, Way = "leave-to-unit" }.With("unit", unit);

    /// <summary>One stay for one matter.</summary>
    public static Refusal DisputedAlready(string of, string unit) => new Refusal("federation.disputed-already", "") { Needs = "only once", Given = of }.With("unit", unit);

    /// <summary>The constitution lets nobody inspect that body, nor hear appeals.</summary>
    public static Refusal NobodySettles(string body) => new("federation.nobody-settles", "powers") { Given = body, Way = "amend-constitution" };

    /// <summary>The time to turn it down is over.</summary>
    public static Refusal PlanHolds(string unit, DateOnly firm) => new("federation.plan-holds", "") { Given = unit, Needs = firm };

    public static Refusal RejectionsUsed(int most, DateOnly from) => new("federation.rejections-used", "") { Needs = most, Earliest = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>An order ends by itself at the time it says.</summary>
    public static Refusal OrderExpired(DateTimeOffset until) => new("federation.order-expired", "") { Needs = until, Way = "order-again" };

    /// <summary>By a date or by a condition; not both, not neither.</summary>
    public static Refusal OneTrigger(string clause) => new("federation.one-trigger", clause) { Needs = "a day or a condition" };

    /// <summary>So many of the units that it goes to have to confirm a condition.</summary>
    public static Refusal UnitsOfPlan(string clause, int most, int given) => new("federation.units-of-plan", clause) { Needs = most, Given = given };

    /// <summary>It is decided after now and before the day.</summary>
    public static Refusal DecidedTooLate(string clause, DateOnly on, DateTimeOffset given) => new("federation.decided-too-late", clause) { Needs = on, Given = given };

    /// <summary>One body says go or stop; the guard against blurred competence.</summary>
    public static Refusal OtherBodysPlan(string clause, string holds, string given) => new Refusal("federation.other-bodys-plan", clause) { Needs = holds, Given = given }.With("guard", "blurred-competence");

    /// <summary>A partner has neither confirmed nor is there anything to do without them.</summary>
    public static Refusal UnsecuredPartner(string clause, string partner) => new Refusal("federation.unsecured-partner", clause) { Given = partner, Way = "confirm-or-fallback" }.With("guard", "unsecured-dependency");

    /// <summary>A partner does not act: only the fallback can go.</summary>
    public static Refusal PartnerFailed(string clause, string partner, string? fallback) => new("federation.partner-failed", clause) { Given = partner, Needs = fallback ?? "another plan", Way = fallback is null ? null : "go-by-fallback" };

    public static Refusal ConditionNotMet(string clause, int needed, int given, int of) => new Refusal("federation.condition-not-met", clause) { Needs = needed, Given = given }.With("of", of);

    /// <summary>The hour has passed without a decision.</summary>
    public static Refusal PlanLapsed(DateTimeOffset by) => new("federation.plan-lapsed", "") { Needs = by, Way = "new-plan" };

    /// <summary>There is no go that is still good.</summary>
    public static Refusal NoFreshGo(PlanStage stage, DateTimeOffset until) => new("federation.no-fresh-go", "") { Given = stage.ToString(), Needs = until };

    public static Refusal BeforeItsDay(DateOnly on) => new("federation.before-its-day", "") { Needs = on, Earliest = new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>Those who carried an action are heard on what came of it.</summary>
    public static Refusal UnitsHaveNotReported(string clause, IEnumerable<string> units) => new("federation.units-have-not-reported", clause) { Needs = string.Join(", ", units) };

    /// <summary>The day of the answer has passed: the unit decides.</summary>
    public static Refusal UnitDecides(DateOnly by) => new("federation.unit-decides", "") { Needs = by };

    /// <summary>The body that was asked still has time.</summary>
    public static Refusal BodyHasTime(DateOnly by) => new("federation.body-has-time", "") { Needs = by, Earliest = new DateTimeOffset(by.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    public static Refusal CharterTooLong(string clause, DateOnly last, DateOnly given) => new("federation.charter-too-long", clause) { Needs = last, Given = given };

    public static Refusal CharterOver(string charter, DateOnly last) => new("federation.charter-over", "") { Given = charter, Needs = last };

    /// <summary>What is not listed in a charter is not given by it.</summary>
    public static Refusal NotInCharter(string powers, string given) => new("federation.not-in-charter", "") { Needs = powers, Given = given };

    public static Refusal NoConsentYet(IEnumerable<string> bodies) => new("federation.no-consent-yet", "") { Needs = string.Join(", ", bodies) };

    public static Refusal NotOverYet(DateOnly last) => new("federation.not-over-yet", "") { Needs = last, Earliest = new DateTimeOffset(last, TimeOnly.MinValue, TimeSpan.Zero) };

    public static Refusal AcknowledgedAlready(string unit) => new("federation.acknowledged-already", "") { Needs = "only once", Given = unit };

    /// <summary>A unit has protested against it: until that day nobody there carries it out.</summary>
    public static Refusal StayedByProtest(string clause, string protest, DateOnly until) =>
        new("federation.stayed-by-protest", clause) { Given = protest, Needs = until, Earliest = new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    public static Refusal CommitteeTooLong(string clause, DateOnly last, DateOnly given) => new("federation.committee-too-long", clause) { Needs = last, Given = given };

    public static Refusal CommitteeOver(string clause, DateOnly until) => new("federation.committee-over", clause) { Needs = until, Way = "form-committee" };

    /// <summary>Whoever holds a managing place sits on no committee of control or defence.</summary>
    public static Refusal Manages(string clause, string person, string place) => new Refusal("federation.manages", clause) { Needs = "somebody without a managing place", Given = person }.With("place", place);

    /// <summary>An organ of one unit orders what lies in it, and nothing else (requirement S352).</summary>
    public static Refusal NotWithin(string clause, string own, string unit) => new("federation.not-within", clause) { Needs = own, Given = unit, Way = "move-it" };

    /// <summary>The unit alone says who writes its page.</summary>
    public static Refusal NotAnEditorOfUnit(string unit, string person) => new Refusal("federation.not-an-editor-of-unit", "") { Needs = "an editor whom the unit named", Given = person, Way = "ask-unit" }.With("unit", unit);

    /// <summary>A dispute for the language or region of a unit is settled by a panel in which that unit has the majority.</summary>
    public static Refusal PanelFirst(string dispute, DateTimeOffset due) => new("federation.panel-first", "") { Given = dispute, Earliest = due, Way = "draw-panel" };

    public static Refusal NotOnPanel(string dispute, string person) => new Refusal("federation.not-on-panel", "") { Needs = "one of the panel", Given = person }.With("dispute", dispute);

    /// <summary>A treaty in force has handed that power to what several organisations do together.</summary>
    public static Refusal HandedOver(string clause, string treaty) => new("federation.handed-over", clause) { Given = treaty, Way = "leave-treaty" };

    /// <summary>What was voted on is not that treaty's text.</summary>
    public static Refusal OtherText(string clause, string treaty, string motion) => new Refusal("federation.other-text", clause) { Needs = treaty, Given = motion, Way = "adopt-text" };
}
