using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Mandate.Organisation.Press;

/// <summary>What comparing a quotation with its source shows.</summary>
public enum QuotationVerdict { Verified, Altered, Closed, NoSource, Paraphrase }

/// <summary>Words in quotation marks, and the source that follows them in brackets: <c>"..." (document:letter-4)</c>.</summary>
/// <param name="Kind"><c>document</c>, <c>piece</c> or <c>motion</c>; null where none follows.</param>
/// <param name="Own">Whether it tells in its own words what the source says: <c>... (cf. document:letter-4)</c>. It is shown beside the source, not compared.</param>
public sealed record Quotation(string Words, string? Kind, string? Source, bool Own = false);

/// <summary>
/// Quotations in a text, compared with what they quote word for word (requirements S130, S137, S253, S407). Spaces, line ends and kinds of quotation marks are no
/// difference; an ellipsis stands for words left out. Fewer than <see cref="Least"/> words are a name or a turn of phrase, not a quotation.
/// </summary>
public static partial class Quotations
{
    /// <summary>The fewest words that count as a quotation.</summary>
    public const int Least = 4;

    /// <summary>The quotations of a text in its order, then what it tells in its own words.</summary>
    public static ImmutableArray<Quotation> In(string text) =>
        [.. Quoted().Matches(text).Where(m => PressRules.Count(m.Groups["words"].Value) >= Least || m.Groups["kind"].Success)
            .Select(m => new Quotation(m.Groups["words"].Value.Trim(), m.Groups["kind"] is { Success: true, Value: var kind } ? kind : null, m.Groups["id"] is { Success: true, Value: var id } ? id : null))
            .Concat(Told().Matches(text).Select(m => new Quotation(m.Groups["words"].Value.Trim(), m.Groups["kind"].Value, m.Groups["id"].Value, Own: true)))];

    /// <param name="source">Gives the text that a kind and an id name: null where there is none, an empty one where it is closed.</param>
    public static QuotationVerdict Check(Quotation quotation, Func<string, string, string?> source) =>
        quotation is not { Kind: { } kind, Source: { } id } || source(kind, id) is not { } text ? QuotationVerdict.NoSource
        : text.Length == 0 ? QuotationVerdict.Closed
        : quotation.Own ? QuotationVerdict.Paraphrase
        : IsIn(quotation.Words, text) ? QuotationVerdict.Verified : QuotationVerdict.Altered;

    /// <summary>Whether a passage stands in a text, piece by piece between ellipses and in their order.</summary>
    public static bool IsIn(string passage, string text)
    {
        var (plain, at) = (Plain(text), 0);
        foreach (var piece in Ellipsis().Split(passage).Select(Plain).Where(p => p.Length > 0))
        {
            var found = plain.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + piece.Length;
        }
        return true;
    }

    /// <summary>The paragraph of a text in which a passage stands, for its context (requirement S407); null where it does not stand in one.</summary>
    public static string? Context(string passage, string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(paragraph => IsIn(passage, paragraph));

    /// <summary>Quotation marks of every kind as one, blanks as one.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
            if (char.IsWhiteSpace(character))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else plain.Append(character is '“' or '”' or '„' or '«' or '»' or '‟' ? '"' : character is '’' or '‘' or '‚' ? '\'' : character);
        return plain.ToString().TrimEnd();
    }

    [GeneratedRegex("""(?:["“„](?<words>[^"“”„«»]{1,2000}?)["”“]|«(?<words>[^«»]{1,2000}?)»|”(?<words>[^"“”„«»]{1,2000}?)”)(?:\s*\((?<kind>document|piece|motion):(?<id>[\w.-]{1,100})\))?""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<words>[^.!?\r\n()""“”„«»]{4,500}[.!?]?)\s*\(cf\.\s*(?<kind>document|piece|motion):(?<id>[\w.-]{1,100})\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();

    [GeneratedRegex(@"\[?(?:…|\.\.\.)\]?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ellipsis();
}
