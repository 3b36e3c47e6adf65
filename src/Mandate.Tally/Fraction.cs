using System.Globalization;
using System.Numerics;

namespace Mandate.Tally;

/// <summary>
/// An exact rational number in lowest terms with a positive denominator. Counting decides with this or with the fixed
/// decimals a rule text prescribes, never with floating point. The default value is zero.
/// </summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger denominatorLessOne;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) common = -common;
        Numerator = numerator / common;
        denominatorLessOne = denominator / common - 1;
    }

    public Fraction(BigInteger whole) => Numerator = whole;

    public BigInteger Numerator { get; }

    /// <summary>Always positive.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    public static Fraction Zero => default;

    public static Fraction One => new(1);

    public bool IsWhole => denominatorLessOne.IsZero;

    public int Sign => Numerator.Sign;

    public static implicit operator Fraction(int whole) => new(whole);

    public static implicit operator Fraction(long whole) => new(whole);

    public static implicit operator Fraction(BigInteger whole) => new(whole);

    public static Fraction operator +(Fraction a, Fraction b) => a.IsWhole && b.IsWhole
        ? new(a.Numerator + b.Numerator)
        : new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>The largest whole number not above this.</summary>
    public BigInteger Floor() => Numerator.Sign >= 0 || IsWhole
        ? Numerator / Denominator
        : Numerator / Denominator - 1;

    /// <summary>The smallest whole number not below this.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>Rounded towards minus infinity to that many decimals.</summary>
    public Fraction FloorTo(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        return new((this * scale).Floor(), scale);
    }

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>Exact text: <c>7</c>, <c>7/3</c>.</summary>
    public override string ToString() => IsWhole
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Decimal text rounded towards minus infinity, for reading and never for deciding.</summary>
    public string ToDecimal(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var scaled = (this * scale).Floor();
        var sign = scaled.Sign < 0 ? "-" : "";
        var whole = BigInteger.DivRem(BigInteger.Abs(scaled), scale, out var rest);
        if (decimals == 0) return sign + whole.ToString(CultureInfo.InvariantCulture);
        return sign + whole.ToString(CultureInfo.InvariantCulture) + "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
    }

    /// <summary>Reads <c>7</c>, <c>7/3</c> or <c>2.25</c>.</summary>
    public static bool TryParse(string text, out Fraction value)
    {
        value = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            if (!TryWhole(text[..slash], out var n) || !TryWhole(text[(slash + 1)..], out var d) || d.IsZero) return false;
            value = new(n, d);
            return true;
        }
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            if (!TryWhole(text, out var whole)) return false;
            value = whole;
            return true;
        }
        var decimals = text.Length - point - 1;
        if (decimals == 0 || !TryWhole(text.Remove(point, 1), out var digits)) return false;
        value = new(digits, BigInteger.Pow(10, decimals));
        return true;
    }

    private static bool TryWhole(string text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
