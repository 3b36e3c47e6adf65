using System.Collections.Frozen;
using System.Collections.Immutable;
using Mandate.Organisation.Guards;

namespace Mandate.Server.History;

/// <summary>One link of the chain that binds those above to those below, and the guards that watch it. Its promise is <c>link.KEY</c>.</summary>
public sealed record Link(string Key, ImmutableArray<string> Guards);

/// <summary>
/// The guards as links of one chain, from the members up to those who lead and back: where one is open, the next bears more. What
/// each guard asks for is said in <c>safeguard.NAME</c>.
/// </summary>
public static class Safeguards
{
    public static ImmutableArray<Link> Chain { get; } =
    [
        new("rights", ["no-sunset", "rule-beyond-purpose", "restriction-of-minority", "monopoly-of-list", "secret-clause", "incorporation-by-reference", "opinion-offence", "command-of-culture"]),
        new("voices", ["unequal-space", "one-sided-report", "unsigned-attack", "editor-displaced", "scripted-debate", "omitted-from-minutes", "unanswered-rectification", "unsourced-quotation", "concealed-origin", "language-disadvantage", "cult-of-person"]),
        new("persons", ["reprisal-after-dissent", "sanction-without-hearing", "coerced-ballot", "abuse-of-office", "confession-only", "mass-removal", "forced-membership"]),
        new("seats", ["delegate-distortion", "appointed-not-elected", "circular-flow-of-power"]),
        new("offices", ["concentrated-offices", "apparatus-growth", "inherited-apparatus", "privilege-drift", "bypassed-body", "blurred-competence", "dormant-council", "succession-vacuum", "centre-override"]),
        new("inspection", ["captured-inspection", "fused-defence"]),
        new("knowledge", ["withheld-document", "split-knowledge", "selected-readers", "false-notice", "uninformed-vote", "unknown-denominator", "will-overridden"]),
        new("vote", ["surprise-motion", "vanished-quorum", "conflict-of-interest", "secret-caucus", "private-bargain"]),
        new("mandate", ["unfulfilled-mandate", "lost-mover", "resolution-not-executed", "unanswered-petition", "broken-recall-of-order"]),
        new("means", ["no-open-account", "price-scissors", "forecast-failure", "self-serving-allocation", "eroded-fund", "unsecured-dependency"]),
    ];

    private static readonly FrozenDictionary<string, Link> ByGuard = Chain.SelectMany(l => l.Guards.Select(g => (g, l))).ToFrozenDictionary(p => p.g, p => p.l, StringComparer.Ordinal);

    public static Link LinkOf(Guard guard) => ByGuard[guard.Name];

    public static Link? Find(string? key) => Chain.FirstOrDefault(l => l.Key == key);
}
