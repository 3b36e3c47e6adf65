using System.Collections.Immutable;

namespace Mandate.Tally.Ranked;

/// <summary>Counts by transferable vote.</summary>
internal static class TransferMethods
{
    public static ImmutableArray<RankedMethod> All { get; } =
    [
        new(ScottishStv.Name, "Single transferable vote, Scottish local elections", "SSI 2011/399, schedule 1, rules 45-52", ScottishStv.Count),
        new("wigm-prf", "Weighted inclusive Gregory, Proportional Representation Foundation", "prfound.org, Reference WIGM Rule", WigmPrf.By("wigm-prf", batch: false)),
        new("wigm-prf-batch", "As wigm-prf, sure losers excluded together", "prfound.org, Reference WIGM Rule, B.2", WigmPrf.By("wigm-prf-batch", batch: true)),
    ];
}
