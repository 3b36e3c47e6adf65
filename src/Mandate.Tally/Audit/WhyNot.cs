using System.Collections.Immutable;
using Mandate.Tally.Apportionment;
using Mandate.Tally.Budgets;
using Mandate.Tally.Committees;

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

    /// <summary>More candidates or lists are explained only when asked for.</summary>
    private const int MostListed = 60;

    /// <summary>The answer for one candidate, project or list of a finished count of any kind of papers.</summary>
    public static WhyNot Of(LoadedPapers papers, Method method, CountOptions options, Count count, int candidate) => (method, count.Detail) switch
    {
        (RankedMethod ranked, _) when papers.Ranked is { } ballots => Of(ballots, ranked, options.Ties, count, candidate),
        (_, BudgetDetail budget) => new(candidate, $"{budget.Label(candidate)}: {BudgetExplanation.WhyNot(count, budget, candidate)}", null),
        (CommitteeMethod committee, _) => ApprovalWhyNot.Of(papers.Other as ApprovalPapers ?? ApprovalPapers.From(papers.Ranked!), committee, options.Ties, count, candidate),
        (ListMethod list, _) when papers.Other is ListVotes votes => ListWhyNot.Of(votes, list, options.Ties, count, candidate),
        _ => throw new ArgumentException("the count is not of these papers", nameof(count)),
    };

    /// <summary>The answers for all who were not elected, and for every list, where counting again so often takes no time.</summary>
    public static ImmutableArray<WhyNot> All(LoadedPapers papers, Method method, CountOptions options, Count count)
    {
        if (papers.Ranked is { } ballots && method is RankedMethod ranked) return All(ballots, ranked, options.Ties, count);
        // A budget's sheet has them in a table of its own; the best committee of many is too long in finding.
        if (count.Undecided is not null || count.Detail is BudgetDetail or CommitteeDetail { Committee.Score: not null } || count.Candidates.Length > MostListed) return [];
        return [.. Enumerable.Range(0, count.Candidates.Length).Where(c => method is ListMethod || !count.Elected.Contains(c)).Select(c => Of(papers, method, options, count, c))];
    }

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
            // A transfer round shows the excluded with nothing left, or with what moves in later rounds: what counted were the votes before it.
            var moved = count.Rounds[i].Votes[candidate].Sign == 0 || count.Rounds[i].From.Contains(candidate);
            var before = moved && i > 0 ? count.Rounds[i - 1] : count.Rounds[i];
            var others = Enumerable.Range(0, count.Candidates.Length)
                .Where(c => c != candidate && before.Standings[c] == Standing.Continuing && !count.Rounds[i].Excluded.Contains(c)).OrderBy(c => before.Votes[c]).ToArray();
            var next = others.Length == 0 ? "" : $"; the next above, {count.Name(others[0])}, had {count.Text(before.Votes[others[0]])}";
            return FormattableString.Invariant($"{name} was excluded in round {count.Rounds[i].Number} with {count.Text(before.Votes[candidate])} votes{next}.");
        }
        var last = count.Rounds[^1];
        var least = count.Elected.IsEmpty ? "" : $"; of those elected the least was {count.Text(count.Elected.Min(c => last.Votes[c]))}";
        return $"{name} had {count.Text(last.Votes[candidate])} when the last seat was filled{least}.";
    }

    private static long? More(Ballots ballots, RankedMethod method, TieRule ties, Count count, int candidate) => More(ballots.Papers, papers =>
    {
        var again = method.Count(ballots.Plus(papers, candidate), count.Seats, ties);
        return again.Undecided is null && again.Elected.Contains(candidate);
    });

    /// <summary>A number that suffices while one less does not, found by doubling and halving; null where none up to the most does.</summary>
    internal static long? More(long most, Func<long, bool> suffices)
    {
        long low = 0;
        long high = 1;
        while (!suffices(high))
        {
            if (high > most) return null;
            low = high;
            high *= 2;
        }
        for (var recounts = 0; high - low > 1 && recounts < MostRecounts; recounts++)
        {
            var middle = low + (high - low) / 2;
            if (suffices(middle)) high = middle;
            else low = middle;
        }
        return high;
    }
}
