using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Ranked;

/// <summary>A tree of paths: steps to elected candidates, each after the one that it starts from, and ends with hopeful ones.</summary>
internal sealed class MeekPaths
{
    private Part[] steps = new Part[64];
    private Part[] ends = new Part[64];
    private int stepCount = 1;
    private int endCount;

    // Where a part lies, plus one, by the hash of what it is; open addressing.
    private int[] table = new int[1 << 8];
    private int shift = 64 - 8;

    /// <param name="From">The node where the weight comes from.</param>
    /// <param name="Among">How many it is divided among.</param>
    /// <param name="Candidate">Who gets this share.</param>
    /// <param name="Papers">How many papers give it.</param>
    [StructLayout(LayoutKind.Auto)]
    internal record struct Part(int From, ushort Among, ushort Candidate, long Papers);

    /// <summary>Nodes so far; the first is where every paper begins.</summary>
    public int Nodes => stepCount;

    /// <summary>By node; the first is no step.</summary>
    public ReadOnlySpan<Part> Steps => steps.AsSpan(0, stepCount);

    public ReadOnlySpan<Part> Ends => ends.AsSpan(0, endCount);

    public void Clear()
    {
        (stepCount, endCount) = (1, 0);
        Array.Clear(table);
    }

    /// <summary>Papers that give a share to an elected candidate; the node that they reach.</summary>
    public int Step(int from, int among, int candidate, long papers) => Add(ref steps, ref stepCount, 1, from, among, candidate, papers);

    /// <summary>Papers that give a share to a hopeful candidate, who keeps it.</summary>
    public void End(int from, int among, int candidate, long papers) => Add(ref ends, ref endCount, -1, from, among, candidate, papers);

    /// <param name="parts">Where such parts lie.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="sign">Tells steps and ends apart in the table.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Add(ref Part[] parts, ref int count, int sign, int from, int among, int candidate, long papers)
    {
        var mask = table.Length - 1;
        for (var at = Place(from, among, candidate); ; at = (at + 1) & mask)
        {
            var found = table[at] * sign - 1;
            if (table[at] == 0)
            {
                if (count == parts.Length) Array.Resize(ref parts, 2 * count);
                parts[count++] = new(from, (ushort)among, (ushort)candidate, papers);
                table[at] = sign * count;
                if (2 * (stepCount + endCount) > table.Length) Grow();
                return count - 1;
            }
            if (found < 0) continue;
            ref var part = ref parts[found];
            if (part.From != from || part.Among != among || part.Candidate != candidate) continue;
            part.Papers += papers;
            return found;
        }
    }

    /// <summary>Fibonacci hashing: the upper bits of the product.</summary>
    private int Place(int from, int among, int candidate) => (int)((((ulong)(uint)from << 32) | ((ulong)among << 16) | (uint)candidate) * 0x9E3779B97F4A7C15 >> shift);

    private void Grow()
    {
        table = new int[4 * table.Length];
        shift -= 2;
        var mask = table.Length - 1;
        for (var i = 1; i < stepCount; i++) Put(steps[i], i + 1);
        for (var i = 0; i < endCount; i++) Put(ends[i], -(i + 1));

        void Put(Part part, int entry)
        {
            var at = Place(part.From, part.Among, part.Candidate);
            while (table[at] != 0) at = (at + 1) & mask;
            table[at] = entry;
        }
    }
}
