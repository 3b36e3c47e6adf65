using System.Globalization;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads the rank profile that VoteKit (mggg/VoteKit 3) writes as CSV: candidates as <c>(NAME:KEY)</c>, one column per rank with keys in
/// braces, and the weight between two columns <c>&amp;</c>. Several keys in one cell are equal ranks; an empty cell between ranks is a rank left empty.
/// </summary>
internal sealed class VoteKitReader
{
    private readonly CsvRecords records;
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly BallotsBuilder papers = new();
    private InputFault? fault;

    private VoteKitReader(Stream stream)
    {
        var source = new ByteSource(stream);
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        records = new(source);
    }

    public static bool Recognises(string start) => start.StartsWith("VoteKit RankProfile", StringComparison.Ordinal);

    public static Read<Ballots> Read(Stream stream)
    {
        var reader = new VoteKitReader(stream);
        return reader.All() ? reader.papers.Build(reader.names) : reader.fault!;
    }

    private bool All()
    {
        if (!Candidates()) return false;
        var weight = -1;
        while (weight < 0)
        {
            if (!records.Next()) return Fail(records.Fault ?? new(0, 0, "a record of headings with Ranking_1 and Weight is missing"));
            weight = records.Fields[0].StartsWith("Ranking_", StringComparison.Ordinal) ? records.Fields.ToList().IndexOf("Weight") : -1;
        }
        var ranks = records.Fields.TakeWhile(f => f.StartsWith("Ranking_", StringComparison.Ordinal)).Count();
        while (records.Next())
        {
            if (records.Fields.Count == 1 && records.Fields[0].Length == 0) continue;
            if (records.Fields.Count <= weight) return Fail(records.Place(0), "the record is shorter than the headings");
            if (!Weight(records.Fields[weight], out var count)) return Fail(records.Place(weight), $"'{records.Fields[weight]}' is no whole number of papers");
            if (papers.Papers + count > BltReader.MostPapers) return Fail(records.Place(weight), FormattableString.Invariant($"more than {BltReader.MostPapers} papers"));
            if (!Paper(ranks)) return false;
            papers.EndLine(count);
        }
        return records.Fault is null || Fail(records.Fault);
    }

    private bool Candidates()
    {
        while (records.Next())
        {
            if (records.Fields[0] != "Candidates") continue;
            if (!records.Next()) break;
            foreach (var each in string.Join(',', records.Fields).Split("),("))
            {
                var text = each.Trim().TrimStart('(').TrimEnd(')');
                var colon = text.LastIndexOf(':');
                if (colon < 1 || !byKey.TryAdd(text[(colon + 1)..], names.Count)) return Fail(records.Place(0), $"'{text}' is no candidate NAME:KEY with a key of its own");
                names.Add(text[..colon]);
            }
            return true;
        }
        return Fail(records.Fault ?? new(0, 0, "the candidates are missing"));
    }

    private bool Paper(int ranks)
    {
        var skipped = 0;
        var seen = new HashSet<int>();
        for (var rank = 0; rank < ranks; rank++)
        {
            var marked = 0;
            foreach (var part in records.Fields[rank].Trim().Trim('{', '}').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var key = part.Trim('\'', '"');
                if (!byKey.TryGetValue(key, out var candidate)) return Fail(records.Place(rank), $"'{key}' is no candidate's key");
                if (!seen.Add(candidate)) return Fail(records.Place(rank), $"'{key}' is ranked twice on one paper");
                for (; skipped > 0; skipped--) papers.Skip();
                papers.Mark(candidate, equal: marked++ > 0);
            }
            if (marked == 0) skipped++;
        }
        return true;
    }

    /// <summary>Weights are written with decimals, and papers are whole.</summary>
    private static bool Weight(string text, out long weight)
    {
        weight = 0;
        if (!Fraction.TryParse(text.Trim(), out var value) || !value.Denominator.IsOne || value.Sign < 0 || value > BltReader.MostPapers) return false;
        weight = (long)value.Numerator;
        return true;
    }

    private bool Fail((int Line, int Column) place, string message) => Fail(new InputFault(place.Line, place.Column, message));

    private bool Fail(InputFault found)
    {
        fault ??= found;
        return false;
    }
}
