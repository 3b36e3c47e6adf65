using System.Collections.Frozen;

namespace Mandate.Organisation.Guards;

/// <summary>
/// No guard stops everything. For each: the guard that is there against what it lets pass (S424); what that is, says the wording
/// <c>guard-gap.NAME</c>.
/// </summary>
public static class GuardGaps
{
    /// <summary>The other guard.</summary>
    public static string CoveredBy(string guard) => Covers[guard];

    private static readonly FrozenDictionary<string, string> Covers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["surprise-motion"] = "vanished-quorum",
        ["vanished-quorum"] = "surprise-motion",
        ["no-sunset"] = "rule-beyond-purpose",
        ["secret-clause"] = "incorporation-by-reference",
        ["incorporation-by-reference"] = "secret-clause",
        ["rule-beyond-purpose"] = "no-sunset",
        ["restriction-of-minority"] = "reprisal-after-dissent",
        ["monopoly-of-list"] = "delegate-distortion",
        ["unfulfilled-mandate"] = "lost-mover",
        ["lost-mover"] = "resolution-not-executed",
        ["private-bargain"] = "secret-caucus",
        ["secret-caucus"] = "private-bargain",
        ["conflict-of-interest"] = "captured-inspection",
        ["scripted-debate"] = "omitted-from-minutes",
        ["unanswered-petition"] = "resolution-not-executed",
        ["resolution-not-executed"] = "unfulfilled-mandate",
        ["uninformed-vote"] = "split-knowledge",
        ["circular-flow-of-power"] = "concentrated-offices",
        ["appointed-not-elected"] = "delegate-distortion",
        ["delegate-distortion"] = "appointed-not-elected",
        ["concentrated-offices"] = "circular-flow-of-power",
        ["captured-inspection"] = "withheld-document",
        ["apparatus-growth"] = "inherited-apparatus",
        ["inherited-apparatus"] = "privilege-drift",
        ["bypassed-body"] = "dormant-council",
        ["blurred-competence"] = "bypassed-body",
        ["dormant-council"] = "blurred-competence",
        ["fused-defence"] = "captured-inspection",
        ["succession-vacuum"] = "appointed-not-elected",
        ["privilege-drift"] = "self-serving-allocation",
        ["withheld-document"] = "selected-readers",
        ["split-knowledge"] = "uninformed-vote",
        ["selected-readers"] = "withheld-document",
        ["false-notice"] = "surprise-motion",
        ["omitted-from-minutes"] = "one-sided-report",
        ["unanswered-rectification"] = "unequal-space",
        ["unequal-space"] = "unanswered-rectification",
        ["one-sided-report"] = "omitted-from-minutes",
        ["unsigned-attack"] = "unsourced-quotation",
        ["editor-displaced"] = "unequal-space",
        ["concealed-origin"] = "unsourced-quotation",
        ["unsourced-quotation"] = "concealed-origin",
        ["unknown-denominator"] = "coerced-ballot",
        ["will-overridden"] = "selected-readers",
        ["reprisal-after-dissent"] = "sanction-without-hearing",
        ["opinion-offence"] = "reprisal-after-dissent",
        ["sanction-without-hearing"] = "mass-removal",
        ["coerced-ballot"] = "reprisal-after-dissent",
        ["abuse-of-office"] = "conflict-of-interest",
        ["confession-only"] = "sanction-without-hearing",
        ["mass-removal"] = "sanction-without-hearing",
        ["forced-membership"] = "reprisal-after-dissent",
        ["centre-override"] = "bypassed-body",
        ["language-disadvantage"] = "withheld-document",
        ["broken-recall-of-order"] = "unsecured-dependency",
        ["unsecured-dependency"] = "broken-recall-of-order",
        ["no-open-account"] = "eroded-fund",
        ["price-scissors"] = "forecast-failure",
        ["forecast-failure"] = "price-scissors",
        ["self-serving-allocation"] = "privilege-drift",
        ["eroded-fund"] = "no-open-account",
        ["command-of-culture"] = "reprisal-after-dissent",
        ["cult-of-person"] = "unsourced-quotation",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
