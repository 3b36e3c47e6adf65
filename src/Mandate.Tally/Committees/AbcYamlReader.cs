using System.Globalization;
using System.Text;
using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Committees;

/// <summary>
/// Reads the committee instances of the abcvoting library (<c>.abc.yaml</c>): <c>profile</c> (lists of candidates numbered from 0),
/// <c>num_cand</c>, <c>committeesize</c>, and where given <c>voter_weights</c> and <c>candidate_names</c>. Only flow lists are
/// understood, which is what the library writes; results in the file are passed over.
/// </summary>
public static class AbcYamlReader
{
    private const int MostCharacters = 1 << 26;
    private const int MostCandidates = 10_000;

    public static Read<ApprovalPapers> Read(Stream stream)
    {
        var lines = new LineSource(new(stream));
        var entries = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        var open = new StringBuilder();
        var (openLine, brackets) = (0, 0);
        while (lines.Next() is { } text)
        {
            if (open.Length == 0)
            {
                // Lists of results belong to lines that begin with a blank or a dash.
                if (text.IndexOf(':', StringComparison.Ordinal) <= 0 || text[0] is ' ' or '-' or '#') continue;
                openLine = lines.Number;
            }
            if (open.Length + text.Length > MostCharacters) return new InputFault(lines.Number, 0, $"a list of more than {MostCharacters} characters");
            open.Append(text).Append(' ');
            brackets += text.AsSpan().Count('[') - text.AsSpan().Count(']');
            if (brackets > 0) continue;
            var entry = open.ToString();
            var at = entry.IndexOf(':', StringComparison.Ordinal);
            if (!entries.TryAdd(entry[..at].Trim(), (entry[(at + 1)..].Trim(), openLine))) return new InputFault(openLine, 1, $"{entry[..at].Trim()} stands twice");
            open.Clear();
            brackets = 0;
        }
        if (lines.Fault is { } damaged) return damaged;
        if (open.Length > 0) return new InputFault(openLine, 1, "a list is opened with [ and not closed");
        return Build(entries);
    }

    private static Read<ApprovalPapers> Build(Dictionary<string, (string Value, int Line)> entries)
    {
        foreach (var needed in new[] { "profile", "num_cand" })
            if (!entries.ContainsKey(needed)) return new InputFault(0, 0, $"{needed} is missing");
        if (!Whole("num_cand", out var candidates) || candidates is < 1 or > MostCandidates)
            return new InputFault(entries["num_cand"].Line, 1, $"num_cand is no whole number from 1 to {MostCandidates}");
        int? seats = null;
        if (entries.TryGetValue("committeesize", out var size))
        {
            if (!Whole("committeesize", out var stated) || stated < 1) return new InputFault(size.Line, 1, "committeesize is no whole number from 1");
            seats = stated;
        }
        try
        {
            var profile = Row(entries["profile"].Value.Replace('{', '[').Replace('}', ']'), paper => paper.EnumerateArray().Select(c => c.GetInt32()).ToList());
            var weights = entries.TryGetValue("voter_weights", out var given) ? Row(given.Value, w => w.GetInt64()) : null;
            if (weights is not null && weights.Count != profile.Count) return new InputFault(given.Line, 1, $"{weights.Count} weights for {profile.Count} voters");
            var names = entries.TryGetValue("candidate_names", out var named) ? Row(named.Value.Replace('\'', '"'), n => n.GetString() ?? "") : null;
            if (names is not null && names.Count != candidates) return new InputFault(named.Line, 1, $"{names.Count} names for {candidates} candidates");
            names ??= [.. Enumerable.Range(0, candidates).Select(c => c.ToString(CultureInfo.InvariantCulture))];
            return new ApprovalPapers([.. names], ApprovalProfile.Of(candidates, profile.Select((b, i) => new ApprovalBallot([.. b], weights?[i] ?? 1))), seats);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return new InputFault(entries["profile"].Line, 1, $"a list of whole numbers is expected: {wrong.Message.Split(". Path")[0]}");
        }
        catch (ArgumentException wrong)
        {
            return new InputFault(entries["profile"].Line, 1, wrong.Message.Split(" (Parameter")[0]);
        }

        static List<T> Row<T>(string list, Func<JsonElement, T> of)
        {
            using var row = JsonDocument.Parse(list);
            return [.. row.RootElement.EnumerateArray().Select(of)];
        }

        bool Whole(string key, out int value) => int.TryParse(entries[key].Value, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
