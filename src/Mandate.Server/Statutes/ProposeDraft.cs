using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Motions;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;
using ClauseChange = Mandate.Constitutions.ClauseChange;

namespace Mandate.Server.Statutes;

/// <summary>Other words for the constitution in force, as somebody has written them so far: one clause of it, or the whole.</summary>
/// <param name="Clause">Path of the one clause that is rewritten; null where the whole is.</param>
/// <param name="Yaml">The whole constitution as it would stand.</param>
/// <param name="After">Null where that text does not read.</param>
/// <param name="Clauses">The clauses that differ, as an act has to name them.</param>
/// <param name="Errors">Fields of the plain form that cannot be read.</param>
public sealed record ProposeDraft(
    string? Clause, string Yaml, Constitution? After, ImmutableArray<ClauseChange> Changes, ImmutableArray<string> Clauses, ImmutableArray<ProposeDraft.Mistake> Mistakes, ImmutableArray<(string Field, string Message)> Errors)
{
    /// <param name="Line">The line of the text that it is about, for reading.</param>
    public sealed record Mistake(Fault Fault, string Line);

    /// <summary>
    /// Reads the fields <c>clause</c>, <c>as</c> (<c>plain</c> or <c>yaml</c>), <c>strike</c>, <c>yaml</c> and those of
    /// <see cref="ClauseForm"/>. What is not filled in stays as it is.
    /// </summary>
    public static ProposeDraft Of(Visit visit, IReadOnlyDictionary<string, string> filled)
    {
        var rules = visit.Version.Rules;
        var clause = filled.GetValueOrDefault("clause") is { Length: > 0 } path ? path : null;
        var words = (filled.GetValueOrDefault("yaml") ?? "").ReplaceLineEndings("\n").TrimEnd() + "\n";
        var now = visit.Text(visit.Version.Yaml) ?? "";
        ImmutableArray<(string, string)> errors = [];
        AmendedText amended;
        if (clause is null) amended = new(words, ConstitutionReader.Read(words));
        else if (filled.GetValueOrDefault("strike") == "yes") amended = Constitutions.Amendment.Apply(now, [new(clause, null)]);
        else if (filled.GetValueOrDefault("as") == "plain" && Form(rules, clause) is { } form)
        {
            var edits = form.Edits(filled, out var wrong);
            errors = [.. wrong.Select(w => (w.Field, visit.Words.Say(w.Key, ("field", ClauseWords.Of(visit.Words, rules.Source, w.Field[2..], clause)))))];
            amended = edits.IsEmpty ? new(now, ConstitutionReader.Read(now)) : Constitutions.Amendment.Apply(now, edits);
        }
        else amended = Constitutions.Amendment.Apply(now, [new(clause, words)]);
        if (amended.Reading.Constitution is { } after)
        {
            var changes = ConstitutionDiff.Between(rules, after);
            return new(clause, amended.Yaml, after, changes, Named(changes), [], errors);
        }
        return new(clause, amended.Yaml, null, [], [], [.. amended.Reading.Faults.Select(f => new Mistake(f, Line(f.Message.StartsWith("in the new words", StringComparison.Ordinal) ? words : amended.Yaml, f.Clause.Line)))], errors);
    }

    /// <summary>The plain form of a clause; null where there is no such clause, or it is too large for one.</summary>
    public static ClauseForm? Form(Constitution rules, string clause) => Constitutions.Clauses.At(rules, clause) is { } datum ? ClauseForm.Of(rules, datum) : null;

    /// <summary>
    /// The clauses that an act has to name for these changes. Where entries of a list come or go the others move, so the list
    /// itself is named: the place of an entry would mean another one afterwards.
    /// </summary>
    public static ImmutableArray<string> Named(IEnumerable<ClauseChange> changes)
    {
        var paths = changes.Select(Name).Distinct(StringComparer.Ordinal).ToList();
        return [.. paths.Where(p => !paths.Exists(o => o != p && Constitutions.Clauses.Covers(o, p))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The whole legal text in a language as it is to stand: the article that was rewritten, in its place.</summary>
    public string? Legal(Visit visit, string language, IReadOnlyDictionary<string, string> filled)
    {
        var now = visit.Version.Texts.TryGetValue(language, out var sha256) ? visit.Text(sha256) : null;
        if (now is null || !filled.TryGetValue("legal-" + language, out var written) || string.IsNullOrWhiteSpace(written)) return now;
        var text = written.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Clause is null || AdoptedText.Of(now, Clause) is not { } article) return text;
        return article.Trim() == text.Trim() ? now : AdoptedText.With(now, Clause, text);
    }

    /// <summary>The motion that files it; what is missing stands in the filling's errors.</summary>
    public FileMotion Motion(Filling filling, IReadOnlyDictionary<string, string> filled)
    {
        var legal = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var language in filling.Visit.Version.Texts.Keys)
            if (Legal(filling.Visit, language, filled) is { } text) legal[language] = filling.Blob(text);
        return new(filling.NewId("motion"), filling.Text("session"), ClassRule.Amendment, filling.Text("title"), filling.Texts("text"), Clauses, new(filling.Blob(Yaml), legal.ToImmutable()), null, filling.DayOrNone("expires"), false);
    }

    private static string Name(ClauseChange change)
    {
        if (change.Kind != ChangeKind.Changed && change.Path.EndsWith(']')) return change.Path[..change.Path.LastIndexOf('[')];
        var path = change.Path;
        while (path.Length > 0 && !Constitutions.Clauses.Covers(path, change.OldPath)) path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return path;
    }

    private static string Line(string text, int line) => text.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "";
}
