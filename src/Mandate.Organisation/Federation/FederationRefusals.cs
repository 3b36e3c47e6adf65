using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

public static class FederationRefusals
{
    /// <summary>An order that hangs on a partner says what is done without them.</summary>
    public static Refusal NoFallback(string partner) => new("federation.no-fallback", "") { Given = partner, Way = "name-fallback" };

    /// <summary>A unit that makes works of art, science or teaching is ordered on time, place, money or safety, and the order says on which.</summary>
    public static Refusal SaysNotWhat(string clause, string unit) => new("federation.says-not-what", clause) { Needs = "time, place, money or safety", Given = unit, Way = "say-concerns" };

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
    public static Refusal OwnMatter(string dispute, string unit) => new Refusal("federation.own-matter", "") { Given = dispute }.With("unit", unit);

    /// <summary>One stay for one matter.</summary>
    public static Refusal DisputedAlready(string of, string unit) => new Refusal("federation.disputed-already", "") { Needs = "only once", Given = of }.With("unit", unit);

    /// <summary>The constitution lets nobody inspect that body, nor hear appeals.</summary>
    public static Refusal NobodySettles(string body) => new("federation.nobody-settles", "powers") { Given = body, Way = "amend-constitution" };

    /// <summary>The time to turn it down is over.</summary>
    public static Refusal PlanHolds(string unit, DateOnly firm) => new("federation.plan-holds", "") { Given = unit, Needs = firm };

    public static Refusal RejectionsUsed(int most, DateOnly from) => new("federation.rejections-used", "") { Needs = most, Earliest = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) };

    public static Refusal AcknowledgedAlready(string unit) => new("federation.acknowledged-already", "") { Needs = "only once", Given = unit };
}
