using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>Which lists take part in the apportionment.</summary>
public static class ListThreshold
{
    /// <summary>A share of all votes as <c>5%</c>, <c>1/20</c> or <c>0.05</c>; null where the text is none, or is not from 0 to 1.</summary>
    public static Fraction? Parse(string text)
    {
        var percent = text.EndsWith('%');
        if (!Fraction.TryParse(percent ? text[..^1].Trim() : text.Trim(), out var value)) return null;
        if (percent) value /= 100;
        return value.Sign < 0 || value > 1 ? null : value;
    }

    /// <summary>
    /// Votes with those of lists below the threshold set to none. The share is <i>at least</i>, of all valid votes, and compared
    /// by multiplication. A list exempt from it (a national minority, a constituency won) keeps its votes.
    /// </summary>
    public static ImmutableArray<BigInteger> Apply(IReadOnlyList<BigInteger> votes, Func<int, Fraction> threshold, Func<int, bool>? exempt = null)
    {
        var all = votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        return [.. votes.Select((v, i) => exempt?.Invoke(i) == true || v >= (threshold(i) * all) ? v : BigInteger.Zero)];
    }

    /// <summary>
    /// Constituency seats already won are kept; where a list won more than its share, the body grows by the difference
    /// (overhang seats of New Zealand's Electoral Act 1993, section 192).
    /// </summary>
    public static ImmutableArray<int> WithOverhang(IReadOnlyList<int> share, IReadOnlyList<int> won) =>
        [.. share.Select((s, i) => Math.Max(s, won[i]))];
}
