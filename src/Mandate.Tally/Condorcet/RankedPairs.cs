using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Condorcet;

/// <summary>
/// Ranked pairs: T. N. Tideman, Social Choice and Welfare 4, 1987, with the tie rule of T. M. Zavist and Tideman, 1989. Defeats are locked from the
/// strongest down, leaving out any that would close a circle. Between equally strong ones the order matters only where together
/// they would close a circle; then it follows an order of the candidates made by the stated rule for ties.
/// </summary>
internal static class RankedPairs
{
    public static Func<Ballots, int, TieRule, Count> By(string name, PairStrength strength) => (ballots, _, rule) =>
    {
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var matrix = PairwiseMatrix.Of(ballots);
        var locked = Lock(matrix, strength, ties);
        ImmutableArray<Fraction> wins = [.. Enumerable.Range(0, matrix.Candidates).Select(a => (Fraction)matrix.Standing.Count(b => locked.Reaches(a, b)))];
        var detail = new PairwiseDetail(matrix, PairwiseResult.Layers(matrix.Standing, locked.Reaches), wins, "candidates below in the locked order", []);
        return PairwiseResult.Of(name, ballots, detail, ties, rule);
    };

    private static Reachability Lock(PairwiseMatrix matrix, PairStrength strength, TieBreaker ties)
    {
        var locked = new Reachability(matrix.Candidates);
        int[]? place = null;
        foreach (var group in Pairs(matrix, strength))
        {
            var pairs = group;
            if (pairs.Length > 1 && !FitTogether(locked, pairs))
            {
                place ??= Order(matrix, ties);
                if (place is null) return locked;
                pairs = [.. pairs.OrderBy(p => place[p.Winner]).ThenByDescending(p => place[p.Loser])];
            }
            foreach (var (winner, loser) in pairs)
                if (!locked.Reaches(loser, winner)) locked.Add(winner, loser);
        }
        return locked;
    }

    private static IEnumerable<(int Winner, int Loser)[]> Pairs(PairwiseMatrix matrix, PairStrength strength) =>
        from a in matrix.Standing
        from b in matrix.Standing
        where matrix.Beats(a, b)
        group (a, b) by strength == PairStrength.Margins ? (matrix.Margin(a, b), 0L) : (matrix[a, b], -matrix[b, a]) into equal
        orderby equal.Key descending
        select equal.ToArray();

    private static bool FitTogether(Reachability locked, (int Winner, int Loser)[] pairs)
    {
        var trial = locked.Copy();
        foreach (var (winner, loser) in pairs)
        {
            // A pair that the stronger ones already forbid is left out in any order.
            if (locked.Reaches(loser, winner)) continue;
            if (trial.Reaches(loser, winner)) return false;
            trial.Add(winner, loser);
        }
        return true;
    }

    private static int[]? Order(PairwiseMatrix matrix, TieBreaker ties)
    {
        var place = new int[matrix.Candidates];
        var left = matrix.Standing.ToList();
        for (var next = 0; left.Count > 0; next++)
        {
            if (ties.Choose("which of equally strong defeats counts first", left.ToArray(), Wanted.Best, Array.Empty<Fraction[]>(), LookBack.None) is not { } chosen) return null;
            place[chosen] = next;
            left.Remove(chosen);
        }
        return place;
    }

    /// <summary>Who stands above whom by the locked defeats and what follows from them.</summary>
    private sealed class Reachability
    {
        private readonly ulong[][] below;

        public Reachability(int n) => below = [.. Enumerable.Range(0, n).Select(_ => new ulong[(n + 63) / 64])];

        private Reachability(ulong[][] below) => this.below = below;

        public Reachability Copy() => new([.. below.Select(b => (ulong[])b.Clone())]);

        public bool Reaches(int a, int b) => (below[a][b >> 6] >> (b & 63) & 1) != 0;

        public void Add(int winner, int loser)
        {
            if (Reaches(winner, loser)) return;
            for (var a = 0; a < below.Length; a++)
            {
                if (a != winner && !Reaches(a, winner)) continue;
                for (var i = 0; i < below[a].Length; i++) below[a][i] |= below[loser][i];
                below[a][loser >> 6] |= 1UL << (loser & 63);
            }
        }
    }
}
