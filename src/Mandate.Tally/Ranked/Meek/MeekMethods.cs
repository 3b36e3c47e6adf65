using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>The Meek family.</summary>
internal static class MeekMethods
{
    private static readonly MeekRule Droop = new("meek", MeekRounding.Down) { OmegaReached = true };
    private static readonly MeekRule Averaged = Droop with { Name = "meek-equalize", EqualRanks = MeekEqualRanks.Averaged };
    private static readonly MeekRule Prf = new("meek-prf", MeekRounding.Up) { DeficitsCount = true };
    private static readonly MeekRule NewZealand = new("meek-nz", MeekRounding.Up)
    {
        Omega = 100_000,
        DeficitsCount = true,
        ExcludesEarly = true,
        TiedWithinSurplus = false,
        LookBack = LookBack.Earliest,
    };

    private static readonly MeekRule Warren = new("warren", MeekRounding.Warren) { OmegaReached = true };

    public static ImmutableArray<RankedMethod> All { get; } = [.. Listed.Select(m => m with { Family = "single transferable vote", KeepsReservedSeats = true })];

    private static ImmutableArray<RankedMethod> Listed =>
    [
        new(Droop.Name, "Meek, nine decimals", "Computer Journal 30(3), 1987; parametric rule of droop and stv-rs, omega 10^-6", MeekCount.By(Droop)),
        new(Averaged.Name, "Meek, equal ranks averaged over all orders", "as meek; equal ranks as stv-rs --equalize", MeekCount.By(Averaged)),
        new(Prf.Name, "Meek, Proportional Representation Foundation", "prfound.org, Reference Meek Rule", MeekCount.By(Prf)),
        new(NewZealand.Name, "Meek, New Zealand local elections", "Local Electoral Regulations 2001 (SR 2001/145), schedule 1A; ties without its generator", MeekCount.By(NewZealand)),
        new(Warren.Name, "Warren, nine decimals", "C. H. E. Warren, Voting matters 1 and 4; parametric rule of droop, omega 10^-6", MeekCount.By(Warren)),
    ];
}
