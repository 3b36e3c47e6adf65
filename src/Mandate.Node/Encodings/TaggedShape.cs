using System.Collections.Frozen;
using System.Text.Json;

namespace Mandate.Node.Encodings;

/// <summary>
/// A member of a closed family, which says in its own fields which one it is: commands and events by <c>type</c> and <c>v</c>,
/// other families by <c>kind</c>.
/// </summary>
internal sealed class TaggedShape(string what, bool versioned, FrozenDictionary<string, RecordShape> byTag, FrozenDictionary<Type, RecordShape> byType) : Shape
{
    /// <summary>The tag of a command or event: its wire name and version.</summary>
    public static string Tag(string name, long version) => $"{name}@{version}";

    public override void Write(CanonicalWriter writer, object value) => byType[value.GetType()].Write(writer, value);

    public override object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Needs("an object", reader);
        return Find(reader).Read(ref reader);
    }

    public Type? TypeOf(string tag) => byTag.GetValueOrDefault(tag)?.Type;

    public override string Describe() => what;

    public override IEnumerable<Shape> Inner => byTag.Values;

    internal IEnumerable<KeyValuePair<string, RecordShape>> Members => byTag;

    /// <summary>Looks ahead for the tag: the reader is a copy.</summary>
    private RecordShape Find(Utf8JsonReader ahead)
    {
        string? name = null;
        long? version = null;
        var field = versioned ? "type"u8 : "kind"u8;
        while (ahead.Read() && ahead.TokenType != JsonTokenType.EndObject && (name is null || versioned && version is null))
        {
            var isName = ahead.ValueTextEquals(field);
            var isVersion = versioned && ahead.ValueTextEquals("v"u8);
            ahead.Read();
            if (isName) name = Text(ref ahead, "the name of a " + what);
            else if (isVersion) version = ahead.TokenType == JsonTokenType.Number && ahead.TryGetInt64(out var v) ? v : throw Needs("a whole number", ahead).In("v");
            else ahead.Skip();
        }
        if (name is null) throw new WireFault($"is missing: which {what} it is").In(versioned ? "type" : "kind");
        if (byTag.TryGetValue(versioned ? Tag(name, version ?? 1) : name, out var shape)) return shape;
        throw new WireFault($"'{name}'{(version is > 1 ? $" version {version}" : "")} is no {what} that this program knows{Nearest(name)}").In(versioned ? "type" : "kind");
    }

    private string Nearest(string name)
    {
        var near = byTag.Keys.Select(k => k.Split('@')[0]).Select(k => (k, d: Distance(k, name))).Where(p => p.d <= 4).OrderBy(p => p.d).ThenBy(p => p.k, StringComparer.Ordinal).Take(1).ToArray();
        return near.Length == 0 ? "" : $"; '{near[0].k}' is near";
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
        }
        return row[^1];
    }
}
