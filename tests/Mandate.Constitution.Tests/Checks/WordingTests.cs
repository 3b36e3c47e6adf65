using System.Text.RegularExpressions;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

/// <summary>The sentences of the checker in four languages.</summary>
public sealed partial class WordingTests
{
    public static TheoryData<string> Keys => [.. Wording.Ours.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_sentence_stands_in_every_language_with_the_same_places(string key)
    {
        var places = Wording.Languages.Select(l => Places(Wording.Ours.Forms(key, l).Other)).ToList();
        Assert.All(places, p => Assert.Equal(places[0], p));
        foreach (var language in Wording.Languages)
        {
            var (other, one) = Wording.Ours.Forms(key, language);
            Assert.NotEqual("", other.Trim());
            if (one is not null) Assert.True(Places(one).IsSubsetOf(places[0]));
        }
    }

    [Fact]
    public void Every_key_that_a_check_names_has_its_sentence()
    {
        var folder = Path.Combine(Repository.Root, "src", "Mandate.Constitution", "Checks");
        var named = Directory.GetFiles(folder, "*.cs").SelectMany(f => Named().Matches(File.ReadAllText(f)).Select(m => m.Groups["key"].Value)).Where(k => !k.EndsWith('-') && !k.EndsWith('.')).Distinct().ToList();
        Assert.True(named.Count > 100);
        Assert.DoesNotContain(named, k => !Wording.Ours.Has(k));
    }

    [Fact]
    public void Every_finding_can_be_said_in_every_language()
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")))
        {
            foreach (var finding in Checker.Check(Parse.Read(File.ReadAllText(Path.Combine(folder, "constitution.yaml")))).Findings)
            {
                var said = Wording.Languages.Select(l => finding.Says.In(l)).ToList();
                Assert.All(said, s => Assert.DoesNotContain('{', s));
                Assert.All(said, s => Assert.True(char.IsUpper(s[0]) || !char.IsLetter(s[0]), s));
                Assert.True(said.Distinct().Count() > 1, said[0]);
            }
        }
    }

    [Fact]
    public void Numbers_and_shares_are_written_as_each_language_does()
    {
        var phrase = Phrase.Say("D2.recall", ("share", new Mandate.Tally.Fraction(1, 8)), ("place", "general_secretary"));
        Assert.Contains("12.5% of the members can remove general secretary", phrase.In("en"), StringComparison.Ordinal);
        Assert.Contains("12,5\u00A0%", phrase.In("sv"), StringComparison.Ordinal);
        Assert.Contains("General Sec", phrase.In("en", _ => "the General Sec"), StringComparison.Ordinal);
        Assert.Contains("1 seat ", Phrase.Say("F2.quorum", ("body", "council"), ("n", 1), ("quorum", new Verbatim("2 seats"))).In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_a_sentence_is_a_mistake_of_the_check() => Assert.Throws<KeyNotFoundException>(() => Phrase.Say("Z9.nothing"));

    private static SortedSet<string> Places(string template) => [.. Place().Matches(template).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex("Say\\((?:[^\"()]*\\? )?\"(?<key>[^\"]+)\"")]
    private static partial Regex Named();
}
