using System.Numerics;
using Mandate.Organisation.Inspection;
using Mandate.Server.Wording;
using Mandate.Tally;

namespace Mandate.Server.Rights;

/// <summary>Writes the values of indicators: rounded for reading, the exact fraction beside them.</summary>
public static class IndicatorWords
{
    public static string Value(Indicator of, Words words) => of.Known switch
    {
        Known.TooFew => words.Value(Known.TooFew),
        Known.NotGiven => words.Value(Known.NotGiven),
        _ => Value(of.Value, of.Measure, words),
    };

    public static string Value(Fraction? value, Measure measure, Words words) => value is not { } given ? words.Value(Known.NotGiven) : measure switch
    {
        Measure.Share => Quantity.Percent(given, words),
        Measure.Days => words.Say("indicator.days", ("count", Decimals(given, 1, words))),
        Measure.Index => Decimals(given, 3, words),
        _ => Decimals(given, 2, words),
    };

    /// <summary>An input: a whole number as it is, others with one decimal.</summary>
    public static string Value(Input input, Words words) => input.Value is { } value ? Decimals(value, 1, words) : words.Value(Known.NotGiven);

    /// <summary>The name of what a part is about: a place, or a tier.</summary>
    public static string Part(string of, Words words) => words.Has("indicator.tier." + of) ? words["indicator.tier." + of] : words.Place(of);

    private static string Decimals(Fraction value, int decimals, Words words)
    {
        var scale = BigInteger.Pow(10, decimals);
        var rounded = (value * scale + new Fraction(1, 2)).Floor();
        var whole = BigInteger.DivRem(rounded, scale, out var rest);
        var tail = rest.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals, '0').TrimEnd('0');
        return Quantity.Grouped(whole) + (tail.Length == 0 ? "" : words.Language.DecimalMark + tail);
    }
}
