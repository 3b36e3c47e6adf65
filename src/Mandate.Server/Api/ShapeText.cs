using System.Text.Json.Nodes;

namespace Mandate.Server.Api;

/// <summary>Reads the one-line descriptions of the log's records (<c>{ class: text, expires?: day, rows: [Application] }</c>) as JSON Schema.</summary>
internal static class ShapeText
{
    /// <summary>The name of a line <c>command NAME { FIELDS }</c> and its fields.</summary>
    public static (string Name, string Fields) Split(string line)
    {
        var open = line.IndexOf('{', StringComparison.Ordinal);
        return (line[..open].Trim().Split(' ')[^1], line[(open + 1)..line.LastIndexOf('}')].Trim());
    }

    public static JsonObject Object(string fields, params ReadOnlySpan<(string Name, JsonObject Schema)> constants)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, schema) in constants)
        {
            properties[name] = schema;
            required.Add(name);
        }
        foreach (var field in Parts(fields, ','))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            var name = field[..colon].Trim();
            var type = field[(colon + 1)..].Split(" = ")[0].Trim();
            if (!name.EndsWith('?')) required.Add(name);
            properties[name.TrimEnd('?')] = Type(type);
        }
        return new() { ["type"] = "object", ["additionalProperties"] = false, ["required"] = required, ["properties"] = properties };
    }

    private static JsonObject Type(string type) => type switch
    {
        "text" => new() { ["type"] = "string" },
        "bool" => new() { ["type"] = "boolean" },
        "whole-32" or "whole-64" => new() { ["type"] = "integer" },
        "moment" => new() { ["type"] = "string", ["format"] = "date-time" },
        "day" => new() { ["type"] = "string", ["format"] = "date" },
        "fraction" => new() { ["type"] = "string", ["pattern"] = "^-?[0-9]+(/[1-9][0-9]*)?$" },
        "command" => new() { ["$ref"] = "#/components/schemas/Command" },
        ['s', 'e', 't', ' ', '[', .. var item, ']'] => new() { ["type"] = "array", ["uniqueItems"] = true, ["items"] = Type(item) },
        ['[', .. var item, ']'] => new() { ["type"] = "array", ["items"] = Type(item) },
        ['{', .. var pair, '}'] => new() { ["type"] = "object", ["additionalProperties"] = Type(pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()) },
        _ when type.Contains('|', StringComparison.Ordinal) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. type.Split('|').Select(v => (JsonNode)v)]) },
        _ when char.IsUpper(type[0]) => new() { ["$ref"] = "#/components/schemas/" + type },
        // One of a family of records, which says by a field of its own which it is.
        _ => new() { ["type"] = "object" },
    };

    /// <summary>Splits at a sign that stands outside all brackets.</summary>
    private static IEnumerable<string> Parts(string text, char at)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '[' or '{' ? 1 : text[i] is ']' or '}' ? -1 : 0;
            if (text[i] != at || depth > 0) continue;
            yield return text[start..i];
            start = i + 1;
        }
        if (text[start..].Trim().Length > 0) yield return text[start..];
    }
}
