using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Facts;

public static class FactsRefusals
{
    /// <summary>A fact without a source is a rumour.</summary>
    public static Refusal NoSource() => new("facts.no-source", "") { Way = "name-source" };

    /// <summary>Facts name ordinary members only when they record them themselves.</summary>
    public static Refusal OrdinaryMember(string person) => new("facts.ordinary-member", "") { Given = person, Way = "member-records" };

    /// <summary>Only whoever recorded a fact corrects it; anybody may object to it.</summary>
    public static Refusal NotYourFact(string fact, string recorder, string by) =>
        new Refusal("facts.not-your-fact", "") { Needs = recorder, Given = by, Way = "object-to-fact" }.With("fact", fact);

    /// <summary>The first possible day lies after the last.</summary>
    public static Refusal WindowReversed(DateOnly from, DateOnly to) => new("facts.window-reversed", "") { Needs = from, Given = to };
}
