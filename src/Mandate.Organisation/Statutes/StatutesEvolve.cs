using Mandate.Constitutions.Reader;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

public static class StatutesEvolve
{
    public static StatutesState Evolve(this StatutesState state, StatutesEvent happened, Occasion occasion) => happened switch
    {
        ConstitutionAdopted e => state with { Versions = state.Versions.Add(Version(state, e, occasion)) },
        JudgementAsked e => state with
        {
            Judgements = state.Judgements.SetItem(e.Id, new Judgement(e.Id, e.Clause, e.Body, e.Question, e.Subject, occasion.At, null, null, null)),
        },
        Judged e => state with
        {
            Judgements = state.Judgements.SetItem(e.Id, state.Judgements[e.Id] with { Answer = e.Answer, Reason = e.Reason, At = occasion.At }),
        },
        LanguageAsked e => state with { AskedLanguages = state.AskedLanguages.SetItem(e.Language, new(e.Language, e.Needed, occasion.At, Pseudonyms.Read(occasion.Blobs, e.Register), [occasion.By])) },
        LanguageSigned e => state with { AskedLanguages = state.AskedLanguages.SetItem(e.Language, state.AskedLanguages[e.Language] with { Signed = state.AskedLanguages[e.Language].Signed.Add(occasion.By) }) },
        LanguageAdded e => Add(state, e, occasion),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static StatutesState Add(StatutesState state, LanguageAdded e, Occasion occasion)
    {
        var languages = state.Languages.Add(new(e.Language, occasion.At, state.VersionAt(occasion.At)!.Number));
        return state with { Languages = languages, Versions = [.. state.Versions.Select(v => WorkingLanguages.With(v, languages))] };
    }

    /// <summary>The blob was readable when it was adopted; if it is missing or unreadable now, the record is damaged, which is for the verifier to say.</summary>
    private static ConstitutionVersion Version(StatutesState state, ConstitutionAdopted e, Occasion occasion)
    {
        var yaml = occasion.Blobs.Text(e.Yaml) ?? throw new InvalidOperationException($"The constitution {e.Yaml} is missing.");
        var rules = ConstitutionReader.Read(yaml).Constitution ?? throw new InvalidOperationException($"The constitution {e.Yaml} cannot be read.");
        return WorkingLanguages.With(new(state.Versions.Length + 1, e.Yaml, e.Canonical, e.Texts, e.From, e.Basis, rules) { Entry = occasion.Index, Affected = e.Affected }, state.Languages);
    }
}
