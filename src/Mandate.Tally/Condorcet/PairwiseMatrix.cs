using System.Collections.Immutable;
using Mandate.Tally.Condorcet;

namespace Mandate.Tally;

/// <summary>
/// How many papers rank each candidate above each other one. Candidates that a paper does not rank are below all it ranks and equal among
/// themselves; candidates ranked equally are not above each other. Withdrawn candidates take no part.
/// </summary>
public sealed class PairwiseMatrix
{
    private readonly long[] above;

    private PairwiseMatrix(int candidates, long[] above, ImmutableArray<int> standing)
    {
        Candidates = candidates;
        this.above = above;
        Standing = standing;
    }

    public int Candidates { get; }

    /// <summary>Who takes part, in paper order.</summary>
    public ImmutableArray<int> Standing { get; }

    /// <summary>Papers that rank <paramref name="a"/> above <paramref name="b"/>.</summary>
    public long this[int a, int b] => above[a * Candidates + b];

    public long Margin(int a, int b) => this[a, b] - this[b, a];

    public bool Beats(int a, int b) => this[a, b] > this[b, a];

    /// <summary>Who beats all others, if anybody does.</summary>
    public int? Winner
    {
        get
        {
            foreach (var a in Standing)
                if (Standing.All(b => a == b || Beats(a, b))) return a;
            return null;
        }
    }

    /// <summary>Who is beaten by all others, if anybody is.</summary>
    public int? Loser
    {
        get
        {
            if (Standing.Length < 2) return null;
            foreach (var a in Standing)
                if (Standing.All(b => a == b || Beats(b, a))) return a;
            return null;
        }
    }

    /// <summary>A matrix given as such, row above column.</summary>
    public static PairwiseMatrix Of(long[,] above)
    {
        var n = above.GetLength(0);
        var cells = new long[n * n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                if (a != b) cells[a * n + b] = above[a, b];
        return new(n, cells, [.. Enumerable.Range(0, n)]);
    }

    public static PairwiseMatrix Of(Ballots ballots)
    {
        var n = ballots.Candidates.Length;
        var stands = new bool[n];
        for (var c = 0; c < n; c++) stands[c] = ballots.Stands(c);
        ImmutableArray<int> standing = [.. Enumerable.Range(0, n).Where(c => stands[c])];
        if (PairwiseBlocks.Worthwhile(ballots)) return new(n, PairwiseBlocks.Count(ballots, stands), standing);
        // A ranked candidate is above every other candidate but those ranked above or equal to him: two short loops per paper.
        var ranked = new long[n];
        var notAbove = new long[n * n];
        var seen = new int[n];
        for (var line = 0; line < ballots.Lines; line++)
        {
            var weight = ballots.Weight(line);
            var cells = ballots.Cells(line);
            var (count, before) = (0, 0);
            foreach (var cell in cells)
            {
                if ((cell & Ballots.EqualBit) == 0) before = count;
                var candidate = cell & Ballots.CandidateBits;
                if (candidate >= n || !stands[candidate]) continue;
                var row = candidate * n;
                for (var i = 0; i < count; i++) notAbove[row + seen[i]] += weight;
                for (var i = before; i < count; i++) notAbove[seen[i] * n + candidate] += weight;
                seen[count++] = candidate;
                ranked[candidate] += weight;
            }
        }
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                notAbove[a * n + b] = a == b || !stands[a] || !stands[b] ? 0 : ranked[a] - notAbove[a * n + b];
        return new(n, notAbove, standing);
    }
}
