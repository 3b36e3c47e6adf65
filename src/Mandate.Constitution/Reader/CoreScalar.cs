using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Mandate.Constitutions.Reader;

/// <summary>Plain scalars by the YAML 1.2 core schema (10.3.2): null, booleans, numbers; all else is text (so <c>no</c> and dates are text).</summary>
internal static class CoreScalar
{
    /// <summary>Linear time on any input.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Integer = new(@"^[-+]?[0-9]+\z", Linear);
    private static readonly Regex Octal = new(@"^0o[0-7]+\z", Linear);
    private static readonly Regex Hexadecimal = new(@"^0x[0-9a-fA-F]+\z", Linear);
    private static readonly Regex Decimal = new(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", Linear);
    private static readonly Regex NotFinite = new(@"^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", Linear);

    private static readonly BigInteger LargestExact = (BigInteger.One << 53) - 1;

    /// <summary>The datum without place, or what is wrong with it.</summary>
    public static (Datum? Value, string? Wrong) Resolve(string text, Clause clause, int from, int to)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return (new Datum.Nothing { Clause = clause, From = from, To = to }, null);
            case "true" or "True" or "TRUE":
                return (new Datum.Truth(true) { Clause = clause, From = from, To = to }, null);
            case "false" or "False" or "FALSE":
                return (new Datum.Truth(false) { Clause = clause, From = from, To = to }, null);
        }
        if (NotFinite.IsMatch(text)) return (null, "infinity and not-a-number have no meaning here");
        if (text.Length > 400) return (new Datum.Text(text) { Clause = clause, From = from, To = to }, null);
        if (Whole(text) is { } whole)
        {
            return BigInteger.Abs(whole) > LargestExact
                ? (null, "a whole number above 9007199254740991 is not exact; put it in quotes if it is text")
                : (new Datum.Number(whole.ToString(CultureInfo.InvariantCulture)) { Clause = clause, From = from, To = to }, null);
        }
        if (!Decimal.IsMatch(text)) return (new Datum.Text(text) { Clause = clause, From = from, To = to }, null);
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number)
            ? (new Datum.Number(EcmaNumber.Write(number)) { Clause = clause, From = from, To = to }, null)
            : (null, "the number is too large");
    }

    private static BigInteger? Whole(string text)
    {
        if (Integer.IsMatch(text)) return BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (Hexadecimal.IsMatch(text)) return BigInteger.Parse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (!Octal.IsMatch(text)) return null;
        return text[2..].Aggregate(BigInteger.Zero, (sum, digit) => sum * 8 + (digit - '0'));
    }
}

/// <summary>A number as ECMAScript writes it (ECMA-262, Number::toString), as RFC 8785 asks.</summary>
internal static class EcmaNumber
{
    public static string Write(double number)
    {
        if (number == 0) return "0";
        var (digits, n) = Parts(Math.Abs(number).ToString("R", CultureInfo.InvariantCulture));
        var sign = number < 0 ? "-" : "";
        var k = digits.Length;
        if (k <= n && n <= 21) return sign + digits + new string('0', n - k);
        if (0 < n && n <= 21) return sign + digits[..n] + "." + digits[n..];
        if (-6 < n && n <= 0) return sign + "0." + new string('0', -n) + digits;
        var power = (n - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return sign + digits[..1] + (k == 1 ? "" : "." + digits[1..]) + "e" + power;
    }

    /// <summary>Digits without leading or trailing zeros, and n such that the value is 0.digits × 10^n.</summary>
    private static (string Digits, int Exponent) Parts(string shortest)
    {
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? shortest : shortest[..e];
        var exponent = e < 0 ? 0 : int.Parse(shortest[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var n = (point < 0 ? mantissa.Length : point) - (all.Length - digits.Length) + exponent;
        return (digits.TrimEnd('0'), n);
    }
}
