using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Papers by the elected candidates that they name first. A paper lies at the node reached by its leading elected candidates,
/// in order, under its first hopeful candidate or under none; excluded candidates are passed over. All papers of a node have the same weight,
/// so rounding per paper, as the Meek rules prescribe, is exact per node, and an iteration walks the nodes and no paper
/// (the idea of Voting matters 21, paper 1). A paper is touched again only when its hopeful candidate is elected or excluded.
/// </summary>
internal sealed class MeekTree
{
    /// <summary>Papers whose weights in units of 10^-9 votes add up to less than 2^63.</summary>
    private const long MostIn64Bits = 9_000_000_000;

    private readonly Ballots ballots;
    private readonly MeekStatus[] status;
    private readonly List<Node> nodes = [];

    // What a move needs: for each paper where it stands and which goal it has; for each goal how many papers. Goals of one move are numbered from its first.
    private int[] moved = [];
    private int[] goals = [];
    private readonly List<(Node Node, int Candidate)> targets = [];
    private int[] lengths = new int[64];
    private int firstGoal = 1;

    // What an iteration walks: nodes in the order of their making, so that each comes after its parent.
    private int[] parents = [];
    private int[] reachedBy = [];
    private long[] totals = [];
    private long[] weights = [];
    private int[] firstHeld = [];
    private int[] heldBy = [];
    private long[] held = [];

    public MeekTree(Ballots ballots, MeekStatus[] status, IReadOnlyList<int>? leaveOut)
    {
        this.ballots = ballots;
        this.status = status;
        nodes.Add(new(-1, 0, -1, status.Length));
        var leftOut = leaveOut is { Count: > 0 } ? new bool[ballots.Lines] : null;
        foreach (var line in leaveOut ?? []) leftOut![line] = true;
        PlaceFirst(nodes[0], leftOut);
        Arrange();
    }

    /// <summary>Papers that name no standing candidate at all.</summary>
    public long Blank => nodes[0].Unused;

    /// <summary>To be called when these candidates have been elected or excluded.</summary>
    public void Changed(IEnumerable<int> candidates)
    {
        foreach (var candidate in candidates)
            for (var (n, known) = (0, nodes.Count); n < known; n++)
                foreach (var (all, start, length) in nodes[n].Take(candidate)) Place(nodes[n], all.AsSpan(start, length));
        Arrange();
    }

    /// <summary>Adds what every paper gives to every candidate, in units of 10^-9 votes, at these keep factors.</summary>
    public void Count(MeekSplit split, long[] keep, Int128[] votes)
    {
        if (ballots.Papers > MostIn64Bits)
        {
            Walk(split, keep, votes);
            return;
        }
        var sums = new long[votes.Length];
        Walk<long>(split, keep, sums);
        for (var c = 0; c < sums.Length; c++) votes[c] += sums[c];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk<TSum>(MeekSplit split, long[] keep, Span<TSum> sums)
        where TSum : struct, INumber<TSum>
    {
        for (var n = 0; n < parents.Length; n++)
        {
            var weight = MeekSplit.Unit;
            if (n > 0)
            {
                (var kept, weight) = split.Of(weights[parents[n]], keep[reachedBy[n]]);
                sums[reachedBy[n]] += TSum.CreateTruncating(kept) * TSum.CreateTruncating(totals[n]);
            }
            weights[n] = weight;
            if (weight == 0) continue;
            for (var i = firstHeld[n]; i < firstHeld[n + 1]; i++) sums[heldBy[i]] += TSum.CreateTruncating(weight) * TSum.CreateTruncating(held[i]);
        }
    }

    /// <summary>Lays every paper under the first hopeful candidate that it names; nobody is elected yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PlaceFirst(Node root, bool[]? leftOut)
    {
        var cells = ballots.AllCells;
        var offsets = ballots.Starts.AsSpan(0, ballots.Lines);
        var next = new int[status.Length + 1];
        for (var line = 0; line < offsets.Length; line++)
        {
            if (leftOut is not null && leftOut[line]) continue;
            var at = offsets[line];
            if (!Hopeful(cells, ref at)) root.Unused += ballots.Weight(line);
            else
            {
                root.Papers[cells[at]] += ballots.Weight(line);
                next[cells[at] + 1]++;
            }
        }
        for (var c = 0; c < status.Length; c++) next[c + 1] += next[c];
        var sorted = GC.AllocateUninitializedArray<int>(next[^1]);
        for (var c = 0; c < status.Length; c++)
            if (next[c + 1] > next[c]) root.Add(c, sorted, next[c], next[c + 1] - next[c]);
        for (var line = 0; line < offsets.Length; line++)
        {
            if (leftOut is not null && leftOut[line]) continue;
            var at = offsets[line];
            if (Hopeful(cells, ref at)) sorted[next[cells[at]]++] = at;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Hopeful(ushort[] cells, ref int at)
    {
        for (; cells[at] != Ballots.EndOfLine; at++)
            if (cells[at] < status.Length && status[cells[at]] == MeekStatus.Hopeful) return true;
        return false;
    }

    /// <summary>Moves papers on from a node, each from the mark at which it stands: one pass finds where each goes, another lays those together that go to one place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(Node from, ReadOnlySpan<int> pile)
    {
        var cells = ballots.AllCells;
        var weighed = ballots.Weights is not null;
        var standing = status;
        if (goals.Length < pile.Length) (goals, moved) = (GC.AllocateUninitializedArray<int>(pile.Length), GC.AllocateUninitializedArray<int>(pile.Length));
        var goal = goals.AsSpan(0, pile.Length);
        var found = moved.AsSpan(0, pile.Length);
        for (var i = 0; i < pile.Length; i++)
        {
            var at = pile[i];
            var papers = weighed ? ballots.WeightAt(at) : 1;
            var node = from;
            ushort cell;
            for (; (cell = cells[at]) != Ballots.EndOfLine; at++)
            {
                if (cell >= standing.Length || standing[cell] == MeekStatus.Out) continue;
                if (standing[cell] == MeekStatus.Hopeful) break;
                node = node.Children?[cell] ?? Child(node, cell);
            }
            if (cell == Ballots.EndOfLine)
            {
                node.Unused += papers;
                goal[i] = -1;
                continue;
            }
            var t = node.Goals[cell] - firstGoal;
            if (t < 0) t = Aim(node, cell);
            node.Papers[cell] += papers;
            lengths[t]++;
            goal[i] = t;
            found[i] = at;
        }
        Lay(goal, found);
    }

    private int Aim(Node node, int hopeful)
    {
        var t = targets.Count;
        if (t == lengths.Length) Array.Resize(ref lengths, 2 * t);
        lengths[t] = 0;
        targets.Add((node, hopeful));
        node.Goals[hopeful] = firstGoal + t;
        return t;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Lay(ReadOnlySpan<int> goal, ReadOnlySpan<int> found)
    {
        var next = new int[targets.Count];
        var all = 0;
        for (var t = 0; t < next.Length; t++)
        {
            next[t] = all;
            all += lengths[t];
        }
        var sorted = GC.AllocateUninitializedArray<int>(all);
        for (var t = 0; t < next.Length; t++) targets[t].Node.Add(targets[t].Candidate, sorted, next[t], lengths[t]);
        for (var i = 0; i < goal.Length; i++)
            if (goal[i] is var t and >= 0) sorted[next[t]++] = found[i];
        firstGoal += targets.Count;
        targets.Clear();
    }

    private Node Child(Node node, int candidate)
    {
        var child = new Node(node.Number, nodes.Count, candidate, status.Length);
        nodes.Add(child);
        return (node.Children ??= new Node?[status.Length])[candidate] = child;
    }

    /// <summary>Lays the numbers of papers out as an iteration reads them, and sums them up from the leaves.</summary>
    private void Arrange()
    {
        var count = nodes.Count;
        (parents, reachedBy, totals, weights, firstHeld) = (new int[count], new int[count], new long[count], new long[count], new int[count + 1]);
        var piles = 0;
        foreach (var node in nodes)
            foreach (var papers in node.Papers)
                if (papers > 0) piles++;
        (heldBy, held) = (new int[piles], new long[piles]);
        for (var (n, next) = (0, 0); n < count; n++)
        {
            var node = nodes[n];
            (parents[n], reachedBy[n], totals[n]) = (node.Parent, node.Candidate, node.Unused);
            for (var c = 0; c < node.Papers.Length; c++)
            {
                if (node.Papers[c] == 0) continue;
                (heldBy[next], held[next]) = (c, node.Papers[c]);
                totals[n] += node.Papers[c];
                next++;
            }
            firstHeld[n + 1] = next;
        }
        for (var n = count - 1; n > 0; n--) totals[parents[n]] += totals[n];
    }

    /// <param name="parent">Number of the node above; -1 for the root.</param>
    /// <param name="number">Its own, in the order of making.</param>
    /// <param name="candidate">The elected candidate who leads here.</param>
    private sealed class Node(int parent, int number, int candidate, int candidates)
    {
        private readonly List<(int[] All, int Start, int Length)>?[] piles = new List<(int[], int, int)>?[candidates];

        public int Parent => parent;

        public int Number => number;

        public int Candidate => candidate;

        /// <summary>Papers under each hopeful candidate.</summary>
        public long[] Papers { get; } = new long[candidates];

        /// <summary>Papers that name nobody else who can use them.</summary>
        public long Unused { get; set; }

        public Node?[]? Children { get; set; }

        /// <summary>The last goal that papers under each candidate were.</summary>
        public int[] Goals { get; } = new int[candidates];

        public void Add(int hopeful, int[] all, int start, int length) => (piles[hopeful] ??= []).Add((all, start, length));

        /// <summary>The papers under a candidate, who has none afterwards.</summary>
        public IReadOnlyList<(int[] All, int Start, int Length)> Take(int hopeful)
        {
            var taken = piles[hopeful] ?? [];
            (piles[hopeful], Papers[hopeful]) = (null, 0);
            return taken;
        }
    }
}
