using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Node.Chronologies;

/// <summary>Numbers as lists give them: 690, 8.7, <c>2/3</c>, <c>hundreds</c>, <c>not given</c>. What is no number stays words; nothing is made up.</summary>
internal static class FigureText
{
    public static Numbered Of(string what, Datum? value, string? of = null, string? unit = null)
    {
        switch (value)
        {
            case Datum.Number n when long.TryParse(n.Canonical, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return new(what, new(whole), of, null, unit);
            case Datum.Number n when Decimal(n.Canonical) is { } share:
                return new(what, new(), of, share, unit);
            case Datum.Text t when Ratio(t.Value) is { } share:
                return new(what, new(), of, share, unit);
            case Datum.Text t when t.Value.Length > 0 && Enum.TryParse<Scale>(t.Value, ignoreCase: true, out var scale) && char.IsLetter(t.Value[0]):
                return new(what, new(Scale: scale), of, null, unit);
            case Datum.Text t:
                return new(what, new(), of, null, unit, t.Value);
            case Datum.Number n:
                return new(what, new(), of, null, unit, n.Canonical);
            default:
                return new(what, new(), of, null, unit, "not given");
        }
    }

    /// <summary>A decimal number as the fraction that it is.</summary>
    private static Fraction? Decimal(string text)
    {
        var parts = text.Split('.');
        if (parts is not [var whole, { Length: > 0 and <= 9 } part] || !long.TryParse(whole + part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var all)) return null;
        long power = 1;
        for (var i = 0; i < part.Length; i++) power *= 10;
        return new Fraction(all, power);
    }

    private static Fraction? Ratio(string text) =>
        text.Split('/') is [var above, var below]
        && long.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
        && long.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? new Fraction(numerator, denominator)
            : null;
}
