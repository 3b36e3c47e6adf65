using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Condorcet;

/// <summary>Turns the order that a pairwise method finds into a <see cref="Count"/>.</summary>
internal static class PairwiseResult
{
    /// <param name="name">The method.</param>
    /// <param name="ballots">The papers.</param>
    /// <param name="detail">Order of the candidates; the first group has the winner.</param>
    /// <param name="ties">Decides between several in the first group.</param>
    /// <param name="rule">The rule given, for the record.</param>
    /// <param name="warnings">What else a reader should know.</param>
    public static Count Of(string name, Ballots ballots, PairwiseDetail detail, TieBreaker ties, TieRule rule, params ReadOnlySpan<string> warnings)
    {
        var first = detail.Ranking.IsEmpty ? [] : detail.Ranking[0];
        Fraction[] scores = detail.Scores.IsEmpty ? [.. ballots.Candidates.Select(_ => Fraction.Zero)] : [.. detail.Scores];
        var winner = first.IsEmpty || ties.Open is not null ? null : ties.Choose("who is elected", first.AsSpan(), Wanted.Best, Array.Empty<Fraction[]>(), LookBack.None);
        var valid = FirstPreferences.Valid(ballots);
        return new()
        {
            Method = name,
            Seats = 1,
            Candidates = ballots.Candidates,
            Title = ballots.Title,
            Elected = winner is { } w ? [w] : [],
            Papers = ballots.Papers,
            ValidPapers = valid,
            Decimals = -1,
            Rounds =
            [
                new()
                {
                    Number = 0,
                    Kind = RoundKind.Last,
                    Votes = [.. scores],
                    Standings = [.. ballots.Candidates.Select((_, c) => !ballots.Stands(c) ? Standing.Withdrawn : c == winner ? Standing.Elected : winner is null ? Standing.Continuing : Standing.Excluded)],
                    Elected = winner is { } e ? [e] : [],
                    Note = detail.ScoreName,
                },
            ],
            Ties = ties.Record,
            Undecided = ties.Open,
            Warnings = [.. warnings],
            Detail = detail,
            TieRule = rule.ToString(),
        };
    }

    /// <summary>Groups best first: those whom nobody left beats, then again among the rest.</summary>
    public static ImmutableArray<ImmutableArray<int>> Layers(IEnumerable<int> candidates, Func<int, int, bool> beats)
    {
        var left = candidates.ToList();
        var layers = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        while (left.Count > 0)
        {
            ImmutableArray<int> top = [.. left.Where(a => !left.Any(b => beats(b, a)))];
            if (top.IsEmpty) top = [.. left];
            layers.Add(top);
            left.RemoveAll(c => top.Contains(c));
        }
        return layers.ToImmutable();
    }

    /// <summary>Groups best first by a score.</summary>
    public static ImmutableArray<ImmutableArray<int>> ByScore(IEnumerable<int> candidates, IReadOnlyList<Fraction> scores) =>
        [.. candidates.GroupBy(c => scores[c]).OrderByDescending(g => g.Key).Select(g => g.ToImmutableArray())];
}
