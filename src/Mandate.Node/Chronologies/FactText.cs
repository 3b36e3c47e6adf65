using System.Text;
using System.Text.Json;
using Mandate.Constitutions;
using Mandate.Node.Encodings;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>A typed fact as a chronology writes it: the fields of docs/formats/chronology.md, in YAML.</summary>
internal static class FactText
{
    /// <summary>Null where it cannot be read, with a fault at the field.</summary>
    public static Fact? Read(Entry entry, Datum.Map fact)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json)) Write(writer, fact);
        if (WireText.TryDecode(json.ToArray(), out Fact? read, out var error)) return read;
        var at = At(fact, error.Path);
        entry.Fault(at, error.Path.Length == 0 || at.Path.EndsWith(error.Path, StringComparison.Ordinal) ? error.Message : $"{error.Path} {error.Message}");
        return null;
    }

    private static void Write(Utf8JsonWriter writer, Datum value)
    {
        switch (value)
        {
            case Datum.Map map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            case Datum.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case Datum.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case Datum.Number number:
                writer.WriteRawValue(Encoding.ASCII.GetBytes(number.Canonical));
                break;
            case Datum.Truth truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Where the field of an error stands, as deep as it can be followed.</summary>
    private static Clause At(Datum.Map fact, string path)
    {
        Datum at = fact;
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = at switch
            {
                Datum.Map map => map[step],
                Datum.List list when int.TryParse(step, out var i) && i < list.Items.Length => list.Items[i],
                _ => null,
            };
            if (next is null) break;
            at = next;
        }
        return at.Clause;
    }
}
