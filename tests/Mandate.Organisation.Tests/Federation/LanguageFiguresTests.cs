using Mandate.Organisation.Federation;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class LanguageFiguresTests
{
    private static LanguageFigures Of(int dutch)
    {
        var o = Founded.Small();
        var rules = o.State.Statutes.Versions[0].Rules;
        // As if the last members of b2 read Dutch.
        var members = o.State.Roll.Members;
        foreach (var i in Enumerable.Range(9 - dutch, dutch)) members = members.SetItem($"b2-0{i}", members[$"b2-0{i}"] with { Language = "nl" });
        return LanguageFigures.Of(o.State with { Roll = o.State.Roll with { Members = members } }, rules with { Languages = rules.Languages with { Official = ["en", "nl"] } }, o.Now);
    }

    [Fact]
    public void The_share_of_members_stands_beside_what_speakers_of_a_language_have()
    {
        var figures = Of(6);
        Assert.Equal((20, 2), (figures.Members, figures.Languages.Length));
        var dutch = figures.Languages.Single(l => l.Language == "nl");
        Assert.Equal((6, 2, 0L), (dutch.Members, dutch.Officers, dutch.Seconds));
        Assert.Equal(14, figures.Languages.Single(l => l.Language == "en").Members);
        Assert.Equal(figures.Officers, figures.Languages.Sum(l => l.Officers));
    }

    [Fact]
    public void Of_fewer_than_five_members_nothing_is_told_that_points_at_them() => Assert.Equal((null, null, null), Of(4).Languages.Where(l => l.Language == "nl").Select(l => (l.Members, l.Officers, l.Seconds)).Single());
}
