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
    private const string SessionList = "Sessions";

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
                var (json, fault) = JsonList.Outline(stream, SessionList);
                using (json)
                {
                    json?.RootElement.GetProperty(SessionList).EnumerateArray();
                    fault ??= JsonList.Each(stream, SessionList, Session);
                }
                if (fault is not null) return fault with { Message = $"{export}: {fault.Message}" };
            }
            catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return new(0, 0, $"{export}: this is no Dominion export: {missing.Message}");
            }
        }
        return null;
    }

    private InputFault? Session(JsonElement session, int number)
    {
        var record = session.GetProperty("Original");
        if (!record.GetProperty("IsCurrent").GetBoolean() && !session.TryGetProperty("Modified", out record)) return null;
        JsonElement[] cards = record.TryGetProperty("Cards", out var several) ? [.. several.EnumerateArray()] : [record];
        foreach (var contest in cards.SelectMany(c => c.GetProperty("Contests").EnumerateArray()))
        {
            if (contest.GetProperty("Id").GetRawText() != source.Contest) continue;
            if (contest.GetProperty("OutstackConditionIds").EnumerateArray().Any(c => c.GetInt32() == ContestSetAside)) continue;
            if (Paper(contest) is { } wrong) return new(0, 0, string.Create(CultureInfo.InvariantCulture, $"session {number + 1}: {wrong}"));
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
