using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>Why a candidate was not elected, and what would have changed it.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Text">Two sentences for people.</param>
/// <param name="MorePapers">
/// A number of papers naming only this candidate with which he is elected and with one less is not, found and checked by counting again; null where no number
/// up to the papers in the box suffices or a tie stands in the way.
/// </param>
public sealed record WhyNot(int Candidate, string Text, long? MorePapers)
{
    /// <summary>Recounts that one answer may take: twice the doublings to the number of papers.</summary>
    private const int MostRecounts = 100;

    /// <summary>The answer for one candidate of a finished count of ranked papers.</summary>
    public static WhyNot Of(Ballots ballots, RankedMethod method, TieRule ties, Count count, int candidate)
    {
        var more = More(ballots, method, ties, count, candidate);
        var change = more is { } n
            ? FormattableString.Invariant($" With {n} more papers naming only {count.Name(candidate)} the count elects this candidate, with {n - 1} it does not.")
            : " No number of further papers up to those in the box changes that by itself.";
        return new(candidate, Fate(count, candidate) + change, more);
    }

    /// <summary>The answers for all who were not elected, where the box is small enough to count it again so often.</summary>
    public static ImmutableArray<WhyNot> All(Ballots ballots, RankedMethod method, TieRule ties, Count count, long mostLines = 20_000_000)
    {
        int[] losers = [.. Enumerable.Range(0, ballots.Candidates.Length).Where(c => ballots.Stands(c) && !count.Elected.Contains(c))];
        if (count.Undecided is not null || (long)ballots.Lines * losers.Length * 40 > mostLines) return [];
        return [.. losers.Select(c => Of(ballots, method, ties, count, c))];
    }

    private static string Fate(Count count, int candidate)
    {
        var name = count.Name(candidate);
        if (count.Detail is PairwiseDetail pairs && count.Elected is [var winner])
        {
            var direct = FormattableString.Invariant($"{pairs.Matrix[candidate, winner]} papers rank {name} above {count.Name(winner)}, {pairs.Matrix[winner, candidate]} the other way round.");
            return direct;
        }
        for (var i = 0; i < count.Rounds.Length; i++)
        {
            if (!count.Rounds[i].Excluded.Contains(candidate)) continue;
            // A transfer round shows the excluded with nothing left: what counted were the votes before it.
            var before = count.Rounds[i].Votes[candidate].Sign == 0 && i > 0 ? count.Rounds[i - 1] : count.Rounds[i];
            var others = Enumerable.Range(0, count.Candidates.Length)
                .Where(c => c != candidate && before.Standings[c] == Standing.Continuing && !count.Rounds[i].Excluded.Contains(c)).OrderBy(c => before.Votes[c]).ToArray();
            var next = others.Length == 0 ? "" : $"; the next above, {count.Name(others[0])}, had {count.Text(before.Votes[others[0]])}";
            return FormattableString.Invariant($"{name} was excluded in round {count.Rounds[i].Number} with {count.Text(before.Votes[candidate])} votes{next}.");
        }
        var last = count.Rounds[^1];
        var least = count.Elected.IsEmpty ? "" : $"; of those elected the least was {count.Text(count.Elected.Min(c => last.Votes[c]))}";
        return $"{name} had {count.Text(last.Votes[candidate])} when the last seat was filled{least}.";
    }

    private static long? More(Ballots ballots, RankedMethod method, TieRule ties, Count count, int candidate)
    {
        var recounts = 0;
        long low = 0;
        long high = 1;
        while (!Elected(high))
        {
            if (high > ballots.Papers) return null;
            low = high;
            high *= 2;
        }
        while (high - low > 1 && recounts < MostRecounts)
        {
            var middle = low + (high - low) / 2;
            if (Elected(middle)) high = middle;
            else low = middle;
        }
        return high;

        bool Elected(long papers)
        {
            recounts++;
            var again = method.Count(ballots.Plus(papers, candidate), count.Seats, ties);
            return again.Undecided is null && again.Elected.Contains(candidate);
        }
    }
}
