using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Restrictions;

public static class RestrictionsRefusals
{
    /// <summary>Only a decision of its own class narrows a right.</summary>
    public static Refusal NotDecided(string clause, string motion) => new("restrictions.not-decided", clause) { Needs = "restrict_right", Given = motion, Way = "file-restriction" };

    /// <summary>It ends no later than the decision says.</summary>
    public static Refusal LongerThanDecided(string clause, DateOnly decided, DateOnly given) => new("restrictions.longer-than-decided", clause) { Needs = decided, Given = given };

    /// <summary>A restriction is prolonged once at most.</summary>
    public static Refusal RenewedAlready(string clause, string restriction) => new("restrictions.renewed-already", clause) { Needs = "only once", Given = restriction };

    /// <summary>Nothing is prolonged before its effect was reviewed.</summary>
    public static Refusal ReviewFirst(string clause) => new("restrictions.review-first", clause) { Way = "review-restriction" };

    /// <summary>A restriction ends early by an adopted motion of the body that decided it.</summary>
    public static Refusal NotRepealed(string clause) => new("restrictions.not-repealed", clause) { Way = "move-repeal" };

    /// <summary>It was used beyond its purpose: the body that adopted it decides before it is used again (S036).</summary>
    public static Refusal DecideFirst(string clause, string occasion, string used, DateOnly ends) =>
        new("restrictions.decide-first", clause) { Needs = occasion, Given = used, Way = "confirm-wider", Earliest = new DateTimeOffset(ends.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>Nothing was done beyond its purpose on which somebody would have to decide.</summary>
    public static Refusal NothingBeyond(string clause, string restriction) => new("restrictions.nothing-beyond", clause) { Given = restriction, Way = "use-as-decided" };

    /// <summary>A wider purpose is confirmed by a motion of its class, of the same body, filed after the use.</summary>
    public static Refusal NotConfirmed(string clause, DateTimeOffset used) => new("restrictions.not-confirmed", clause) { Needs = DateOnly.FromDateTime(used.UtcDateTime), Way = "confirm-wider" };

    /// <summary>The motion has to name the restriction.</summary>
    public static Refusal NotNamed(string clause, string needs) => new("restrictions.not-named", clause) { Needs = needs, Way = "move-repeal" };

    /// <summary>Unity, discipline and the danger of a split are no ground by themselves (S115).</summary>
    public static Refusal NoGround(string clause) => new("restrictions.no-ground", clause) { Needs = "a ground on the closed list", Way = "name-ground" };

    /// <summary>It was put to these and to no others.</summary>
    public static Refusal NotAlike(string clause, string open, string given) => new("restrictions.not-alike", clause) { Needs = open, Given = given };

    /// <summary>Others who are alike come first.</summary>
    public static Refusal AlikeFirst(string clause, IEnumerable<string> open) => new("restrictions.alike-first", clause) { Needs = string.Join(", ", open), Way = "treat-alike" };

    public static Refusal NotInForce(string restriction, DateOnly until) => new("restrictions.not-in-force", "") { Given = restriction, Needs = until };

    /// <summary>The constitution knows no emergency.</summary>
    public static Refusal NoEmergency() => new("restrictions.no-emergency", "emergency") { Way = "amend-constitution" };

    public static Refusal NoSuchGround(string clause, string grounds, string given) => new("restrictions.no-such-ground", clause) { Needs = grounds, Given = given };

    /// <summary>An emergency never permits that.</summary>
    public static Refusal NeverPermitted(string clause, string may, string given) => new("restrictions.never-permitted", clause) { Needs = may, Given = given };

    public static Refusal TooLong(string clause, DateOnly last, DateOnly given) => new("restrictions.too-long", clause) { Needs = last, Given = given };

    public static Refusal ConfirmedTooLate(string clause, DateOnly last) => new("restrictions.confirmed-too-late", clause) { Needs = last };

    public static Refusal NoMoreRenewals(string clause, int most) => new("restrictions.no-more-renewals", clause) { Needs = most };

    /// <summary>Account is given when it is over.</summary>
    public static Refusal StillInForce(string clause, DateOnly last) => new("restrictions.still-in-force", clause) { Needs = last, Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>While an emergency lasts nobody changes the constitution.</summary>
    public static Refusal NotInEmergency(string clause, DateOnly last) => new("restrictions.not-in-emergency", clause) { Needs = last, Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>A restriction is against conduct.</summary>
    public static Refusal AimedAtOpinion(string clause, string aim) => new("restrictions.aimed-at-opinion", clause) { Needs = "conduct", Given = aim, Way = "name-conduct" };

    /// <summary>Expression is narrowed by an emergency measure or not at all.</summary>
    public static Refusal OnlyInEmergency(string clause, string needs) => new("restrictions.only-in-emergency", clause) { Needs = needs, Way = "declare-emergency" };
}
