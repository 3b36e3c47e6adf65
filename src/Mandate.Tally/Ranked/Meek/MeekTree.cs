using System.Runtime.CompilerServices;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Papers by the elected candidates that they name first. A paper lies at the node reached by its leading elected candidates,
/// in order, under its first hopeful candidate or under none; excluded candidates are passed over. All papers of a node have the same weight,
/// so rounding per paper, as the Meek rules prescribe, is exact per node, and an iteration walks the nodes and no paper
/// (the idea of Voting matters 21, paper 1). A paper is touched again only when its hopeful candidate is elected or excluded.
/// </summary>
internal sealed class MeekTree
{
    private readonly Ballots ballots;
    private readonly MeekStatus[] status;
    private readonly int none;
    private readonly ushort[] position;
    private readonly int[] next;
    private readonly List<Node> nodes = [];

    public MeekTree(Ballots ballots, MeekStatus[] status, IReadOnlyList<int>? leaveOut)
    {
        this.ballots = ballots;
        this.status = status;
        none = status.Length;
        position = new ushort[ballots.Lines];
        next = new int[ballots.Lines];
        var root = new Node(-1, -1, none);
        nodes.Add(root);
        var skip = leaveOut is { Count: > 0 } ? leaveOut.ToHashSet() : null;
        for (var line = 0; line < ballots.Lines; line++)
            if (skip is null || !skip.Contains(line)) Place(0, line, 0);
        SumUp();
    }

    /// <summary>Papers that name no standing candidate at all.</summary>
    public long Blank => nodes[0].Papers[none];

    /// <summary>To be called when these candidates have been elected or excluded.</summary>
    public void Changed(IEnumerable<int> candidates)
    {
        foreach (var candidate in candidates)
        {
            var known = nodes.Count;
            for (var n = 0; n < known; n++)
            {
                var node = nodes[n];
                var line = node.Heads[candidate];
                if (line < 0) continue;
                node.Heads[candidate] = -1;
                node.Papers[candidate] = 0;
                node.Occupied.Remove(candidate);
                while (line >= 0)
                {
                    var after = next[line];
                    Place(n, line, position[line]);
                    line = after;
                }
            }
        }
        SumUp();
    }

    /// <summary>Adds what every paper gives to every candidate, in units of 10^-9 votes, at these keep factors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(MeekSplit split, long[] keep, Int128[] votes)
    {
        nodes[0].Weight = MeekSplit.Unit;
        for (var n = 0; n < nodes.Count; n++)
        {
            var node = nodes[n];
            if (n > 0)
            {
                var (kept, rest) = split.Of(nodes[node.Parent].Weight, keep[node.Candidate]);
                votes[node.Candidate] += (Int128)kept * node.Total;
                node.Weight = rest;
            }
            if (node.Weight == 0) continue;
            foreach (var candidate in node.Occupied) votes[candidate] += (Int128)node.Weight * node.Papers[candidate];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(int n, int line, int from)
    {
        var cells = ballots.Cells(line);
        var at = from;
        for (; at < cells.Length; at++)
        {
            var cell = cells[at];
            if (cell >= none) continue;
            var now = status[cell];
            if (now == MeekStatus.Hopeful)
            {
                var node = nodes[n];
                position[line] = (ushort)at;
                next[line] = node.Heads[cell];
                node.Heads[cell] = line;
                if (next[line] < 0) node.Occupied.Add(cell);
                node.Papers[cell] += ballots.Weight(line);
                return;
            }
            if (now == MeekStatus.Elected) n = Child(n, cell);
        }
        nodes[n].Papers[none] += ballots.Weight(line);
    }

    private int Child(int n, int candidate)
    {
        var children = nodes[n].Children ??= new int[none];
        if (children[candidate] != 0) return children[candidate];
        nodes.Add(new(n, candidate, none));
        return children[candidate] = nodes.Count - 1;
    }

    private void SumUp()
    {
        foreach (var node in nodes)
        {
            node.Total = node.Papers[none];
            foreach (var candidate in node.Occupied) node.Total += node.Papers[candidate];
        }
        for (var n = nodes.Count - 1; n > 0; n--) nodes[nodes[n].Parent].Total += nodes[n].Total;
    }

    private sealed class Node
    {
        public Node(int parent, int candidate, int candidates)
        {
            Parent = parent;
            Candidate = candidate;
            Heads = new int[candidates];
            Array.Fill(Heads, -1);
            Papers = new long[candidates + 1];
        }

        public int Parent { get; }

        public int Candidate { get; }

        public int[] Heads { get; }

        public long[] Papers { get; }

        public List<int> Occupied { get; } = [];

        public int[]? Children { get; set; }

        public long Total { get; set; }

        public long Weight { get; set; }
    }
}
