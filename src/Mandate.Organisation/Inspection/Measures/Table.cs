using System.Numerics;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>Two rows and two columns of counts: <c>A B / C D</c>. For a reprisal watch: hit and not hit, of those who dissented and of the others.</summary>
public sealed record Table(long A, long B, long C, long D)
{
    public long All => A + B + C + D;

    /// <summary>Smallest and largest A with the same sums of rows and columns.</summary>
    public (long Least, long Most) Range => (Math.Max(0, A + C - (C + D)), Math.Min(A + B, A + C));

    /// <summary>A·D / B·C; null where that divides by nothing.</summary>
    public Fraction? OddsRatio => B * C == 0 ? null : new Fraction((BigInteger)A * D, (BigInteger)B * C);

    /// <summary>Ways in which A takes each value from the least to the most, the sums of rows and columns being given.</summary>
    internal BigInteger[] Ways()
    {
        var (least, most) = Range;
        var ways = new BigInteger[most - least + 1];
        for (var a = least; a <= most; a++) ways[a - least] = Hypergeometric.Choose(A + B, a) * Hypergeometric.Choose(C + D, A + C - a);
        return ways;
    }
}
