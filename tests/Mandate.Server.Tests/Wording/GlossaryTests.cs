using System.Text.RegularExpressions;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

/// <summary>One thing has one word: docs/glossary.md says which, and which words are not used.</summary>
public sealed class GlossaryTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "glossary.md"));

    public static TheoryData<string> Unused =>
        [.. Lines.SkipWhile(l => l != "## Not used").Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Trim('|').Split('|'))
            .SelectMany(c => c[1].Split(',', StringSplitOptions.TrimEntries).Select(word => $"{Language.All.Single(l => l.Endonym.Equals(c[0].Trim(), StringComparison.OrdinalIgnoreCase)).Code}: {word}"))];

    [Theory]
    [MemberData(nameof(Unused))]
    public void No_text_uses_a_second_word_for_a_thing_that_has_one(string entry)
    {
        var (language, word) = (Language.Find(entry.Split(": ")[0])!, entry.Split(": ")[1]);
        var whole = new Regex($@"\b{Regex.Escape(word)}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var found = Catalogue.Ours.Keys.Where(k => Catalogue.Ours.Find(k, language)!.Templates.Any(t => t.Parts.OfType<Template.Literal>().Any(l => whole.IsMatch(l.Text))));
        Assert.Empty(found);
    }

    [Fact]
    public void Every_term_of_the_glossary_has_a_word_in_each_language_and_stands_once()
    {
        var rows = Lines.TakeWhile(l => l != "## Not used").Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.All(rows, r => Assert.True(r.Length == 4 && r.All(c => c.Length > 0), string.Join("|", r)));
        Assert.Equal(rows.Count, rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Our_words_for_what_organisations_rename_are_those_of_the_glossary()
    {
        foreach (var cells in Lines.Where(l => l.StartsWith('|')).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length == 4 && Catalogue.Ours.Has($"term.{c[0]}.one")))
            Assert.Equal(cells, Language.All.Select(l => new Words(l).Term(cells[0])));
    }
}
