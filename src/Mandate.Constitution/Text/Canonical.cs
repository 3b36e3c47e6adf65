using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Constitutions;

/// <summary>
/// The canonical form of a constitution: the JSON Canonicalization Scheme (RFC 8785) of its data. Order of keys, comments and
/// layout do not matter; the order of lists does. What was adopted is what runs: this hash stands in the log.
/// </summary>
public static class Canonical
{
    public static string Json(Constitution constitution) => Json(constitution.Source);

    public static string Json(Datum datum)
    {
        var json = new StringBuilder();
        Write(json, datum);
        return json.ToString();
    }

    /// <summary>SHA-256 of the canonical JSON in UTF-8, in lower-case hexadecimal.</summary>
    public static string Hash(Constitution constitution) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json(constitution))));

    private static void Write(StringBuilder json, Datum datum)
    {
        switch (datum)
        {
            case Datum.Truth truth:
                json.Append(truth.Value ? "true" : "false");
                break;
            case Datum.Number number:
                json.Append(number.Canonical);
                break;
            case Datum.Text text:
                WriteText(json, text.Value);
                break;
            case Datum.List list:
                json.Append('[');
                for (var i = 0; i < list.Items.Length; i++)
                {
                    if (i > 0) json.Append(',');
                    Write(json, list.Items[i]);
                }
                json.Append(']');
                break;
            case Datum.Map map:
                json.Append('{');
                var first = true;
                foreach (var entry in map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    if (!first) json.Append(',');
                    first = false;
                    WriteText(json, entry.Key);
                    json.Append(':');
                    Write(json, entry.Value);
                }
                json.Append('}');
                break;
            default:
                json.Append("null");
                break;
        }
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }
        json.Append('"');
    }
}
