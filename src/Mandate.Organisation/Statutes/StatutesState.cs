using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Statutes;

/// <summary>A version of the constitution and when it came into force.</summary>
/// <param name="Yaml">SHA-256 of the YAML blob that runs.</param>
/// <param name="Canonical">SHA-256 of its canonical JSON: what was adopted is what runs.</param>
/// <param name="Texts">SHA-256 of the adopted legal text per language.</param>
/// <param name="Basis"><c>founding</c>, the id of the vote that adopted it, or of the ruling that corrected an error of encoding.</param>
public sealed record ConstitutionVersion(
    int Number,
    string Yaml,
    string Canonical,
    ImmutableSortedDictionary<string, string> Texts,
    DateTimeOffset From,
    string Basis,
    Constitution Rules)
{
    /// <summary>Place of the entry that adopted it in the record, from 0.</summary>
    public long Entry { get; init; }

    /// <summary>For a correction: places in the record of the acts that were decided under the error.</summary>
    public ImmutableArray<string> Affected { get; init; } = [];

    /// <summary>Whether it corrects an error of encoding: the adopted text stays the same.</summary>
    public bool IsCorrection => Basis.StartsWith("correction:", StringComparison.Ordinal);
}

/// <summary>A question that the constitution leaves to a body's judgement (<c>judged_by</c>), and that body's answer.</summary>
/// <param name="Answer">Whether the body holds the condition to be met; null while it has not answered.</param>
public sealed record Judgement(string Id, string Clause, string Body, string Question, string Subject, DateTimeOffset Asked, bool? Answer, string? Reason, DateTimeOffset? At)
{
    /// <summary>Subject of a question whether something is allowed, asked before anybody does it.</summary>
    public const string WhetherAllowed = "whether-allowed";

    /// <summary>A question whether an answer was about what a charge is about has the subject <c>plea/CHARGE</c>.</summary>
    public const string OfPlea = "plea/";
}

public sealed record StatutesState(ImmutableArray<ConstitutionVersion> Versions, ImmutableDictionary<string, Judgement> Judgements)
{
    /// <summary>Languages that members have asked for, by code.</summary>
    public ImmutableDictionary<string, AskedLanguage> AskedLanguages { get; init; } = ImmutableDictionary.Create<string, AskedLanguage>(StringComparer.Ordinal);

    /// <summary>Languages that groups of members have added.</summary>
    public ImmutableArray<AddedLanguage> Languages { get; init; } = [];

    public static StatutesState Empty { get; } = new([], ImmutableDictionary.Create<string, Judgement>(StringComparer.Ordinal));

    /// <summary>The version in force at that time; null before the founding.</summary>
    public ConstitutionVersion? VersionAt(DateTimeOffset at) => Versions.LastOrDefault(v => v.From <= at);

    /// <summary>The rules in force at that time. Asked only once a founding has opened.</summary>
    public Constitution At(DateTimeOffset at) => (VersionAt(at) ?? Versions[0]).Rules;
}
