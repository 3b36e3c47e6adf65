using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>
/// <c>rctab</c>: each <c>*_config.json</c> with the <c>*_expected_detailed_report.json</c> beside it (one per pass where there are passes): threshold, tallies,
/// inactive papers, elected and eliminated of every round. A configuration without a report must be refused or left open.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class RctabConformanceTests
{
    public static TheoryData<string> Configurations => ConformanceCases.Files("rctab", "*_config.json");

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Rctab_reports_come_out_round_by_round(string configuration)
    {
        var path = ConformanceCases.PathTo("rctab", configuration);
        var folder = Path.GetDirectoryName(path)!;
        using var stream = File.OpenRead(path);
        var read = PapersReader.Read(path, stream, new NamedFiles(
            name => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null,
            within => Directory.Exists(Path.Combine(folder, within)) ? [.. Directory.GetFiles(Path.Combine(folder, within)).Select(f => within + "/" + Path.GetFileName(f))] : []));
        Assert.SkipWhen(read.Fault?.Message.Contains("are not read; convert them", StringComparison.Ordinal) == true, "provider not offered");
        Assert.SkipWhen(read.Fault?.Message.Contains("there is no such f", StringComparison.Ordinal) == true, "its records are not in the data folder");
        var reports = Directory.GetFiles(folder, "*_expected_detailed_report.json").Order(StringComparer.Ordinal).ToList();
        if (reports.Count == 0)
        {
            Assert.NotNull(read.Fault);
            return;
        }
        Assert.True(read.Value is not null, $"{read.Fault}");
        var answer = read.Value.Prescribed!.Count(read.Value, new() { Ties = read.Value.PrescribedTies! });
        Assert.Null(answer.Refusal);
        var passes = ((RctabDetail)answer.Count!.Detail!).Passes;
        Count[] counts = passes.IsEmpty ? [answer.Count] : [.. passes];
        Assert.Equal(reports.Count, counts.Length);
        foreach (var (report, count) in reports.Zip(counts))
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(report));
            Assert.Equal(expected.RootElement.GetProperty("results").EnumerateArray().Select(Theirs), count.Rounds.Select((r, i) => Ours(count, r, i)));
        }
    }

    private static string Theirs(JsonElement round)
    {
        var tally = round.GetProperty("tally").EnumerateObject().Select(t => $"{t.Name}={Number(t.Value)}").Order(StringComparer.Ordinal);
        var results = round.GetProperty("tallyResults").EnumerateArray().ToList();
        var inactive = round.GetProperty("inactiveBallots");
        return $"{string.Join(' ', tally)} threshold {Number(round.GetProperty("threshold"))} elected [{Names(results, "elected")}] eliminated [{Names(results, "eliminated")}]"
            + $" inactive {Number(inactive.GetProperty("exhaustedChoices"))} {Number(inactive.GetProperty("overvotes"))} {Number(inactive.GetProperty("skippedRankings"))} {Number(inactive.GetProperty("repeatedRankings"))}";
    }

    private static string Ours(Count count, Round round, int index)
    {
        var tally = Enumerable.Range(0, count.Candidates.Length)
            .Where(c => round.Standings[c] != Standing.Withdrawn && (round.Standings[c] != Standing.Excluded || round.Excluded.Contains(c)))
            .Select(c => $"{count.Candidates[c]}={round.Votes[c]}").Order(StringComparer.Ordinal);
        var inactive = ((RctabDetail)count.Detail!).Inactive[index];
        return $"{string.Join(' ', tally)} threshold {round.Quota} elected [{Names(count, round.Elected)}] eliminated [{Names(count, round.Excluded)}]"
            + $" inactive {inactive.ExhaustedChoices} {inactive.Overvotes} {inactive.SkippedRanks} {inactive.RepeatedCandidates}";
    }

    private static string Names(Count count, IEnumerable<int> candidates) => string.Join(", ", candidates.Select(c => count.Candidates[c]).Order(StringComparer.Ordinal));

    private static string Names(List<JsonElement> results, string what) =>
        string.Join(", ", results.Where(r => r.TryGetProperty(what, out _)).Select(r => r.GetProperty(what).GetString()!).Order(StringComparer.Ordinal));

    private static Fraction Number(JsonElement text)
    {
        Assert.True(Fraction.TryParse(text.GetString()!, out var number), text.GetRawText());
        return number;
    }
}
