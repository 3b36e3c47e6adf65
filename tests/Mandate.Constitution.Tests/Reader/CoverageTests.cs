using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Reader;

/// <summary>Everything that the format can say is executed, or the reader says that it is not: the table of the format page is complete and true.</summary>
public sealed partial class CoverageTests
{
    private static readonly string[] States = ["executed", "judged", "analysed", "shown", "kept"];

    private static readonly Dictionary<string, (string State, string Where)> Table = File.ReadLines(Path.Combine(Repository.Root, "docs/formats/constitution.md"))
        .Select(l => Row().Match(l)).Where(m => m.Success)
        .ToDictionary(m => m.Groups["key"].Value, m => (m.Groups["state"].Value, m.Groups["where"].Value), StringComparer.Ordinal);

    [Fact]
    public void Every_key_of_the_schema_stands_in_the_table_and_nothing_else()
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        Collect(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs/mandate-0.2.schema.json"))), "", keys);
        Assert.True(keys.Count > 200);
        Assert.Equal([], keys.Except(Table.Keys, StringComparer.Ordinal));
        Assert.Equal([], Table.Keys.Except(keys, StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_executed_names_a_source_that_reads_it()
    {
        Assert.All(Table.Values, r => Assert.Contains(r.State, States));
        Assert.All(Table.Where(r => r.Value.State is "executed" or "analysed" or "judged"), row =>
        {
            var match = Source().Match(row.Value.Where);
            Assert.True(match.Success, $"{row.Key}: no source is named");
            var file = Path.Combine(Repository.Root, match.Groups["file"].Value);
            Assert.True(File.Exists(file) && File.ReadAllText(file).Contains(match.Groups["name"].Value, StringComparison.Ordinal), $"{row.Key}: {match.Value} is not there");
        });
    }

    [Fact]
    public void The_reader_notes_just_what_the_table_calls_kept()
    {
        foreach (var pattern in Unexecuted.Patterns)
            Assert.True(Table.Any(r => (r.Value.State == "kept" || r.Value.Where.Contains("noted", StringComparison.Ordinal)) && Ends(pattern, r.Key)), $"{pattern} is noted and not in the table as kept");
        foreach (var (key, _) in Table.Where(r => r.Value.State == "kept" && r.Key != "publication"))
            Assert.True(Unexecuted.Patterns.Any(p => Ends(p, key) || key.StartsWith(p + "/", StringComparison.Ordinal) || Within(p, key)), $"{key} is kept and the reader does not say so");
    }

    [Fact]
    public void A_note_stands_at_the_clause_and_hinders_nothing()
    {
        var reading = ConstitutionReader.Read(Examples.UnionFederation);
        Assert.True(reading.Succeeded);
        Assert.Contains(reading.Notes, n => n is { Kind: FaultKind.NotExecuted, Clause.Path: "electorates.members.register.inspectable_by" });
        Assert.Contains(reading.Notes, n => n.Clause.Path == "emergency.report.to");
        Assert.DoesNotContain(reading.Notes, n => n.Clause.Path is "emergency" or "emergency.declare.rule" or "emergency.lapses_after" or "publication.default" or "rights.platform.who");
        Assert.DoesNotContain(reading.Notes, n => n.Clause.Path.StartsWith("procedure", StringComparison.Ordinal) || n.Clause.Path.StartsWith("caps", StringComparison.Ordinal));
        Assert.All(reading.Notes, n => Assert.True(n.Clause.Line > 0));
    }

    [Fact]
    public void A_right_that_no_rule_knows_and_a_number_that_no_rule_asks_are_noted()
    {
        var reading = ConstitutionReader.Read(Examples.UnionFederation
            .Replace("  open_books:", "  siesta:\n    who: any member\n  open_books:", StringComparison.Ordinal)
            .Replace("  appeal:\n    who: any member", "  appeal:\n    who: 20 members", StringComparison.Ordinal));
        Assert.True(reading.Succeeded);
        Assert.Contains(reading.Notes, n => n.Clause.Path == "rights.siesta");
        Assert.Contains(reading.Notes, n => n.Clause.Path == "rights.appeal.who");
        Assert.DoesNotContain(reading.Notes, n => n.Clause.Path == "rights.minutes.who");
    }

    /// <summary>A part used in several places (<c>#vacancy/else</c>) ends the path of each.</summary>
    private static bool Ends(string pattern, string key) => key[0] == '#'
        ? pattern.EndsWith(key[key.IndexOf('/', StringComparison.Ordinal)..], StringComparison.Ordinal)
        : pattern == key;

    /// <summary>Below a kept clause: <c>#restriction/scope</c>, <c>#vacancy/else/by_election</c>.</summary>
    private static bool Within(string pattern, string key) =>
        (key.StartsWith("#who/", StringComparison.Ordinal) && pattern == "rights/*/who")
        || (key.StartsWith("#restriction/", StringComparison.Ordinal) && pattern == "restrictions")
        || (key[0] == '#' && key.Split('/') is [_, var first, _, ..] && pattern.EndsWith("/" + first, StringComparison.Ordinal));

    private static void Collect(JsonNode? node, string path, SortedSet<string> keys)
    {
        if (node is not JsonObject map) return;
        foreach (var (key, value) in map["properties"] as JsonObject ?? [])
        {
            var at = path.Length == 0 ? key : $"{path}/{key}";
            keys.Add(at);
            Collect(value, at, keys);
        }
        Collect(map["items"], path, keys);
        Collect(map["additionalProperties"], path + "/*", keys);
        foreach (var form in new[] { "oneOf", "anyOf", "allOf" })
            foreach (var each in map[form] as JsonArray ?? []) Collect(each, path, keys);
        foreach (var (name, part) in map["$defs"] as JsonObject ?? []) Collect(part, "#" + name, keys);
        foreach (var (_, part) in map["patternProperties"] as JsonObject ?? []) Collect(part, path + "/*", keys);
    }

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<state>[^|]*[^| ]) \| (?<where>.*) \|$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<file>src/[^`]+\.cs)`: `(?<name>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Source();
}
