using System.Globalization;

namespace Mandate.Tally.Budgets;

/// <summary>
/// Writes a budget vote as Pabulib's <c>.pb</c>, so that any other program can count it again. One line for each paper, in the order of
/// their content and numbered anew: the file tells nothing about who voted when.
/// </summary>
public static class PabulibWriter
{
    /// <param name="papers">The vote.</param>
    /// <param name="rule">The rule by which it was counted, for the head.</param>
    /// <param name="funded">Projects funded, for the column <c>selected</c>; null leaves the column out.</param>
    /// <param name="to">Where to; line ends are line feeds.</param>
    public static void Write(BudgetPapers papers, string rule, IReadOnlyCollection<int>? funded, TextWriter to)
    {
        Line(to, "META");
        Line(to, "key", "value");
        Line(to, "description", papers.Head.Title);
        Line(to, "num_projects", Text(papers.Projects.Length));
        Line(to, "num_votes", Text(papers.Voters));
        Line(to, "budget", papers.Money(papers.Budget));
        Line(to, "vote_type", papers.Kind switch { BudgetPaperKind.Approval => "approval", BudgetPaperKind.Points => "cumulative", _ => "ordinal" });
        Line(to, "rule", rule);
        if (papers.Head.MostRanks is { } most) Line(to, "max_length", Text(most));
        if (papers.Head.Threshold is { } threshold) Line(to, "min_project_score_threshold", Text(threshold));

        var (votes, scores) = (papers.Votes(), papers.Scores());
        Line(to, "PROJECTS");
        Line(to, ["project_id", "cost", "votes", "score", "name", "category", .. funded is null ? Array.Empty<string>() : ["selected"]]);
        for (var p = 0; p < papers.Projects.Length; p++)
        {
            var project = papers.Projects[p];
            Line(to, [project.Id, papers.Money(project.Cost), Text(votes[p]), Text(scores[p]), project.Name, string.Join(',', project.Categories),
                .. funded is null ? Array.Empty<string>() : [funded.Contains(p) ? "1" : "0"]]);
        }

        Line(to, "VOTES");
        var points = papers.Kind == BudgetPaperKind.Points;
        Line(to, ["voter_id", "vote", .. points ? ["points"] : Array.Empty<string>()]);
        long voter = 0;
        foreach (var paper in papers.Papers)
        {
            var marked = string.Join(',', paper.Projects.Select(p => papers.Projects[p].Id));
            var given = string.Join(',', paper.Points);
            for (long i = 0; i < paper.Weight; i++) Line(to, [Text(++voter), marked, .. points ? [given] : Array.Empty<string>()]);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(TextWriter to, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) to.Write(';');
            to.Write(fields[i].AsSpan().IndexOfAny(";\"\r\n") >= 0 ? "\"" + fields[i].Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : fields[i]);
        }
        to.Write('\n');
    }
}
