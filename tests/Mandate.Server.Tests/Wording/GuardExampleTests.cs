using Mandate.Organisation.Guards;
using Mandate.Server.Acting;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

public sealed class GuardExampleTests
{
    [Fact]
    public void Every_guard_tells_its_example_and_its_lawful_neighbour_and_no_two_tell_the_same()
    {
        var told = GuardCatalogue.All.SelectMany(g => new[] { $"guard-example.{g.Name}.fires", $"guard-example.{g.Name}.lawful" }).ToList();
        Assert.All(told, key => Assert.True(Catalogue.Ours.Has(key), key));
        foreach (var language in new[] { Language.English, Language.Dutch })
            Assert.Equal(told.Count, told.Select(key => new Words(language)[key]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_guard_says_what_it_does_not_stop_and_no_two_say_the_same() =>
        Assert.Equal(GuardCatalogue.All.Length, GuardCatalogue.All.Select(g => new Words(Language.English)["guard-gap." + g.Name]).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_guard_that_refuses_says_in_which_way_its_two_trials_differ() =>
        Assert.All(GuardCatalogue.All.Where(g => g.Effect == Effect.Refuse), g => Assert.All(new[] { "refused", "lawful" }, kind => Assert.True(Catalogue.Ours.Has($"trial.{g.Name}.{kind}"), g.Name)));

    [Fact]
    public void What_a_guard_says_is_said_in_every_language_also_where_no_act_is_at_hand() =>
        Assert.All(Language.All, language => Assert.All(GuardCatalogue.All, g => Assert.DoesNotContain("{", Server.Rights.GuardWords.Sentence(new Words(language), g.Name), StringComparison.Ordinal)));

    public static TheoryData<string> Guards => [.. GuardCatalogue.All.Select(g => g.Name)];

    /// <summary>What a visitor puts on the record of a rehearsal: the example moved to today, about things of its own.</summary>
    [Theory]
    [MemberData(nameof(Guards))]
    public void An_example_put_on_the_record_of_a_rehearsal_fires_and_its_neighbour_does_not_even_beside_it(string name)
    {
        const int days = 200;
        var example = GuardExamples.Find(name)!;
        System.Collections.Immutable.ImmutableArray<DatedFact> Moved(System.Collections.Immutable.ImmutableArray<DatedFact> facts, string suffix) => [.. facts.Select(f => new DatedFact(Server.Rights.GuardExampleEndpoints.Renewed(f.Fact, suffix, days), f.Day.AddDays(days)))];
        var today = GuardExamples.Today.AddDays(days);
        var guard = GuardCatalogue.Find(name)!;
        Assert.NotEmpty(guard.Look(GuardExamples.View(Moved(example.Fires, "-a"), today)));
        Assert.Empty(guard.Look(GuardExamples.View(Moved(example.Lawful, "-b"), today)));
        var both = guard.Look(GuardExamples.View([.. Moved(example.Fires, "-a"), .. Moved(example.Lawful, "-b")], today)).ToList();
        Assert.Equal(guard.Look(GuardExamples.View(Moved(example.Fires, "-a"), today)).Count(), both.Count);
    }

    [Fact]
    public void Every_act_that_a_guard_refuses_can_be_asked_for_on_a_page() =>
        Assert.All(GuardExamples.All.Select(e => e.Act).OfType<string>(), act => Assert.NotNull(Acts.Find(act)));
}
