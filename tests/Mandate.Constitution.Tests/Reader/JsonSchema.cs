using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mandate.Constitutions.Tests.Reader;

/// <summary>The keywords of JSON Schema 2020-12 that our schemas use, and no others.</summary>
internal sealed class JsonSchema(JsonNode root)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$defs", "$ref", "title", "type", "const", "enum", "pattern", "minimum", "format", "properties", "additionalProperties", "propertyNames", "required",
        "minProperties", "maxProperties", "items", "minItems", "maxItems", "oneOf", "anyOf", "not",
    };

    public static JsonSchema Load(string version) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", $"mandate-{version}.schema.json")))!);

    public bool Accepts(string json) => Accepts(root, JsonNode.Parse(json));

    private bool Accepts(JsonNode? schema, JsonNode? value)
    {
        if (schema is JsonValue truth) return truth.GetValue<bool>();
        var s = schema!.AsObject();
        Assert.All(s, p => Assert.Contains(p.Key, Known));
        if (s["$ref"] is { } reference && !Accepts(root["$defs"]![reference.GetValue<string>().Split('/')[^1]], value)) return false;
        if (s["type"] is { } type && !(type is JsonArray types ? types.Any(t => IsOf(t!.GetValue<string>(), value)) : IsOf(type.GetValue<string>(), value))) return false;
        if (s.ContainsKey("const") && !JsonNode.DeepEquals(s["const"], value)) return false;
        if (s["enum"] is JsonArray options && !options.Any(o => JsonNode.DeepEquals(o, value))) return false;
        if (s["oneOf"] is JsonArray one && one.Count(o => Accepts(o, value)) != 1) return false;
        if (s["anyOf"] is JsonArray any && !any.Any(o => Accepts(o, value))) return false;
        if (s["not"] is { } not && Accepts(not, value)) return false;
        return value switch
        {
            JsonObject map => Map(s, map),
            JsonArray list => (s["items"] is not { } items || list.All(i => Accepts(items, i))) && Within(s, "Items", list.Count),
            JsonValue scalar => Scalar(s, scalar),
            _ => true,
        };
    }

    private bool Map(JsonObject s, JsonObject map)
    {
        if (!Within(s, "Properties", map.Count)) return false;
        if (s["required"] is JsonArray required && required.Any(r => !map.ContainsKey(r!.GetValue<string>()))) return false;
        foreach (var (key, value) in map)
        {
            if (s["propertyNames"] is { } names && !Accepts(names, JsonValue.Create(key))) return false;
            if ((s["properties"] as JsonObject)?[key] is { } property)
            {
                if (!Accepts(property, value)) return false;
            }
            else if (s["additionalProperties"] is { } more && !Accepts(more, value))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Scalar(JsonObject s, JsonValue scalar)
    {
        if (s["pattern"] is { } pattern && IsOf("string", scalar) && !Regex.IsMatch(scalar.GetValue<string>(), pattern.GetValue<string>().Replace("$", "\\z", StringComparison.Ordinal))) return false;
        return s["minimum"] is not { } minimum || !IsOf("integer", scalar) || scalar.GetValue<double>() >= minimum.GetValue<double>();
    }

    private static bool Within(JsonObject s, string what, int count) =>
        !(s["min" + what]?.GetValue<int>() > count) && !(s["max" + what]?.GetValue<int>() < count);

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", System.Text.Json.JsonValueKind.Object) or ("array", System.Text.Json.JsonValueKind.Array) or ("string", System.Text.Json.JsonValueKind.String) => true,
        ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
        ("integer", System.Text.Json.JsonValueKind.Number) => double.IsInteger(value!.GetValue<double>()),
        _ => false,
    };
}
