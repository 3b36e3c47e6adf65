using System.Text;
using System.Text.RegularExpressions;
using Mandate.SecretBallot.Archives;

namespace Mandate.SecretBallot.Tests;

/// <summary>A record changed in one place, in every way that comes to mind: values, forms of values, fields, lists, blanks.</summary>
internal static partial class Mutations
{
    private const string Identity = "0000000000000000000000000000000000000000000000000000000000000001", NotCanonical = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee",
        OrderTwo = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec", OrderFour = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>What was done, and the text that came of it.</summary>
    public static IEnumerable<(string What, string Text)> Of(string text)
    {
        foreach (Match m in Points().Matches(text))
        {
            yield return ("another digit", Put(text, m, m.Value[..^1] + (m.Value[^1] == '0' ? '1' : '0')));
            if (m.Value.AsSpan().IndexOfAnyInRange('a', 'f') is >= 0 and var letter) yield return ("upper-case hex", Put(text, m, m.Value[..letter] + char.ToUpperInvariant(m.Value[letter]) + m.Value[(letter + 1)..]));
            foreach (var (name, point) in new[] { ("the identity", Identity), ("no canonical point", NotCanonical), ("a point of order two", OrderTwo), ("a point of order four", OrderFour) })
                if (m.Value != point) yield return (name, Put(text, m, point));
            yield return ("a digit less", Put(text, m, m.Value[1..]));
        }
        foreach (Match m in Digits().Matches(text))
        {
            yield return ("another number", Put(text, m, m.Value[..^1] + (m.Value[^1] == '9' ? '8' : (char)(m.Value[^1] + 1))));
            yield return ("a leading zero", Put(text, m, "0" + m.Value));
            yield return ("a sign", Put(text, m, "-" + m.Value));
        }
        foreach (Match m in Numbers().Matches(text))
        {
            yield return ("one more", Put(text, m, (long.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            yield return ("a fraction", Put(text, m, m.Value + ".0"));
            yield return ("a quoted number", Put(text, m, $"\"{m.Value}\""));
        }
        foreach (Match m in Fields().Matches(text))
        {
            yield return ("a field of another name", Put(text, m, m.Value[..^2] + "x\":"));
            yield return ("a field twice", text[..m.Index] + m.Value + "0," + text[m.Index..]);
            yield return ("an escaped name", Put(text, m, $"\"\\u{(int)m.Value[1]:x4}{m.Value[2..]}"));
        }
        foreach (Match m in Ends().Matches(text))
        {
            yield return ("a field more", text[..m.Index] + ",\"more\":1" + text[m.Index..]);
            yield return ("a blank", text[..m.Index] + " " + text[m.Index..]);
            yield return ("a comma more", text[..m.Index] + "," + text[m.Index..]);
        }
        yield return ("a line feed at the end", text + "\n");
        yield return ("a mark at the beginning", "\ufeff" + text);
        yield return ("nothing", "");
        yield return ("cut off", text[..^1]);
    }

    /// <summary>The archive with one record changed and everything that names it made to fit: as somebody would make it who hosts the box.</summary>
    public static byte[] Archive(Archive archive, int index, int record, string text)
    {
        var events = archive.Events.Select(e => (e.Kind, e.Records)).ToList();
        var (kind, records) = events[index];
        DataRecord[] changed = [.. records];
        var old = changed[record].Hash;
        changed[record] = DataRecord.Of(text);
        if (record < changed.Length - 1) changed[^1] = DataRecord.Of(Encoding.UTF8.GetString(changed[^1].Bytes).Replace(old, changed[record].Hash, StringComparison.Ordinal));
        events[index] = (kind, changed);
        return Archive(archive.Timestamp, events, archive.Events[0].Version);
    }

    public static byte[] Archive(long timestamp, IEnumerable<(EventKind Kind, IReadOnlyList<DataRecord> Records)> events, int version = 1)
    {
        using var stream = new MemoryStream();
        var writer = new ArchiveWriter(stream, timestamp);
        foreach (var (kind, records) in events) writer.Append(kind, records, version);
        return stream.ToArray();
    }

    private static string Put(string text, Match at, string value) => text[..at.Index] + value + text[(at.Index + at.Length)..];

    [GeneratedRegex("(?<=\")[0-9a-f]{64}(?=\")", RegexOptions.None, 5000)]
    private static partial Regex Points();

    [GeneratedRegex("(?<=:\")[0-9]{20,}(?=\")", RegexOptions.None, 5000)]
    private static partial Regex Digits();

    [GeneratedRegex("(?<=[:\\[,])[0-9]{1,12}(?=[,}\\]])", RegexOptions.None, 5000)]
    private static partial Regex Numbers();

    [GeneratedRegex("\"[a-z_]{2,}\":", RegexOptions.None, 5000)]
    private static partial Regex Fields();

    [GeneratedRegex("[}\\]]", RegexOptions.None, 5000)]
    private static partial Regex Ends();
}
