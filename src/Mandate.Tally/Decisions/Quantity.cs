using System.Globalization;
using System.Numerics;

namespace Mandate.Tally.Decisions;

/// <summary>A number that a rule demands: a share of some base, a plain number, or a multiple of the base's square root.</summary>
public abstract record Quantity
{
    private Quantity()
    {
    }

    /// <summary><c>10% of members</c>, <c>2/3 of seats</c>: at least that share, rounded up.</summary>
    public sealed record ShareOf(Fraction Share) : Quantity
    {
        public override string ToString() => Share.ToString();
    }

    /// <summary><c>25 members</c>: a plain number, whatever the base.</summary>
    public sealed record Count(long Number) : Quantity
    {
        public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// <c>factor x sqrt(base)</c>, at most <paramref name="Cap"/>. Debian: Q is 1/2 root, quorum 3/2 root, K is 1/2 root
    /// capped at 5 (Constitution 4.2). The root is not rounded; only the whole number that reaches it is.
    /// </summary>
    public sealed record RootOf(Fraction Factor, Fraction? Cap = null) : Quantity
    {
        public override string ToString() => $"{Factor} x root" + (Cap is { } cap ? $", at most {cap}" : "");
    }

    /// <summary>The smallest whole number that satisfies this, for a base of that size.</summary>
    public long Needed(long of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        return this switch
        {
            ShareOf share => Decision.Ceiling(share.Share, of),
            Count count => count.Number,
            RootOf root => Root(root, of),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Reads <c>n%</c>, <c>a/b</c> or a whole number <c>n</c>, as in the constitution format's quantities.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = new Count(0);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) quantity = new Count(number);
        else if (ThresholdText.TryShare(text, out var share)) quantity = new ShareOf(share);
        else return false;
        return true;
    }

    // Smallest n with n >= f sqrt(b): n^2 d^2 >= a^2 b for f = a/d, found on whole numbers.
    private static long Root(RootOf root, long of)
    {
        var square = root.Factor * root.Factor * (BigInteger)of;
        var reached = Power.ExactRoot.Whole(square.Floor());
        if ((Fraction)(reached * reached) < square) reached++;
        if (root.Cap is { } cap && cap.Ceiling() < reached) reached = cap.Ceiling();
        return (long)reached;
    }
}
