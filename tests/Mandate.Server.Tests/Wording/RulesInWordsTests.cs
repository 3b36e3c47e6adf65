using System.Text.RegularExpressions;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;
using Mandate.Server.Keeping;
using Mandate.Server.Record;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

/// <summary>Nothing that the rules can answer is shown as a code: every act, event, refusal, way and name has words.</summary>
public sealed partial class RulesInWordsTests
{
    private static readonly string[] Always = ["needs", "given", "earliest", "code", "clause"];

    public static TheoryData<string> Events => [.. Of<Event>().Select(Named.Wire).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Commands => [.. Of<Command>().Select(Named.Wire).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_has_a_sentence_made_of_its_own_fields(string name)
    {
        Assert.True(Catalogue.Ours.Has("event." + name), $"event.{name} is missing");
        var fields = InWords.Fields(Of<Event>().Single(t => Named.Wire(t) == name)).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(Catalogue.Ours.Find("event." + name, Language.English)!.Other.Places, p => Assert.Contains(p, fields));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_act_has_a_name(string name) => Assert.True(Catalogue.Ours.Has("offer." + name), $"offer.{name} is missing");

    [Fact]
    public void Every_refusal_has_a_sentence_with_only_the_values_that_it_carries()
    {
        var refusals = Rules().SelectMany(file => RefusalMade().Matches(file).Select(m => (Code: m.Groups["code"].Value, Names: With().Matches(m.Value).Select(w => w.Groups["name"].Value).ToList()))).ToList();
        Assert.NotEmpty(refusals);
        Assert.Empty(refusals.Where(r => !Catalogue.Ours.Has("refusal." + r.Code)).Select(r => r.Code).Distinct());
        var strange = refusals.SelectMany(r => Catalogue.Ours.Find("refusal." + r.Code, Language.English)!.Other.Places.Except(Always, StringComparer.Ordinal).Except(r.Names, StringComparer.Ordinal).Select(p => $"{r.Code}: {{{p}}}"));
        Assert.Empty(strange);
    }

    [Fact]
    public void Every_lawful_way_has_a_sentence() => Assert.Empty(Rules().SelectMany(f => WayNamed().Matches(f)).Select(m => m.Groups["name"].Value).Where(w => !Catalogue.Ours.Has("way." + w)).Distinct());

    [Fact]
    public void Every_thing_that_a_refusal_names_has_a_name() =>
        Assert.Empty(Rules().SelectMany(f => ThingNamed().Matches(f)).Select(m => m.Groups["name"].Value).Where(w => !Catalogue.Ours.Has("what." + w)).Distinct());

    [Fact]
    public void Every_phrase_that_the_rules_write_is_said_in_every_language()
    {
        var words = new Words(Language.Dutch);
        var phrases = Rules().SelectMany(f => PhraseWritten().Matches(f)).Select(m => InPlaces().Replace(m.Groups["text"].Value, "x")).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(phrases);
        Assert.All(phrases, p => Assert.True(Phrases.Say(p, words, t => t) is not null, $"no words for: {p}"));
    }

    [Fact]
    public void A_phrase_takes_what_is_in_its_places() =>
        Assert.Equal("een stemming van Gent over m-12", Phrases.Say("a vote of u-1 on m-12", new Words(Language.Dutch), t => t == "u-1" ? "Gent" : t));

    [Fact]
    public void Every_name_of_a_list_of_the_rules_has_words()
    {
        var missing = typeof(Command).Assembly.GetExportedTypes()
            // The details of facts de facto are a vocabulary of files and of the command line; pages tell what happened in words.
            .Where(t => t.IsEnum && t.Namespace is not ("Mandate.Organisation.Facts" or "Mandate.Organisation.Guards")).SelectMany(t => Enum.GetNames(t).Select(n => $"value.{t.Name}.{n}")).Where(k => !Catalogue.Ours.Has(k));
        Assert.Empty(missing);
    }

    [Fact]
    public void A_refusal_names_things_by_their_names_and_never_by_their_ids()
    {
        var refusal = ProtocolRefusals.WrongStage("motion", "m-1", "Filed", "Adopted");
        var said = RefusalWords.Of(refusal, new Words(Language.English), id => id == "m-1" ? "Equal pay" : null);
        Assert.Contains("Equal pay", said.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("m-1", said.Sentence, StringComparison.Ordinal);
        Assert.Contains("is at the stage “Adopted”", said.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two small letters, such as de", "twee kleine letters")]
    [InlineData("the question, in at most 300 characters", "300")]
    public void A_phrase_with_a_comma_is_no_list_of_several(string needs, string dutch)
    {
        var said = RefusalWords.Of(ProtocolRefusals.Malformed("language", needs, "x"), new Words(Language.Find("nl")!));
        Assert.Contains(dutch, said.Needs!, StringComparison.Ordinal);
        Assert.DoesNotContain("such as", said.Needs!, StringComparison.Ordinal);
        Assert.DoesNotContain("at most", said.Needs!, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_has_signed_is_told_so_in_a_plain_sentence() =>
        Assert.Equal("This has been signed already.", RefusalWords.Of(ProtocolRefusals.Taken("signature", "p-1"), new Words(Language.English)).Sentence);

    private static IEnumerable<Type> Of<T>() => typeof(T).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t));

    private static IEnumerable<string> Rules() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Mandate.Organisation"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    [GeneratedRegex(@"new(?: Refusal)?\(\s*(?:\w+ \? ""[a-z.-]+"" : )?""(?<code>[a-z]+\.[a-z-]+)""[^;]*;", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RefusalMade();

    [GeneratedRegex(@"\.With\(""(?<name>\w+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex With();

    [GeneratedRegex(@"\bWay = (?:[^"";]+\? )?(?:""(?<name>[a-z-]+)"")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WayNamed();

    [GeneratedRegex(@"ProtocolRefusals\.(?:Unknown|WrongStage)\(""(?<name>[a-zA-Z]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ThingNamed();

    [GeneratedRegex(@"Malformed\((?:""\w+""|field), \$?""(?<text>[^""]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PhraseWritten();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InPlaces();
}
