using System.Globalization;

namespace Mandate.Tally.Budgets;

/// <summary>
/// Changes of a greedy rule under which a published result would follow from the papers: thresholds, stated in the file or not,
/// the file's own columns instead of papers counted anew, and whether a misfit ends the count. Results of Equal Shares are
/// explained by the neighbouring methods.
/// </summary>
public static class BudgetAudit
{
    /// <param name="papers">Projects and papers.</param>
    /// <param name="method">The rule that was stated.</param>
    /// <param name="ties">The rule for ties.</param>
    /// <param name="published">Ids of the projects published as funded.</param>
    public static IEnumerable<AuditExplanation> Explanations(BudgetPapers papers, Method method, TieRule ties, IReadOnlyCollection<string> published)
    {
        if (method is not BudgetMethod { Family: "greedy" }) yield break;
        var stops = method.Name == "greedy-noskip";
        var funded = Enumerable.Range(0, papers.Projects.Length).Where(p => published.Contains(papers.Projects[p].Id, StringComparer.Ordinal)).ToHashSet();
        if (funded.Count != published.Count || funded.Count == 0) yield break;
        foreach (var (scores, column) in Orders(papers))
            foreach (var stop in new[] { stops, !stops })
                foreach (var (threshold, words) in Thresholds(papers, scores, funded))
                {
                    if (column.Length == 0 && stop == stops && words.Length == 0) continue;
                    var steps = Greedy.Fill(papers, [], stop, new BudgetTies(papers, ties, ProjectOrder.CheaperThenVotes), threshold, scores);
                    if (!steps.Where(s => s.Funded).Select(s => s.Project).ToHashSet().SetEquals(funded)) continue;
                    var changes = new[] { column, stop == stops ? "" : stop ? "the first project that does not fit ended the count" : "projects that do not fit were passed over", words };
                    yield return new(3 + changes.Count(c => c.Length > 0), string.Join(", and ", changes.Where(c => c.Length > 0)));
                }
    }

    private static IEnumerable<(long[] Scores, string Column)> Orders(BudgetPapers papers)
    {
        yield return (papers.Scores(), "");
        if (papers.Projects.All(p => p.PublishedVotes is not null))
            yield return ([.. papers.Projects.Select(p => p.PublishedVotes!.Value)], "projects were ordered by the file's column of votes, not by the papers");
        if (papers.Projects.All(p => p.PublishedScore is not null))
            yield return ([.. papers.Projects.Select(p => p.PublishedScore!.Value)], "projects were ordered by the file's column of scores, not by the papers");
    }

    private static IEnumerable<(long Threshold, string Words)> Thresholds(BudgetPapers papers, long[] scores, HashSet<int> funded)
    {
        yield return (long.MinValue, "");
        if (papers.Head.Threshold is { } stated) yield return (stated, string.Create(CultureInfo.InvariantCulture, $"projects with a score below {stated}, the threshold that the file states, were left out"));
        // An unstated threshold can lie anywhere between the best score it left out and the least it let through.
        var least = funded.Min(p => scores[p]);
        var below = Enumerable.Range(0, scores.Length).Where(p => scores[p] < least).Select(p => scores[p]).DefaultIfEmpty(least).Max();
        if (below < least && least != papers.Head.Threshold)
            yield return (least, string.Create(CultureInfo.InvariantCulture, $"projects with a score below some number from {below + 1} to {least} were left out, which the file does not state"));
    }
}
