using System.Net;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Statutes;

public sealed class EditorTests
{
    private static string Constitution(string name) => File.ReadAllText(Path.Combine(Repository.Root, "constitutions", name, "constitution.yaml"));

    public static TheoryData<string> Templates => [.. Server.Founding.Template.All.Select(t => t.Id)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_is_clean_at_high_severity(string template)
    {
        var rules = ConstitutionReader.Read(Server.Founding.Template.Find(template)!.Yaml).Constitution!;
        Assert.Empty(Checker.Check(rules).AtLeast(Severity.High).Select(f => $"{f.Check} at {f.At}: {f.Witness}"));
    }

    [Fact]
    public async Task A_visitor_begins_with_a_template_and_sees_findings_capture_numbers_and_the_drawing()
    {
        await using var serving = await Serving.StartAsync();
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/check");
        // Every template, and a text of one's own; what a text looks like stands there already.
        Assert.Equal(Server.Founding.Template.All.Length + 1, visitor.Page.QuerySelectorAll(".template-list a").Length);
        Assert.NotEmpty(visitor.Page.QuerySelectorAll(".power-node"));
        await visitor.GoAsync("/check?template=none");
        Assert.Empty(visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent.Trim());
        await visitor.GoAsync("/check?template=union-federation");
        Assert.Contains("region.council:", visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent, StringComparison.Ordinal);
        Assert.True(visitor.Page.QuerySelector("textarea[name=legal-nl]")!.TextContent.Length > 1000);
        Assert.Contains("only a majority of members", visitor.Page.QuerySelector("#editor-capture")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var nodes = visitor.Page.QuerySelectorAll(".power-node").Length;
        var edges = visitor.Page.QuerySelectorAll(".power-edge").Length;
        Assert.True(nodes > 8);
        Assert.Equal(edges, visitor.Page.QuerySelectorAll(".power-table tbody tr").Length);
        Assert.Empty(visitor.Page.QuerySelectorAll("[data-kernel]"));
    }

    [Fact]
    public async Task A_circle_stands_in_relief_and_trying_a_remedy_shows_the_number_before_and_after()
    {
        await using var serving = await Serving.StartAsync();
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/check");
        await visitor.SendAsync("/check", ("yaml", Constitution("rkp-1922")), ("step", "check"));
        Assert.NotEmpty(visitor.Page.QuerySelectorAll(".power-node[data-kernel]"));
        var before = visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent;
        var remedy = visitor.Page.QuerySelector("button[name=try]")!;
        Assert.Contains("persons needed 2", remedy.ParentElement!.TextContent, StringComparison.Ordinal);

        await visitor.SendAsync("/check", ("try", remedy.GetAttribute("value")!));
        Assert.NotEqual(before, visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent);
        Assert.Equal(before.Trim(), visitor.Page.QuerySelector("input[name=base]")!.GetAttribute("value")!.Trim());
        Assert.NotNull(visitor.Page.QuerySelector("#clause-changes"));
        Assert.NotNull(visitor.Page.QuerySelector("#editor-capture")!.ParentElement!.QuerySelector("del"));

        await visitor.SendAsync("/check", ("step", "undo"));
        Assert.Equal(before, visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent);
    }

    [Fact]
    public async Task What_does_not_read_is_said_with_its_line_in_the_report_alone()
    {
        await using var serving = await Serving.StartAsync();
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/check");
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await visitor.PostAsync("/check/report", ("__RequestVerificationToken", token), ("yaml", Constitution("party").Replace("\nelectorates:", "\nelectorats:", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Null(visitor.Page.QuerySelector("main"));
        Assert.Contains("Did you mean electorates?", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("a[data-line]"));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_turned_away_with_a_reason()
    {
        await using var serving = await Serving.StartAsync();
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/check");
        await visitor.SendAsync("/check", ("yaml", new string('#', 300_001)), ("step", "check"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, visitor.Status);
        Assert.NotEmpty(visitor.Page.QuerySelectorAll("#errors li"));
    }

    [Fact]
    public async Task What_is_tried_beside_the_rules_in_force_can_be_proposed()
    {
        var kept = Cooperative.Play();
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = await ProposeTests.BeAsync(serving, "b1-07", "/o/dockside/constitution/editor");
        var yaml = visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent.Replace("notice: 14 days, effective", "notice: 21 days, effective", StringComparison.Ordinal);
        await visitor.SendAsync("/o/dockside/constitution/editor", ("yaml", yaml), ("step", "check"));
        Assert.Contains("21 days", visitor.Page.QuerySelector("#clause-changes")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await visitor.SendToAsync("/o/dockside/constitution/editor", "/o/dockside/constitution/propose", ("step", "edit"));
        Assert.Contains("notice: 21 days, effective", visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent, StringComparison.Ordinal);
        await visitor.SendAsync("/o/dockside/constitution/propose", ("session", "c1"), ("title", "Longer notice"), ("text-en", "Longer."), ("step", "file"));
        Assert.Equal("procedure.default.notice", Assert.Single(Assert.Single(kept.State.Motions.All.Values).Changes).Path);
    }

    [Fact]
    public async Task The_page_of_power_leads_from_each_line_to_its_clause()
    {
        await using var serving = await Serving.StartAsync(Cooperative.Play());
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/constitution/power");
        var addresses = visitor.Page.QuerySelectorAll("a.power-edge").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            await visitor.GoAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, visitor.Status));
        }
    }
}
