using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public static class OfficesRefusals
{
    /// <summary>The holder has said that they can act; nobody else says otherwise for a year.</summary>
    public static Refusal SaidAble(string clause, DateTimeOffset from) => new("offices.said-able", clause) { Earliest = from };

    /// <summary>Somebody who is away longer than a stand-in may act is followed by an election, not by a stand-in.</summary>
    public static Refusal AbsentTooLong(string clause, DateOnly last, DateOnly given) => new("offices.absent-too-long", clause) { Needs = last, Given = given };

    /// <summary>They said, for a motion of theirs, that they would not take it (S076).</summary>
    public static Refusal Renounced(string clause, string person, string motion, DateOnly until) =>
        new Refusal("offices.renounced", clause) { Needs = until, Given = motion, Earliest = new DateTimeOffset(until.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) }.With("person", person);

    public static Refusal NoSuchPlace(Seat seat) => new Refusal("offices.no-such-place", "") { Needs = "a place of the constitution", Given = seat.Of }.With("unit", seat.Unit ?? "");

    public static Refusal NotAMember(string person, string clause) => new("offices.not-in-good-standing", clause) { Needs = "a member in good standing", Given = person };

    /// <summary>A condition of eligibility is not met: which, in the words of the clause.</summary>
    public static Refusal NotEligible(Answer unmet, string person) => Of("offices.not-eligible", unmet).With("person", person);

    /// <param name="conflict">Whose <c>Given</c> is the place held already.</param>
    public static Refusal Incompatible(Answer conflict, string person, string of) =>
        new Refusal("offices.incompatible", conflict.Clause.Path) { Needs = conflict.Needs, Given = of }.With("person", person).With("held", conflict.Given ?? "");

    public static Refusal TooManyTerms(Answer may, string person) => Of("offices.too-many-terms", may).With("person", person);

    public static Refusal AlreadyHolds(string person, Seat seat, string clause) => new Refusal("offices.already-holds", clause) { Needs = "somebody who does not hold it", Given = seat.Of }.With("person", person);

    /// <summary>One holder of a tag more than the body may have.</summary>
    public static Refusal CapReached(Answer broken, string person) => Of("offices.cap-reached", broken).With("person", person);

    /// <summary>The answer of a rule as a refusal.</summary>
    private static Refusal Of(string code, Answer answer) => new(code, answer.Clause.Path)
    {
        Needs = answer.Needs,
        Given = answer.Given,
        Earliest = answer.Earliest is { } day ? Calendar.Start(day) : null,
    };

    /// <summary>The place is not filled in this way.</summary>
    public static Refusal OtherWay(string clause, string way) => new("offices.other-way", clause) { Needs = way };

    public static Refusal NoVacancy(string clause, int seats, DateTimeOffset? earliest) => new("offices.no-vacancy", clause) { Needs = 1, Given = 0, Earliest = earliest, Args = new Refusal("", "").With("seats", seats).Args };

    /// <summary>The seat goes with an office: give up the office, or change the clause.</summary>
    public static Refusal GoesWithOffice(string clause, string tenure) => new("offices.goes-with-office", clause) { Needs = tenure, Way = "resign-the-office" };

    /// <summary>Seats from outside are for those who are not members.</summary>
    public static Refusal NotFromOutside(string clause, string who, string person) => new("offices.not-from-outside", clause) { Needs = who, Given = person };

    /// <summary>A seat that falls vacant stays empty until the end of its term.</summary>
    public static Refusal LeftEmpty(string clause, DateOnly? until) =>
        new("offices.left-empty", clause) { Needs = "leave_empty", Given = until, Earliest = until is { } day ? Calendar.Start(day.AddDays(1)) : null };

    public static Refusal AlreadySigned(string id) => new("offices.already-signed", "") { Needs = "only once", Given = id };

    public static Refusal AlreadyDone(string id) => new("offices.already-done", "") { Needs = "only once", Given = id };

    public static Refusal ConsentMissing(string clause, string whose) => new("offices.consent-missing", clause) { Needs = whose, Way = "ask-consent" };

    public static Refusal Limit(string clause, string limit, string person) => new Refusal("offices.limit", clause) { Needs = limit }.With("person", person);

    public static Refusal NobodyHires(string tag) => new("offices.nobody-hires", "powers") { Needs = "a clause that provides for it", Given = tag };

    public static Refusal NoRecall(string clause) => new("offices.no-recall", clause) { Way = "motion-of-removal" };

    public static Refusal NotTheirVoter(string clause, string unit, string person) => new Refusal("offices.not-their-voter", clause) { Needs = unit }.With("person", person);

    public static Refusal NotEnoughSignatures(string clause, int needed, int given) => new("offices.not-enough-signatures", clause) { Needs = needed, Given = given };

    public static Refusal NotInOffice(string tenure) => new("offices.not-in-office", "") { Needs = "a mandate that is held", Given = tenure };

    public static Refusal NobodyLeft(string clause) => new("offices.nobody-left", clause) { Way = "by-election" };

    public static Refusal ActingTooLong(string clause, string most) => new("offices.acting-over", clause) { Needs = most, Way = "by-election" };

    /// <summary>Nobody decides on their own appointment.</summary>
    public static Refusal OwnCase(string clause, string person) => new Refusal("offices.own-case", clause) { Needs = "somebody else", Given = person, Way = "others-decide" };

    /// <summary>What an act is said to carry out was not decided.</summary>
    public static Refusal NotDecided(string clause, string given) => new("offices.not-decided", clause) { Needs = "a decision that was carried", Given = given };

    /// <summary>Of somebody who holds nothing and stands for nothing no ties are kept.</summary>
    public static Refusal HoldsNothing(string person) => new("offices.holds-nothing", "") { Needs = "a place or a candidacy", Given = person };

    /// <summary>Those who would get it decide on it themselves, and nobody else has voted.</summary>
    public static Refusal OwnPay(string clause, string place) => new("offices.own-pay", clause) { Needs = "a vote of others", Given = place, Way = "others-decide" };

    /// <param name="most">Hundredths a month.</param>
    public static Refusal AboveCeiling(string clause, long most, long given) => new("offices.above-ceiling", clause) { Needs = most, Given = given };

    /// <summary>An assessment goes to those who elect.</summary>
    public static Refusal OtherElectors(string clause, string elects, string given) => new("offices.other-electors", clause) { Needs = elects, Given = given };

    public static Refusal DidNotWorkWith(string clause, string person) => new("offices.did-not-work-with", clause) { Needs = "somebody who worked with them", Given = person };

    /// <summary>It stays closed until the session opens.</summary>
    public static Refusal NotYetOpened(string clause, DateTimeOffset opens) => new("offices.not-yet-opened", clause) { Needs = opens, Earliest = opens };

    public static Refusal NotOfABody(string place) => new("offices.not-of-a-body", "") { Needs = "a seat of a body", Given = place };

    public static Refusal BeyondTerm(string clause, DateOnly last, DateOnly given) => new("offices.beyond-term", clause) { Needs = last, Given = given };

    public static Refusal PoolClosed(DateOnly last) => new("offices.pool-closed", "") { Needs = last };

    public static Refusal SeedTooEarly(DateTimeOffset due) => new("offices.seed-too-early", "") { Needs = due, Earliest = due };

    public static Refusal SeedBeforePool(DateOnly closes, DateTimeOffset due) => new("offices.seed-before-pool", "") { Needs = closes, Given = due };

    /// <param name="bound">What the quota asks for.</param>
    /// <param name="possible">What could be met with all the others.</param>
    public static Refusal QuotaUnmet(string clause, int bound, int possible) => new("offices.quota-unmet", clause) { Needs = bound, Given = possible, Way = "more-volunteers" };

    public static Refusal UnitQuotaUnmet(string clause, string unit, int bound, int possible) =>
        new Refusal("offices.unit-quota-unmet", clause) { Needs = bound, Given = possible, Way = "more-volunteers" }.With("unit", unit);

    public static Refusal PoolTooSmall(string clause, int needs, int given) => new("offices.pool-too-small", clause) { Needs = needs, Given = given };

    /// <summary>Somebody who is to decide has said what they lack; the guard against votes without information.</summary>
    public static Refusal NotInformed(string clause, string missing, DateTimeOffset earliest) => new Refusal("offices.not-informed", clause) { Needs = missing, Earliest = earliest, Way = "supply-what-is-missing" }.With("guard", "uninformed-vote");

    /// <summary>A large share was removed lately: further removals are for a congress or the members, until that is some time ago.</summary>
    public static Refusal RemovalsWait(string clause, int removed, int of, DateOnly until) =>
        new Refusal("offices.removals-wait", clause) { Needs = "congress or members", Given = removed, Earliest = Calendar.Start(until.AddDays(1)), Way = "congress-or-members" }.With("of", of);

    /// <summary>Only a place that is removed by petition as a whole is dissolved by one.</summary>
    public static Refusal NotAsOne(string clause) => new("offices.not-as-one", clause) { Needs = "remove by petition", Way = "recall-each" };

    /// <summary>A body that stands in decides on what it was given and on nothing else.</summary>
    public static Refusal BeyondStandIn(string clause, string power, string body) => new Refusal("offices.beyond-stand-in", clause) { Needs = power, Given = clause, Way = "leave-to-body" }.With("body", body);

    /// <summary>Only a body whose seats are all elected stands in for another.</summary>
    public static Refusal NotElectedBody(string clause, string body) => new("offices.not-elected-body", clause) { Needs = "a body whose seats are all elected", Given = body };

    /// <summary>Who checks a body, or is checked by it, does not stand in for it.</summary>
    public static Refusal ChecksIt(string clause, string by, string body) => new Refusal("offices.checks-it", clause) { Needs = "a body that neither checks it nor is checked by it", Given = by }.With("body", body);

    public static Refusal StandsInTooLong(string clause, DateOnly last, DateOnly given) => new("offices.stands-in-too-long", clause) { Needs = last, Given = given };

    /// <summary>The same competence was with another body a short time ago.</summary>
    public static Refusal StoodInLately(string clause, DateOnly from) => new("offices.stood-in-lately", clause) { Earliest = Calendar.Start(from) };

    /// <summary>The stand-in through which it was proposed is over: the competence is back.</summary>
    public static Refusal StandInOver(string clause, DateOnly last, string body) => new Refusal("offices.stand-in-over", clause) { Needs = last, Way = "leave-to-body" }.With("body", body);

    /// <summary>The clause fills the place otherwise than by election.</summary>
    public static Refusal NotElective(string clause, string place) => new("offices.not-elective", clause) { Needs = "a place that is elected", Given = place };

    public static Refusal PromisedTooFar(string clause, DateOnly last, DateOnly given) => new("offices.promised-too-far", clause) { Needs = last, Given = given };

    /// <summary>No vote makes an exception where one of the two places checks the other.</summary>
    public static Refusal NoException(string clause, string place) => new("offices.no-exception", clause) { Needs = "places of which none checks the other", Given = place, Way = "resign-first" };

    /// <summary>An exception takes the body that amends the constitution, two thirds of its votes, and a text that names it.</summary>
    public static Refusal ExceptionNotDecided(string clause, string needs, string given) => new("offices.exception-not-decided", clause) { Needs = needs, Given = given, Way = "move-exception" };
}
