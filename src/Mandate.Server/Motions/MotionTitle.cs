using System.Text;
using System.Text.RegularExpressions;
using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;

namespace Mandate.Server.Motions;

/// <summary>What a motion is called: its one title on the record, and to a reader the heading of its own text in their language.</summary>
public static partial class MotionTitle
{
    /// <summary>What the motion's text in that language has as its heading; the title it was filed under where there is none.</summary>
    public static string Of(IKept kept, Motion motion, Language language) =>
        motion.Current.Texts.Count > 1 && motion.Current.Texts.TryGetValue(language.Code, out var text) && kept.Blob(text) is { } bytes ? HeadingOf(bytes.Span) ?? motion.Title : motion.Title;

    /// <summary>The heading that a text begins with; null where it begins with something else.</summary>
    public static string? HeadingOf(ReadOnlySpan<byte> text) =>
        Heading().Match(Encoding.UTF8.GetString(text[..Math.Min(text.Length, Longest)])) is { Success: true } heading ? heading.Groups["title"].Value : null;

    /// <summary>Bytes of a text that are looked at: a heading that is longer is none.</summary>
    private const int Longest = 512;

    [GeneratedRegex(@"\A#[ \t]+(?<title>[^\r\n]{1,200}?)[ \t]*\r?\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
