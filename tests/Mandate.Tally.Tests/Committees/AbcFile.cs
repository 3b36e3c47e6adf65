using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mandate.Tally.Tests.Committees;

/// <summary>The flow-style YAML of the committee instances: enough of it for files of that layout.</summary>
internal sealed partial record AbcFile(int Candidates, int Seats, List<List<int>> Ballots, List<long>? Weights, List<AbcFile.Result> Results)
{
    internal sealed record Result(string Rule, bool Resolute, List<List<int>>? Committees);

    public static AbcFile Read(string path)
    {
        var (entries, results) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Dictionary<string, string>>());
        foreach (var line in Joined(System.IO.File.ReadLines(path)))
        {
            var match = Entry().Match(line);
            if (!match.Success) continue;
            if (match.Groups[1].Value.Contains('-', StringComparison.Ordinal)) results.Add(new(StringComparer.Ordinal));
            (match.Groups[1].Length > 0 ? results[^1] : entries)[match.Groups[2].Value] = match.Groups[3].Value.Trim();
        }
        return new(
            int.Parse(entries["num_cand"], System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(entries["committeesize"], System.Globalization.CultureInfo.InvariantCulture),
            Lists(entries["profile"]),
            entries.TryGetValue("voter_weights", out var weights) ? JsonSerializer.Deserialize<List<long>>(weights) : null,
            [.. results.Select(r => new Result(r["rule_id"], r["resolute"] == "true", r["result"].Length == 0 ? null : Lists(r["result"])))]);
    }

    private static List<List<int>> Lists(string text) =>
        JsonSerializer.Deserialize<List<List<int>>>(text.Replace('{', '[').Replace('}', ']'))!;

    /// <summary>A flow sequence may go on over the following lines.</summary>
    private static IEnumerable<string> Joined(IEnumerable<string> lines)
    {
        var open = "";
        foreach (var line in lines)
        {
            open = open.Length == 0 ? line : open + " " + line.Trim();
            if (open.Count(c => c == '[') > open.Count(c => c == ']')) continue;
            yield return open;
            open = "";
        }
    }

    [GeneratedRegex(@"^(- |  )?(\w+):(.*)$")]
    private static partial Regex Entry();
}
