using System.Globalization;
using System.Text.Json;

namespace Mandate.Tally.Readers;

/// <summary>
/// Dominion's export: a folder with manifests and one <c>CvrExport.json</c> or several with numbers. A record that was corrected counts as
/// corrected; a contest on a card that was set aside (condition 7) and ambiguous marks do not count.
/// </summary>
internal sealed class DominionRecords(RctabSource source, RctabMarks marks, int? mostRanks)
{
    private const int ContestSetAside = 7;

    public InputFault? Read(IReadOnlyCollection<string> documents, Func<string, Stream?> open)
    {
        var exports = documents.Where(d => Name(d) == "CvrExport.json").ToList();
        if (exports.Count == 0) exports = [.. documents.Where(d => IsNumbered(Name(d))).Order(StringComparer.Ordinal)];
        if (exports.Count == 0) return new(0, 0, "the folder has no CvrExport.json");
        foreach (var export in exports)
        {
            using var stream = open(export);
            if (stream is null) return new(0, 0, $"{export}: there is no such file");
            try
            {
                using var json = JsonDocument.Parse(stream);
                if (Sessions(json.RootElement) is { } wrong) return new(0, 0, $"{export}: {wrong}");
            }
            catch (JsonException wrong)
            {
                return new((int)(wrong.LineNumber ?? -1) + 1, (int)(wrong.BytePositionInLine ?? -1) + 1, $"{export}: this is no JSON");
            }
            catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return new(0, 0, $"{export}: this is no Dominion export: {missing.Message}");
            }
        }
        return null;
    }

    private string? Sessions(JsonElement root)
    {
        var number = 0;
        foreach (var session in root.GetProperty("Sessions").EnumerateArray())
        {
            number++;
            var record = session.GetProperty("Original");
            if (!record.GetProperty("IsCurrent").GetBoolean() && !session.TryGetProperty("Modified", out record)) continue;
            JsonElement[] cards = record.TryGetProperty("Cards", out var several) ? [.. several.EnumerateArray()] : [record];
            foreach (var contest in cards.SelectMany(c => c.GetProperty("Contests").EnumerateArray()))
            {
                if (contest.GetProperty("Id").GetRawText() != source.Contest) continue;
                if (contest.GetProperty("OutstackConditionIds").EnumerateArray().Any(c => c.GetInt32() == ContestSetAside)) continue;
                if (Paper(contest) is { } wrong) return string.Create(CultureInfo.InvariantCulture, $"session {number}: {wrong}");
            }
        }
        return null;
    }

    private string? Paper(JsonElement contest)
    {
        marks.Clear();
        foreach (var mark in contest.GetProperty("Marks").EnumerateArray())
        {
            if (mark.GetProperty("IsAmbiguous").GetBoolean()) continue;
            var (rank, candidate) = (mark.GetProperty("Rank").GetInt32(), mark.GetProperty("CandidateId").GetRawText());
            if (rank < 1 || rank > (mostRanks ?? 10_000)) return string.Create(CultureInfo.InvariantCulture, $"rank {rank} is not allowed");
            if (!marks.Add(rank, candidate)) return $"'{candidate}' is no candidate of the configuration";
        }
        marks.End(1);
        return null;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsNumbered(string name) => name.StartsWith("CvrExport_", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)
        && name["CvrExport_".Length..^".json".Length] is { Length: > 0 } number && number.All(char.IsAsciiDigit);
}
