using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.Tally;

namespace Mandate.Cli.Ballots;

/// <summary>The result of a secret ballot for people, for programs, and as papers for a count.</summary>
internal static class ResultText
{
    public static JsonObject Json(BallotBox box, ElectionResult result) => new()
    {
        ["uuid"] = box.Election.Uuid,
        ["ballots"] = box.Ballots.Count,
        ["voters"] = box.Counted.Ballots,
        ["questions"] = new JsonArray([.. box.Election.Questions.Select((q, i) => (JsonNode)new JsonObject
        {
            ["question"] = q.Text,
            ["rows"] = new JsonArray([.. Rows(q, result.Questions[i]).Select(r => (JsonNode)new JsonObject { ["answer"] = r.Answer, ["votes"] = r.Votes })]),
            ["rankings"] = q is RankingQuestion ? result.Questions[i].Items.Count : null,
        })]),
    };

    public static IEnumerable<string> Lines(BallotBox box, ElectionResult result)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{box.Counted.Ballots} voters, {box.Ballots.Count} ballots (of each voter the last counts)");
        for (var i = 0; i < box.Election.Questions.Count; i++)
        {
            var question = box.Election.Questions[i];
            yield return question.Text;
            foreach (var (answer, votes) in Rows(question, result.Questions[i])) yield return string.Create(CultureInfo.InvariantCulture, $"  {votes,8}  {answer}");
            if (question is RankingQuestion) yield return string.Create(CultureInfo.InvariantCulture, $"  {result.Questions[i].Items.Count,8}  rankings, shuffled; 'mandate ballot papers' writes them for a count");
        }
    }

    /// <summary>Rankings as papers: 1 is first, equal numbers are equal, 0 is not ranked.</summary>
    public static Mandate.Tally.Ballots Papers(RankingQuestion question, Rows<long> rankings, int seats)
    {
        var papers = new BallotsBuilder();
        foreach (var ranking in rankings.Items)
            papers.AddRanks(1, ranking.Index().Where(r => r.Item > 0).GroupBy(r => r.Item).OrderBy(g => g.Key).Select(g => g.Select(r => r.Index)));
        return papers.Build(question.Answers, seats, question.Text);
    }

    private static IEnumerable<(string Answer, long Votes)> Rows(Question question, Rows<long> result) => question switch
    {
        ChoiceQuestion q => result.Items[0].Zip(q.Blank ? q.Answers.Prepend("(blank)") : q.Answers, (votes, answer) => (answer, votes)),
        ListsQuestion q => q.Lists.SelectMany((list, i) => list.Zip(result.Items[i], (answer, votes) => (answer == list[0] ? answer : $"{list[0]}: {answer}", votes))),
        _ => [],
    };
}
