using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Server.Tests.Sessions;

public sealed class ConvenePageTests
{
    [Fact]
    public async Task Only_lawful_days_are_links_and_the_first_says_its_clause()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/convene?body=congress");
        var days = council.Page.QuerySelectorAll(".calendar a").Select(a => a.GetAttribute("href")!.Split("day=")[1]).ToList();
        var earliest = dockside.Kept.Now.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(earliest, days[0]);
        Assert.All(days, d => Assert.True(string.CompareOrdinal(d, earliest) >= 0));
        Assert.NotEmpty(council.Page.QuerySelectorAll(".calendar-closed"));
        Assert.Contains(council.Page.QuerySelectorAll(".deadline a"), a => a.GetAttribute("href")!.EndsWith("bodies.congress.convene.notice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_that_is_too_early_is_answered_with_the_earliest()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync($"/o/dockside/sessions/convene?body=congress&day={dockside.Kept.Now.AddDays(10):yyyy-MM-dd}");
        Assert.NotNull(council.Page.QuerySelector(".refusal"));
        Assert.Empty(council.Page.QuerySelectorAll("form[action$='sessions.convene']"));
    }

    [Fact]
    public async Task A_member_of_the_council_proposes_the_congress_and_it_is_convened_when_another_signs()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var council = await dockside.AsAsync("b1-01");
        var day = dockside.Kept.Now.AddDays(35).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await council.GoAsync($"/o/dockside/sessions/convene?body=congress&day={day}");
        Assert.Contains("20 persons", council.Text, StringComparison.Ordinal);
        Assert.Contains("Last day to file", council.Text, StringComparison.Ordinal);
        await council.SendAsync("/o/dockside/act/sessions.convene", ("where", "Dockers' Hall"), ("opens", day + "T10:00"), ("last-day", day));
        Assert.Equal(HttpStatusCode.OK, council.Status);
        Assert.Contains("1 of 2 signatures", council.Text, StringComparison.Ordinal);
        using var other = await dockside.AsAsync("b1-02");
        await other.GoAsync("/o/dockside/sessions");
        await other.SendAsync("/o/dockside/act/offices.sign-act");
        var session = Assert.Single(dockside.Kept.State.Sessions.All.Values);
        Assert.Equal("council", session.ConvenedBy);
    }

    /// <summary>Members demand it, the convenor lets the time pass, and one of them convenes: each step on its page.</summary>
    [Fact]
    public async Task Those_who_demanded_a_meeting_convene_it_in_the_browser_when_the_convenor_does_not()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var first = await dockside.AsAsync("b1-12");
        await first.GoAsync("/o/dockside/act/sessions.demand?body=branch.meeting");
        await first.SendAsync("/o/dockside/act/sessions.demand", ("body", "branch.meeting"), ("unit", "b1"), ("purpose", "The crane accident"));
        var demand = Assert.Single(dockside.Kept.State.Sessions.Demands.Values);
        using var second = await dockside.AsAsync("b1-11");
        await second.GoAsync($"/o/dockside/sessions/demands/{demand.Id}");
        Assert.Contains("1 of 2 needed", second.Text, StringComparison.Ordinal);
        await second.SendAsync("/o/dockside/act/sessions.sign-demand");
        await first.GoAsync($"/o/dockside/sessions/demands/{demand.Id}");
        Assert.Contains("enough have signed", first.Text, StringComparison.Ordinal);
        Assert.Contains("those who signed", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Page.QuerySelectorAll("a.ds-button"), a => a.GetAttribute("href")!.Contains("/sessions/convene?", StringComparison.Ordinal));

        dockside.Kept.MoveTo(dockside.Kept.Now.AddDays(15));
        await first.GoAsync($"/o/dockside/sessions/demands/{demand.Id}");
        var convene = first.Page.QuerySelectorAll("a.ds-button").Single(a => a.GetAttribute("href")!.Contains("/sessions/convene?", StringComparison.Ordinal)).GetAttribute("href")!;
        await first.GoAsync(convene);
        var day = first.Page.QuerySelectorAll(".calendar a")[0].GetAttribute("href")!;
        await first.GoAsync(day);
        await first.SendAsync("/o/dockside/act/sessions.convene", ("where", "The canteen"));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var session = Assert.Single(dockside.Kept.State.Sessions.All.Values);
        Assert.Equal((demand.Id, "b1-12"), (session.Demand!, session.ConvenedBy));
        Assert.Equal(session.Id, dockside.Kept.State.Sessions.Demands[demand.Id].Session);
    }

    [Fact]
    public async Task A_meeting_on_demand_cannot_be_put_off_in_the_calendar_either()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Kept.Do("b1-12", new DemandSession("d1", "branch.meeting", "b1", "Now"));
        dockside.Kept.Do("b1-11", new SignDemand("d1"));
        using var secretary = await dockside.AsAsync("b1-06");
        await secretary.GoAsync("/o/dockside/sessions/convene?body=branch.meeting&unit=b1&demand=d1");
        var latest = dockside.Kept.State.Sessions.Demands["d1"].Due!.Value.AddDays(7);
        var last = secretary.Page.QuerySelectorAll(".calendar a")[^1].GetAttribute("href")!.Split("day=")[1];
        Assert.Equal(latest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last);
    }

    [Fact]
    public async Task Somebody_who_convenes_nothing_is_told_who_does()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var member = await dockside.AsAsync("b2-08");
        await member.GoAsync("/o/dockside/sessions/convene");
        Assert.Empty(member.Page.QuerySelectorAll("a.choice-main"));
        Assert.Contains("Who convenes what", member.Text, StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/sessions/convene?body=nothing");
        Assert.Equal(HttpStatusCode.OK, member.Status);
    }
}
