using Mandate.Organisation.Facts;
using Mandate.Server.Wording;

namespace Mandate.Server.History;

/// <summary>Numbers as a work gives them: exact, about, an order of magnitude, or not at all.</summary>
public static class Figures
{
    public static string Say(Numbered number, Words words, FactsState facts)
    {
        string? Said(string? text) => text is { Length: > 0 } ? Things.Word(facts, text, words.Language.Code).Text : text;
        var value = number.Share is { } share ? Quantity.Share(share, words) : Say(number.Figure, words);
        return string.Join(' ', new[] { value, number.Words is { Length: > 0 } own && own != value ? value is null ? Said(own) : $"({Said(own)})" : null, Said(number.Unit) }.Where(t => t is { Length: > 0 })) is { Length: > 0 } text
            ? text
            : words["history.not-known"];
    }

    /// <summary>Null where nothing is known of it.</summary>
    public static string? Say(Figure? figure, Words words) => figure switch
    {
        { Exact: { } exact } => figure.About ? words.Say("history.about", ("n", exact)) : words.Number(exact),
        { Scale: { } scale } => words["history.scale." + scale.ToString().ToLowerInvariant()],
        _ => null,
    };
}
