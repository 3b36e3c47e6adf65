using System.Text.RegularExpressions;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

public sealed partial class CatalogueTests
{
    public static TheoryData<string> Keys => [.. Catalogue.Ours.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_exists_in_every_language_with_the_same_places(string key)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Language.All)
        {
            var text = Catalogue.Ours.Find(key, language);
            Assert.True(text is not null, $"{key} has no text in {language.Code}");
            foreach (var template in text.Templates)
            {
                Assert.False(template.Parts.Length == 0 || template.Parts is [Template.Literal { Text: var only }] && string.IsNullOrWhiteSpace(only), $"{key} is empty in {language.Code}");
                foreach (var term in template.Terms)
                    Assert.True(Catalogue.Ours.Has($"term.{term.Name}.{term.Form}"), $"{key} in {language.Code} names a term {term.Name}.{term.Form} that terms.json does not have");
            }
            // A form for one thing may write the number as a word.
            places[language.Code] = string.Join(",", text.Other.Places.Order(StringComparer.Ordinal));
            if (text.One is { } one) Assert.Empty(one.Places.Except(text.Other.Places, StringComparer.Ordinal));
        }
        Assert.True(places.Values.Distinct(StringComparer.Ordinal).Count() == 1, $"{key}: the places differ: {string.Join("; ", places)}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Plural_forms_stand_in_all_languages_or_in_none(string key) =>
        Assert.Single(Language.All.Select(l => Catalogue.Ours.Find(key, l)?.One is not null).Distinct());

    [Fact]
    public void Every_key_that_the_pages_use_exists()
    {
        var missing = Sources().SelectMany(file => UsedKey().Matches(File.ReadAllText(file)).Select(m => (file, key: m.Groups["key"].Value)))
            .Where(u => !Catalogue.Ours.Has(u.key))
            .Select(u => $"{Path.GetRelativePath(Repository.Root, u.file)}: {u.key}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_family_of_keys_that_the_pages_complete_at_run_time_exists()
    {
        var missing = Sources().SelectMany(file => UsedFamily().Matches(File.ReadAllText(file)).Select(m => (file, family: m.Groups["family"].Value)))
            .Where(u => !Catalogue.Ours.Keys.Any(k => k.StartsWith(u.family, StringComparison.Ordinal)))
            .Select(u => $"{Path.GetRelativePath(Repository.Root, u.file)}: {u.family}…");
        Assert.Empty(missing);
    }

    [Fact]
    public void No_text_stands_in_two_files() => Assert.Empty(Catalogue.Ours.Twice);

    [Fact]
    public void Every_term_has_all_its_forms()
    {
        var terms = Catalogue.Ours.Keys.Where(k => k.StartsWith("term.", StringComparison.Ordinal)).Select(k => k.Split('.')[1]).Distinct(StringComparer.Ordinal);
        Assert.All(terms, term => Assert.All(Glossary.Forms, form => Assert.True(Catalogue.Ours.Has($"term.{term}.{form}"), $"term {term} has no form {form}")));
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Mandate.Server"), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary><c>W["key"]</c>, <c>W.Say("key"</c>, and the same on any <c>words</c>; also both keys of a conditional.</summary>
    [GeneratedRegex(@"\b(?:W|words|Words)(?:\[|\.(?:Say|Count|Rich)\()(?:[^""\]$(),]*\? ?""[a-z][a-z0-9.-]*"" : )?""(?<key>[a-z][a-z0-9./-]*[a-z0-9])""\s*[\],)]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"\b(?:W|words|Words)(?:\[|\.(?:Say|Count|Rich)\()(?:""(?<family>[a-z][a-z0-9.-]*\.)"" \+|\$""(?<family>[a-z][a-z0-9.-]*)\{)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex UsedFamily();
}
