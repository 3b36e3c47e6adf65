using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Motions;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;
using ClauseChange = Mandate.Constitutions.ClauseChange;

namespace Mandate.Server.Statutes;

/// <summary>An amendment of the constitution as somebody has written it so far, and what it would change.</summary>
/// <param name="Yaml">The whole constitution as it would stand.</param>
/// <param name="Comparison">Null where the text does not read.</param>
/// <param name="Clauses">The clauses that the motion names.</param>
public sealed record ProposeDraft(string Yaml, ImmutableArray<ProposeDraft.Mistake> Mistakes, ConstitutionComparison? Comparison, ImmutableArray<string> Clauses)
{
    /// <param name="Line">The line of the text that it is about, for reading.</param>
    public sealed record Mistake(Fault Fault, string Line);

    /// <param name="clause">Path of the one clause that was rewritten; null where the whole was.</param>
    /// <param name="words">Its new words, or the whole.</param>
    public static ProposeDraft Of(Visit visit, string? clause, string words)
    {
        var inForce = visit.Version.Rules;
        var text = words.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var amended = clause is null ? new AmendedText(text, ConstitutionReader.Read(text)) : Amendment.Apply(visit.Text(visit.Version.Yaml) ?? "", [new(clause, text)]);
        if (amended.Reading.Constitution is not { } after)
            return new(amended.Yaml, [.. amended.Reading.Faults.Select(f => new Mistake(f, Line(f.Message.StartsWith("in the new words", StringComparison.Ordinal) ? text : amended.Yaml, f.Clause.Line)))], null, []);
        var comparison = ConstitutionComparison.Of(inForce, after, visit.Today);
        return new(amended.Yaml, [], comparison, Named(comparison.Clauses));
    }

    /// <summary>
    /// The clauses that a motion has to name for these changes. Where entries of a list come or go the others move, so the list
    /// itself is named: the place of an entry would mean another one afterwards.
    /// </summary>
    public static ImmutableArray<string> Named(IEnumerable<ClauseChange> changes)
    {
        var paths = changes.Select(Name).Distinct(StringComparer.Ordinal).ToList();
        return [.. paths.Where(p => !paths.Exists(o => o != p && Constitutions.Clauses.Covers(o, p))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The act itself; what is missing stands in the filling's errors.</summary>
    public FileMotion Command(Filling filling)
    {
        var legal = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var language in filling.Visit.Version.Texts.Keys)
            if (filling.Raw("legal-" + language) is { } text) legal[language] = filling.Blob(text + "\n");
        return new(filling.NewId("motion"), filling.Text("session"), ClassRule.Amendment, filling.Text("title"), filling.Texts("text"), Clauses, new(filling.Blob(Yaml), legal.ToImmutable()), null, filling.DayOrNone("expires"), false);
    }

    private static string Name(ClauseChange change)
    {
        if (change.Kind != ChangeKind.Changed && change.Path.EndsWith(']')) return change.Path[..change.Path.LastIndexOf('[')];
        var path = change.Path;
        while (path.Length > 0 && !Constitutions.Clauses.Covers(path, change.OldPath)) path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return path;
    }

    private static string Line(string text, int line) => text.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? line.ToString(CultureInfo.InvariantCulture);
}
