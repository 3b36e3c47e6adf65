using System.Runtime.CompilerServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Papers of one value that a candidate received at one time: the value in units of the rule's decimals, and the part of
/// an array of papers that the parcel is.
/// </summary>
internal readonly record struct Parcel(Int128 Value, PaperAt[] All, int Start, int Length, long Papers)
{
    /// <summary>The round in which it came; 0 for first preferences.</summary>
    public int Stage { get; init; }

    public ReadOnlySpan<PaperAt> Span => All.AsSpan(Start, Length);
}

/// <summary>A parcel sorted by the next continuing candidate; the last destination is "no further preference".</summary>
internal readonly record struct Sorted(PaperAt[] All, int[] Starts, long[] Papers)
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
    private PaperAt[] moved = [];
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
    public Sorted Sort(ReadOnlySpan<PaperAt> pile, bool[] continuing)
    {
        var none = piles.Length;
        var starts = new int[none + 2];
        var papers = new long[none + 1];
        var cells = ballots.AllCells;
        var offsets = ballots.Starts;
        var weights = ballots.Weights;
        var equal = ballots.HasEqualRanks;
        if (moved.Length < pile.Length) (moved, destination) = (GC.AllocateUninitializedArray<PaperAt>(pile.Length), GC.AllocateUninitializedArray<ushort>(pile.Length));
        var found = moved.AsSpan(0, pile.Length);
        var goals = destination.AsSpan(0, pile.Length);
        for (var i = 0; i < pile.Length; i++)
        {
            var (mark, rest) = pile[i];
            var end = weights is null ? mark + rest : offsets[rest + 1];
            var at = mark + 1;
            var to = Next(cells, ref at, end, continuing, equal);
            found[i] = new(at, weights is null ? end - at : rest);
            goals[i] = (ushort)to;
            starts[to + 1]++;
            papers[to] += weights is null ? 1 : weights[rest];
        }
        for (var i = 0; i <= none; i++) starts[i + 1] += starts[i];
        var sorted = GC.AllocateUninitializedArray<PaperAt>(pile.Length);
        var next = starts.AsSpan(0, none + 1).ToArray();
        for (var i = 0; i < found.Length; i++) sorted[next[goals[i]]++] = found[i];
        return new(sorted, starts, papers);
    }

    /// <summary>The same for all lines in their order, where looking twice costs less than remembering.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Sorted SortFirst(bool[] continuing)
    {
        var none = piles.Length;
        var starts = new int[none + 2];
        var papers = new long[none + 1];
        var cells = ballots.AllCells;
        var offsets = ballots.Starts.AsSpan(0, ballots.Lines + 1);
        var weights = ballots.Weights;
        var equal = ballots.HasEqualRanks;
        for (var line = 0; line < offsets.Length - 1; line++)
        {
            var at = offsets[line];
            var to = Next(cells, ref at, offsets[line + 1], continuing, equal);
            starts[to + 1]++;
            papers[to] += weights is null ? 1 : weights[line];
        }
        for (var i = 0; i <= none; i++) starts[i + 1] += starts[i];
        var sorted = GC.AllocateUninitializedArray<PaperAt>(offsets.Length - 1);
        var next = starts.AsSpan(0, none + 1).ToArray();
        for (var line = 0; line < offsets.Length - 1; line++)
        {
            var (at, end) = (offsets[line], offsets[line + 1]);
            var to = Next(cells, ref at, end, continuing, equal);
            sorted[next[to]++] = new(at, weights is null ? end - at : line);
        }
        return new(sorted, starts, papers);
    }

    /// <summary>The next continuing candidate from a mark on, or "none" with the mark at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(ushort[] cells, ref int at, int end, bool[] continuing, bool equal)
    {
        for (; at < end; at++)
        {
            var cell = cells[at];
            if (cell < continuing.Length)
            {
                if (equal && at + 1 < end && (cells[at + 1] & Ballots.EqualBit) != 0) break;
                if (continuing[cell]) return cell;
            }
            else if (cell != Ballots.SkippedRank)
            {
                break; // an equal rank or one with several marks: no preference can be read from here on
            }
        }
        at = end;
        return piles.Length;
    }
}
