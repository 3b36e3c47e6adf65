using System.Runtime.CompilerServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Papers of one value that a candidate received at one time: the value in units of the rule's decimals, and the part of an array of papers that the parcel is. A line of papers is known
/// by the place of the mark that counts, among all marks of the box (<see cref="Ballots.AllCells"/>): a pile that moves costs one look into the box for each.
/// </summary>
internal readonly record struct Parcel(Int128 Value, int[] All, int Start, int Length, long Papers)
{
    /// <summary>The round in which it came; 0 for first preferences.</summary>
    public int Stage { get; init; }

    public ReadOnlySpan<int> Span => All.AsSpan(Start, Length);
}

/// <summary>A parcel sorted by the next continuing candidate; the last destination is "no further preference".</summary>
internal readonly record struct Sorted(int[] All, int[] Starts, long[] Papers)
{
    public Parcel For(int destination, Int128 value) =>
        new(value, All, Starts[destination], Starts[destination + 1] - Starts[destination], Papers[destination]);
}

/// <summary>
/// Who holds which papers. Each paper is looked at when it is first counted and after that only when the pile that it lies in moves.
/// A rank left empty is passed over; from an equal rank on, a paper has no further preference.
/// </summary>
internal sealed class Piles
{
    private readonly Ballots ballots;
    private readonly List<Parcel>[] piles;
    private int[] moved = [];
    private ushort[] destination = [];

    public Piles(Ballots ballots, bool[] continuing)
    {
        this.ballots = ballots;
        piles = new List<Parcel>[ballots.Candidates.Length];
        for (var i = 0; i < piles.Length; i++) piles[i] = [];
        First = SortFirst(continuing);
    }

    /// <summary>All papers by their first preference; at the end, those without any.</summary>
    public Sorted First { get; }

    public List<Parcel> this[int candidate] => piles[candidate];

    /// <summary>Where papers without a further preference lie in <see cref="Sorted"/>.</summary>
    public int NoPreference => piles.Length;

    /// <summary>Sorts papers by their next preference for a continuing candidate: one pass finds where each goes, another lays together what goes to one place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Sorted Sort(ReadOnlySpan<int> pile, bool[] continuing)
    {
        var starts = new int[piles.Length + 2];
        var cells = ballots.AllCells;
        var equal = ballots.HasEqualRanks;
        if (moved.Length < pile.Length) (moved, destination) = (GC.AllocateUninitializedArray<int>(pile.Length), GC.AllocateUninitializedArray<ushort>(pile.Length));
        var found = moved.AsSpan(0, pile.Length);
        var goals = destination.AsSpan(0, pile.Length);
        for (var i = 0; i < pile.Length; i++)
        {
            var at = pile[i] + 1;
            var to = Next(cells, ref at, continuing, equal);
            found[i] = at;
            goals[i] = (ushort)to;
            starts[to + 1]++;
        }
        var next = AddUp(starts);
        var sorted = GC.AllocateUninitializedArray<int>(pile.Length);
        for (var i = 0; i < found.Length; i++) sorted[next[goals[i]]++] = found[i];
        return new(sorted, starts, Papers(sorted, starts));
    }

    /// <summary>The same for all lines in their order, where looking twice costs less than remembering.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Sorted SortFirst(bool[] continuing)
    {
        var starts = new int[piles.Length + 2];
        var cells = ballots.AllCells;
        var offsets = ballots.Starts.AsSpan(0, ballots.Lines);
        var equal = ballots.HasEqualRanks;
        foreach (var offset in offsets)
        {
            var at = offset;
            starts[Next(cells, ref at, continuing, equal) + 1]++;
        }
        var next = AddUp(starts);
        var sorted = GC.AllocateUninitializedArray<int>(offsets.Length);
        foreach (var offset in offsets)
        {
            var at = offset;
            var to = Next(cells, ref at, continuing, equal);
            sorted[next[to]++] = at;
        }
        return new(sorted, starts, Papers(sorted, starts));
    }

    /// <summary>Makes of the numbers of lines the places where they begin, and gives a copy to count on.</summary>
    private static int[] AddUp(int[] starts)
    {
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        return [.. starts];
    }

    private long[] Papers(int[] sorted, int[] starts)
    {
        var papers = new long[piles.Length + 1];
        for (var to = 0; to < papers.Length; to++)
        {
            if (ballots.Weights is null) papers[to] = starts[to + 1] - starts[to];
            else
                for (var i = starts[to]; i < starts[to + 1]; i++) papers[to] += ballots.WeightAt(sorted[i]);
        }
        return papers;
    }

    /// <summary>The next continuing candidate from a mark on, or "none".</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ushort[] cells, ref int at, bool[] continuing, bool equal)
    {
        for (; ; at++)
        {
            var cell = cells[at];
            if (cell < continuing.Length)
            {
                if (equal && (cells[at + 1] & Ballots.EqualBit) != 0) break;
                if (continuing[cell]) return cell;
            }
            else if (cell != Ballots.SkippedRank)
            {
                break; // the end, an equal rank or one with several marks: no preference can be read from here on
            }
        }
        return continuing.Length;
    }
}
