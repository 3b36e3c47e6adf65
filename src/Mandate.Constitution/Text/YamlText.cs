using System.Text;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions;

/// <summary>Data as YAML text that reads back as the same data.</summary>
internal static class YamlText
{
    /// <summary>On one line: <c>{by: congress, rule: 2/3 of votes cast}</c>.</summary>
    public static string Flow(Datum datum) => datum switch
    {
        Datum.Truth truth => truth.Value ? "true" : "false",
        Datum.Number number => number.Canonical,
        Datum.Text text => Scalar(text.Value),
        Datum.List list => "[" + string.Join(", ", list.Items.Select(Flow)) + "]",
        Datum.Map map => "{" + string.Join(", ", map.Entries.Select(e => Scalar(e.Key) + ": " + Flow(e.Value))) + "}",
        _ => "null",
    };

    /// <summary>What follows a key and its colon, at that indent: collections short enough stay on the line.</summary>
    public static string AfterKey(Datum datum, int indent)
    {
        var flow = Flow(datum);
        if (datum is not (Datum.Map { Entries.IsEmpty: false } or Datum.List { Items.IsEmpty: false }) || flow.Length + indent <= 100) return " " + flow;
        return "\n" + Block(datum, indent);
    }

    /// <summary>In lines, each indented.</summary>
    public static string Block(Datum datum, int indent)
    {
        var lines = new StringBuilder();
        var margin = new string(' ', indent);
        if (datum is Datum.Map { Entries.IsEmpty: false } map)
        {
            foreach (var entry in map.Entries) lines.Append(margin).Append(Scalar(entry.Key)).Append(':').Append(AfterKey(entry.Value, indent + 2)).Append('\n');
        }
        else if (datum is Datum.List { Items.IsEmpty: false } list)
        {
            foreach (var item in list.Items) lines.Append(margin).Append('-').Append(AfterDash(item, indent + 2)).Append('\n');
        }
        else
        {
            lines.Append(margin).Append(Flow(datum)).Append('\n');
        }
        return lines.ToString().TrimEnd('\n');
    }

    private static string AfterDash(Datum item, int indent)
    {
        var after = AfterKey(item, indent);
        return after.StartsWith('\n') ? " " + after[1..].TrimStart(' ') : after;
    }

    private static string Scalar(string text)
    {
        if (IsPlain(text)) return text;
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text != text.Trim() || !char.IsLetterOrDigit(text[0]) || text.IndexOfAny([':', '#', ',', '{', '}', '[', ']', '"', '\'', '\n', '\t', '&', '*', '!', '|', '>', '%', '@', '`', '\\', '\u0085', '\u2028', '\u2029']) >= 0)
            return text.Length > 1 && char.IsAsciiDigit(text[0]) && text.EndsWith('%') && text[..^1].All(char.IsAsciiDigit) || IsPlainShare(text);
        // What would read back as a number or a truth needs its quotes; a date too, for readers of YAML 1.1.
        return CoreScalar.Resolve(text, new("", 1, 1), 0, 0).Value is Datum.Text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);
    }

    /// <summary>The micro-grammars with a percentage: <c>10% of members</c>.</summary>
    private static bool IsPlainShare(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '%' or '/' or ' ' or '_') && !text.EndsWith(' ');
}
