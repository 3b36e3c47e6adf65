using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mandate.Tally.Tests.Condorcet;

/// <summary>
/// <c>condorcet/textbook_cases.json</c>: small elections and what Condorcet PHP's tests assert of them. Winners are compared where the case states one set
/// of votes and the assertion is a literal.
/// </summary>
[Trait("Category", "Conformance")]
public sealed partial class TextbookConformanceTests
{
    private const string Absent = "(no data)";

    private static readonly Dictionary<string, string> ByPeer = new(StringComparer.Ordinal)
    {
        ["Schulze Winning"] = "schulze",
        ["Schulze Margin"] = "schulze-margins",
        ["Ranked Pairs Margin"] = "ranked-pairs",
        ["Ranked Pairs Winning"] = "ranked-pairs-wv",
        ["Minimax Margin"] = "minimax",
        ["Minimax Winning"] = "minimax-wv",
        ["Copeland"] = "copeland",
        ["Borda Count"] = "borda",
        ["Fptp"] = "plurality",
        ["Two Rounds"] = "runoff",
        ["InstantRunoff"] = "irv",
    };

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            var path = ConformanceData.Root is null ? "" : Path.Combine(ConformanceData.Root, "condorcet", "textbook_cases.json");
            if (File.Exists(path))
            {
                using var json = JsonDocument.Parse(File.ReadAllText(path));
                foreach (var (c, i) in json.RootElement.GetProperty("cases").EnumerateArray().Select((c, i) => (c, i)))
                    data.Add($"{c.GetProperty("method_test").GetString()}: {c.GetProperty("name").GetString()}", i);
            }
            if (!data.Any()) data.Add(Absent, 0);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Textbook_winners_come_out(string name, int index)
    {
        Assert.SkipWhen(name == Absent, "no conformance data: set MANDATE_CONFORMANCE or put it in ../shared/conformance");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(ConformanceData.Folder("condorcet"), "textbook_cases.json")));
        var test = json.RootElement.GetProperty("cases")[index];
        Assert.SkipWhen(test.GetProperty("votes").GetArrayLength() != 1 || test.GetProperty("implicit_ranking").GetArrayLength() > 0, "the case changes its votes or rules as it goes");
        var candidates = test.GetProperty("candidates").EnumerateArray().Select(c => c.GetString()!).ToList();
        Assert.SkipWhen(candidates.Count == 0, "the case names no candidates");
        var asserted = test.GetProperty("expectations").EnumerateArray().Select(e => Winner(e, candidates)).Where(w => w.Method is not null).ToList();
        Assert.SkipWhen(asserted.Count == 0, "method not offered, or no single winner stated as a literal");
        Assert.SkipWhen(asserted.GroupBy(a => a.Method).Any(g => g.Select(a => a.Name).Distinct(StringComparer.Ordinal).Count() > 1), "the case changes its votes as it goes");
        var ballots = Papers(test.GetProperty("votes")[0].GetString()!, candidates, test.GetProperty("vote_weights_allowed").GetBoolean());
        foreach (var (method, winner) in asserted)
        {
            var count = Methods.Ranked(method!)!.Count(ballots, 1, TieRule.Previous);
            if (count.Undecided is not null) continue; // a tie, which the peer decides in a way of its own
            Assert.Equal($"{method}: {winner}", $"{method}: {string.Join(", ", count.ElectedNames)}");
        }
    }

    private static (string? Method, string Name) Winner(JsonElement expectation, List<string> candidates)
    {
        var call = Call().Match(expectation.GetProperty("call").GetString()!);
        if (!call.Success || !ByPeer.TryGetValue(call.Groups[2].Value, out var method)) return (null, "");
        var value = expectation.GetProperty("expected").GetString()!.Trim();
        if (call.Groups[1].Value == "getWinner")
        {
            if (LiteralName().Match(value) is { Success: true } literal) return (method, literal.Groups[1].Value);
            return candidates.Find(c => value == "$candidate" + c) is { } named ? (method, named) : (null, "");
        }
        return call.Groups[3].Value == "rankingAsArrayString" && FirstOfRanking().Match(value) is { Success: true } first ? (method, first.Groups[1].Value) : (null, "");
    }

    private static Ballots Papers(string votes, List<string> candidates, bool weights)
    {
        var papers = new BallotsBuilder();
        foreach (var line in votes.Split('\n', ';').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var parts = Marks().Match(line);
            long times = parts.Groups[2].Success ? long.Parse(parts.Groups[2].Value, CultureInfo.InvariantCulture) : 1;
            long weight = weights && parts.Groups[3].Success ? long.Parse(parts.Groups[3].Value, CultureInfo.InvariantCulture) : 1;
            papers.AddRanks(times * weight, parts.Groups[1].Value.Split('>').Select(r => r.Split('=').Select(c => candidates.IndexOf(c.Trim())).Where(c => c >= 0).ToArray()));
        }
        return papers.Build(candidates);
    }

    [GeneratedRegex(@"^(getWinner|getResult)\('([^']+)'\)(?:->(\w+))?$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^'([^']*)'$")]
    private static partial Regex LiteralName();

    [GeneratedRegex(@"^\[\s*1 => '([^']*)'")]
    private static partial Regex FirstOfRanking();

    [GeneratedRegex(@"^([^*^]*?)\s*(?:\*\s*(\d+))?\s*(?:\^\s*(\d+))?\s*$")]
    private static partial Regex Marks();
}
