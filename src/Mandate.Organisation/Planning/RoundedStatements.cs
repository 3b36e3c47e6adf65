using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Mandate.Organisation.Planning;

/// <summary>A number in a text beside the figure of a series that it states (S411).</summary>
/// <param name="Start">Where it stands in the text, and <paramref name="Length"/>, with the series in brackets.</param>
/// <param name="Words">The number as it is written: <c>6 million</c>.</param>
/// <param name="On">The day of the figure.</param>
/// <param name="Exact">The figure, in hundredths of the unit of the series; null where there is none on or before that day.</param>
/// <param name="Allows">How far it may be off for being rounded so, in hundredths: half of the last place that is written.</param>
/// <param name="Off">How far it is off, in hundredths; null where there is no figure.</param>
public sealed record RoundedStatement(int Start, int Length, string Words, string Series, DateOnly? On, long? Exact, BigInteger Allows, BigInteger? Off)
{
    public bool Fits => Off <= Allows;
}

/// <summary>
/// Rounded numbers held against the table: <c>almost 6 million (series:staff 1926-12-17)</c>. What is rounded off is told by the last place that is not nothing; a statement that is off by more than
/// half of that place is shown as such beside the exact figure. Only what names its series is compared.
/// </summary>
public static partial class RoundedStatements
{
    public static ImmutableArray<RoundedStatement> In(string text, PlanningState planning) =>
        [.. Stated().Matches(text).Where(m => planning.Series.ContainsKey(m.Groups["series"].Value)).Select(m => Held(m, planning.Series[m.Groups["series"].Value]))];

    private static RoundedStatement Held(Match m, Series series)
    {
        var (stated, place) = Read(m.Groups["number"].Value.Trim(), m.Groups["times"].Value);
        var day = DateOnly.TryParseExact(m.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        var figure = series.Values.LastOrDefault(v => day is null || v.On <= day);
        return new(m.Index, m.Length, $"{m.Groups["number"].Value.Trim()} {m.Groups["times"].Value}".Trim(), series.Id, figure?.On, figure?.Value, place / 2, figure is null ? null : BigInteger.Abs(stated - figure.Value));
    }

    /// <summary>The number and its last written place that is not nothing, both in hundredths.</summary>
    private static (BigInteger Stated, BigInteger Place) Read(string number, string times)
    {
        var factor = Factor(times);
        // Without a word of size a point or comma before exactly three figures parts thousands; with one it begins the decimals.
        var last = number.LastIndexOfAny(['.', ',']);
        var decimals = last >= 0 && (factor > 1 || number.Length - last - 1 != 3) ? number[(last + 1)..] : "";
        var whole = decimals.Length > 0 ? number[..last] : number;
        var digits = string.Concat((whole + decimals).Where(char.IsAsciiDigit));
        var scale = 100 * factor;
        var places = decimals.Length;
        var trailing = digits.Length - digits.TrimEnd('0').Length;
        // What is written behind the point counts, nothing or not; noughts before it are rounded off.
        var rounded = places > 0 ? -places : Math.Min(trailing, digits.Length - 1);
        return (BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * scale / BigInteger.Pow(10, places), rounded >= 0 ? scale * BigInteger.Pow(10, rounded) : scale / BigInteger.Pow(10, -rounded));
    }

    private static BigInteger Factor(string word) => word.ToLowerInvariant() switch
    {
        "" => 1,
        "thousand" or "duizend" or "tusen" or "mille" => 1_000,
        "billion" or "miljard" or "miljarder" or "milliard" or "milliards" => 1_000_000_000,
        _ => 1_000_000,
    };

    [GeneratedRegex(@"(?<number>\d(?:[\d.,  ’']*\d)?)(?:\s+(?<times>thousand|duizend|tusen|mille|millions?|miljoen|miljon(?:er)?|billion|miljard(?:er)?|milliards?))?[^().\n]{0,60}?\(series:(?<series>[A-Za-z0-9][\w-]*)(?:\s+(?<day>\d{4}-\d\d-\d\d))?\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stated();
}
