using Mandate.Organisation.Documents;
using Mandate.Organisation.Undertakings;
using Mandate.Server.Acting;
using Mandate.Server.Home;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Home;

public sealed class HomeTests
{
    [Fact]
    public async Task What_was_promised_and_what_is_asked_waits_by_name_with_its_last_day_and_rights_stand_by_room()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        kept.Do("b1-01", new TakeUndertaking("hall", Duty.Promise, "A larger hall.", new(2027, 2, 1)));
        kept.Do("b1-07", new DepositDocument("d", "Letter on the council", kept.Put("Let it be larger.\n"), ["council"], new(2027, 3, 1)));
        using var owner = await dockside.AsAsync("b1-01");
        await owner.GoAsync("/o/dockside");
        var waits = owner.Page.QuerySelectorAll(".acts-now li").Select(l => l.TextContent).ToList();
        Assert.Contains(waits, l => l.Contains("A larger hall.", StringComparison.Ordinal) && l.Contains("1 February 2027", StringComparison.Ordinal));
        Assert.Contains(waits, l => l.Contains("Letter on the council", StringComparison.Ordinal));
        // Starting a petition is a right of every day, not something that waits.
        Assert.DoesNotContain(owner.Page.QuerySelectorAll(".acts-now a"), a => a.GetAttribute("href")!.Contains("petitions.start", StringComparison.Ordinal));
        Assert.NotNull(owner.Page.QuerySelector(".acts-room a[href*='petitions.start']"));
        using var other = await dockside.AsAsync("b1-09");
        await other.GoAsync("/o/dockside");
        Assert.DoesNotContain(other.Page.QuerySelectorAll(".acts-now li"), l => l.TextContent.Contains("A larger hall.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_guards_report_stands_on_the_first_page()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside");
        var before = member.Page.QuerySelectorAll("section[aria-labelledby=reported] li").Length;
        dockside.Kept.Do("b1-07", new DepositDocument("d", "Letter on the council", dockside.Kept.Put("Let it be larger.\n"), ["council"], new(2027, 3, 1)));
        dockside.Kept.MoveTo(new(2027, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await member.GoAsync("/o/dockside");
        Assert.True(member.Page.QuerySelectorAll("section[aria-labelledby=reported] li").Length > before, member.Text);
    }

    [Fact]
    public void Only_acts_that_there_are_are_sorted() => Assert.Empty(Waiting.Names.Except(Acts.Names, StringComparer.Ordinal));
}
