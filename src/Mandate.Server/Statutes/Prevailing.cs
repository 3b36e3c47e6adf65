using Mandate.Constitutions;
using Mandate.Server.Wording;

namespace Mandate.Server.Statutes;

/// <summary>Which wording holds where two differ.</summary>
public static class Prevailing
{
    public static string Sentence(Constitution rules, Words words) => rules.Languages switch
    {
        { Prevails: { } language } => words.Say("statutes.prevails", ("language", Language.Find(language)?.Endonym ?? language)),
        { EquallyAuthentic: true, Official.Length: > 1 } => words["statutes.equally-authentic"],
        _ => words["statutes.text-prevails"],
    };
}
