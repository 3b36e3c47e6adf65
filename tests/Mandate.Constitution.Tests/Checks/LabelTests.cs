using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Reader;
using Mandate.Constitutions.Tests.Rules;
using YamlDotNet.Serialization;

namespace Mandate.Constitutions.Tests.Checks;

/// <summary>
/// Every label beside a constitution holds, and every minimal pair flips: of the labelled set, and of a made-up constitution (<c>Tenants</c>) of which
/// no check knows anything.
/// </summary>
public sealed class LabelTests
{
    public sealed class File
    {
        public List<Label> Labels { get; set; } = [];

        public List<Pair> Pairs { get; set; } = [];

        public List<Number> Capture { get; set; } = [];

        public List<Variant> Variants { get; set; } = [];
    }

    /// <summary>F must fire at that severity or above, N must not fire at medium or above, E may do either.</summary>
    public sealed class Label
    {
        public string Check { get; set; } = "";

        public string Expect { get; set; } = "";

        public string? Severity { get; set; }

        public string? At { get; set; }

        public string? Strength { get; set; }
    }

    public sealed class Pair
    {
        public string Id { get; set; } = "";

        public string Check { get; set; } = "";

        public string? Strength { get; set; }

        /// <summary>How grave the bad variant is at least.</summary>
        public string? Severity { get; set; }

        public List<Edit> Bad { get; set; } = [];

        public List<Edit> Good { get; set; } = [];
    }

    public sealed class Edit
    {
        public string At { get; set; } = "";

        public string? Yaml { get; set; }
    }

    /// <summary>A number of persons, or <c>members</c> (no coalition of officers suffices) or <c>nobody</c>.</summary>
    public sealed class Number
    {
        public string Target { get; set; } = "";

        public string Strength { get; set; } = "";

        public string Is { get; set; } = "";
    }

    public sealed class Variant
    {
        public string Id { get; set; } = "";

        public List<Edit> Edits { get; set; } = [];

        public List<Number> Capture { get; set; } = [];
    }

    public static TheoryData<string, int> Labels => Cases(f => f.Labels.Count);

    public static TheoryData<string, int> Pairs => Cases(f => f.Pairs.Count);

    public static TheoryData<string> Labelled => [.. Folders()];

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_label_holds(string folder, int index)
    {
        var label = Read(folder).Labels[index];
        var findings = Of(Checker.Check(Parse.Read(Yaml(folder))), label.Check, label.Strength, label.At).ToList();
        if (label.Expect == "F")
        {
            var least = Enum.Parse<Severity>(label.Severity ?? "low", ignoreCase: true);
            Assert.True(findings.Exists(f => f.Severity >= least), $"{folder}: {label.Check} must fire at {least} or above at {label.At}; found: {string.Join("; ", findings.Select(f => $"{f.Severity} {f.At}"))}");
        }
        else if (label.Expect == "N")
        {
            Assert.DoesNotContain(findings, f => f.Severity >= Severity.Medium);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_minimal_pair_flips(string folder, int index)
    {
        var pair = Read(folder).Pairs[index];
        var bad = Worst(folder, pair, pair.Bad);
        var good = Worst(folder, pair, pair.Good);
        Assert.True(bad is not null, $"{pair.Id}: {pair.Check} does not fire on the bad variant");
        Assert.True(pair.Severity is null || bad >= Enum.Parse<Severity>(pair.Severity, ignoreCase: true), $"{pair.Id}: {pair.Check} is {bad} on the bad variant, not {pair.Severity}");
        Assert.True(good is null || (good < bad && good < Severity.Medium), $"{pair.Id}: {pair.Check} fires on the good variant at {good}");
    }

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Capture_numbers_are_those_of_the_labels(string folder)
    {
        var file = Read(folder);
        Numbers(Parse.Read(Yaml(folder)), file.Capture, folder);
        foreach (var variant in file.Variants) Numbers(Amended(folder, variant.Edits), variant.Capture, folder + " " + variant.Id);
    }

    private static void Numbers(Constitution constitution, List<Number> expected, string which)
    {
        if (expected.Count == 0) return;
        var result = Checker.Check(constitution);
        foreach (var number in expected)
        {
            var found = result.Capture[Enum.Parse<Target>(number.Target, ignoreCase: true)][Level(number.Strength)];
            var words = found.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (found.MembersCan ? "members" : "nobody");
            Assert.True(words == number.Is, $"{which}: {number.Target} at {number.Strength} is {words} ({string.Join(", ", found.Coalition.Select(c => $"{c.Seats} {c.Place}"))}), not {number.Is}");
            Assert.True(found.Exact);
        }
    }

    private static Severity? Worst(string folder, Pair pair, List<Edit> edits) =>
        Of(Checker.Check(Amended(folder, edits)), pair.Check, pair.Strength, null).Select(f => (Severity?)f.Severity).DefaultIfEmpty(null).Max();

    private static Constitution Amended(string folder, List<Edit> edits)
    {
        var reading = Amendment.Apply(Yaml(folder), [.. edits.Select(e => new ClauseEdit(e.At, e.Yaml))]).Reading;
        Assert.Empty(reading.Faults);
        return reading.Constitution!;
    }

    private static IEnumerable<Finding> Of(CheckResult result, string check, string? strength, string? at) =>
        result.Findings.Where(f => f.Check == check && (strength is null || f.Strength == Level(strength)) && (at is null || Clauses.Covers(at, f.At) || f.Clauses.Any(c => Clauses.Covers(at, c))));

    private static Strength Level(string text) => (Strength)(text[1] - '0');

    private static IEnumerable<string> Folders() => Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")).Append(Path.Combine(Repository.Root, "tests", "Mandate.Constitution.Tests", "Checks", "Tenants"))
        .Where(d => System.IO.File.Exists(Path.Combine(d, "labels.yml"))).Select(d => Path.GetRelativePath(Repository.Root, d).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static TheoryData<string, int> Cases(Func<File, int> count)
    {
        var data = new TheoryData<string, int>();
        foreach (var folder in Folders())
            for (var i = 0; i < count(Read(folder)); i++) data.Add(folder, i);
        return data;
    }

    private static string Yaml(string folder) => System.IO.File.ReadAllText(Path.Combine(Repository.Root, folder, "constitution.yaml"));

    private static File Read(string folder) =>
        new DeserializerBuilder().WithNamingConvention(YamlDotNet.Serialization.NamingConventions.CamelCaseNamingConvention.Instance).Build()
            .Deserialize<File>(System.IO.File.ReadAllText(Path.Combine(Repository.Root, folder, "labels.yml")));
}
