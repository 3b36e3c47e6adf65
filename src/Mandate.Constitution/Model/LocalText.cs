using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>A text in one or several languages (BCP 47 codes). A text without a language stands under the empty code.</summary>
public sealed record LocalText(ImmutableSortedDictionary<string, string> Texts) : Node
{
    /// <summary>The text in that language, else in the first of the others in code order.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) ? text : Texts.TryGetValue("", out text) ? text : Texts.Values.First();
}
