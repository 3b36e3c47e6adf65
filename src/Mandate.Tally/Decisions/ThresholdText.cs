using System.Globalization;

namespace Mandate.Tally.Decisions;

/// <summary>
/// <c>unanimous | plurality | (majority | all | more than a/b | a/b | n%) of (votes cast | present | members | seats | units) | n of m seats</c>.
/// </summary>
internal static class ThresholdText
{
    private const string Expected =
        "expected 'unanimous', 'plurality', 'n of m seats', or 'majority', 'all', 'more than a/b', 'a/b' or 'n%' "
        + "followed by 'of votes cast', 'of present', 'of members', 'of seats' or 'of units'";

    public static bool TryParse(string text, out Threshold threshold, out string error)
    {
        threshold = new Threshold.Unanimous();
        error = "";
        if (text == "unanimous") return true;
        if (text == "plurality")
        {
            threshold = new Threshold.Plurality();
            return true;
        }
        var of = text.IndexOf(" of ", StringComparison.Ordinal);
        if (of < 0) return Fail($"'{text}' is not a threshold: {Expected}", out error);
        var (share, rest) = (text[..of], text[(of + 4)..]);
        if (TryCount(share, out var needed) && rest.EndsWith(" seats", StringComparison.Ordinal) && TryCount(rest[..^6], out var seats))
        {
            if (needed < 1 || needed > seats) return Fail($"'{text}': {share} seats of {seats} cannot be; n of m seats needs 1 <= n <= m", out error);
            threshold = new Threshold.SeatsOf(needed, seats);
            return true;
        }
        if (!DecisionBaseText.TryParse(rest, out var basis)) return Fail($"'{rest}' is not a base: {Expected}", out error);
        return TryShare(share, basis, ref threshold) || Fail($"'{share}' is not a share above 0 and not above 1: {Expected}", out error);
    }

    /// <summary>Reads <c>a/b</c> or <c>n%</c> (also <c>2.5%</c>), above 0 and not above 1.</summary>
    public static bool TryShare(string text, out Fraction share)
    {
        share = default;
        if (text.EndsWith('%'))
        {
            if (text.Contains('/', StringComparison.Ordinal) || !Fraction.TryParse(text[..^1], out share)) return false;
            share /= 100;
        }
        else if (!text.Contains('/', StringComparison.Ordinal) || !Fraction.TryParse(text, out share)) return false;
        return share.Sign > 0 && share <= Fraction.One;
    }

    private static bool TryShare(string text, DecisionBase of, ref Threshold threshold)
    {
        const string MoreThan = "more than ";
        if (text == "majority") threshold = new Threshold.Majority(of);
        else if (text == "all") threshold = new Threshold.All(of);
        else if (text.StartsWith(MoreThan, StringComparison.Ordinal))
        {
            // More than the whole can never be reached.
            if (!TryShare(text[MoreThan.Length..], out var above) || above == Fraction.One) return false;
            threshold = new Threshold.MoreThan(above, of);
        }
        else if (TryShare(text, out var share)) threshold = new Threshold.AtLeast(share, of);
        else return false;
        return true;
    }

    private static bool TryCount(string text, out long count) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private static bool Fail(string message, out string error)
    {
        error = message;
        return false;
    }
}
