using System.Net;
using Mandate.Organisation.Sessions;

namespace Mandate.Server.Tests.Sessions;

/// <summary>The desk, the wall and procedural motions in pages.</summary>
public sealed class CongressDayTests
{
    private static string WithDebate(string yaml) => yaml.Replace("    credentials: {by: electoral, appeal_to: congress}",
        "    credentials: {by: electoral, appeal_to: congress}\n    debate: {speech: 5 minutes, motions: {close_it: {title: {en: Close the debate}, effect: close_debate, rank: 50, unopposed: true}}}", StringComparison.Ordinal);

    [Fact]
    public async Task A_number_typed_at_the_desk_lets_somebody_in_or_out()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        using var desk = await dockside.AsAsync("b1-04");
        await desk.GoAsync("/o/dockside/sessions/c1/desk");
        await desk.SendAsync("/o/dockside/sessions/c1/desk", ("number", "b2-05"));
        Assert.DoesNotContain("b2-05", dockside.Kept.State.Sessions.Find("c1")!.Present);
        Assert.Contains("Name b2-05 has left.", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("/o/dockside/sessions/c1/desk", ("number", "b2-05"));
        Assert.Contains("b2-05", dockside.Kept.State.Sessions.Find("c1")!.Present);
        // The member number of the organisation's own register says who it is too.
        await desk.SendAsync("/o/dockside/sessions/c1/desk", ("number", "12-05"));
        Assert.Contains("Name b2-05 has left.", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("/o/dockside/sessions/c1/desk", ("number", "12-05"));
        await desk.SendAsync("/o/dockside/sessions/c1/desk", ("number", "nobody"));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
    }

    [Fact]
    public async Task A_delegate_moves_and_another_opposes_and_the_wall_shows_it()
    {
        await using var dockside = await Dockside.OpenAsync(WithDebate);
        dockside.Sit();
        dockside.Kept.Do("b1-07", new PutItem("c1", "lease", ItemKind.Other, "The lease", null));
        dockside.Kept.Do("b1-07", new TakeUp("c1", "lease"));
        using var mover = await dockside.AsAsync("b1-08");
        await mover.GoAsync("/o/dockside/sessions/c1");
        await mover.SendAsync("/o/dockside/act/sessions.move-procedure");
        Assert.Equal("close_it", Assert.Single(dockside.Kept.State.Sessions.Find("c1")!.Procedures).Kind);
        using var other = await dockside.AsAsync("b2-05");
        await other.GoAsync("/o/dockside/sessions/c1");
        await other.SendAsync("/o/dockside/act/sessions.oppose-procedure");
        Assert.Equal("b2-05", dockside.Kept.State.Sessions.Find("c1")!.Procedures[0].Opposed);
        await other.GoAsync("/o/dockside/sessions/c1/screen");
        Assert.Contains("The lease", other.Page.QuerySelector(".wall-main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Close the debate", other.Page.QuerySelector(".wall-side")!.TextContent, StringComparison.Ordinal);
        await other.GoAsync("/o/dockside/sessions/c1/screen?as=text");
        Assert.Contains("The lease", other.Text, StringComparison.Ordinal);
    }
}
