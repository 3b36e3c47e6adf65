using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Constitutions;

namespace Mandate.Organisation.Motions;

/// <summary>Where two constitutions differ, as clause paths, from their sources as data: comments, order of keys and layout do not count.</summary>
public static class SourceDiff
{
    /// <summary>The smallest clauses that differ, in order of path.</summary>
    public static ImmutableArray<string> Between(Datum before, Datum after)
    {
        var paths = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        Compare(before, after, "", paths);
        return [.. paths];
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="clause"/> or lies below it.</summary>
    public static bool Covers(string clause, string path) =>
        path == clause || clause.Length == 0
        || (path.Length > clause.Length && path.StartsWith(clause, StringComparison.Ordinal) && (path[clause.Length] is '.' or '['));

    /// <summary>What stands at a path; null where nothing does.</summary>
    public static Datum? At(Datum datum, string path)
    {
        if (path.Length == 0) return datum;
        return datum switch
        {
            Datum.Map map => map.Entries.Where(e => Covers(e.Key, path)).Select(e => At(e.Value, Rest(e.Key, path))).FirstOrDefault(d => d is not null),
            Datum.List list => Enumerable.Range(0, list.Items.Length).Where(i => Covers(Index(i), path)).Select(i => At(list.Items[i], Rest(Index(i), path))).FirstOrDefault(d => d is not null),
            _ => null,
        };
    }

    /// <summary>A fragment as YAML in flow form (JSON), keys in the order of the file.</summary>
    public static string Text(Datum datum)
    {
        var text = new StringBuilder();
        Write(text, datum);
        return text.ToString();
    }

    private static void Compare(Datum before, Datum after, string path, ImmutableSortedSet<string>.Builder paths)
    {
        switch (before, after)
        {
            case (Datum.Map one, Datum.Map other):
                foreach (var key in one.Entries.Concat(other.Entries).Select(e => e.Key).Distinct(StringComparer.Ordinal))
                    if (one[key] is { } a && other[key] is { } b) Compare(a, b, Join(path, key), paths);
                    else paths.Add(Join(path, key));
                break;
            case (Datum.List one, Datum.List other) when one.Items.Length == other.Items.Length:
                for (var i = 0; i < one.Items.Length; i++) Compare(one.Items[i], other.Items[i], path + Index(i), paths);
                break;
            default:
                if (Text(before) != Text(after)) paths.Add(path);
                break;
        }
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : path + "." + key;

    private static string Index(int i) => string.Create(CultureInfo.InvariantCulture, $"[{i}]");

    private static string Rest(string key, string path) => path.Length == key.Length ? "" : path[key.Length] == '.' ? path[(key.Length + 1)..] : path[key.Length..];

    private static void Write(StringBuilder text, Datum datum)
    {
        switch (datum)
        {
            case Datum.Truth truth: text.Append(truth.Value ? "true" : "false"); break;
            case Datum.Number number: text.Append(number.Canonical); break;
            case Datum.Text value: Quote(text, value.Value); break;
            case Datum.List list:
                text.Append('[');
                for (var i = 0; i < list.Items.Length; i++)
                {
                    if (i > 0) text.Append(", ");
                    Write(text, list.Items[i]);
                }
                text.Append(']');
                break;
            case Datum.Map map:
                text.Append('{');
                for (var i = 0; i < map.Entries.Length; i++)
                {
                    if (i > 0) text.Append(", ");
                    Quote(text, map.Entries[i].Key);
                    text.Append(": ");
                    Write(text, map.Entries[i].Value);
                }
                text.Append('}');
                break;
            default: text.Append("null"); break;
        }
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c < ' ') text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        text.Append('"');
    }
}
