using System.Text.RegularExpressions;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>
/// The transcripts of <c>stv-rs-meek</c>: <c>[plurality_block.]BALLOTS[.equalize].ARITHMETIC.log</c> beside <c>BALLOTS.blt</c>.
/// Elected, quota, votes and residual of every round, where the arithmetic is ours.
/// </summary>
[Trait("Category", "Conformance")]
public sealed partial class StvRsConformanceTests
{
    public static TheoryData<string> Logs => ConformanceCases.Files("stv-rs-meek", "*.log");

    [Theory]
    [MemberData(nameof(Logs))]
    public void Meek_transcripts_are_followed_round_by_round(string log)
    {
        var path = ConformanceCases.PathTo("stv-rs-meek", log);
        var lines = File.ReadAllLines(path);
        Assert.SkipWhen(lines.Length == 0, "the peer failed on this case");
        var words = Path.GetFileName(path).Split('.');
        if (words[0] == "plurality_block")
        {
            var papers = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, words[1] + ".blt"));
            var block = ConformanceCases.Blt(papers);
            Assert.Equal(Elected(lines), Methods.Ranked("plurality")!.Count(block, block.Seats!.Value, TieRule.Order).ElectedNames);
            return;
        }
        Assert.SkipUnless(words[^2] is "fixed9" or "bigfixed9", "arithmetic not offered");
        var equalize = words.Contains("equalize", StringComparer.Ordinal);
        var ballots = ConformanceCases.Blt(Path.Combine(Path.GetDirectoryName(path)!, words[0] + ".blt"));
        var count = Methods.Ranked(equalize ? "meek-equalize" : "meek")!.Count(ballots, ballots.Seats!.Value, TieRule.Order);

        Assert.Equal(Elected(lines).Order(StringComparer.Ordinal), count.ElectedNames.Order(StringComparer.Ordinal));
        Assert.Equal(Rounds(lines), count.Rounds.Select(r => Round(count, r)));
    }

    private static IEnumerable<string> Elected(string[] lines) => lines
        .Skip(Array.LastIndexOf(lines, "Action: Count Complete"))
        .Select(l => Candidates().Match(l))
        .Where(m => m.Success && m.Groups[1].Value == "Elected")
        .SelectMany(m => m.Groups[2].Value.Split(", "));

    /// <summary>Per round the last list of all candidates, before those left over are seated or not.</summary>
    private static IEnumerable<string> Rounds(string[] lines)
    {
        var rounds = new List<string>();
        var block = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (open, quota) = (false, "");
        foreach (var line in lines)
        {
            if (line.StartsWith("Round ", StringComparison.Ordinal)) rounds.Add("");
            if (line.StartsWith("Action: ", StringComparison.Ordinal))
            {
                if (line.Contains("remaining", StringComparison.Ordinal) || line.EndsWith("Count Complete", StringComparison.Ordinal)) break;
                open = line.StartsWith("Action: Elect:", StringComparison.Ordinal) || line.StartsWith("Action: Defeat (", StringComparison.Ordinal) || line.EndsWith("Begin Count", StringComparison.Ordinal);
                if (line.EndsWith("Begin Count", StringComparison.Ordinal)) rounds.Add("");
                block.Clear();
            }
            if (!open) continue;
            if (Candidates().Match(line) is { Success: true } m)
            {
                foreach (var name in m.Groups[2].Value.Split(", ")) block[name] = m.Groups[3].Value;
            }
            else if (line.StartsWith("\tQuota: ", StringComparison.Ordinal))
            {
                quota = line[8..];
            }
            else if (line.StartsWith("\tResidual: ", StringComparison.Ordinal))
            {
                rounds[^1] = $"{string.Join(' ', block.Select(b => $"{b.Key}={b.Value}"))} quota {quota} residual {line[11..]}";
            }
        }
        return rounds;
    }

    private static string Round(Count count, Round round)
    {
        var votes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var c = 0; c < count.Candidates.Length; c++)
            if (round.Standings[c] != Standing.Withdrawn) votes[count.Candidates[c]] = count.Text(round.Votes[c]);
        var residual = round.Number == 0 ? "0.000000000" : count.Text(round.Exhausted); // the peer does not state it at the beginning
        return $"{string.Join(' ', votes.Select(b => $"{b.Key}={b.Value}"))} quota {count.Text(round.Quota!.Value)} residual {residual}";
    }

    [GeneratedRegex(@"^\t(Elected|Hopeful|Defeated): +(.*) \(([0-9.]+)\)$")]
    private static partial Regex Candidates();
}
