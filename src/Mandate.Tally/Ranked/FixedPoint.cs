using System.Numerics;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Ranked;

/// <summary>Decimal arithmetic with a fixed number of places, as the rule texts prescribe: a value is a whole number of units of 10^-places.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FixedPoint(int Places, Int128 Unit)
{
    public static FixedPoint Of(int places)
    {
        Int128 unit = 1;
        for (var i = 0; i < places; i++) unit *= 10;
        return new(places, unit);
    }

    public Fraction ToFraction(Int128 value) => new(value, (BigInteger)Unit);

    public System.Collections.Immutable.ImmutableArray<Fraction> ToFractions(IEnumerable<Int128> values)
    {
        var unit = (BigInteger)Unit;
        return [.. values.Select(v => v == 0 ? Fraction.Zero : new Fraction(v, unit))];
    }
}
