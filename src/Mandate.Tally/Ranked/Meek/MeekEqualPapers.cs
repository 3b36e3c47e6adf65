using System.Numerics;

namespace Mandate.Tally.Ranked;

/// <summary>Papers with equal ranks in a Meek count: averaged ones are counted one by one at each iteration, the others as <see cref="MeekDescent"/> has them.</summary>
internal sealed class MeekEqualPapers
{
    // Binomials of more than 68 exceed 10^20; beyond, coefficients times 10^18 no longer fit 128 bits.
    private const int MostFor128Bits = 68;

    private readonly MeekSplit split;
    private readonly MeekDescent? descent;
    private readonly List<(long Papers, int[][] Ranks)> papers = [];

    public MeekEqualPapers(Ballots ballots, MeekSplit split, MeekEqualRanks rule, MeekStatus[] status)
    {
        this.split = split;
        if (!ballots.HasEqualRanks) return;
        if (rule == MeekEqualRanks.Descent) descent = new(split, status);
        var lines = new List<int>();
        for (var line = 0; line < ballots.Lines; line++)
        {
            var cells = ballots.Cells(line);
            if (!HasEqual(cells)) continue;
            lines.Add(line);
            if (!(descent?.Add(cells, ballots.Weight(line)) ?? Keep(ballots, line))) Blank += ballots.Weight(line);
        }
        Lines = lines;
        Changed();
    }

    public IReadOnlyList<int> Lines { get; } = [];

    /// <summary>Papers that name no standing candidate.</summary>
    public long Blank { get; }

    /// <summary>To be called when candidates have been elected or excluded.</summary>
    public void Changed() => descent?.Arrange();

    public void Count(long[] keep, Int128[] votes)
    {
        if (descent is not null) descent.Count(keep, votes);
        else
            foreach (var (number, ranks) in papers) Average(number, ranks, keep, votes);
    }

    private bool Keep(Ballots ballots, int line)
    {
        int[][] ranks = [.. ballots.Ranks(line).Select(r => r.Where(ballots.Stands).ToArray()).Where(r => r.Length > 0)];
        if (ranks.Length == 0) return false;
        papers.Add((ballots.Weight(line), ranks));
        return true;
    }

    private static bool HasEqual(ReadOnlySpan<ushort> cells)
    {
        foreach (var cell in cells)
            if ((cell & Ballots.EqualBit) != 0) return true;
        return false;
    }

    private void Average(long number, int[][] ranks, long[] keep, Int128[] votes)
    {
        var weight = MeekSplit.Unit;
        foreach (var rank in ranks)
        {
            if (rank.Length == 1)
            {
                var (kept, rest) = split.Of(weight, keep[rank[0]]);
                votes[rank[0]] += (Int128)kept * number;
                weight = rest;
            }
            else
            {
                var unused = Array.ConvertAll(rank, c => MeekSplit.Unit - keep[c]);
                for (var i = 0; i < rank.Length; i++)
                {
                    if (keep[rank[i]] == 0) continue;
                    var share = (long)(Polynomial(unused, i) * keep[rank[i]] / MeekSplit.Unit / rank.Length);
                    votes[rank[i]] += weight * (Int128)share / MeekSplit.Unit * number;
                }
                var rest = MeekSplit.Unit;
                foreach (var u in unused) rest = rest * u / MeekSplit.Unit;
                weight = weight * rest / MeekSplit.Unit;
            }
            if (weight == 0) return;
        }
    }

    /// <summary>
    /// The mean over all orders of the product of what those before the candidate pass on: the coefficients of the product of
    /// (X + unused) over the others, each divided by its binomial, summed; each step rounded down.
    /// </summary>
    private static Int128 Polynomial(long[] unused, int skip)
    {
        var degree = unused.Length - 1;
        return unused.Count(u => u > 0) <= MostFor128Bits ? Sum128(unused, skip, degree) : SumBig(unused, skip, degree);
    }

    private static Int128 Sum128(long[] unused, int skip, int degree)
    {
        Span<Int128> coefficients = stackalloc Int128[degree + 1];
        coefficients[0] = MeekSplit.Unit;
        var used = 0;
        for (var i = 0; i < unused.Length; i++)
        {
            if (i == skip || unused[i] == 0) continue;
            used++;
            for (var j = used; j > 0; j--) coefficients[j] += coefficients[j - 1] * unused[i] / MeekSplit.Unit;
        }
        Int128 sum = 0;
        var binomial = BigInteger.One;
        for (var j = 0; j <= used; j++)
        {
            sum += (Int128)(coefficients[j] / binomial);
            binomial = binomial * (degree - j) / (j + 1);
        }
        return sum;
    }

    private static Int128 SumBig(long[] unused, int skip, int degree)
    {
        var coefficients = new BigInteger[degree + 1];
        coefficients[0] = MeekSplit.Unit;
        for (var i = 0; i < unused.Length; i++)
        {
            if (i == skip || unused[i] == 0) continue;
            for (var j = degree; j > 0; j--) coefficients[j] += coefficients[j - 1] * unused[i] / MeekSplit.Unit;
        }
        Int128 sum = 0;
        var binomial = BigInteger.One;
        for (var j = 0; j <= degree; j++)
        {
            sum += (Int128)(coefficients[j] / binomial);
            binomial = binomial * (degree - j) / (j + 1);
        }
        return sum;
    }
}
