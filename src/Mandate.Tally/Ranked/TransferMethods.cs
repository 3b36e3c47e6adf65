using System.Collections.Immutable;

namespace Mandate.Tally.Ranked;

/// <summary>Counts by transferable vote.</summary>
internal static class TransferMethods
{
    public static ImmutableArray<RankedMethod> All { get; } = [.. Listed.Select(m => m with { Family = "single transferable vote", KeepsReservedSeats = m.Name is ScottishStv.Name or "wigm-prf" or FallingQuotaStv.Name })];

    private static ImmutableArray<RankedMethod> Listed =>
    [
        new(ScottishStv.Name, "Single transferable vote, Scottish local elections", "SSI 2011/399, schedule 1, rules 45-52", ScottishStv.Count),
        new("wigm-prf", "Weighted inclusive Gregory, Proportional Representation Foundation", "prfound.org, Reference WIGM Rule", WigmPrf.By("wigm-prf", batch: false)),
        new("wigm-prf-batch", "As wigm-prf, sure losers excluded together", "prfound.org, Reference WIGM Rule, B.2", WigmPrf.By("wigm-prf-batch", batch: true)),
        new(LastParcelRule.Ers97.Name, "Electoral Reform Society rules 1997", "ERS, How to conduct an election by the single transferable vote, 3rd edition 1997", LastParcelCount.By(LastParcelRule.Ers97)),
        new(LastParcelRule.NorthernIreland.Name, "Single transferable vote, Northern Ireland local elections", "Local Elections (Northern Ireland) Order 1985, schedule 5, rules 47-52", LastParcelCount.By(LastParcelRule.NorthernIreland)),
        new(LastParcelRule.Seanad.Name, "Single transferable vote, Seanad Eireann", "Seanad Electoral (Panel Members) Act 1947, second schedule", LastParcelCount.By(LastParcelRule.Seanad)),
        new(SenateAu.Name, "Single transferable vote, Australian Senate", "Commonwealth Electoral Act 1918, sections 273 and 273A, as amended in 2021", SenateAu.Count),
        new(FallingQuotaStv.Name, "Single transferable vote with a quota that falls with exhausted papers", "Albany, California, as Alameda County counts it", FallingQuotaStv.Count),
        new(Irv.Name, "Instant run-off (alternative vote)", "majority of continuing votes; Newman, Hare; no single law", Irv.Count) { MostSeats = 1 },
    ];
}
