using System.Text.Json;
using Mandate.Tally.Budgets;

namespace Mandate.Tally.Tests.Budgets;

/// <summary>Real elections with outcomes computed by independent programs (folders <c>pb</c> and <c>pabulib</c>).</summary>
[Trait("Category", "Conformance")]
public sealed class BudgetConformanceTests
{
    /// <summary>The fields of <c>expected.jsonl</c> and the rules that give them.</summary>
    private static readonly (string Field, string Method)[] ByField =
    [
        ("mes_cost_none", "mes-cost"), ("mes_card_none", "mes-card"), ("seq_phragmen", "phragmen"),
        ("greedy_by_approvals_skip", "greedy"), ("mes_cost_add1", "mes-cost-add1"),
    ];

    public static TheoryData<string> Lines()
    {
        var path = ConformanceData.Root is { } root ? Path.Combine(root, "pb", "expected.jsonl") : "";
        return System.IO.File.Exists(path) ? [.. System.IO.File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("file").GetString()!)] : [""];
    }

    public static TheoryData<string> Files()
    {
        var folder = ConformanceData.Root is { } root ? Path.Combine(root, "pabulib") : "";
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.expected.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [""];
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_rules_fund_what_independent_programs_fund(string file)
    {
        var folder = ConformanceData.Folder("pb");
        var expected = JsonDocument.Parse(System.IO.File.ReadLines(Path.Combine(folder, "expected.jsonl")).First(l => l.Contains($"\"{file}\"", StringComparison.Ordinal))).RootElement;
        var papers = Read(Path.Combine(folder, file));
        Assert.Equal((expected.GetProperty("voters").GetInt64(), expected.GetProperty("projects").GetInt32()), (papers.Voters, papers.Projects.Length));
        Assert.Equal(expected.GetProperty("budget").GetString(), papers.Money(papers.Budget));
        foreach (var (field, name) in ByField)
        {
            if (!expected.TryGetProperty(field, out var outcome)) continue;
            // The folder's rule for ties: most votes, then cheaper, then the order of the file.
            var count = Count(name, papers, ProjectOrder.VotesThenCheaper);
            Assert.Equal($"{field}: {string.Join(' ', Texts(outcome, "winners_in_order"))}", $"{field}: {string.Join(' ', count.ElectedNames)}");
            var detail = (BudgetDetail)count.Detail!;
            if (outcome.TryGetProperty("cost", out var cost)) Assert.Equal(cost.GetString(), papers.Money(detail.Spent));
            if (outcome.TryGetProperty("increments", out var increments)) Assert.Equal(increments.GetInt64(), detail.Raises);
            if (outcome.TryGetProperty("ties_met_in_final_run", out var ties) || outcome.TryGetProperty("ties_met", out ties))
                Assert.Equal(
                    ties.EnumerateArray().Select(t => string.Join(' ', t.EnumerateArray().Select(p => p.GetString()).Order(StringComparer.Ordinal))),
                    count.Ties.Select(t => string.Join(' ', t.Tied.Select(p => count.Candidates[p]).Order(StringComparer.Ordinal))));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_official_result_comes_out_of_each_simple_rule_that_explains_it(string file)
    {
        var folder = ConformanceData.Folder("pb");
        var expected = JsonDocument.Parse(System.IO.File.ReadLines(Path.Combine(folder, "expected.jsonl")).First(l => l.Contains($"\"{file}\"", StringComparison.Ordinal))).RootElement;
        if (!expected.TryGetProperty("official_explained_by", out var by) || by.GetArrayLength() == 0) Assert.Skip("no simple rule explains this result");
        var papers = Read(Path.Combine(folder, file));
        // Other programs of the list order by columns of the file; the ones here by papers counted anew.
        var own = papers.Kind switch { BudgetPaperKind.Approval => "approvals", BudgetPaperKind.Points => "points", _ => "" };
        foreach (var each in by.EnumerateArray().Select(b => b.GetString()!.Split(" / ")).Where(b => b[0] == own))
        {
            var count = Count(each[1] == "noskip" ? "greedy-noskip" : "greedy", papers, ProjectOrder.CheaperThenVotes);
            Assert.Equal(Texts(expected, "official_selected").Order(StringComparer.Ordinal), count.ElectedNames.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Scores_and_outcomes_are_those_recounted_independently(string file)
    {
        var folder = ConformanceData.Folder("pabulib");
        var expected = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, file))).RootElement;
        var papers = Read(Path.Combine(folder, expected.GetProperty("file").GetString()!));
        Assert.Equal((expected.GetProperty("voters").GetInt64(), expected.GetProperty("projects").GetInt32()), (papers.Voters, papers.Projects.Length));
        var scores = papers.Scores();
        foreach (var score in expected.GetProperty("recounted_score").EnumerateObject())
            Assert.Equal($"{score.Name} {score.Value.GetInt64()}", $"{score.Name} {scores[papers.Projects.IndexOf(papers.Projects.First(p => p.Id == score.Name))]}");

        var greedy = expected.GetProperty("greedy");
        AssertOutcome(greedy, "winners", Count("greedy", papers, ProjectOrder.CheaperThenVotes), ordered: false);
        var shares = expected.GetProperty("mes_no_completion");
        var method = shares.GetProperty("utility").GetString()!.Contains("cost", StringComparison.Ordinal) ? "mes-cost" : "mes-card";
        AssertOutcome(shares, "winners_in_order", Count(method, papers, ProjectOrder.CheaperThenVotes), ordered: true);
        if (expected.TryGetProperty("equalshares_net_tool", out var runs))
            foreach (var run in runs.EnumerateArray())
                AssertTool(run, papers);
        if (expected.TryGetProperty("official_selected", out var official) && official.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(Texts(expected, "official_selected").Order(StringComparer.Ordinal), papers.Projects.Where(p => p.Published == 1).Select(p => p.Id).Order(StringComparer.Ordinal));
            var equal = Texts(expected, "official_selected").Order(StringComparer.Ordinal).SequenceEqual(Count("greedy", papers, ProjectOrder.CheaperThenVotes).ElectedNames.Order(StringComparer.Ordinal));
            Assert.Equal(greedy.GetProperty("equals_official").GetBoolean(), equal);
        }
    }

    private static void AssertTool(JsonElement run, BudgetPapers papers)
    {
        var given = run.GetProperty("params");
        var options = Texts(given, "add1options").ToList();
        var completion = given.GetProperty("completion").GetString() switch
        {
            "none" => EqualSharesCompletion.None,
            "utilitarian" => EqualSharesCompletion.Score,
            "add1u" => EqualSharesCompletion.Add1ThenScore,
            "add1" => options.Contains("exhaustive") ? EqualSharesCompletion.Add1Exhaustive : EqualSharesCompletion.Add1,
            var other => throw new InvalidDataException(other),
        };
        var rule = new EqualSharesRule(BudgetUtility.Cost, completion, WholeShares: options.Contains("integral"));
        var count = rule.Count(papers, TieRule.Order, ProjectOrder.CheaperThenVotes);
        var detail = (BudgetDetail)count.Detail!;
        AssertOutcome(run, "winners_in_order", count, ordered: true);
        Assert.Equal(run.GetProperty("share_per_voter").GetDouble(), (double)(detail.Share!.Value * 1_000_000).Floor() / 1_000_000, 0.00001);
        Assert.Equal(run.GetProperty("voters_without_any_funded_project").GetInt64(), detail.VotersWithoutProject);
        Assert.Equal(run.GetProperty("mean_funded_approved").GetDouble(), (double)detail.FundedMarks / papers.Voters, 0.0000001);
    }

    private static void AssertOutcome(JsonElement expected, string field, Count count, bool ordered)
    {
        var winners = Texts(expected, field).ToList();
        var found = count.ElectedNames.ToList();
        if (!ordered)
        {
            winners.Sort(StringComparer.Ordinal);
            found.Sort(StringComparer.Ordinal);
        }
        Assert.Null(count.Undecided);
        Assert.Equal(string.Join(' ', winners), string.Join(' ', found));
        Assert.Equal(expected.GetProperty("cost").GetInt64(), (long)((BudgetDetail)count.Detail!).Spent);
    }

    private static Count Count(string method, BudgetPapers papers, ProjectOrder order) =>
        Methods.All.OfType<BudgetMethod>().Single(m => m.Name == method).Count(papers, TieRule.Order, order);

    private static IEnumerable<string> Texts(JsonElement element, string field) => element.GetProperty(field).EnumerateArray().Select(p => p.GetString()!);

    private static BudgetPapers Read(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        var read = PabulibReader.Read(stream);
        Assert.Null(read.Fault);
        return read.Value!;
    }
}
