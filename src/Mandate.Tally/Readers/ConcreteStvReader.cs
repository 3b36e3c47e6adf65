using System.Text.Json;

namespace Mandate.Tally.Readers;

/// <summary>Reads ConcreteSTV's <c>.stv</c> (JSON): candidates, vacancies, and votes below the line with their number; votes above the line are written out through the parties' candidates.</summary>
internal static class ConcreteStvReader
{
    public static bool Recognises(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && root.TryGetProperty("btl", out _);

    public static Read<Ballots> Read(JsonElement root)
    {
        var metadata = root.GetProperty("metadata");
        var names = metadata.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("name").GetString() ?? "").ToList();
        int[][] parties = metadata.TryGetProperty("parties", out var listed) ? [.. listed.EnumerateArray().Select(p => p.TryGetProperty("candidates", out var own) ? Numbers(own) : [])] : [];
        var papers = new BallotsBuilder();
        foreach (var (kind, property) in new[] { ("btl", "candidates"), ("atl", "parties") })
        {
            if (!root.TryGetProperty(kind, out var votes)) continue;
            foreach (var (vote, i) in votes.EnumerateArray().Select((v, i) => (v, i)))
            {
                var marks = Numbers(vote.GetProperty(property));
                if (kind == "atl")
                {
                    if (marks.Any(p => p < 0 || p >= parties.Length)) return new InputFault(0, 0, $"$.{kind}[{i}]: a number names no party");
                    marks = [.. marks.SelectMany(p => parties[p])];
                }
                var weight = vote.GetProperty("n").GetInt64();
                if (marks.Any(c => c < 0 || c >= names.Count)) return new InputFault(0, 0, $"$.{kind}[{i}]: a number names no candidate");
                if (marks.Distinct().Count() < marks.Length) return new InputFault(0, 0, $"$.{kind}[{i}]: a candidate is ranked twice");
                if (weight < 0 || papers.Papers + weight > BltReader.MostPapers) return new InputFault(0, 0, $"$.{kind}[{i}]: {weight} is no number of papers");
                papers.Add(weight, marks);
            }
        }
        int? seats = metadata.TryGetProperty("vacancies", out var vacancies) ? vacancies.GetInt32() : null;
        var title = metadata.TryGetProperty("name", out var name) && name.TryGetProperty("electorate", out var electorate) ? electorate.GetString() ?? "" : "";
        return papers.Build(names, seats, title);
    }

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetInt32())];
}
