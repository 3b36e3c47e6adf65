using Mandate.Organisation.Decisions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Decisions;

/// <summary>How a result under challenge is marked, with its case (S250): the same words on pages, on paper and in feeds.</summary>
public static class ContestedWords
{
    /// <summary>"contested: protest (case: Close the canteen)"; null where nothing is contested.</summary>
    public static string? Say(Visit visit, ContestedCase? contested) => contested is null ? null
        : visit.Words.Say("contested-result.mark", ("by", visit.Words.Value(contested.By)), ("case", Named.Of(visit, contested.Case) ?? contested.Case));

    /// <summary>A title, with the mark behind it where the result is contested.</summary>
    public static string Marked(Visit visit, string title, ContestedCase? contested) => Say(visit, contested) is { } mark ? $"{title} [{mark}]" : title;

    /// <summary>Where the case is.</summary>
    public static string Address(Visit visit, ContestedCase contested) => visit.Address + contested.By switch
    {
        ContestedBy.Challenge => "/votes/" + contested.Case,
        ContestedBy.MovedAgain => "/motions/" + contested.Case,
        ContestedBy.Notice or ContestedBy.Void => $"/sessions/{contested.Case}#notice-contests",
        _ => "/rights/protests#" + contested.Case,
    };
}
