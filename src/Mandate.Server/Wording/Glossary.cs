using System.Collections.Frozen;

namespace Mandate.Server.Wording;

/// <summary>
/// The organisation's own words for ours (delegate, branch, congress ...), per language and form. Forms: <c>one</c> and
/// <c>other</c> bare, <c>a</c> with the indefinite article, <c>the</c> and <c>those</c> definite, <c>of</c> "of the ...".
/// Our own forms stand in <c>Wording/terms.json</c> under <c>term.NAME.FORM</c>.
/// </summary>
public sealed class Glossary(IReadOnlyDictionary<(string Term, string Form, string Language), string> own)
{
    public static Glossary None { get; } = new(FrozenDictionary<(string, string, string), string>.Empty);

    public static IReadOnlyList<string> Forms { get; } = ["one", "other", "a", "the", "those", "of"];

    /// <summary>The organisation's own word; null where it has none.</summary>
    public string? Own(string term, string form, Language language) => own.GetValueOrDefault((term, form, language.Code));

    /// <summary>
    /// The organisation's word in that form. Where it names only the bare word, and that is ours too, our other forms hold; else
    /// its bare word stands in for them. Without a word of its own: ours, else the term itself.
    /// </summary>
    public string Word(string term, string form, Language language)
    {
        if (Own(term, form, language) is { } word) return word;
        var bare = Own(term, "one", language);
        return bare is null || bare.Equals(Ours(term, "one", language), StringComparison.OrdinalIgnoreCase) ? Ours(term, form, language) ?? bare ?? term : bare;
    }

    private static string? Ours(string term, string form, Language language) =>
        Catalogue.Ours.Find($"term.{term}.{form}", language)?.Other.Parts is [Template.Literal ours] ? ours.Text : null;
}
