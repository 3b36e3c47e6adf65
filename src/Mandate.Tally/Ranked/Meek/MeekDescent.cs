using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Papers with equal ranks that are counted by <see cref="MeekEqualRanks.Descent"/>. A paper's weight is divided among those standing in a rank, and what an elected one of them
/// does not keep goes on to the next rank: a path from one elected candidate to the next. Papers that go the same path at the same divisions have the same weight there,
/// so paths are kept as a tree like that of <see cref="MeekTree"/>, and an iteration walks its nodes and no paper. Rounding stays that of each paper.
/// </summary>
internal sealed class MeekDescent(MeekSplit split, MeekStatus[] status)
{
    /// <summary>Papers whose weights in units of 10^-9 votes add up to less than 2^63.</summary>
    private const long MostIn64Bits = 9_000_000_000;

    // Ranks of several elected candidates make paths by the product of their sizes; beyond this number they are followed anew at each iteration.
    private const int MostNodes = 1 << 20;

    // To follow a path on which papers are alone costs about as much as to lay it does once; where few iterations are needed it is not worth it.
    private const int Patience = 3;

    /// <summary>Paper by paper and rank by rank: how many are marked, and who; a rank of nobody ends the paper, as one of excluded candidates only does.</summary>
    private readonly List<ushort> marks = [];
    private readonly List<(int Start, long Papers)> papers = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly MeekPaths paths = new();

    /// <summary>Papers that have come to a node and not gone further, one after the other.</summary>
    private readonly List<(int Rank, int Next, long Papers)> waiting = [];
    private ushort[] ranks = [];

    // By node: the weight of a paper there, and the first of those that wait, or -1.
    private long[] weights = new long[64];
    private int[] first = new int[64];
    private long all;
    private int iterations;
    private bool left;

    /// <summary>Adds papers; false where they name no candidate who stands.</summary>
    public bool Add(ReadOnlySpan<ushort> cells, long number)
    {
        var start = marks.Count;
        var head = -1;
        foreach (var cell in cells)
        {
            var candidate = cell & Ballots.CandidateBits;
            if (candidate >= status.Length) continue;
            if ((cell & Ballots.EqualBit) == 0) head = -1;
            if (status[candidate] == MeekStatus.Out) continue;
            if (head < 0)
            {
                head = marks.Count;
                marks.Add(0);
            }
            marks[head]++;
            marks.Add((ushort)candidate);
        }
        if (marks.Count == start) return false;
        marks.Add(0);
        all += number;
        var form = MemoryMarshal.Cast<ushort, char>(CollectionsMarshal.AsSpan(marks)[start..]);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(form, out var same))
        {
            marks.RemoveRange(start, marks.Count - start);
            papers[same] = papers[same] with { Papers = papers[same].Papers + number };
            return true;
        }
        lookup[form] = papers.Count;
        papers.Add((start, number));
        return true;
    }

    /// <summary>Begins the paths anew, after candidates have been elected or excluded.</summary>
    public void Arrange()
    {
        if (ranks.Length != marks.Count) ranks = [.. marks];
        paths.Clear();
        waiting.Clear();
        first[0] = -1;
        iterations = 0;
        foreach (var (start, number) in papers) Wait(0, start, number);
    }

    public void Count(long[] keep, Int128[] votes)
    {
        left = false;
        if (all > MostIn64Bits) Walk(keep, votes.AsSpan());
        else
        {
            var sums = new long[votes.Length];
            Walk<long>(keep, sums);
            for (var c = 0; c < sums.Length; c++) votes[c] += sums[c];
        }
        if (left) Follow(keep, votes);
        iterations++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk<TSum>(long[] keep, Span<TSum> sums)
        where TSum : struct, INumber<TSum>
    {
        weights[0] = MeekSplit.Unit;
        if (first[0] >= 0) GoOn(0);
        for (var n = 1; n < paths.Nodes; n++)
        {
            var (from, among, candidate, number) = paths.Steps[n];
            var (kept, rest) = split.Of((uint)weights[from] / among, keep[candidate]);
            sums[candidate] += TSum.CreateTruncating(kept) * TSum.CreateTruncating(number);
            weights[n] = rest;
            if (rest > 0 && first[n] >= 0) GoOn(n);
        }
        foreach (ref readonly var end in paths.Ends)
            sums[end.Candidate] += TSum.CreateTruncating((uint)weights[end.From] / end.Among) * TSum.CreateTruncating(end.Papers);
    }

    /// <summary>Takes those that wait at a node one rank further: most paths of many ranks end in nothing, and are never laid.</summary>
    private void GoOn(int node)
    {
        if (paths.Nodes >= MostNodes || (iterations < Patience && waiting[first[node]].Next < 0))
        {
            left = true;
            return;
        }
        for (var w = first[node]; w >= 0;)
        {
            var (rank, next, number) = waiting[w];
            var (among, after) = (Standing(rank), rank + 1 + ranks[rank]);
            for (var i = rank + 1; i < after; i++)
            {
                var candidate = ranks[i];
                if (status[candidate] == MeekStatus.Hopeful) paths.End(node, among, candidate, number);
                else if (status[candidate] == MeekStatus.Elected)
                {
                    var nodes = paths.Nodes;
                    var child = paths.Step(node, among, candidate, number);
                    if (paths.Nodes > nodes) Begin(child);
                    Wait(child, after, number);
                }
            }
            w = next;
        }
        first[node] = -1;
    }

    private void Begin(int node)
    {
        if (node == first.Length)
        {
            Array.Resize(ref first, 2 * node);
            Array.Resize(ref weights, 2 * node);
        }
        first[node] = -1;
    }

    private void Wait(int node, int rank, long number)
    {
        if (ranks[rank] == 0) return;
        waiting.Add((rank, first[node], number));
        first[node] = waiting.Count - 1;
    }

    /// <summary>Follows by themselves those that still wait.</summary>
    private void Follow(long[] keep, Int128[] votes)
    {
        for (var n = 0; n < paths.Nodes; n++)
            for (var w = weights[n] > 0 ? first[n] : -1; w >= 0; w = waiting[w].Next) Descend(waiting[w].Rank, weights[n], waiting[w].Papers, keep, votes);
    }

    private int Standing(int rank)
    {
        var among = 0;
        for (var i = rank + ranks[rank]; i > rank; i--)
            if (status[ranks[i]] != MeekStatus.Out) among++;
        return among;
    }

    /// <summary>What papers of that weight give from a rank on.</summary>
    private void Descend(int at, long weight, long number, long[] keep, Int128[] votes)
    {
        var among = Standing(at);
        var next = at + 1 + ranks[at];
        for (var i = at + 1; i < next; i++)
        {
            if (status[ranks[i]] == MeekStatus.Out) continue;
            var (kept, rest) = split.Of((uint)weight / (uint)among, keep[ranks[i]]);
            votes[ranks[i]] += (Int128)kept * number;
            if (rest > 0) Descend(next, rest, number, keep, votes);
        }
    }
}
