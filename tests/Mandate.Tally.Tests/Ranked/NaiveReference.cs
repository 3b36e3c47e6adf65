using System.Numerics;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>Slow, literal counts written from the rule texts, paper by paper, that share no code with the product. Ties: the candidate first on the paper.</summary>
internal static class NaiveReference
{
    /// <summary>SSI 2011/399, schedule 1, rules 45-52. Totals in 10^-5 after every stage, and who was elected.</summary>
    public static (List<BigInteger[]> Stages, HashSet<int> Elected) Scottish(SmallElection election)
    {
        var unit = BigInteger.Pow(10, 5);
        var n = election.Candidates;
        var papers = election.Rankings.Select(r => new Paper(r, unit)).ToList();
        var votes = new BigInteger[n];
        var quota = (election.Rankings.Length / (election.Seats + 1) + 1) * unit;
        var (elected, excluded, pending) = (new HashSet<int>(), new HashSet<int>(), new List<int>());
        var stages = new List<BigInteger[]>();
        foreach (var paper in papers) votes[paper.Ranking[0]] += unit;
        while (true)
        {
            stages.Add([.. votes]);
            foreach (var c in Continuing().Where(c => votes[c] >= quota).ToList())
            {
                elected.Add(c);
                if (votes[c] > quota) pending.Add(c);
            }
            if (elected.Count >= election.Seats) break;
            if (Continuing().Count() <= election.Seats - elected.Count)
            {
                elected.UnionWith(Continuing().ToList());
                break;
            }
            if (pending.Count > 0)
            {
                var from = Best(pending, c => votes[c], s => s.Max());
                pending.Remove(from);
                var (surplus, total) = (votes[from] - quota, votes[from]);
                foreach (var paper in papers.Where(p => p.Holder == from))
                {
                    paper.Value = paper.Value * surplus / total;
                    Pass(paper);
                }
                votes[from] = quota;
            }
            else
            {
                var loser = Best([.. Continuing()], c => votes[c], s => s.Min());
                excluded.Add(loser);
                foreach (var paper in papers.Where(p => p.Holder == loser).ToList()) Pass(paper);
                votes[loser] = 0;
            }
        }
        return (stages, elected);

        IEnumerable<int> Continuing() => Enumerable.Range(0, n).Where(c => !elected.Contains(c) && !excluded.Contains(c));

        void Pass(Paper paper)
        {
            do paper.At++;
            while (paper.At < paper.Ranking.Length && !Continuing().Contains(paper.Ranking[paper.At]));
            if (paper.At < paper.Ranking.Length) votes[paper.Ranking[paper.At]] += paper.Value;
        }

        int Best(List<int> among, Func<int, BigInteger> value, Func<IEnumerable<BigInteger>, BigInteger> end)
        {
            var extreme = end(among.Select(value));
            var tied = among.Where(c => value(c) == extreme).Order().ToList();
            for (var stage = stages.Count - 1; stage >= 0 && tied.Count > 1; stage--)
            {
                var earlier = end(tied.Select(c => stages[stage][c]));
                tied = [.. tied.Where(c => stages[stage][c] == earlier)];
            }
            return tied[0];
        }
    }

    /// <summary>
    /// prfound.org, Reference Meek Rule. Votes in 10^-9 at the end of every round's iteration, and who was elected. Papers with equal ranks as droop has them: what comes to a rank is
    /// divided among those standing in it, what one does not keep goes on to the next rank, and a rank of nobody standing ends the paper.
    /// </summary>
    public static (List<BigInteger[]> Rounds, HashSet<int> Elected) MeekPrf(SmallElection election, int[][][] papers)
    {
        var unit = BigInteger.Pow(10, 9);
        var n = election.Candidates;
        var keep = Enumerable.Repeat(unit, n).ToArray();
        var (elected, defeated) = (new HashSet<int>(), new HashSet<int>());
        var rounds = new List<BigInteger[]>();
        while (Hopeful().Count() > election.Seats - elected.Count && elected.Count < election.Seats)
        {
            var last = election.Rankings.Length * unit;
            while (true)
            {
                var votes = new BigInteger[n];
                foreach (var ranks in papers) Give(votes, ranks.All(r => r.Length == 1) ? [.. ranks.Where(r => keep[r[0]] > 0)] : ranks, unit);
                var quota = votes.Aggregate(BigInteger.Zero, (sum, v) => sum + v) / (election.Seats + 1) + 1;
                var now = Hopeful().Where(c => votes[c] >= quota).ToList();
                elected.UnionWith(now);
                var surplus = elected.Aggregate(BigInteger.Zero, (sum, c) => sum + votes[c] - quota);
                if (surplus < 0) surplus = 0;
                if (now.Count > 0)
                {
                    rounds.Add(votes);
                    break;
                }
                if (surplus < 1000 || surplus >= last)
                {
                    rounds.Add(votes);
                    var lowest = Hopeful().Min(c => votes[c]);
                    var loser = Hopeful().First(c => votes[c] <= lowest + surplus);
                    defeated.Add(loser);
                    keep[loser] = 0;
                    break;
                }
                last = surplus;
                foreach (var c in elected)
                {
                    var product = (keep[c] * quota + unit - 1) / unit;
                    keep[c] = BigInteger.Min(unit, (product * unit + votes[c] - 1) / votes[c]);
                }
            }
        }
        if (elected.Count < election.Seats) elected.UnionWith(Hopeful().ToList());
        return (rounds, elected);

        IEnumerable<int> Hopeful() => Enumerable.Range(0, n).Where(c => !elected.Contains(c) && !defeated.Contains(c));

        void Give(BigInteger[] votes, ReadOnlySpan<int[]> ranks, BigInteger weight)
        {
            if (ranks.IsEmpty) return;
            var standing = ranks[0].Where(c => keep[c] > 0).ToArray();
            foreach (var c in standing)
            {
                var share = weight / standing.Length;
                var kept = (share * keep[c] + unit - 1) / unit;
                votes[c] += kept;
                if (share > kept) Give(votes, ranks[1..], share - kept);
            }
        }
    }

    /// <summary>Papers that rank one above the other, counted pair by pair.</summary>
    public static long Above(SmallElection election, int a, int b) => election.Rankings.Count(r =>
        Array.IndexOf(r, a) >= 0 && (Array.IndexOf(r, b) < 0 || Array.IndexOf(r, a) < Array.IndexOf(r, b)));

    private sealed class Paper(int[] ranking, BigInteger value)
    {
        public int[] Ranking { get; } = ranking;

        public int At { get; set; }

        public BigInteger Value { get; set; } = value;

        public int Holder => At < Ranking.Length ? Ranking[At] : -1;
    }
}
