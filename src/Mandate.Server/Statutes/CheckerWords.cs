using Mandate.Constitutions.Checks;
using Mandate.Server.Wording;

namespace Mandate.Server.Statutes;

/// <summary>What the checker says, in the reader's language and with the organisation's own names of its bodies and offices.</summary>
public static class CheckerWords
{
    public static string Of(Words words, Phrase phrase) => phrase.In(words.Language.Code, id => Within(words, id));

    /// <summary>Inside a sentence: small letters, except in a name that the organisation itself writes otherwise.</summary>
    private static string Within(Words words, string id)
    {
        if (words.Glossary.Own(id, "one", words.Language) is { } own) return own;
        var name = words.Place(id);
        return name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }
}
