using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Facts;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Registers;

/// <summary>Who gives out and who controls them; the balance of the guards (S419, S423, S431).</summary>
public sealed class DistributionTests
{
    [Fact]
    public async Task Each_place_that_gives_out_stands_with_those_who_control_it_up_to_the_members()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Kept.Do("b1-05", new OpenRound("r", "Two places at the sea", 2, "secretary", new(2027, 3, 1)));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/rights/accounts");
        var row = member.Page.QuerySelectorAll("table tbody tr").Single(r => r.TextContent.Contains("Two places at the sea", StringComparison.Ordinal)).TextContent;
        Assert.Contains("embers", row, StringComparison.Ordinal);
        Assert.Contains("the guard is on", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_balance_shows_what_held_on_each_day_and_what_a_guard_still_misses()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        var day = DateOnly.FromDateTime(kept.Now.UtcDateTime);
        var title = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", "A vote at night");
        ImmutableArray<Source> source = [new("minutes", "3", Citing: "the porter's book")];
        kept.Do("b1-09", new Tell("night", new(day, day), title, title, [], [], [], Mode.Stated, source));
        kept.Do("b1-09", new ReportCase("c", "surprise-motion", Misjudged.Missed, "night", "Nobody had notice."));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/rights/balance");
        Assert.Contains("Still missed", member.Page.QuerySelector("#c")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, member.Page.QuerySelectorAll("#capture ~ .table-frame")[0].QuerySelectorAll("tbody tr").Length);
        kept.Do("b1-09", new RecordFact("f", new PutToVote("hall", "congress", Binding: true, NoticeDays: 0), new(day, day), Mode.Stated, source, ["night"]));
        await member.GoAsync("/o/dockside/rights/balance");
        Assert.Contains("found now", member.Page.QuerySelector("#c")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", member.Page.QuerySelector("#others ~ .table-frame tbody tr td:last-child")!.TextContent);
        // On an earlier day there was nothing, and a day that is still to come is none.
        await member.GoAsync($"/o/dockside/rights/balance?until={day.AddDays(-1):yyyy-MM-dd}");
        Assert.Null(member.Page.QuerySelector("#others"));
        await member.GoAsync("/o/dockside/rights/facts");
        Assert.Contains("citing the porter's book", member.Page.QuerySelector("#night")!.TextContent, StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/rights/life");
        Assert.NotNull(member.Page.QuerySelector("#activity"));
        await member.GoAsync("/o/dockside/rights/indicators");
        Assert.NotNull(member.Page.QuerySelector("#officials-origin"));
    }
}
