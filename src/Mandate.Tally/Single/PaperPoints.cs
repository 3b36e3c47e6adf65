using System.Numerics;

namespace Mandate.Tally.Single;

/// <summary>The points that papers give to candidates under the simple rules.</summary>
internal static class PaperPoints
{
    /// <summary>
    /// The first <paramref name="marks"/> candidates of each paper get one vote each; where the last marks fall on an equal rank, its candidates share them.
    /// </summary>
    public static Fraction[] FirstMarks(Ballots ballots, int marks)
    {
        var points = new SharedPoints(ballots.Candidates.Length);
        ForEachRank(ballots, (weight, before, rank) =>
        {
            var free = marks - before;
            if (free <= 0) return;
            foreach (var c in rank) points.Add(c, weight * Math.Min(free, rank.Count), Math.Max(1, rank.Count));
        });
        return points.Sum();
    }

    /// <summary>Every candidate marked on a paper is approved, whatever the rank.</summary>
    public static Fraction[] Marks(Ballots ballots)
    {
        var points = new SharedPoints(ballots.Candidates.Length);
        ForEachRank(ballots, (weight, _, rank) =>
        {
            foreach (var c in rank) points.Add(c, weight, 1);
        });
        return points.Sum();
    }

    /// <summary>
    /// Borda: as many points as candidates stand below. Equal ranks share the points of their places, and so do the candidates that a paper does not rank.
    /// </summary>
    public static Fraction[] Borda(Ballots ballots)
    {
        var points = new SharedPoints(ballots.Candidates.Length);
        var standing = Enumerable.Range(0, ballots.Candidates.Length).Where(ballots.Stands).ToArray();
        var n = standing.Length;
        var ranked = new long[ballots.Candidates.Length];
        var byLength = new long[n + 1];
        var shortTotals = new long[n + 1, ballots.Candidates.Length];
        ForEachRank(ballots, (weight, before, rank) =>
        {
            // Places before+1 ... before+k are worth n-1-before down to n-before-k: their mean is (2(n-before)-1-k)/2.
            foreach (var c in rank) points.Add(c, weight * (2 * (n - before) - 1 - rank.Count), 2);
        }, (weight, marked, on) =>
        {
            byLength[marked] += weight;
            foreach (var c in on)
            {
                ranked[c] += weight;
                shortTotals[marked, c] += weight;
            }
        });
        for (var marked = 0; marked < n; marked++)
        {
            // Those not ranked share the places n-marked-1 ... 0.
            if (byLength[marked] == 0) continue;
            foreach (var c in standing) points.Add(c, (byLength[marked] - shortTotals[marked, c]) * (n - marked - 1), 2);
        }
        return points.Sum();
    }

    /// <summary>Points as marked: the highest rank is worth <paramref name="most"/>, each further rank one less, no mark 0.</summary>
    public static Fraction[] Score(Ballots ballots, int most)
    {
        var points = new BigInteger[ballots.Candidates.Length];
        for (var line = 0; line < ballots.Lines; line++)
        {
            var weight = ballots.Weight(line);
            var rank = -1;
            foreach (var cell in ballots.Cells(line))
            {
                if ((cell & Ballots.EqualBit) == 0) rank++;
                var candidate = cell & Ballots.CandidateBits;
                if (candidate < points.Length && rank < most) points[candidate] += weight * (BigInteger)(most - rank);
            }
        }
        return [.. points.Select(p => new Fraction(p))];
    }

    private static void ForEachRank(Ballots ballots, Action<long, int, List<int>> rank, Action<long, int, List<int>>? end = null)
    {
        var open = new List<int>();
        var on = new List<int>();
        for (var line = 0; line < ballots.Lines; line++)
        {
            var weight = ballots.Weight(line);
            var before = 0;
            open.Clear();
            on.Clear();
            foreach (var cell in ballots.Cells(line))
            {
                if ((cell & Ballots.EqualBit) == 0) Close();
                var candidate = cell & Ballots.CandidateBits;
                if (candidate < ballots.Candidates.Length && ballots.Stands(candidate)) open.Add(candidate);
            }
            Close();
            end?.Invoke(weight, before, on);

            void Close()
            {
                if (open.Count == 0) return;
                rank(weight, before, open);
                before += open.Count;
                on.AddRange(open);
                open.Clear();
            }
        }
    }

    /// <summary>Sums of parts with small denominators, added exactly without a fraction per paper.</summary>
    private sealed class SharedPoints(int candidates)
    {
        private readonly Dictionary<int, BigInteger[]> byDenominator = [];

        public void Add(int candidate, long numerator, int denominator)
        {
            if (!byDenominator.TryGetValue(denominator, out var sums)) byDenominator[denominator] = sums = new BigInteger[candidates];
            sums[candidate] += numerator;
        }

        public Fraction[] Sum() => [.. Enumerable.Range(0, candidates).Select(c => byDenominator.Aggregate(Fraction.Zero, (sum, d) => sum + new Fraction(d.Value[c], d.Key)))];
    }
}
