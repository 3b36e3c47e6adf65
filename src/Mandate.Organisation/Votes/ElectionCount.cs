using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Tally;

namespace Mandate.Organisation.Votes;

/// <summary>Counts the papers of an election by the method that the constitution names.</summary>
public static class ElectionCount
{
    /// <summary>Name of the counting method; null where it is not offered on paper. Repeated ballots are each for one name.</summary>
    public static string? MethodOf(Elect elect) => MethodOf(elect.Repeat is null ? elect.Method : ElectionMethod.Plurality);

    /// <inheritdoc cref="MethodOf(Elect)"/>
    public static string? MethodOf(ElectionMethod method)
    {
        string[] names = method switch
        {
            ElectionMethod.Stv => ["scottish-stv"],
            // With one seat the Scottish rules are the alternative vote.
            ElectionMethod.Irv => ["irv", "scottish-stv"],
            ElectionMethod.Plurality => ["plurality"],
            ElectionMethod.Condorcet => ["schulze"],
            ElectionMethod.Approval => ["approval"],
            // With several seats plurality gives as many votes as seats.
            ElectionMethod.Block => ["plurality"],
            _ => [],
        };
        return Array.Find(names, n => Methods.Ranked(n) is not null);
    }

    /// <summary>The count, without those who cannot take the place.</summary>
    public static Count Count(Vote vote, ElectionPapers papers, int seats, IEnumerable<string> without)
    {
        var out_ = without.Select(p => vote.CandidateOrder.IndexOf(p)).Where(i => i >= 0).ToImmutableHashSet();
        var ties = TieRuleParser.Parse(vote.Ties ?? "", open: null, out _) ?? TieRule.Seed(vote.Id);
        var method = Methods.Ranked(vote.Method!)!;
        return method.MostSeats < seats ? SeatBySeat(method, papers, seats, out_, ties) : method.Count(papers.Ballots.With(withdrawn: out_), Math.Max(seats, 1), ties);
    }

    /// <summary>A method that fills one seat fills several one after the other, each time among those who are not elected yet.</summary>
    private static Count SeatBySeat(RankedMethod method, ElectionPapers papers, int seats, ImmutableHashSet<int> out_, TieRule ties)
    {
        var whole = method.Count(papers.Ballots.With(withdrawn: out_), 1, ties) with { Seats = seats };
        var next = whole;
        while (next is { Undecided: null, Elected.IsEmpty: false } && whole.Elected.Length < seats && out_.Count + whole.Elected.Length < whole.Candidates.Length)
        {
            next = method.Count(papers.Ballots.With(withdrawn: out_.Union(whole.Elected)), 1, ties);
            whole = whole with
            {
                Elected = [.. whole.Elected, .. next.Elected],
                Rounds = [.. whole.Rounds, .. next.Rounds.Select((r, i) => r with { Number = whole.Rounds.Length + i })],
                Ties = [.. whole.Ties, .. next.Ties],
                Undecided = next.Undecided,
            };
        }
        return whole;
    }

    /// <summary>
    /// Those who follow the elected: the same papers are counted again for one seat without all who are elected or listed
    /// already, until nobody is left or the number is reached.
    /// </summary>
    public static ImmutableArray<string> Substitutes(Vote vote, ElectionPapers papers, IEnumerable<string> elected, IEnumerable<string> barred, int most)
    {
        var without = elected.Concat(barred).ToHashSet(StringComparer.Ordinal);
        var listed = ImmutableArray.CreateBuilder<string>();
        while (listed.Count < most && without.Count < vote.CandidateOrder.Length)
        {
            var count = Count(vote, papers, 1, without);
            if (count.Undecided is not null || count.ElectedNames.FirstOrDefault(n => !without.Contains(n)) is not { } next) break;
            listed.Add(next);
            without.Add(next);
        }
        return listed.ToImmutable();
    }
}
