using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Tally;

namespace Mandate.Organisation.Votes;

/// <summary>
/// The count as plain text that anybody makes again from the published papers: one line per fact, numbers exact. The result
/// carries the SHA-256 of it.
/// </summary>
public static class CountSheet
{
    public static string Text(Count count)
    {
        var text = new StringBuilder();
        Line(text, $"method {count.Method}");
        Line(text, $"ties {count.TieRule}");
        Line(text, $"seats {count.Seats}");
        Line(text, $"papers {count.Papers} valid {count.ValidPapers}");
        if (count.Quota is { } quota) Line(text, $"quota {count.Text(quota)}");
        for (var c = 0; c < count.Candidates.Length; c++) Line(text, $"candidate {c + 1} {count.Candidates[c]}");
        foreach (var round in count.Rounds) Round(text, count, round);
        foreach (var tie in count.Ties) Line(text, $"tie {tie.Round} {tie.Question}: {string.Join(' ', tie.Tied.Select(Number))} -> {Number(tie.Chosen)} by {tie.By}");
        Line(text, $"elected {string.Join(' ', count.Elected.Select(Number))}");
        return text.ToString();
    }

    /// <summary>SHA-256 (lower hex) of the text.</summary>
    public static string Digest(Count count) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(count))));

    private static void Round(StringBuilder text, Count count, Round round)
    {
        Line(text, $"round {round.Number} {round.Kind}");
        foreach (var t in round.Transfers) Line(text, $"transfer {Number(t.From)} -> {(t.To < 0 ? "-" : Number(t.To))} papers {t.Papers} votes {count.Text(t.Votes)}");
        for (var c = 0; c < round.Votes.Length; c++) Line(text, $"votes {c + 1} {count.Text(round.Votes[c])} {round.Standings[c]}");
        Line(text, $"exhausted {count.Text(round.Exhausted)} residue {count.Text(round.Residue)}");
        if (!round.Elected.IsEmpty) Line(text, $"elects {string.Join(' ', round.Elected.Select(Number))}");
        if (!round.Excluded.IsEmpty) Line(text, $"excludes {string.Join(' ', round.Excluded.Select(Number))}");
    }

    private static string Number(int candidate) => (candidate + 1).ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
