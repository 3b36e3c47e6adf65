using System.Net;
using Mandate.Organisation.Founding;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Roll;

public sealed class ApplyTests
{
    private static async Task FoundedAsync(Desk desk, Visitor visitor)
    {
        await visitor.GoAsync("/o/dockside/act/founding.enter-units?return=/o/dockside/founding");
        await visitor.SendAsync("/o/dockside/act/founding.enter-units", ("kind", "branch"), ("name", "Quay Street"));
        var state = desk.Installation.Find("dockside")!.State;
        foreach (var founder in state.Founding.Founders)
        {
            await visitor.GoAsync("/o/dockside/founding/member");
            await visitor.SendAsync("/o/dockside/founding/member", ("founder", founder), ("unit", state.Roll.Units.Keys.Single()));
        }
        await visitor.GoAsync("/o/dockside/founding/member");
        await visitor.SendAsync("/o/dockside/founding/member", ("full-name", "Cleo Vane"), ("unit", state.Roll.Units.Keys.Single()), ("number", "17"));
        await visitor.GoAsync("/o/dockside/act/founding.name-officer?return=/o/dockside/founding");
        await visitor.SendAsync("/o/dockside/act/founding.name-officer", ("member", "17"), ("place", "electoral"), ("until", "2030-12-31"));
        foreach (var founder in state.Founding.Founders)
        {
            await visitor.GoAsync("/o/dockside/as/" + founder);
            await visitor.SendAsync("/o/dockside/act/founding.approve");
        }
        await visitor.SendAsync("/o/dockside/act/founding.close");
        Assert.Equal(FoundingStage.Closed, desk.Installation.Find("dockside")!.State.Founding.Stage);
    }

    [Fact]
    public async Task Whoever_applies_sees_what_changes_for_them_before_they_consent()
    {
        await using var desk = await Desk.OpenAsync();
        using var founder = await FoundTests.FoundAsync(desk, "rehearsal");
        using var stranger = desk.Visitor();
        await stranger.GoAsync("/o/dockside/members/apply");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await FoundedAsync(desk, founder);
        var node = desk.Installation.Find("dockside")!;

        await stranger.GoAsync("/o/dockside/members");
        Assert.NotNull(stranger.Page.QuerySelector("a[href='/o/dockside/members/apply']"));
        await stranger.GoAsync("/o/dockside/members/apply");
        // What changes, with the clauses it comes from, stands before the form.
        var main = stranger.Page.QuerySelector("main")!.InnerHtml;
        Assert.True(main.IndexOf("What changes for you", StringComparison.Ordinal) < main.IndexOf("<form", StringComparison.Ordinal));
        Assert.NotNull(stranger.Page.QuerySelector("main a[href$='/constitution/rights.minutes']"));

        var unit = node.State.Roll.Units.Keys.Single();
        await stranger.SendAsync("/o/dockside/members/apply", ("applicant-name", "Dana Roos"), ("unit", unit), ("language", "en"), ("agreed", "no"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.Empty(node.State.Roll.Applications);
        await stranger.SendAsync("/o/dockside/members/apply", ("applicant-name", "Dana Roos"), ("unit", unit), ("language", "en"), ("agreed", "yes"));
        Assert.Equal("/o/dockside/members/applied", stranger.Path);
        var application = Assert.Single(node.State.Roll.Applications.Values);
        Assert.Equal("Dana Roos", node.Vault!.Read(application.Person)!["name"]);
        Assert.True(node.Verify().Holds);

        // The body that decides reads it where it reads the others; a member is not asked to apply.
        await founder.GoAsync("/o/dockside/members/applications");
        Assert.Contains("Quay Street", founder.Text, StringComparison.Ordinal);
        await founder.GoAsync("/o/dockside/members");
        Assert.Null(founder.Page.QuerySelector("a[href='/o/dockside/members/apply']"));
    }
}
