using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;

namespace Mandate.Server.Statutes;

/// <summary>A text that is to be a constitution, looked at from all sides: what does not read, what its rules make possible, what differs from where it began.</summary>
/// <param name="Base">What it is compared with; null where there is nothing.</param>
/// <param name="Unworded">Clauses for which a legal text beside it has no words, by language.</param>
public sealed record Examined(string Yaml, Reading Reading, Constitution? Base, CheckResult? Check, PowerMap? Power, ConstitutionComparison? Comparison, ImmutableArray<(string Language, Fault Fault)> Unworded)
{
    /// <summary>Longest text that is looked at, in characters: the largest known constitution has a tenth of it.</summary>
    public const int Longest = 300_000;

    /// <summary>Whether remedies were tried, which takes many times as long as everything else.</summary>
    public bool Remedies { get; init; } = true;

    /// <param name="texts">Legal texts beside it, by language; those that are empty are not looked at.</param>
    /// <param name="today">Waivers that have expired by then cover nothing.</param>
    /// <param name="remedies">Whether to try remedies.</param>
    public static Examined Of(string yaml, string? from, IEnumerable<(string Language, string Markdown)> texts, DateOnly today, bool remedies)
    {
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } rules) return new(yaml, reading, null, null, null, null, []);
        var before = from is null || from == yaml ? null : ConstitutionReader.Read(from).Constitution;
        var legal = texts.Where(t => !string.IsNullOrWhiteSpace(t.Markdown)).Select(t => LegalText.Read(t.Language, t.Markdown)).ToList();
        var comparison = before is null || Canonical.Hash(before) == Canonical.Hash(rules) ? null : Comparisons.Of(before, rules, today);
        return new(yaml, reading, before, Checker.Check(rules, today, remedies), PowerMap.Of(rules), comparison, legal.Count == 0 ? [] : LegalTexts.Check(rules, legal)) { Remedies = remedies };
    }

    /// <summary>The line of a clause in the text.</summary>
    public int? Line(string clause)
    {
        for (var path = clause; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
            if (Clauses.At(Reading.Constitution!, path) is { } datum) return datum.Clause.Line;
        return null;
    }

    /// <summary>The text after trying a remedy, named by its finding and its place among the finding's remedies; null where there is none such.</summary>
    public string? Try(string name)
    {
        if (Check is null) return null;
        foreach (var (finding, i) in Check.Findings.Select((f, i) => (f, i)))
            for (var r = 0; r < finding.Remedies.Length; r++)
                if (Name(i, r) == name && finding.Remedies[r].Edits is { IsEmpty: false } edits && Amendment.Apply(Yaml, edits) is { Reading.Succeeded: true } mended) return mended.Yaml;
        return null;
    }

    /// <summary>How a remedy is named in a form: by places that hold for one text.</summary>
    public static string Name(int finding, int remedy) => FormattableString.Invariant($"{finding}.{remedy}");
}
