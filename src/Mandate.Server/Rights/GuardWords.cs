using Mandate.Server.Wording;

namespace Mandate.Server.Rights;

/// <summary>What a guard says when it refuses, where no particular act is at hand.</summary>
public static class GuardWords
{
    /// <summary>Its sentence of refusal; empty where that speaks of the particulars of an act, or where it refuses nothing.</summary>
    public static string Sentence(Words words, string guard) =>
        Catalogue.Ours.Find("refusal.guards." + guard, words.Language) is { } text && !text.Other.Places.Any() ? words["refusal.guards." + guard] : "";
}
