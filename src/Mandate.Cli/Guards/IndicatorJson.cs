using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Organisation.Inspection;
using Mandate.Tally;

namespace Mandate.Cli.Guards;

/// <summary>Indicators as JSON: exact fractions as text, with a decimal beside them for reading; what is not given is null.</summary>
internal static class IndicatorJson
{
    public static JsonObject Of(Remembered one) => new()
    {
        ["name"] = one.Now.Name,
        ["measure"] = one.Now.Measure == Measure.PerHundred ? "per-hundred" : one.Now.Measure.ToString().ToLowerInvariant(),
        ["known"] = Written(one.Now.Known),
        ["value"] = Exact(one.Now.Value),
        ["decimal"] = one.Now.Value?.ToDecimal(6),
        ["inputs"] = Inputs(one.Now.Inputs),
        ["parts"] = new JsonArray([.. one.Now.Parts.Select(p => (JsonNode)new JsonObject { ["of"] = p.Of, ["value"] = Exact(p.Value), ["inputs"] = Inputs(p.Inputs) })]),
        ["history"] = new JsonArray([.. one.History.Select(h => (JsonNode)new JsonObject
        {
            ["at"] = h.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["known"] = Written(h.Then.Known), ["value"] = Exact(h.Then.Value),
        })]),
    };

    private static JsonArray Inputs(ImmutableArray<Input> inputs) => [.. inputs.Select(i => (JsonNode)new JsonObject { ["name"] = i.Name, ["value"] = Exact(i.Value) })];

    private static string? Exact(Fraction? value) => value?.ToString();

    private static string Written(Known known) => known switch { Known.Given => "given", Known.TooFew => "too-few", _ => "not-given" };
}
