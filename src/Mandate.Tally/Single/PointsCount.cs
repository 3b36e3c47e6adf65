using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Single;

/// <summary>Methods whose result is read off one number per candidate: the most points are elected.</summary>
internal static class PointsCount
{
    /// <summary>Elects by points; a tie is decided only where it decides who has a seat.</summary>
    public static Count Of(string name, Ballots ballots, int seats, TieRule rule, Fraction[] points, string what, params ReadOnlySpan<string> warnings)
    {
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var left = Enumerable.Range(0, points.Length).Where(ballots.Stands).ToList();
        var elected = ImmutableArray.CreateBuilder<int>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var warning in warnings) notes.Add(warning);
        if (left.Count < seats) notes.Add(FormattableString.Invariant($"{seats} seats and only {left.Count} candidates: {seats - left.Count} stay empty"));
        while (elected.Count < seats && left.Count > 0)
        {
            var most = left.Max(c => points[c]);
            var equal = left.Where(c => points[c] == most).ToArray();
            if (equal.Length <= seats - elected.Count)
            {
                elected.AddRange(equal);
                left.RemoveAll(equal.Contains);
                continue;
            }
            if (ties.Choose("who is elected", equal, Wanted.Best, [points], LookBack.None) is not { } chosen) break;
            elected.Add(chosen);
            left.Remove(chosen);
        }
        var winners = elected.ToImmutable();
        return new()
        {
            Method = name,
            Seats = seats,
            Candidates = ballots.Candidates,
            Title = ballots.Title,
            Elected = winners,
            Papers = ballots.Papers,
            ValidPapers = FirstPreferences.Valid(ballots),
            Decimals = -1,
            Rounds =
            [
                new()
                {
                    Number = 0,
                    Kind = RoundKind.First,
                    Votes = [.. points],
                    Standings = [.. points.Select((_, c) => !ballots.Stands(c) ? Standing.Withdrawn : winners.Contains(c) ? Standing.Elected : ties.Open is null ? Standing.Excluded : Standing.Continuing)],
                    Elected = winners,
                    Note = what,
                },
            ],
            Ties = ties.Record,
            Undecided = ties.Open,
            Warnings = notes.ToImmutable(),
            TieRule = rule.ToString(),
        };
    }
}
