using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

public static class TendenciesRefusals
{
    /// <summary>A tendency ends, and is formed anew as often as its members want it.</summary>
    public static Refusal TooLong(string clause, DateOnly last, DateOnly given) => new("tendencies.too-long", clause) { Needs = last, Given = given };

    public static Refusal Over(string clause, DateOnly until) => new("tendencies.over", clause) { Needs = until, Way = "form-tendency" };

    public static Refusal JoinedAlready(string clause) => new("tendencies.joined-already", clause);

    public static Refusal NotJoined(string clause) => new("tendencies.not-joined", clause);
}
