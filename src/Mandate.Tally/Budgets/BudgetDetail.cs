using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Mandate.Tally.Budgets;

/// <summary>What a budget count shows beside the projects funded, in the order of funding.</summary>
public sealed record BudgetDetail : CountDetail
{
    public required BudgetPapers Papers { get; init; }

    /// <summary>The method's own score of each project: approvals, points, Borda.</summary>
    public required ImmutableArray<long> Scores { get; init; }

    /// <summary>Money spent, in units of the papers.</summary>
    public required BigInteger Spent { get; init; }

    /// <summary>How each funded project was paid for; empty for greedy rules.</summary>
    public ImmutableArray<BudgetPurchase> Purchases { get; init; } = [];

    /// <summary>How greedy rules and greedy completions went down the list; empty for others.</summary>
    public ImmutableArray<GreedyStep> Greedy { get; init; } = [];

    /// <summary>Each voter's share at the start of the run that counts, in units of the papers; null where voters have none.</summary>
    public Fraction? Share { get; init; }

    /// <summary>By how many units of the currency each share was raised by the completion.</summary>
    public long Raises { get; init; }

    /// <summary>For Equal Shares, the exact money that the supporters of each project not funded have left at the end; null for others.</summary>
    public ImmutableArray<Fraction?> Left { get; init; } = [];

    /// <summary>Voters with none of the projects they marked funded.</summary>
    public long VotersWithoutProject { get; init; }

    /// <summary>Funded projects on all papers together: over the voters, the mean a voter has.</summary>
    public long FundedMarks { get; init; }

    public override string Outcome => "Funded";

    public override string Label(Count count, int candidate) => Label(candidate);

    /// <summary>A project's name with its id behind it, or its id alone where it has no name.</summary>
    public string Label(int project) => Papers.Projects[project] is { Name.Length: > 0 } named && named.Name != named.Id ? $"{named.Name} ({named.Id})" : Papers.Projects[project].Id;

    public override JsonNode ToJson(Count count) => new JsonObject
    {
        ["budget"] = Papers.Money(Papers.Budget),
        ["spent"] = Papers.Money(Spent),
        ["share"] = Share is { } share ? (share / Papers.Unit).ToString() : null,
        ["raises"] = Raises,
        ["votersWithoutProject"] = VotersWithoutProject,
        ["fundedMarks"] = FundedMarks,
        ["projects"] = new JsonArray([.. Enumerable.Range(0, Papers.Projects.Length).Select(p => (JsonNode)Project(count, p))]),
    };

    public override IEnumerable<SheetTable> Tables(Count count)
    {
        yield return new("Money", ["", "Amount"],
        [
            ["Budget", Papers.Money(Papers.Budget)], ["Spent", Papers.Money(Spent)], ["Left", Papers.Money(Papers.Budget - Spent)],
            .. Share is { } share ? (ImmutableArray<string>[])[["Share of each voter", Papers.Money(share, Papers.Decimals + 2)]] : [],
            .. Raises > 0 ? (ImmutableArray<string>[])[["Of which raised by the completion", Papers.Money(Raises * Papers.Unit)]] : [],
            ["Voters with no project funded", FormattableString.Invariant($"{VotersWithoutProject} of {Papers.Voters}")],
        ]);
        var order = count.Elected.Concat(Enumerable.Range(0, Papers.Projects.Length).Except(count.Elected).OrderByDescending(p => Scores[p]));
        yield return new(
            "Projects", ["Project", "Name", "Cost", "Score", "Funded", .. Purchases.IsEmpty ? Array.Empty<string>() : ["Most that a supporter pays for a mark"]],
            [.. order.Select(p => ImmutableArray.Create([
                count.Name(p), Papers.Projects[p].Name, Papers.Money(Papers.Projects[p].Cost), FormattableString.Invariant($"{Scores[p]}"), count.Elected.Contains(p) ? "yes" : "",
                .. Purchases.IsEmpty ? Array.Empty<string>() : [Purchases.FirstOrDefault(b => b.Project == p) is { } paid ? Papers.Money(paid.Price, Papers.Decimals + 2) : ""]]))]);
        if (count.Undecided is null && count.Elected.Length < Papers.Projects.Length)
            yield return new(
                "Why projects were not funded, and what would have changed it", ["Project", "Why"],
                [.. Enumerable.Range(0, Papers.Projects.Length).Except(count.Elected).OrderByDescending(p => Scores[p]).Select(p => ImmutableArray.Create(Label(p), BudgetExplanation.WhyNot(count, this, p)))]);
    }

    private JsonObject Project(Count count, int p)
    {
        var project = Papers.Projects[p];
        var json = new JsonObject
        {
            ["id"] = project.Id,
            ["name"] = project.Name,
            ["cost"] = Papers.Money(project.Cost),
            ["score"] = Scores[p],
            ["funded"] = count.Elected.Contains(p),
        };
        if (Purchases.FirstOrDefault(b => b.Project == p) is { } paid)
        {
            json["price"] = (paid.Price / Papers.Unit).ToString();
            if (paid.EffectiveVotes is { } votes) json["effectiveVotes"] = votes.ToString();
        }
        if (!Left.IsDefaultOrEmpty && Left[p] is { } left) json["moneyOfSupporters"] = (left / Papers.Unit).ToString();
        if (count.Undecided is null && !count.Elected.Contains(p)) json["why"] = BudgetExplanation.WhyNot(count, this, p);
        return json;
    }
}

/// <summary>A project bought by its supporters.</summary>
/// <param name="Project">Which.</param>
/// <param name="Price">The most a supporter pays for one mark; in Phragmen's rule, the money each voter had earned by then.</param>
/// <param name="EffectiveVotes">Cost over the largest payment; null where it has no meaning.</param>
/// <param name="Supporters">Voters who marked it.</param>
public sealed record BudgetPurchase(int Project, Fraction Price, Fraction? EffectiveVotes, long Supporters);
