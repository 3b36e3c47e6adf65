using Mandate.Tally.Ties;

namespace Mandate.Tally.Single;

/// <summary>
/// Two-round run-off from ranked papers: more than half of the valid papers elects; else the two with the most first preferences go into a
/// second round, in which each paper counts for the one it ranks higher.
/// </summary>
internal static class Runoff
{
    public const string Name = "runoff";

    public static Count Count(Ballots ballots, int seats, TieRule rule)
    {
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var valid = FirstPreferences.Valid(ballots);
        var first = PaperPoints.FirstMarks(ballots, 1);
        var standing = Enumerable.Range(0, first.Length).Where(ballots.Stands).ToList();
        var finalists = new List<int>();
        var rounds = System.Collections.Immutable.ImmutableArray.CreateBuilder<Round>();
        int? winner = standing.Count == 1 ? standing[0] : standing.Where(c => first[c] * 2 > valid).Select(c => (int?)c).FirstOrDefault();
        rounds.Add(Make(0, RoundKind.First, first, valid - standing.Aggregate(Fraction.Zero, (sum, c) => sum + first[c]), "first preferences"));
        if (winner is null && standing.Count > 0)
        {
            while (finalists.Count < 2)
            {
                var left = standing.Except(finalists).ToArray();
                var most = left.Max(c => first[c]);
                var equal = left.Where(c => first[c] == most).ToArray();
                if (equal.Length <= 2 - finalists.Count) finalists.AddRange(equal);
                else if (ties.Choose("who goes into the second round", equal, Wanted.Best, [first], LookBack.None) is { } next) finalists.Add(next);
                else break;
            }
            if (finalists.Count == 2)
            {
                var matrix = PairwiseMatrix.Of(ballots);
                var (a, b) = (finalists[0], finalists[1]);
                var second = new Fraction[first.Length];
                (second[a], second[b]) = (matrix[a, b], matrix[b, a]);
                winner = matrix.Beats(a, b) ? a : matrix.Beats(b, a) ? b
                    : ties.Choose("who is elected in the second round", finalists.Order().ToArray(), Wanted.Best, [first, second], LookBack.None);
                rounds.Add(Make(1, RoundKind.Recount, second, valid - matrix[a, b] - matrix[b, a], "second round: papers that rank one of the two above the other"));
            }
        }
        return new()
        {
            Method = Name,
            Seats = 1,
            Candidates = ballots.Candidates,
            Title = ballots.Title,
            Elected = winner is { } e ? [e] : [],
            Papers = ballots.Papers,
            ValidPapers = valid,
            Decimals = -1,
            Rounds = [.. rounds.Select((r, i) => i < rounds.Count - 1 ? r : r with { Elected = winner is { } w ? [w] : [], Standings = [.. r.Standings.Select((s, c) => c == winner ? Standing.Elected : s)] })],
            Ties = ties.Record,
            Undecided = ties.Open,
            TieRule = rule.ToString(),
        };

        Round Make(int number, RoundKind kind, Fraction[] votes, Fraction exhausted, string note) => new()
        {
            Number = number,
            Kind = kind,
            Votes = [.. votes],
            Exhausted = exhausted,
            Standings = [.. votes.Select((_, c) => !ballots.Stands(c) ? Standing.Withdrawn : number == 1 && !finalists.Contains(c) ? Standing.Excluded : Standing.Continuing)],
            Excluded = number == 1 ? [.. standing.Except(finalists)] : [],
            Note = note,
        };
    }
}
