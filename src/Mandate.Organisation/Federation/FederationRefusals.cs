using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

public static class FederationRefusals
{
    /// <summary>An order that hangs on a partner says what is done without them.</summary>
    public static Refusal NoFallback(string partner) => new("federation.no-fallback", "") { Given = partner, Way = "name-fallback" };

    /// <summary>It was taken back.</summary>
    public static Refusal TakenBack(string order, DateTimeOffset at) => new("federation.taken-back", "") { Given = order, Needs = at };

    public static Refusal NotAddressed(string order, string unit) => new Refusal("federation.not-addressed", "") { Needs = "a unit it goes to", Given = unit }.With("order", order);

    public static Refusal AcknowledgedAlready(string unit) => new("federation.acknowledged-already", "") { Needs = "only once", Given = unit };
}
