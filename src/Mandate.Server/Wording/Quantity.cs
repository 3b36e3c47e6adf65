using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Mandate.Tally;

namespace Mandate.Server.Wording;

/// <summary>
/// Writes values into sentences: dates, counts, shares, and the constitution's own short forms (<c>90 days</c>,
/// <c>2/3 of votes cast</c>, <c>50 members</c>) as each language says them. What is none of these stands as it is.
/// </summary>
public static partial class Quantity
{
    public static string Write(object? value, Words words) => value switch
    {
        null => "",
        DateOnly day => words.Date(day),
        DateTimeOffset at => words.Moment(at),
        sbyte or byte or short or ushort or int or uint or long => Grouped(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        BigInteger number => Grouped(number),
        Fraction share => Share(share, words),
        string text => Short(text, words),
        Enum named => words.Has($"value.{named.GetType().Name}.{named}") ? words[$"value.{named.GetType().Name}.{named}"] : named.ToString(),
        IEnumerable<string> several => string.Join(", ", several.Select(s => Short(s, words))),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Groups of three, parted by a no-break space in every language (ISO 80000-1), so that no mark can be read as a decimal.</summary>
    public static string Grouped(BigInteger value)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture);
        if (digits.Length > 4)
            for (var at = digits.Length - 3; at > 0; at -= 3) digits = digits.Insert(at, "\u00A0");
        return value.Sign < 0 ? "\u2212" + digits : digits;
    }

    /// <summary>Per cent with at most one decimal, rounded to the nearest, for reading only: what decides is the fraction.</summary>
    public static string Percent(Fraction share, Words words)
    {
        var tenths = (share * 1000 + new Fraction(1, 2)).Numerator / (share * 1000 + new Fraction(1, 2)).Denominator;
        var (whole, tenth) = (tenths / 10, tenths % 10);
        return Grouped(whole) + (tenth.IsZero ? "" : words.Language.DecimalMark + tenth.ToString(CultureInfo.InvariantCulture)) + "\u00A0%";
    }

    /// <summary>"two thirds"; shares without a name of their own as a/b.</summary>
    public static string Share(Fraction share, Words words)
    {
        var written = share.IsWhole ? Grouped(share.Numerator) : $"{share.Numerator}/{share.Denominator}";
        return words.Has("share." + written) ? words["share." + written] : written;
    }

    private static string Short(string text, Words words)
    {
        if (Period().Match(text) is { Success: true } period)
            return words.Count("period." + Singular(period.Groups["what"].Value), long.Parse(period.Groups["n"].Value, CultureInfo.InvariantCulture));
        if (Majority().Match(text) is { Success: true } majority && words.Has(BaseKey(majority.Groups["base"].Value)))
            return words.Say("majority.of", ("share", ShareOf(majority.Groups["share"].Value, words)), ("base", words[BaseKey(majority.Groups["base"].Value)]));
        if (Counted().Match(text) is { Success: true } counted && words.Has("counted." + counted.Groups["what"].Value))
            return words.Count("counted." + counted.Groups["what"].Value, long.Parse(counted.Groups["n"].Value, CultureInfo.InvariantCulture));
        return text;
    }

    private static string ShareOf(string text, Words words) =>
        text == "majority" ? words["share.majority"]
        : text.EndsWith('%') ? text[..^1] + "\u00A0%"
        : text.Split('/') is [var above, var below] ? Share(new Fraction(BigInteger.Parse(above, CultureInfo.InvariantCulture), BigInteger.Parse(below, CultureInfo.InvariantCulture)), words)
        : text;

    private static string BaseKey(string name) => "majority.base." + name.Replace(' ', '-');

    private static string Singular(string unit) => unit.TrimEnd('s').Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<n>\d{1,9}) (?<what>hours?|working days?|days?|weeks?|months?|years?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Period();

    [GeneratedRegex(@"^(?<share>majority|\d{1,9}/[1-9]\d{0,8}|\d{1,3}(?:\.\d+)?%) of (?<base>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Majority();

    [GeneratedRegex(@"^(?<n>\d{1,9}) (?<what>members|branches|regions|seats|units)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();
}
