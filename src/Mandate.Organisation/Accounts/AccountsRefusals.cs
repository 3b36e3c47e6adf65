using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

public static class AccountsRefusals
{
    /// <summary>More than what is left of what was decided, or of what is there.</summary>
    public static Refusal MoreThanLeft(string clause, long left, long given) => new("accounts.more-than-left", clause) { Needs = left, Given = given, Way = "decide-grant" };

    /// <summary>The day until which it could be spent has passed.</summary>
    public static Refusal GrantOver(string clause, DateOnly last) => new("accounts.grant-over", clause) { Needs = last, Way = "decide-grant" };

    /// <summary>Whoever proposed a payment does not sign it, and whoever receives it does neither.</summary>
    public static Refusal SecondPerson(string clause, string given) => new("accounts.second-person", clause) { Needs = "somebody else", Given = given, Way = "other-signs" };

    /// <summary>The round is closed, or not closed yet.</summary>
    public static Refusal RoundClosed(string clause, DateOnly last) => new("accounts.round-closed", clause) { Needs = last };

    public static Refusal RoundStillOpen(string clause, DateOnly last) =>
        new("accounts.round-still-open", clause) { Needs = last, Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>More receive than there is to give, or somebody who did not ask.</summary>
    public static Refusal TooManyGiven(string clause, int number, int given) => new("accounts.too-many-given", clause) { Needs = number, Given = given };

    public static Refusal DidNotAsk(string clause, string person) => new("accounts.did-not-ask", clause) { Needs = "somebody who asked", Given = person };

    public static Refusal AskedAlready(string clause, string round) => new("accounts.asked-already", clause) { Needs = "only once", Given = round };

    /// <summary>It is drawn, so nobody gives it out.</summary>
    public static Refusal ByLot(string clause, string round) => new("accounts.by-lot", clause) { Needs = "drawn by lot", Given = round, Way = "draw-round" };

    /// <summary>A levy is known before its first period ends.</summary>
    public static Refusal NotBeforehand(string clause, DateOnly earliest, DateOnly given) =>
        new("accounts.not-beforehand", clause) { Needs = earliest, Given = given, Earliest = Start(earliest) };

    /// <summary>It is reckoned for days that are over.</summary>
    public static Refusal DayNotOver(string clause, DateOnly day) => new("accounts.day-not-over", clause) { Needs = "a day that is over", Given = day, Earliest = Start(day.AddDays(1)) };

    public static Refusal NoPeriodEnds(string clause, DateOnly next, DateOnly given) => new("accounts.no-period-ends", clause) { Needs = next, Given = given, Earliest = Start(next.AddDays(1)) };

    /// <summary>By the rule nobody owes anything up to that day.</summary>
    public static Refusal NothingToReckon(string clause, DateOnly day) => new("accounts.nothing-to-reckon", clause) { Needs = "something that is owed", Given = day };

    /// <summary>More than what is owed: what goes beyond it is of one's own will.</summary>
    public static Refusal MoreThanOwed(string clause, long left, long given) => new("accounts.more-than-owed", clause) { Needs = left, Given = given, Way = "make-pledge" };

    /// <summary>Whoever outside is paid more than the limit in twelve months is paid under a contract in the register.</summary>
    public static Refusal ContractNeeded(string clause, long limit, long given) => new("accounts.contract-needed", clause) { Needs = limit, Given = given, Way = "enter-contract" };

    /// <summary>A limit that members set is reached.</summary>
    public static Refusal BeyondLimit(string clause, BookRuleKind kind, long limit, long given) => new Refusal("accounts.beyond-limit", clause) { Needs = limit, Given = given, Way = "change-limit" }.With("limit", kind.ToString());

    /// <summary>All payments to one person in a month come to more than the ceiling of pay.</summary>
    public static Refusal AbovePayCeiling(string clause, long most, long given) => new("accounts.above-pay-ceiling", clause) { Needs = most, Given = given, Way = "pay-less" };

    /// <summary>One place would use more of the year's resources than the limit; that takes a vote of others, in every year again. Shares in hundredths of a percent.</summary>
    public static Refusal ShareNeedsVote(string clause, long limit, long given, string place) => new Refusal("accounts.share-needs-vote", clause) { Needs = limit, Given = given, Way = "vote-this-year" }.With("place", place);

    /// <summary>What is owed is owed to somebody else.</summary>
    public static Refusal OtherPayee(string clause, string given) => new("accounts.other-payee", clause) { Needs = "whoever it is owed to", Given = given };

    public static Refusal OtherCurrency(string clause, string needs, string given) => new("accounts.other-currency", clause) { Needs = needs, Given = given };

    /// <summary>No rule lets units exchange goods.</summary>
    public static Refusal NoExchange(string clause) => new("accounts.no-exchange", clause) { Needs = "a rule with a cap", Way = "change-limit" };

    /// <summary>Until the day on which it is due a pledge is taken back freely; after it, it is owed.</summary>
    public static Refusal PledgeDue(string clause, DateOnly due) => new("accounts.pledge-due", clause) { Needs = due };

    /// <summary>The collection is over; where its purpose failed, those who gave decide on what is left, and an adopted motion on what nobody known has given.</summary>
    public static Refusal PurposeOver(string clause, string title) => new("accounts.purpose-over", clause) { Needs = "a collection that is open", Given = title, Way = "adopt-motion" };

    /// <summary>It is given to whoever is first in line; those who give it out come last.</summary>
    public static Refusal InUse(string clause, DateOnly until) => new("accounts.in-use", clause) { Needs = until, Earliest = Start(until.AddDays(1)) };

    public static Refusal NobodyInLine(string clause, string property) => new("accounts.nobody-in-line", clause) { Needs = "somebody who asked", Given = property };

    /// <summary>The accounts of a period are voted on after the auditors' findings could be read.</summary>
    public static Refusal FindingsFirst(string clause, int needed, int given) => new("accounts.findings-first", clause) { Needs = needed, Given = given, Way = "report-audit" };

    public static Refusal VotedBefore(string clause, DateOnly earliest, string motion) => new("accounts.voted-before", clause) { Needs = earliest, Given = motion, Way = "vote-again", Earliest = Start(earliest) };

    public static Refusal SeedEarly(string clause, DateOnly due) => new("accounts.seed-early", clause) { Needs = due, Earliest = Start(due.AddDays(1)) };

    private static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
