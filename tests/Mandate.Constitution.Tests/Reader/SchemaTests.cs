using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Reader;

/// <summary>The published schemas and the reader agree: editors complete by the one, the software runs by the other.</summary>
public sealed class SchemaTests
{
    private static readonly Dictionary<string, JsonSchema> Schemas = new(StringComparer.Ordinal) { ["0.1"] = JsonSchema.Load("0.1"), ["0.2"] = JsonSchema.Load("0.2") };

    /// <summary>What only shows when names and numbers are compared, which a schema cannot.</summary>
    private static readonly FaultKind[] BeyondSchema = [FaultKind.UnknownName, FaultKind.Contradiction];

    [Fact]
    public void The_schemas_accept_our_constitutions()
    {
        Assert.True(Schemas["0.2"].Accepts(Canonical.Json(ConstitutionReader.Read(Examples.UnionFederation).Constitution!)));
        Assert.True(Schemas["0.1"].Accepts(Canonical.Json(ConstitutionReader.Read(Examples.Association).Constitution!)));
        Assert.False(Schemas["0.1"].Accepts(Canonical.Json(ConstitutionReader.Read(Examples.UnionFederation).Constitution!)));
    }

    [Fact]
    public void What_the_reader_accepts_the_schema_accepts_and_what_the_schema_accepts_is_refused_only_for_names_and_contradictions()
    {
        string[] sources = [Examples.UnionFederation, Examples.Association];
        var trees = sources.Select(y => Canonical.Json(ConstitutionReader.Read(y).Constitution!)).ToArray();
        var seeds = from tree in Gen.Elements(trees) from seed in Gen.Choose(0, int.MaxValue) select (tree, seed);
        Prop.ForAll(seeds.ToArbitrary(), c =>
        {
            var json = Mutate(c.tree, new Random(c.seed));
            var format = JsonNode.Parse(json)!["mandate"] is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : "0.1";
            if (!Schemas.TryGetValue(format, out var schema)) return;
            var reading = ConstitutionReader.Read(json);
            var accepted = schema.Accepts(json);
            if (reading.Succeeded) Assert.True(accepted, "the reader accepts what the schema refuses: " + json);
            else if (accepted) Assert.All(reading.Faults, f => Assert.True(BeyondSchema.Contains(f.Kind) || Tolerated(f), f + "\n" + json));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    /// <summary>Bounds stand in both: no number below what the reader takes passes the schema.</summary>
    [Fact]
    public void A_negative_number_is_refused_by_the_reader_and_by_the_schema()
    {
        foreach (var source in new[] { Examples.UnionFederation, Examples.Association, Examples.UnionFederation.Replace("{per: region, equal: 3}", "{per: region, equal: 3, min: 1, max: 9}", StringComparison.Ordinal) })
        {
            var constitution = ConstitutionReader.Read(source).Constitution!;
            foreach (var number in Clauses.All(constitution).OfType<Datum.Number>().Where(n => !n.Clause.Path.StartsWith("assume", StringComparison.Ordinal) && !n.Clause.Path.Contains(".gives.", StringComparison.Ordinal)))
            {
                var amended = Amendment.Apply(Canonical.Json(constitution), [new(number.Clause.Path, "-1")]);
                Assert.False(amended.Reading.Succeeded, number.Clause.Path);
                Assert.False(Schemas[constitution.Format].Accepts(amended.Yaml), number.Clause.Path);
            }
        }
    }

    /// <summary>Refusals by meaning where the schema sees only text: languages that must be complete, known keys of parts that 0.1 leaves open, dates, shares above one.</summary>
    private static bool Tolerated(Fault fault) =>
        fault.Message.Contains("official language", StringComparison.Ordinal) || fault.Message.Contains("language code", StringComparison.Ordinal)
        || fault.Message.Contains("is not a date", StringComparison.Ordinal) || fault.Message.Contains("is not a holiday", StringComparison.Ordinal) || fault.Message.Contains("never be reached", StringComparison.Ordinal)
        || fault.Message.Contains("divides by nothing", StringComparison.Ordinal) || fault.Message.Contains("cannot be referred to", StringComparison.Ordinal)
        || fault.Message.Contains("is not something to count", StringComparison.Ordinal) || fault.Message.Contains("can lose the connection", StringComparison.Ordinal)
        || OpenIn01.Any(o => fault.Clause.Path.StartsWith(o, StringComparison.Ordinal)) || fault.Clause.Path.EndsWith("official", StringComparison.Ordinal);

    private static readonly string[] OpenIn01 =
    [
        "rights", "procedure.default", "procedure.urgent_motion", "publication.confidential", "emergency.declare", "emergency.confirm", "emergency.renew", "emergency.report", "emergency.may",
        "amend.ordinary", "amend.entrenched", "amend.applies_to_incumbents", "languages.required_for", "bodies.auditors.tags", "offices.chair.tags", "assume",
    ];

    private static string Mutate(string json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        for (var n = random.Next(1, 3); n > 0; n--)
        {
            var nodes = Below(root).ToList();
            var node = nodes[random.Next(nodes.Count)];
            JsonNode? put = random.Next(8) switch
            {
                0 => JsonValue.Create(random.Next(-1, 4)),
                1 => JsonValue.Create(random.Next(2) == 0),
                2 => new JsonArray(),
                3 => new JsonObject(),
                4 => null,
                5 => JsonValue.Create("a word"),
                _ => nodes[random.Next(nodes.Count)].Node!.DeepClone(),
            };
            if (node.Parent is JsonObject map)
            {
                if (random.Next(5) == 0) map.Remove(node.Key);
                else if (random.Next(5) == 0 && nodes[random.Next(nodes.Count)].Key is { Length: > 0 } key) map[key] = put;
                else map[node.Key] = put;
            }
            else if (node.Parent is JsonArray list)
            {
                var at = list.IndexOf(node.Node);
                if (at >= 0) list[at] = put;
            }
        }
        return root.ToJsonString();
    }

    private static IEnumerable<(JsonNode Parent, string Key, JsonNode? Node)> Below(JsonNode node)
    {
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map)
            {
                if (value is null) continue;
                yield return (map, key, value);
                foreach (var inner in Below(value)) yield return inner;
            }
        }
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                if (item is null) continue;
                yield return (list, "", item);
                foreach (var inner in Below(item)) yield return inner;
            }
        }
    }
}
