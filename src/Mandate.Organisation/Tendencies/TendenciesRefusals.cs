using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

public static class TendenciesRefusals
{
    /// <summary>A tendency ends, and is formed anew as often as its members want it.</summary>
    public static Refusal TooLong(string clause, DateOnly last, DateOnly given) => new("tendencies.too-long", clause) { Needs = last, Given = given };

    public static Refusal Over(string clause, DateOnly until) => new("tendencies.over", clause) { Needs = until, Way = "form-tendency" };

    public static Refusal JoinedAlready(string clause) => new("tendencies.joined-already", clause) { Needs = "only once" };

    /// <summary>Only a resolution that was adopted has a minority report.</summary>
    public static Refusal NotAdopted(string clause, string motion) => new("tendencies.not-adopted", clause) { Needs = "a resolution that was adopted", Given = motion };

    /// <summary>The right is given in other bodies.</summary>
    public static Refusal NotInThatBody(string clause, string bodies, string given) => new("tendencies.not-in-that-body", clause) { Needs = bodies, Given = given };

    public static Refusal ReportTooLate(string clause, DateOnly last) => new("tendencies.report-too-late", clause) { Needs = last };

    public static Refusal SignedAlready(string clause) => new("tendencies.signed-already", clause) { Needs = "only once" };

    public static Refusal NotJoined(string clause) => new("tendencies.not-joined", clause) { Needs = "somebody who belongs to it" };
}
