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

    /// <summary>Whether remedies were tried for the findings at medium and above, which takes many times as long as everything else.</summary>
    public bool Remedies { get; init; } = true;

    /// <summary>The lesser finding whose remedies were asked for, by its place among the findings.</summary>
    public int? Looked { get; init; }

    /// <param name="texts">Legal texts beside it, by language; those that are empty are not looked at.</param>
    /// <param name="today">Waivers that have expired by then cover nothing.</param>
    /// <param name="remedies">Whether to try remedies.</param>
    /// <param name="look">A finding for which they are tried whatever its severity, by its place.</param>
    public static Examined Of(string yaml, string? from, IEnumerable<(string Language, string Markdown)> texts, DateOnly today, bool remedies, int? look = null)
    {
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } rules) return new(yaml, reading, null, null, null, null, []);
        var before = from is null || from == yaml ? null : ConstitutionReader.Read(from).Constitution;
        var legal = texts.Where(t => !string.IsNullOrWhiteSpace(t.Markdown)).Select(t => LegalText.Read(t.Language, t.Markdown)).ToList();
        var comparison = before is null || Canonical.Hash(before) == Canonical.Hash(rules) ? null : Comparisons.Of(before, rules, today);
        var check = Checker.Check(rules, today, remedies, Severity.Medium);
        if (look is { } i && i < check.Findings.Length) check = check with { Findings = check.Findings.SetItem(i, check.Findings[i] with { Remedies = Checker.Remedies(rules, check, check.Findings[i]) }) };
        return new(yaml, reading, before, check, PowerMap.Of(rules), comparison, legal.Count == 0 ? [] : LegalTexts.Check(rules, legal)) { Remedies = remedies, Looked = look };
    }

    /// <summary>The line of a clause in the text.</summary>
    public int? Line(string clause)
    {
        for (var path = clause; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
            if (Clauses.At(Reading.Constitution!, path) is { } datum) return datum.Clause.Line;
        return null;
    }

    /// <summary>A text after trying a remedy, named by its finding and its place among the finding's remedies; null where there is none such.</summary>
    public static string? Try(string yaml, string name, DateOnly today)
    {
        if (ConstitutionReader.Read(yaml).Constitution is not { } rules || name.Split('.') is not [var f, var r]) return null;
        var check = Checker.Check(rules, today);
        if (!Place(f, check.Findings.Length, out var finding)) return null;
        var remedies = Checker.Remedies(rules, check, check.Findings[finding]);
        return Place(r, remedies.Length, out var remedy) && remedies[remedy].Edits is { IsEmpty: false } edits && Amendment.Apply(yaml, edits) is { Reading.Succeeded: true } mended ? mended.Yaml : null;
    }

    private static bool Place(string text, int of, out int place) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out place) && place < of;

    /// <summary>How a remedy is named in a form: by places that hold for one text.</summary>
    public static string Name(int finding, int remedy) => FormattableString.Invariant($"{finding}.{remedy}");
}
