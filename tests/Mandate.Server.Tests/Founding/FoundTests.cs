using System.Net;
using System.Text;
using Mandate.Organisation.Founding;
using Mandate.Server.Founding;

namespace Mandate.Server.Tests.Founding;

public sealed class FoundTests
{
    private static readonly string Small = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Mandate.Organisation.Tests", "Support", "small.yaml"));

    [Fact]
    public async Task A_constitution_with_faults_comes_back_with_line_column_and_suggestion()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = desk.Visitor();
        await visitor.GoAsync("/found");
        await visitor.SendAsync("/found", ("yaml", Small.Replace("\nelectorates:", "\nelectorats:", StringComparison.Ordinal)), ("step", "on"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        var line = Small.Split('\n').ToList().FindIndex(l => l.StartsWith("electorates:", StringComparison.Ordinal)) + 1;
        Assert.Contains($"Line {line}, column 1", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Did you mean electorates?", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("pre.excerpt mark"), m => m.TextContent.StartsWith("electorats:", StringComparison.Ordinal));
        Assert.Contains("electorats:", visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Installation.Organisations);
    }

    [Fact]
    public async Task A_template_is_offered_with_its_legal_texts()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = desk.Visitor();
        await visitor.GoAsync("/found?template=union-federation");
        await visitor.SendAsync("/found", ("step", "on"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.True(visitor.Page.QuerySelector("textarea[name=text-nl]")!.TextContent.Length > 1000);
    }

    [Fact]
    public void Every_template_can_be_read_and_is_described()
    {
        Assert.NotEmpty(Template.All);
        Assert.All(Template.All, t => Assert.Empty(Mandate.Constitutions.Reader.ConstitutionReader.Read(t.Yaml).Faults));
        Assert.All(Template.All, t => Assert.True(Mandate.Server.Wording.Catalogue.Ours.Has("found.template." + t.Id), t.Id));
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_said_to_be_so()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = desk.Visitor();
        await visitor.GoAsync("/found");
        await visitor.SendAsync("/found", ("file", "rules.yaml", [0x61, 0xE9, 0x62]), ("step", "on"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("UTF-8", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_founds_must_say_who_and_what_kind()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = desk.Visitor();
        await visitor.GoAsync("/found");
        await visitor.SendAsync("/found", ("yaml", Small), ("step", "on"));
        await visitor.SendAsync("/found/open", ("founders", " \n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(2, visitor.Page.QuerySelectorAll("#errors li").Length);
        Assert.Empty(desk.Installation.Organisations);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_nothing_is_made()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundAsync(desk, "rehearsal");
        using var other = desk.Visitor();
        await other.GoAsync("/found");
        await other.SendAsync("/found", ("yaml", Small), ("step", "on"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("dockside", other.Text, StringComparison.Ordinal);
        Assert.Single(desk.Installation.Organisations);
    }

    [Fact]
    public async Task A_rehearsal_is_founded_by_hand_from_nothing_to_its_closing()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundAsync(desk, "rehearsal");
        Assert.StartsWith("/o/dockside/founding", visitor.Path, StringComparison.Ordinal);

        await visitor.GoAsync("/o/dockside/act/founding.enter-units?return=/o/dockside/founding");
        await visitor.SendAsync("/o/dockside/act/founding.enter-units", ("kind", "branch"), ("name", "Quay Street"));
        Assert.Contains("Quay Street", visitor.Text, StringComparison.Ordinal);

        var state = desk.Installation.Find("dockside")!.State;
        var unit = state.Roll.Units.Keys.Single();
        foreach (var founder in state.Founding.Founders)
        {
            await visitor.GoAsync("/o/dockside/founding/member");
            await visitor.SendAsync("/o/dockside/founding/member", ("founder", founder), ("unit", unit));
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
        }
        await visitor.GoAsync("/o/dockside/founding/member");
        await visitor.SendAsync("/o/dockside/founding/member", ("full-name", "Cleo Vane"), ("unit", unit), ("number", "17"));

        await visitor.GoAsync("/o/dockside/act/founding.name-officer?return=/o/dockside/founding");
        await visitor.SendAsync("/o/dockside/act/founding.name-officer", ("member", "Nobody Known"), ("place", "electoral"), ("until", "2027-12-31"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.SendAsync("/o/dockside/act/founding.name-officer", ("member", "17"), ("place", "electoral"), ("until", "2030-12-31"));
        Assert.Contains("Cleo Vane", visitor.Page.QuerySelector("#officers-head")!.ParentElement!.TextContent, StringComparison.Ordinal);

        foreach (var founder in state.Founding.Founders)
        {
            await visitor.GoAsync("/o/dockside/as/" + founder);
            await visitor.SendAsync("/o/dockside/act/founding.approve");
        }
        await visitor.SendAsync("/o/dockside/act/founding.close");
        var founded = desk.Installation.Find("dockside")!.State;
        Assert.Equal(FoundingStage.Closed, founded.Founding.Stage);
        Assert.Equal(3, founded.Roll.Members.Count);
        Assert.Equal("Cleo Vane", desk.Installation.Find("dockside")!.Vault!.Read(founded.Offices.Tenures.Values.Single().Person)!["name"]);
        Assert.True(desk.Installation.Find("dockside")!.Verify().Holds);
    }

    [Fact]
    public async Task The_desk_says_before_the_click_why_it_cannot_close()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundAsync(desk, "rehearsal");
        Assert.Null(visitor.Page.QuerySelector("form[action='/o/dockside/act/founding.close']"));
        Assert.Contains("An organisation needs at least one founder and one member", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Still to approve: Ada Berg, Bo Lind", visitor.Text, StringComparison.Ordinal);
        foreach (var act in (string[])["enter-units", "name-officer", "record-post"]) Assert.NotNull(visitor.Page.QuerySelector($"a[href^='/o/dockside/act/founding.{act}?']"));
    }

    [Fact]
    public async Task Whoever_is_no_founder_reads_that_only_founders_act()
    {
        await using var desk = await Desk.OpenAsync();
        using var founder = await FoundAsync(desk, "rehearsal");
        using var visitor = desk.Visitor();
        await visitor.GoAsync("/o/dockside/founding");
        Assert.Null(visitor.Page.QuerySelector("form[action^='/o/dockside/act']"));
        await visitor.GoAsync("/o/dockside/members/import");
        Assert.Null(visitor.Page.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task From_behind_a_proxy_nothing_is_founded_by_default()
    {
        await using var desk = await Desk.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/found", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        var answer = await desk.Serving.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>Founded by Ada Berg (number 1) and Bo Lind (number 2); Ada goes on.</summary>
    internal static async Task<Visitor> FoundAsync(Desk desk, string kind, string? yaml = null)
    {
        var visitor = desk.Visitor();
        await visitor.GoAsync("/found");
        await visitor.SendAsync("/found", ("file", "rules.yaml", Encoding.UTF8.GetBytes(yaml ?? Small)), ("step", "on"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        await visitor.SendAsync("/found/open", ("kind", kind), ("founders", "Ada Berg; 1\r\nBo Lind; 2"), ("text-en", "# Dockside\n\nThe law."));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor;
    }
}
