namespace Mandate.Tally.Ties;

/// <summary>The generator of <c>java.util.Random</c> (Java SE API: a 48-bit linear congruential generator), which RCTab's draws are made with.</summary>
internal sealed class JavaRandom(long seed)
{
    private const long Mask = (1L << 48) - 1;
    private long state = (seed ^ 0x5DEECE66DL) & Mask;

    private int Next(int bits)
    {
        state = (unchecked(state * 0x5DEECE66DL) + 0xBL) & Mask;
        return (int)(state >> (48 - bits));
    }

    /// <summary>A whole number from 0 to below <paramref name="bound"/>.</summary>
    public int NextBelow(int bound)
    {
        if ((bound & -bound) == bound) return (int)((bound * (long)Next(31)) >> 31);
        while (true)
        {
            var bits = Next(31);
            var value = bits % bound;
            if (unchecked(bits - value + (bound - 1)) >= 0) return value;
        }
    }

    /// <summary>floor(nextDouble() x count) without floating point: nextDouble is a 53-bit number over 2^53.</summary>
    public int NextIndex(int count)
    {
        var high = (long)Next(26) << 27;
        return (int)(((Int128)(high + Next(27)) * count) >> 53);
    }

    /// <summary>As <c>java.util.Collections.shuffle</c>.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count; i > 1; i--)
        {
            var j = NextBelow(i);
            (items[i - 1], items[j]) = (items[j], items[i - 1]);
        }
    }
}
