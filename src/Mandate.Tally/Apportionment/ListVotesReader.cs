using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Apportionment;

/// <summary>
/// Reads votes of lists or members of units (docs/formats/votes-of-lists.md): JSON with <c>votes</c> (an object or a list of numbers) or
/// <c>parties</c>, <c>lists</c> or <c>units</c> (objects with <c>name</c> and <c>votes</c> or <c>members</c>, and <c>minimum</c> and
/// <c>maximum</c> where there are any), <c>seats</c> and <c>threshold</c>; or CSV with the same columns and notes.
/// </summary>
public static class ListVotesReader
{
    private const int MostLists = 100_000;
    private const int MostPublished = 100_000;
    private static readonly string[] NameWords = ["name", "list", "party", "unit"];
    private static readonly string[] VoteWords = ["votes", "members"];

    /// <summary>Seats that were published, by list.</summary>
    private static readonly string[] PublishedWords = ["published", "official_seats", "expected_seats"];

    /// <summary>Whether a JSON document is of lists, and not of papers.</summary>
    public static bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("ballots", out _)
        && (root.TryGetProperty("votes", out _) || Groups(root) is not null);

    /// <summary>Whether a CSV begins with headings of lists; notes in lines with # before them.</summary>
    public static bool Recognises(string start)
    {
        var heading = start.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0 && l[0] != '#') ?? "";
        var columns = heading.Split(',', ';', '\t').Select(Word).ToList();
        return columns.Count >= 2 && columns.Any(NameWords.Contains) && columns.Any(VoteWords.Contains);
    }

    /// <summary>The members that a JSON document may have.</summary>
    internal static readonly string[] Members = ["title", "seats", "threshold", "votes", "parties", "lists", "units", .. PublishedWords];

    public static Read<ListVotes> Read(JsonElement root)
    {
        var items = new List<Item>();
        string at;
        JsonElement found;
        if (root.TryGetProperty("votes", out found))
        {
            at = "$.votes";
            if (found.ValueKind == JsonValueKind.Object) items.AddRange(found.EnumerateObject().Select(p => new Item(p.Name, p.Value)));
            else if (found.ValueKind == JsonValueKind.Array) items.AddRange(found.EnumerateArray().Select((v, i) => new Item(FormattableString.Invariant($"{i + 1}"), v)));
            else return new InputFault(0, 0, "$.votes: an object from names to votes, or a list of votes, is expected");
        }
        else
        {
            (at, found) = Groups(root)!.Value;
            foreach (var each in found.EnumerateArray())
            {
                if (each.ValueKind != JsonValueKind.Object || !each.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
                    || (!each.TryGetProperty("votes", out var votes) && !each.TryGetProperty("members", out votes)))
                    return new InputFault(0, 0, $"{at}[{items.Count}]: an object with name and votes is expected");
                items.Add(new(name.GetString()!, votes, each.TryGetProperty("minimum", out var least) ? least : null, each.TryGetProperty("maximum", out var most) ? most : null, Published(each)));
            }
        }
        var builder = new Builder();
        for (var i = 0; i < items.Count; i++)
            if (builder.Add(items[i].Name, Text(items[i].Votes), Text(items[i].Minimum), Text(items[i].Maximum), Text(items[i].Published)) is { } wrong)
                return new InputFault(0, 0, $"{at}[{i}]: {wrong}");
        if (Published(root) is { ValueKind: JsonValueKind.Object } published)
            foreach (var seat in published.EnumerateObject())
                if (builder.Publish(seat.Name, Text(seat.Value)) is { } wrong) return new InputFault(0, 0, "$: " + wrong);
        return builder.Build(
            root.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String ? title.GetString()! : "",
            root.TryGetProperty("seats", out var seats) ? Text(seats) : "", root.TryGetProperty("threshold", out var share) ? Text(share) : "");
    }

    public static Read<ListVotes> Read(Stream stream)
    {
        var source = new ByteSource(stream);
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        var records = new CsvRecords(source);
        var notes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var builder = new Builder();
        List<string>? columns = null;
        while (true)
        {
            if (columns is null) records.FindSeparator();
            if (!records.Next()) break;
            var fields = records.Fields;
            if (fields.Count == 1 && fields[0].Trim().Length == 0) continue;
            if (columns is null && fields[0].TrimStart().StartsWith('#'))
            {
                var note = string.Join(records.Separator, fields);
                var colon = note.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0) notes[note[..colon].Trim(' ', '#')] = note[(colon + 1)..].Trim();
                continue;
            }
            if (columns is null)
            {
                columns = [.. fields.Select(Word)];
                continue;
            }
            if (fields.Count > columns.Count) return Fault(records.Place(columns.Count), $"a record of {fields.Count} fields under {columns.Count} headings");
            string Field(params string[] words) => columns.FindIndex(words.Contains) is var i and >= 0 && i < fields.Count ? fields[i].Trim() : "";
            if (builder.Add(Field(NameWords), Field(VoteWords), Field("minimum", "min"), Field("maximum", "max"), Field(PublishedWords)) is { } wrong) return Fault(records.Place(0), wrong);
        }
        return records.Fault is { } damaged ? damaged
            : builder.Build(notes.GetValueOrDefault("title", ""), notes.GetValueOrDefault("seats", ""), notes.GetValueOrDefault("threshold", ""));

        static InputFault Fault((int Line, int Column) place, string message) => new(place.Line, place.Column, message);
    }

    private static JsonElement? Published(JsonElement of)
    {
        foreach (var word in PublishedWords)
            if (of.TryGetProperty(word, out var found)) return found;
        return null;
    }

    private static (string At, JsonElement List)? Groups(JsonElement root)
    {
        foreach (var word in new[] { "parties", "lists", "units" })
            if (root.TryGetProperty(word, out var list) && list.ValueKind == JsonValueKind.Array) return ("$." + word, list);
        return null;
    }

    private static string Word(string heading) => heading.Trim(' ', '"', '\uFEFF', '\r', '\t').ToLowerInvariant();

    private static string Text(JsonElement? value) => value is not { } given ? "" : given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText();

    private sealed record Item(string Name, JsonElement? Votes, JsonElement? Minimum = null, JsonElement? Maximum = null, JsonElement? Published = null);

    private sealed class Builder
    {
        private readonly List<string> names = [];
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private readonly List<string> warnings = [];
        private readonly List<BigInteger> votes = [];
        private readonly List<int> minimums = [];
        private readonly List<int> maximums = [];
        private readonly Dictionary<int, int> published = [];

        public string? Publish(string name, string seats)
        {
            var list = names.IndexOf(name);
            if (list < 0) return $"'{name}' has published seats and no votes";
            if (!int.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > MostPublished) return $"'{seats}' is no number of published seats of '{name}'";
            published[list] = number;
            return null;
        }

        public string? Add(string name, string count, string minimum, string maximum, string seats)
        {
            if (name.Length == 0) return "a name is missing";
            // Real elections have had two lists of one name; they are numbered in the result.
            if (!seen.Add(name)) warnings.Add($"the name '{name}' stands more than once");
            if (count.Length > 18 || !BigInteger.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return $"'{count}' is no whole number of votes of '{name}'";
            var (least, most) = (0, int.MaxValue);
            if (minimum.Length > 0 && !int.TryParse(minimum, NumberStyles.None, CultureInfo.InvariantCulture, out least)) return $"'{minimum}' is no fewest number of seats";
            if (maximum.Length > 0 && !int.TryParse(maximum, NumberStyles.None, CultureInfo.InvariantCulture, out most)) return $"'{maximum}' is no largest number of seats";
            if (least > most) return $"'{name}' has at least {least} and at most {most} seats";
            if (names.Count == MostLists) return $"more than {MostLists} lists";
            names.Add(name);
            votes.Add(number);
            minimums.Add(least);
            maximums.Add(most);
            return seats.Length > 0 ? Publish(name, seats) : null;
        }

        public Read<ListVotes> Build(string title, string seats, string threshold)
        {
            if (names.Count == 0) return new InputFault(0, 0, "there is no list or unit");
            var number = 0;
            if (seats.Length > 0 && (!int.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1))
                return new InputFault(0, 0, $"seats '{seats}' is no whole number from 1");
            Fraction? share = null;
            if (threshold.Length > 0)
            {
                if (ListThreshold.Parse(threshold) is not { } stated) return new InputFault(0, 0, $"threshold '{threshold}' is no share from 0 to 1, such as 5%, 1/20 or 0.05");
                share = stated;
            }
            var limited = minimums.Any(m => m > 0) || maximums.Any(m => m < int.MaxValue);
            return new ListVotes([.. names], [.. votes])
            {
                Title = title,
                Warnings = [.. warnings],
                Seats = seats.Length > 0 ? number : null,
                Threshold = share,
                Published = published.Count == 0 ? [] : [.. Enumerable.Range(0, names.Count).Select(i => published.GetValueOrDefault(i))],
                Limits = limited ? new([.. minimums], [.. maximums]) : null,
            };
        }
    }
}
