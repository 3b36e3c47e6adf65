using System.Numerics;

namespace Mandate.Simulation;

/// <summary>
/// Random numbers of a run: SplitMix64 (Steele, Lea, Flood 2014), so that a seed gives the same run on every machine and version.
/// </summary>
public sealed class Draws(ulong seed)
{
    private ulong state = seed;

    /// <summary>Streams of their own for each run of a seed.</summary>
    public static Draws Of(ulong seed, int run)
    {
        var first = new Draws(seed ^ (0x9E3779B97F4A7C15UL * ((ulong)run + 1)));
        return new(first.Next());
    }

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>In [0,1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double p) => Unit() < p;

    /// <summary>In [0,n).</summary>
    public int Below(int n) => (int)(Unit() * n);

    /// <summary>How many of n independent trials succeed.</summary>
    public int Binomial(int n, double p)
    {
        var hits = 0;
        if (p == 0.5)
        {
            // Coins come 64 at a time.
            for (; n >= 64; n -= 64) hits += BitOperations.PopCount(Next());
            return hits + BitOperations.PopCount(Next() & ((1UL << n) - 1));
        }
        for (var i = 0; i < n; i++)
            if (Chance(p)) hits++;
        return hits;
    }

    /// <summary>How many of a sort are among so many drawn without return.</summary>
    public int Hypergeometric(int all, int ofSort, int drawn)
    {
        var hits = 0;
        for (var i = 0; i < drawn; i++)
            if (Unit() * (all - i) < ofSort - hits) hits++;
        return hits;
    }
}
