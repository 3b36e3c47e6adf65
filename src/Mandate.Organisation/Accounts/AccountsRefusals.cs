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
}
