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
    public void Every_act_that_a_guard_refuses_can_be_asked_for_on_a_page() =>
        Assert.All(GuardExamples.All.Select(e => e.Act).OfType<string>(), act => Assert.NotNull(Acts.Find(act)));
}
