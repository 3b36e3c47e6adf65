using System.Collections.Immutable;

namespace Mandate.Demo;

/// <param name="Language">Language in which most of its members read.</param>
internal sealed record DemoRegion(string Id, string Name, string Language);

internal sealed record DemoBranch(string Id, string Name, string Region, string Language, int Members);

/// <summary>Six regions and 120 branches with 24,000 members: tram and bus, rail freight, docks, warehouses, barges.</summary>
internal static class Branches
{
    public const int TotalMembers = 24_000;

    public static readonly ImmutableArray<DemoRegion> Regions =
    [
        new("r-antwerpen", "Antwerpen", "nl"), new("r-gent", "Gent en Waasland", "nl"), new("r-kust", "Kust en Westhoek", "nl"),
        new("r-brussel", "Brussel – Bruxelles", "fr"), new("r-hainaut", "Hainaut", "fr"), new("r-liege", "Liège – Meuse", "fr"),
    ];

    private static readonly string[][] Places =
    [
        ["Linkeroever", "Merksem", "Mechelen", "Lier", "Turnhout"], ["Gent", "Zelzate", "Aalst", "Sint-Niklaas", "Dendermonde"],
        ["Zeebrugge", "Oostende", "Brugge", "Kortrijk", "Ieper"], ["Schaerbeek", "Anderlecht", "Forest", "Vilvoorde", "Ixelles"],
        ["Charleroi", "Mons", "La Louvière", "Tournai", "Ath"], ["Liège", "Herstal", "Seraing", "Verviers", "Namur"],
    ];

    private static readonly string[] TradesDutch = ["Haven", "Tram en bus", "Spoorvracht", "Magazijnen"];

    private static readonly string[] TradesFrench = ["Port et batellerie", "Tram et bus", "Fret ferroviaire", "Entrepôts"];

    /// <summary>Branch sizes differ as real ones do, from some forty members to over six hundred, and add up exactly.</summary>
    public static ImmutableArray<DemoBranch> Make(Random random)
    {
        var names = Regions.SelectMany((region, r) => Places[r].SelectMany(place => (region.Language == "nl" ? TradesDutch : TradesFrench)
            .Select((trade, t) => (Region: region, Place: place, Trade: trade, t)))).ToList();
        var weights = names.Select(_ => 0.25 + 2.6 * random.NextDouble() * random.NextDouble()).ToList();
        var total = weights.Sum();
        var sizes = weights.Select(w => Math.Max(40, (int)(w / total * TotalMembers))).ToArray();
        for (var i = 0; sizes.Sum() != TotalMembers; i = (i + 1) % sizes.Length)
        {
            var missing = TotalMembers - sizes.Sum();
            if (missing > 0) sizes[i]++;
            else if (sizes[i] > 40) sizes[i]--;
        }
        return [.. names.Select((n, i) => new DemoBranch($"b-{i + 1:000}", $"{n.Place} – {n.Trade}", n.Region.Id, n.Region.Language, sizes[i]))];
    }
}
