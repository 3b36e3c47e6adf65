using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Tally;
using Mandate.Tests;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>
/// The measures against published figures: every section and every case of <c>control/*.json</c> that the measures offer, by the field
/// names of those files. A figure agrees when it rounds to the printed one: within one unit of its last place, or the stated tolerance.
/// </summary>
[Trait("Category", "Conformance")]
public sealed partial class StatisticsConformanceTests
{
    private static readonly Dictionary<string, Func<JsonElement, IEnumerable<Check>>> Sections = new(StringComparer.Ordinal)
    {
        ["fisher_exact"] = Fisher,
        ["hypergeometric"] = Draws,
        ["permutation"] = Permuted,
        ["stratified"] = Stratified,
        ["gallagher"] = Disproportion,
        ["effective_number"] = Effective,
        ["gini"] = Unequal,
        ["benford_first_digit"] = FirstDigits,
        ["staff_per_member"] = PerHundred,
        ["carried_over"] = CarriedOver,
        ["appointed_elected"] = Kinds,
    };

    /// <summary>R finds estimates of odds by halving until it is within the fourth root of a double's precision, and prints more digits than that.</summary>
    private const double RootOfR = 1.3e-4;

    private sealed record Check(string What, JsonElement Expected, double Found, double? Tolerance = null);

    public static TheoryData<string, string, int> Cases()
    {
        var cases = new TheoryData<string, string, int>();
        if (ConformanceData.Root is null || !Directory.Exists(Path.Combine(ConformanceData.Root, "control")))
        {
            cases.Add("", "", 0);
            return cases;
        }
        foreach (var file in Directory.GetFiles(Path.Combine(ConformanceData.Root, "control"), "statistics*.json").Order(StringComparer.Ordinal))
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var section in read.RootElement.EnumerateObject())
                if (section.Value.ValueKind == JsonValueKind.Array)
                    for (var i = 0; i < section.Value.GetArrayLength(); i++) cases.Add(Path.GetFileName(file), section.Name, i);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_measure_gives_the_published_figure(string file, string section, int index)
    {
        var folder = ConformanceData.Folder("control");
        using var read = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
        Assert.SkipUnless(Sections.TryGetValue(section, out var measure), $"measure not offered: {section}");
        var checks = measure!(read.RootElement.GetProperty(section)[index]).ToList();
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.True(
            Math.Abs(check.Found - check.Expected.GetDouble()) <= (check.Tolerance ?? LastPlace(check.Expected)),
            string.Create(CultureInfo.InvariantCulture, $"{check.What}: {check.Found} for {check.Expected.GetRawText()}")));
    }

    private static IEnumerable<Check> Fisher(JsonElement c)
    {
        var table = TableOf(c.GetProperty("table"));
        var alternative = c.GetProperty("alternative").GetString();
        yield return new("p", c.GetProperty("p"), Decimal(alternative switch { "greater" => FisherExact.Greater(table), "less" => FisherExact.Less(table), _ => FisherExact.TwoSided(table) }));
        if (c.TryGetProperty("conditional_odds_ratio", out var odds)) yield return new("odds", odds, ReadingOnly.ConditionalOddsRatio(table), RootOfR);
        if (c.TryGetProperty("ci95_upper", out var upper)) yield return new("upper", upper, ReadingOnly.UpperBound(table, alternative == "two-sided" ? 0.025 : 0.05), RootOfR);
    }

    private static IEnumerable<Check> Draws(JsonElement c)
    {
        var (population, marked, drawn) = (c.GetProperty("population").GetInt64(), c.GetProperty("marked").GetInt64(), c.GetProperty("drawn").GetInt64());
        if (c.TryGetProperty("at_least", out var least)) yield return new("p", c.GetProperty("p"), Decimal(Hypergeometric.AtLeast(population, marked, drawn, least.GetInt64())));
        foreach (var chances in c.EnumerateObject().Where(p => p.Name.StartsWith("pmf_", StringComparison.Ordinal)))
        {
            var from = long.Parse(chances.Name.Split('_')[1], CultureInfo.InvariantCulture);
            for (var i = 0; i < chances.Value.GetArrayLength(); i++) yield return new($"pmf {from + i}", chances.Value[i], Decimal(Hypergeometric.Exactly(population, marked, drawn, from + i)));
        }
    }

    private static IEnumerable<Check> Permuted(JsonElement c)
    {
        // The two lists of the case: everybody, and those chosen.
        var lists = c.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).Select(p => Numbers(p.Value)).OrderByDescending(l => l.Count).ToList();
        var (atLeast, of) = Permutation.Mean(lists[0], lists[1]);
        yield return new("at least", c.GetProperty("at_least"), (double)atLeast);
        yield return new("of", c.GetProperty("of"), (double)of);
        yield return new("p", c.GetProperty("p"), Decimal(new(atLeast, of)));
        yield return new("observed", c.GetProperty("observed"), Decimal(Distribution.Mean(lists[1])!.Value));
    }

    private static IEnumerable<Check> Stratified(JsonElement c)
    {
        var strata = c.GetProperty("strata").EnumerateObject().Select(s => TableOf(s.Value)).ToArray();
        if (c.TryGetProperty("crude_odds_ratio", out var crude)) yield return new("crude", crude, Decimal(FisherExact.Pooled(strata).OddsRatio!.Value));
        if (c.TryGetProperty("mantel_haenszel_odds_ratio", out var common)) yield return new("common", common, Decimal(FisherExact.CommonOddsRatio(strata)!.Value));
        if (c.TryGetProperty("chi_squared_with_continuity", out var squared)) yield return new("chi", squared, Decimal(FisherExact.ChiSquared(strata)!.Value));
        if (c.TryGetProperty("p", out var p)) yield return new("p", p, ReadingOnly.ChiSquaredTail(Decimal(FisherExact.ChiSquared(strata)!.Value)));
        if (c.TryGetProperty("exact_p", out var exact)) yield return new("exact", exact, Decimal(FisherExact.TwoSided(strata)));
    }

    private static IEnumerable<Check> Disproportion(JsonElement c)
    {
        var shares = c.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Array).Value.EnumerateArray().Select(Numbers).Select(p => (p[0], p[1])).ToList();
        yield return new("index", c.GetProperty("expected"), Decimal(Distribution.Disproportion(shares)!.Value), c.TryGetProperty("tolerance", out var t) ? t.GetDouble() : null);
    }

    private static IEnumerable<Check> Effective(JsonElement c) => [new("number", c.GetProperty("expected"), Decimal(Distribution.EffectiveNumber(Amounts(c))!.Value))];

    private static IEnumerable<Check> Unequal(JsonElement c) => [new("gini", c.GetProperty("expected"), Decimal(Distribution.Gini(Amounts(c))!.Value))];

    private static IEnumerable<Check> FirstDigits(JsonElement c)
    {
        var given = c.GetProperty("counts");
        var counts = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(n => n.GetDouble()).ToArray()
            : [.. Enumerable.Repeat(double.Parse(Number().Match(given.GetString()!).Value, CultureInfo.InvariantCulture), 9)];
        yield return new("mad", c.GetProperty("mad"), Benford.MeanDeviation(counts));
        if (c.TryGetProperty("chi_squared", out var squared)) yield return new("chi", squared, Benford.ChiSquared(counts));
    }

    private static IEnumerable<Check> PerHundred(JsonElement c)
    {
        var expected = c.EnumerateObject().First(p => p.Name.StartsWith("expected", StringComparison.Ordinal)).Value;
        foreach (var year in expected.EnumerateObject())
        {
            var (officials, members) = (0L, 0L);
            foreach (var figure in c.GetProperty(year.Name).EnumerateObject())
                if (figure.Name == "officials") officials = figure.Value.GetInt64();
                else members = figure.Value.GetInt64();
            yield return new(year.Name, year.Value, Decimal(Distribution.Share(officials, members)!.Value * 100));
        }
    }

    private static IEnumerable<Check> CarriedOver(JsonElement c)
    {
        var counts = c.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Number && !p.Name.StartsWith("expected", StringComparison.Ordinal)).Select(p => p.Value.GetInt64()).OrderDescending().ToList();
        yield return new("share", c.GetProperty("expected_share"), Decimal(Distribution.Share(counts[1], counts[0])!.Value));
    }

    /// <summary>No expected figure is printed: the shares of the kinds add up to all of them.</summary>
    private static IEnumerable<Check> Kinds(JsonElement c)
    {
        var kinds = c.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).Select(p => p.Value.GetProperty("unions").GetInt64()).ToList();
        var shares = kinds.Select(k => Distribution.Share(k, kinds.Sum())!.Value).ToList();
        using var one = JsonDocument.Parse("1");
        yield return new("shares", one.RootElement.Clone(), Decimal(shares.Aggregate(Fraction.Zero, (a, b) => a + b)));
    }

    private static List<Fraction> Amounts(JsonElement c) => Numbers(c.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Array).Value);

    private static List<Fraction> Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => Fraction.TryParse(n.GetRawText(), out var value) ? value : throw new FormatException(n.GetRawText()))];

    private static Table TableOf(JsonElement rows) => new(rows[0][0].GetInt64(), rows[0][1].GetInt64(), rows[1][0].GetInt64(), rows[1][1].GetInt64());

    private static double Decimal(Fraction value) =>
        value.Sign == 0 ? 0 : Math.Exp(BigInteger.Log(BigInteger.Abs(value.Numerator)) - BigInteger.Log(value.Denominator)) * value.Sign;

    /// <summary>One unit in the last place that is printed, and what the arithmetic of a double loses.</summary>
    private static double LastPlace(JsonElement printed)
    {
        var match = Printed().Match(printed.GetRawText());
        var decimals = match.Groups["decimals"].Length;
        var exponent = match.Groups["exponent"] is { Success: true } e ? int.Parse(e.Value, CultureInfo.InvariantCulture) : 0;
        return decimals == 0 && exponent == 0 ? 1e-9 : Math.Pow(10, exponent - decimals) + 1e-12 * Math.Abs(printed.GetDouble());
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?\d+(?:\.(?<decimals>\d+))?(?:[eE](?<exponent>[+-]?\d+))?$")]
    private static partial Regex Printed();
}
