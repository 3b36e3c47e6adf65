using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions;

/// <summary>One article of the legal text: the clause it words, its heading, and its Markdown.</summary>
public sealed record LegalSection(string Path, string Heading, string Markdown, int Line);

/// <summary>
/// The legal text of a constitution in one language: Markdown in which each section's heading ends with the path of its clause,
/// <c>## Article 9. Congress {#bodies.congress}</c>.
/// </summary>
public sealed record LegalText(string Language, string Title, string Preamble, ImmutableArray<LegalSection> Sections)
{
    private static readonly Regex Anchored = new(@"^#{2,6} +(?<heading>.*?) *\{#(?<path>[^}\s]*)\} *\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The section that words a clause: its own, or that of the nearest clause around it.</summary>
    public LegalSection? For(string path) => Sections.Where(s => Clauses.Covers(s.Path, path)).MaxBy(s => s.Path.Length);

    /// <summary>Never throws; headings without a path are part of the section before them, and a file without sections has none.</summary>
    public static LegalText Read(string language, string markdown)
    {
        var sections = ImmutableArray.CreateBuilder<LegalSection>();
        string title = "", path = "", heading = "";
        var line = 0;
        var body = new List<string>();
        string preamble = "";
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (title.Length == 0 && line == 0 && lines[i].StartsWith("# ", StringComparison.Ordinal))
            {
                title = lines[i][2..].Trim();
            }
            else if (Anchored.Match(lines[i]) is { Success: true } match)
            {
                Close();
                (path, heading, line) = (match.Groups["path"].Value, match.Groups["heading"].Value, i + 1);
            }
            else
            {
                body.Add(lines[i]);
            }
        }
        Close();
        return new(language, title, preamble, sections.ToImmutable());

        void Close()
        {
            var text = string.Join('\n', body).Trim();
            if (line == 0) preamble = text;
            else sections.Add(new(path, heading, text, line));
            body.Clear();
        }
    }
}

/// <summary>The legal texts of a constitution, held to its clauses and to each other.</summary>
public static class LegalTexts
{
    /// <summary>Keys that are not law: identity, labels, assumptions, words.</summary>
    private static readonly HashSet<string> NotLaw = new(StringComparer.Ordinal) { "mandate", "id", "assume", "tags", "glossary" };

    /// <summary>
    /// What is wrong with the texts; nothing when every official language has text for every clause. Translations into other
    /// languages are held to the same clauses. The fault's clause is the path concerned, its line that of the text.
    /// </summary>
    public static ImmutableArray<(string Language, Fault Fault)> Check(Constitution constitution, IEnumerable<LegalText> texts)
    {
        var faults = ImmutableArray.CreateBuilder<(string, Fault)>();
        var given = texts.ToList();
        foreach (var language in constitution.Languages.Official.Where(l => !given.Exists(t => t.Language == l)))
            faults.Add((language, new(FaultKind.MissingKey, constitution.Languages.Clause, $"the official language '{language}' has no legal text")));
        var known = Clauses.All(constitution).Select(c => c.Clause.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var text in given)
        {
            foreach (var section in text.Sections)
            {
                if (!known.Contains(section.Path)) faults.Add((text.Language, new(FaultKind.UnknownName, new(section.Path, section.Line, 1), $"there is no clause '{section.Path}'", Nearest.To(section.Path, known))));
                if (section.Markdown.Length == 0) faults.Add((text.Language, new(FaultKind.MissingKey, new(section.Path, section.Line, 1), "the section has a heading but no text")));
            }
            foreach (var twice in text.Sections.GroupBy(s => s.Path, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
                faults.Add((text.Language, new(FaultKind.DuplicateKey, new(twice.Path, twice.Line, 1), "the clause has a section already")));
            var worded = text.Sections.Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var clause in constitution.Source.Entries.Where(e => !NotLaw.Contains(e.Key)).SelectMany(e => Missing(e.Value, worded)))
                faults.Add((text.Language, new(FaultKind.MissingKey, clause, "the clause has no legal text")));
        }
        return faults.ToImmutable();
    }

    /// <summary>
    /// The languages whose text prevails. Several are equally authentic: what they say together is the law. The encoding never
    /// prevails over the text.
    /// </summary>
    public static ImmutableArray<string> Prevailing(Constitution constitution) =>
        constitution.Languages.Prevails is { } one ? [one] : constitution.Languages.EquallyAuthentic ? constitution.Languages.Official : [constitution.Languages.Official[0]];

    /// <summary>A clause is worded by a section of its own or by sections for everything in it.</summary>
    private static IEnumerable<Clause> Missing(Datum datum, HashSet<string> worded)
    {
        if (worded.Contains(datum.Clause.Path)) return [];
        if (datum is not Datum.Map { Entries.IsEmpty: false } map) return [datum.Clause];
        var below = map.Entries.SelectMany(e => Missing(e.Value, worded)).ToList();
        // Nothing in it is worded: name the clause itself, not each of its parts.
        return below.Count == 0 ? [] : worded.Any(w => Clauses.Covers(datum.Clause.Path, w)) ? below : [datum.Clause];
    }
}
