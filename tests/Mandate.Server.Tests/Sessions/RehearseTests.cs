using System.Net;
using Mandate.Organisation.Founding;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Sessions;

public sealed class RehearseTests
{
    [Fact]
    public async Task One_click_makes_a_practice_congress_and_one_throws_it_away()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        await ada.GoAsync("/o/dockside/rehearse");
        await ada.SendAsync("/o/dockside/rehearse");
        var slug = Assert.Single(desk.Installation.Organisations, o => o.Value.Practice is not null).Key;
        var link = ada.Page.QuerySelector($"#{slug} a")!.GetAttribute("href")!;
        await ada.GoAsync(link);
        Assert.Equal($"/o/{slug}/sessions", ada.Path);
        Assert.NotNull(ada.Page.QuerySelector(".rehearsal"));
        Assert.NotNull(ada.Page.QuerySelector(".rehearsal-mark"));
        await ada.GoAsync("/o/dockside/rehearse");
        await ada.SendAsync("/o/dockside/rehearse/throw-away");
        Assert.DoesNotContain(desk.Installation.Organisations, o => o.Value.Practice is not null);
        await ada.GoAsync($"/o/{slug}/sessions");
        Assert.Equal(HttpStatusCode.NotFound, ada.Status);
    }

    [Fact]
    public async Task Nobody_comes_in_without_its_link_and_no_list_names_it()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        await ada.GoAsync("/o/dockside/rehearse");
        await ada.SendAsync("/o/dockside/rehearse");
        var slug = desk.Installation.Organisations.Single(o => o.Value.Practice is not null).Key;
        using var stranger = desk.Visitor();
        foreach (var path in new[] { $"/o/{slug}", $"/o/{slug}/sessions?pass=0123", $"/o/{slug}/calendar.ics", $"/api/o/{slug}" })
        {
            await stranger.GoAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
        await stranger.GoAsync("/");
        Assert.DoesNotContain(slug, stranger.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await stranger.GoAsync("/api/o");
        Assert.DoesNotContain(slug, stranger.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_at_a_time_and_no_more()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        for (var i = 0; i < 3; i++)
        {
            await ada.GoAsync("/o/dockside/rehearse");
            await ada.SendAsync("/o/dockside/rehearse");
        }
        Assert.Empty(ada.Page.QuerySelectorAll("form[action='/o/dockside/rehearse']"));
        Assert.Equal(3, desk.Installation.Organisations.Count(o => o.Value.Practice is not null));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_makes_none()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        using var stranger = desk.Visitor();
        await stranger.GoAsync("/o/dockside/rehearse");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Empty(stranger.Page.QuerySelectorAll("form[action='/o/dockside/rehearse']"));
    }

    /// <summary>A founded rehearsal, and its first founder at the server.</summary>
    private static async Task<Visitor> OpenAsync(Desk desk)
    {
        var ada = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var founders = node.State.Founding.Founders;
        await node.SubmitAsync(founders[0], new EnterUnits([new("b1", "branch", "North Quay", null, new(2020, 1, 1))]), "u1");
        await node.SubmitAsync(founders[0], new EnterMembers([.. founders.Select(f => new Organisation.Roll.Member(f, "b1", new(2021, 1, 1), "en", Organisation.Roll.MemberStatus.Active, "commitment"))]), "m1");
        foreach (var founder in founders) await node.SubmitAsync(founder, new ApproveFounding(), "a-" + founder);
        Assert.IsType<Node.Sequencing.Answer.Accepted>(await node.SubmitAsync(founders[0], new CloseFounding(), "c1"));
        return await ada.GoAsync("/o/dockside/as/" + founders[0]);
    }
}
