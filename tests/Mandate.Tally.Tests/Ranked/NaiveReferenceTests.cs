using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>The fast counts equal slow ones written from the texts.</summary>
public sealed class NaiveReferenceTests
{
    [Fact]
    public void Scottish_stages_equal_a_literal_count() => Prop.ForAll(SmallElection.Any(7, 60), election =>
    {
        var count = Methods.Ranked("scottish-stv")!.Count(election.Ballots(), election.Seats, TieRule.Order);
        var (stages, elected) = NaiveReference.Scottish(election);
        Assert.Equal(elected.Order(), count.Elected.Order());
        Assert.Equal(stages.Select(s => Text(s, 5)), count.Rounds.Select(r => string.Join(' ', r.Votes.Select(count.Text))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Meek_rounds_equal_a_literal_count() => Prop.ForAll(SmallElection.Any(7, 60), election =>
        Same(election, [.. election.Rankings.Select(r => r.Select(c => (int[])[c]).ToArray())])).QuickCheckThrowOnFailure();

    [Fact]
    public void Meek_rounds_of_papers_with_equal_ranks_equal_a_literal_count() => Prop.ForAll(SmallElection.Any(9, 60), election =>
        Same(election, [.. election.Rankings.Select(Tied)])).QuickCheckThrowOnFailure();

    private static void Same(SmallElection election, int[][][] papers)
    {
        var box = new BallotsBuilder();
        foreach (var ranks in papers) box.AddRanks(1, ranks);
        var count = Methods.Ranked("meek-prf")!.Count(box.Build(election.Names), election.Seats, TieRule.Order);
        var (rounds, elected) = NaiveReference.MeekPrf(election, papers);
        Assert.Equal(elected.Order(), count.Elected.Order());
        Assert.Equal(rounds.Select(s => Text(s, 9)), count.Rounds.Skip(1).Select(r => string.Join(' ', r.Votes.Select(count.Text))));
    }

    /// <summary>Some neighbours of a ranking made equal; some papers stay strict.</summary>
    private static int[][] Tied(int[] ranking, int paper)
    {
        var ranks = new List<List<int>>();
        for (var i = 0; i < ranking.Length; i++)
        {
            if (i == 0 || paper % 4 == 0 || (ranking[i] * 7 + i * 5 + paper) % 3 == 0) ranks.Add([]);
            ranks[^1].Add(ranking[i]);
        }
        return [.. ranks.Select(r => r.ToArray())];
    }

    [Fact]
    public void The_pairwise_matrix_equals_one_counted_pair_by_pair() => Prop.ForAll(SmallElection.Any(), election =>
    {
        var matrix = PairwiseMatrix.Of(election.Ballots());
        for (var a = 0; a < election.Candidates; a++)
            for (var b = 0; b < election.Candidates; b++)
                if (a != b) Assert.Equal(NaiveReference.Above(election, a, b), matrix[a, b]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_pairwise_matrix_in_blocks_equals_one_counted_pair_by_pair() => Prop.ForAll(SmallElection.Any(6, 8), election =>
    {
        // 1100 long papers make two full blocks and a rest.
        var grown = election with { Rankings = [.. Enumerable.Range(0, 1100).Select(i => Turned(election.Rankings[i % election.Rankings.Length], i, election.Candidates))] };
        var matrix = PairwiseMatrix.Of(grown.Ballots());
        for (var a = 0; a < election.Candidates; a++)
            for (var b = 0; b < election.Candidates; b++)
                if (a != b) Assert.Equal(NaiveReference.Above(grown, a, b), matrix[a, b]);
    }).QuickCheckThrowOnFailure();

    /// <summary>The ranking, the candidates that it leaves out after it, turned by a number of places.</summary>
    private static int[] Turned(int[] ranking, int by, int candidates)
    {
        int[] all = [.. ranking, .. Enumerable.Range(0, candidates).Except(ranking)];
        return [.. all.Select((_, i) => all[(i + by) % all.Length]).Take(by % 7 == 0 ? ranking.Length : candidates)];
    }

    private static string Text(BigInteger[] units, int decimals) => string.Join(' ', units.Select(v => new Fraction(v, BigInteger.Pow(10, decimals)).ToDecimal(decimals)));
}
