using System.Runtime.CompilerServices;

namespace Mandate.Ed25519;

/// <summary>Products, powers, inverse and square root. The carry chain is that of radix-2^51 implementations (Bernstein et al., 2011).</summary>
public readonly partial struct FieldElement
{
    /// <summary>
    /// Adds x * y at its place: what is from bit 51 on to the next column, the rest to its own. With the factors shifted up by 13 bits
    /// together the high half of the product is exactly what is carried, so that no sum of low halves can overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate(ref ulong next, ref ulong own, ulong x, ulong y)
    {
        // The high half and the low half apart: one widening multiplication each, cheaper than UInt128 (docs/benchmarks/ledger.md).
        next += Math.BigMul(x, y, out _);
        own += (x * y) >> 13;
    }

    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        // Limbs are below 2^54: 2^62 for the one factor, 19 * 2^59 for the other, and five products of them carry less than 2^64.
        ulong a0 = a.l0 << 8, a1 = a.l1 << 8, a2 = a.l2 << 8, a3 = a.l3 << 8, a4 = a.l4 << 8;
        ulong b0 = b.l0 << 5, b1 = b.l1 << 5, b2 = b.l2 << 5, b3 = b.l3 << 5, b4 = b.l4 << 5;
        ulong n1 = b1 * 19, n2 = b2 * 19, n3 = b3 * 19, n4 = b4 * 19;

        ulong h0 = 0, c0 = 0, h1 = 0, c1 = 0, h2 = 0, c2 = 0, h3 = 0, c3 = 0, h4 = 0, c4 = 0;
        Accumulate(ref h0, ref c0, a0, b0);
        Accumulate(ref h0, ref c0, a4, n1);
        Accumulate(ref h0, ref c0, a3, n2);
        Accumulate(ref h0, ref c0, a2, n3);
        Accumulate(ref h0, ref c0, a1, n4);

        Accumulate(ref h1, ref c1, a1, b0);
        Accumulate(ref h1, ref c1, a0, b1);
        Accumulate(ref h1, ref c1, a4, n2);
        Accumulate(ref h1, ref c1, a3, n3);
        Accumulate(ref h1, ref c1, a2, n4);

        Accumulate(ref h2, ref c2, a2, b0);
        Accumulate(ref h2, ref c2, a1, b1);
        Accumulate(ref h2, ref c2, a0, b2);
        Accumulate(ref h2, ref c2, a4, n3);
        Accumulate(ref h2, ref c2, a3, n4);

        Accumulate(ref h3, ref c3, a3, b0);
        Accumulate(ref h3, ref c3, a2, b1);
        Accumulate(ref h3, ref c3, a1, b2);
        Accumulate(ref h3, ref c3, a0, b3);
        Accumulate(ref h3, ref c3, a4, n4);

        Accumulate(ref h4, ref c4, a4, b0);
        Accumulate(ref h4, ref c4, a3, b1);
        Accumulate(ref h4, ref c4, a2, b2);
        Accumulate(ref h4, ref c4, a1, b3);
        Accumulate(ref h4, ref c4, a0, b4);
        return Carry(c0 + h4 * 19, c1 + h0, c2 + h1, c3 + h2, c4 + h3);
    }

    public FieldElement Square()
    {
        ulong a0 = l0 << 8, a1 = l1 << 8, a2 = l2 << 8, a3 = l3 << 8, a4 = l4 << 8;
        ulong d0 = a0 * 2, d1 = a1 * 2, d2 = a2 * 2, d3 = a3 * 2;
        ulong b0 = l0 << 5, b1 = l1 << 5, b2 = l2 << 5, b3 = l3 << 5, b4 = l4 << 5;
        ulong n3 = b3 * 19, n4 = b4 * 19;

        ulong h0 = 0, c0 = 0, h1 = 0, c1 = 0, h2 = 0, c2 = 0, h3 = 0, c3 = 0, h4 = 0, c4 = 0;
        Accumulate(ref h0, ref c0, a0, b0);
        Accumulate(ref h0, ref c0, d1, n4);
        Accumulate(ref h0, ref c0, d2, n3);

        Accumulate(ref h1, ref c1, d0, b1);
        Accumulate(ref h1, ref c1, d2, n4);
        Accumulate(ref h1, ref c1, a3, n3);

        Accumulate(ref h2, ref c2, d0, b2);
        Accumulate(ref h2, ref c2, a1, b1);
        Accumulate(ref h2, ref c2, d3, n4);

        Accumulate(ref h3, ref c3, d0, b3);
        Accumulate(ref h3, ref c3, d1, b2);
        Accumulate(ref h3, ref c3, a4, n4);

        Accumulate(ref h4, ref c4, d0, b4);
        Accumulate(ref h4, ref c4, d1, b3);
        Accumulate(ref h4, ref c4, a2, b2);
        return Carry(c0 + h4 * 19, c1 + h0, c2 + h1, c3 + h2, c4 + h3);
    }

    private FieldElement SquareTimes(int times)
    {
        var r = Square();
        for (var i = 1; i < times; i++) r = r.Square();
        return r;
    }

    /// <summary>Returns x^(2^250 - 1) and x^11, from which both exponents below are one step away.</summary>
    private (FieldElement ToTwo250LessOne, FieldElement ToEleven) PowerLadder()
    {
        var x2 = Square();
        var x9 = this * x2.SquareTimes(2);
        var x11 = x2 * x9;
        var t5 = x9 * x11.Square();
        var t10 = t5.SquareTimes(5) * t5;
        var t20 = t10.SquareTimes(10) * t10;
        var t40 = t20.SquareTimes(20) * t20;
        var t50 = t40.SquareTimes(10) * t10;
        var t100 = t50.SquareTimes(50) * t50;
        var t200 = t100.SquareTimes(100) * t100;
        return (t200.SquareTimes(50) * t50, x11);
    }

    /// <summary>The inverse x^(p-2); zero for zero.</summary>
    public FieldElement Invert()
    {
        var (t250, x11) = PowerLadder();
        return t250.SquareTimes(5) * x11;
    }

    /// <summary>x^((p-5)/8) = x^(2^252 - 3).</summary>
    private FieldElement PowerP58() => PowerLadder().ToTwo250LessOne.SquareTimes(2) * this;

    /// <summary>x^((p-1)/4) = x^(2^253 - 5): 1 exactly for non-zero fourth powers.</summary>
    internal FieldElement QuarticSymbol() => PowerLadder().ToTwo250LessOne.SquareTimes(3) * Square() * this;

    /// <summary>An x whose v*x^2 is u, -u, iu or -iu, i a square root of -1: the start of every root of u/v (RFC 8032, 5.1.3, step 2).</summary>
    internal static FieldElement RootCandidate(in FieldElement u, in FieldElement v)
    {
        var v3 = v.Square() * v;
        var v7 = v3.Square() * v;
        return u * v3 * (u * v7).PowerP58();
    }

    /// <summary>A square root of u/v where there is one (RFC 8032, 5.1.3, steps 2 and 3). Variable time in the outcome only.</summary>
    public static bool TrySquareRootOfRatio(in FieldElement u, in FieldElement v, out FieldElement root)
    {
        var x = RootCandidate(u, v);
        var check = v * x.Square();
        var straight = check == u;
        var turned = check == -u;
        root = Select(x, x * SqrtMinusOne, turned ? 1UL : 0UL);
        return straight | turned;
    }

    /// <summary>Inverts many elements at the price of one inversion and three products each; zeros stay zero (Montgomery's trick).</summary>
    internal static void InvertAll(Span<FieldElement> elements)
    {
        var prefixes = new FieldElement[elements.Length];
        var product = One;
        for (var i = 0; i < elements.Length; i++)
        {
            prefixes[i] = product;
            product *= Select(elements[i], One, elements[i].IsZero ? 1UL : 0UL);
        }
        var inverse = product.Invert();
        for (var i = elements.Length - 1; i >= 0; i--)
        {
            if (elements[i].IsZero) continue;
            var next = inverse * elements[i];
            elements[i] = inverse * prefixes[i];
            inverse = next;
        }
    }
}
