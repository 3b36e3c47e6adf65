using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Demo;

/// <summary>The constitution as the council's amendment would have it: 28 days of notice instead of 21, in the rules and in each legal text.</summary>
internal sealed record ProposedChange(string Yaml, ImmutableSortedDictionary<string, string> Texts)
{
    private static readonly ImmutableSortedDictionary<string, (string From, string To)> Words = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("nl", ("eenentwintig dagen", "achtentwintig dagen")), KeyValuePair.Create("fr", ("vingt et un jours", "vingt-huit jours")),
        KeyValuePair.Create("en", ("twenty-one days", "twenty-eight days")), KeyValuePair.Create("sv", ("tjugoen dagar", "tjugoåtta dagar")),
    ]);

    public static ProposedChange LongerNotice(string yaml, ImmutableSortedDictionary<string, string> texts) => new(
        Amendment.Apply(yaml, [new("procedure.default.notice", "28 days")]).Yaml,
        texts.ToImmutableSortedDictionary(t => t.Key, t => InClause(t.Key, t.Value), StringComparer.Ordinal));

    /// <summary>Only the section of the clause that is amended.</summary>
    private static string InClause(string language, string text)
    {
        var start = text.IndexOf("procedure.default", StringComparison.Ordinal);
        if (start < 0 || !Words.TryGetValue(language, out var words)) return text;
        var end = text.IndexOf("\n#", start + 1, StringComparison.Ordinal);
        if (end < 0) end = text.Length;
        return text[..start] + text[start..end].Replace(words.From, words.To, StringComparison.OrdinalIgnoreCase).Replace("21", "28", StringComparison.Ordinal) + text[end..];
    }
}
