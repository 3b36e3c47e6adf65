using System.Net;
using System.Text;
using Mandate.Node;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Founding;
using Mandate.Server.Motions.Importing;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Motions;

public sealed class MotionImportTests
{
    private const string OpenSlides =
        "\"Number\",\"Submitters\",\"Title\",\"Text\",\"Reason\",\"Category\",\"State\"\r\n"
        + "\"A1\",\"Ada Berg (North Quay)\",\"Lights\",\"<p>Light the <strong>quay</strong>.</p><ul><li>north</li><li>south</li></ul>\",\"<p>It is dark.</p>\",\"\",\"submitted\"\r\n"
        + "\"A2\",\"Nobody Here\",\"Boats\",\"<p>Buy boats.</p>\",\"\",\"\",\"submitted\"\r\n"
        + "\"A3\",\"Bo Lind\",\"Ropes\",\"\",\"\",\"\",\"submitted\"\r\n"
        + "\"A4\",\"Bo Lind\",\"Nets\",\"<p>Mend nets.</p>\",\"\",\"\",\"submitted\"\r\n"
        + "\"A4\",\"Bo Lind\",\"Nets\",\"<p>Mend nets.</p>\",\"\",\"\",\"submitted\"\r\n";

    private const string Antragsgruen = """
        {"type":"motion","id":23,"prefix":"A1","title":"Cranes","initiators":[{"id":1,"type":"person","name":"Bo Lind"}],
         "sections":[{"type":"Title","title":"Title","html":"Cranes"},{"type":"TextSimple","title":"Motion text","html":"<p>New cranes.</p>"},{"type":"TextSimple","title":"Reason","html":"<p>The old ones rust.</p>"}]}
        """;

    [Fact]
    public async Task Every_motions_fate_is_shown_before_anything_is_written_and_a_rehearsal_files_for_all()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        var node = desk.Installation.Find("dockside")!;
        var size = node.State.Size;
        await SendAsync(ada, "motions.csv", OpenSlides);
        Assert.Equal(size, node.State.Size);
        Assert.Equal(["Filed", "Not taken", "Not taken", "Filed", "Known"], Fates(ada));
        await ada.SendAsync(ada.Path + "/write");
        Assert.Equal(["Lights", "Nets"], node.State.Motions.All.Values.Select(m => m.Title).Order(StringComparer.Ordinal));
        var text = Encoding.UTF8.GetString(node.Blobs.Read(node.State.Motions.All.Values.Single(m => m.Title == "Lights").Current.Texts["en"])!.Value.Span);
        Assert.Equal("Light the **quay**.\n\n- north\n- south\n\n> It is dark.", text);
        await SendAsync(ada, "motions.csv", OpenSlides);
        Assert.Equal(["Known", "Not taken", "Not taken", "Known", "Known"], Fates(ada));
    }

    [Fact]
    public async Task Outside_a_rehearsal_nobody_files_for_anybody_else_and_the_mover_does_with_one_press()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        var code = ada.Page.QuerySelectorAll(".card-code code").Select(c => c.TextContent).Last();
        await FurnishAsync(desk);
        var node = desk.Installation.Find("dockside")!;
        await SendAsync(ada, "motion.json", Antragsgruen);
        Assert.Equal(["Waits"], Fates(ada));
        await ada.SendAsync(ada.Path + "/write");
        Assert.Empty(node.State.Motions.All);
        Assert.Contains("waits for Bo Lind", ada.Text, StringComparison.Ordinal);
        Assert.Empty(ada.Page.QuerySelectorAll("form[action$='/file']"));

        using var bo = desk.Visitor();
        await bo.GoAsync("/o/dockside/sign-in?return=/o/dockside/motions");
        await bo.SendAsync("/o/dockside/sign-in/card", ("code", code));
        var form = bo.Page.QuerySelector("form[action$='/file']")!.GetAttribute("action")!;
        await bo.SendAsync(form);
        Assert.Equal(("Cranes", node.State.Founding.Founders[1]), (node.State.Motions.All.Values.Single().Title, node.State.Motions.All.Values.Single().Mover));
        await bo.GoAsync("/o/dockside/motions");
        Assert.Empty(bo.Page.QuerySelectorAll("form[action$='/file']"));
    }

    [Fact]
    public async Task Columns_that_are_not_recognised_are_chosen_and_remembered()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        const string file = "Nr;Überschrift;Wortlaut;Wer\n1;Lampen;Mehr Licht.;Ada Berg\n";
        await SendAsync(ada, "x.csv", file);
        Assert.Empty(ada.Page.QuerySelectorAll("form[action$='/write']"));
        await ada.SendAsync(ada.Path + "/columns", ("title", "Überschrift"), ("text", "Wortlaut"), ("submitters", "Wer"));
        await ada.SendAsync(ada.Path + "/write");
        await SendAsync(ada, "x.csv", file);
        Assert.Equal(["Known"], Fates(ada));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{\"sections\": [", "line 1")]
    [InlineData("{\"title\":\"x\",\"motion_links\":[]}", "sections")]
    [InlineData("[]", "no motion")]
    [InlineData("Title,Title\na,b\n", "twice")]
    public void What_cannot_be_read_says_where_and_why(string file, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => MotionFile.Read(Encoding.UTF8.GetBytes(file)).Rows(null).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_cannot_be_read_comes_back_with_its_fault_at_the_field()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await OpenAsync(desk);
        await SendAsync(ada, "x.json", "{");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ada.Status);
        Assert.Contains("line 1", ada.Page.QuerySelector("#f-file-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<p>a</p><p>b<br>c</p>", "a\n\nb\nc")]
    [InlineData("<h2>H</h2><ol start=\"3\"><li>x<ul><li>y</li></ul></li></ol>", "## H\n\n3. x\n   - y")]
    [InlineData("<p><a href=\"https://e.org/(x)\">l</a> <em> i </em></p>", "[l](https://e.org/(x%29)  *i*")]
    [InlineData("<p>x</p><script>alert(1)</script><style>p{}</style>", "x")]
    [InlineData("<p><a href=\"javascript:alert(1)\">l</a></p>", "l")]
    public void Text_comes_out_of_HTML_with_its_form_and_without_anything_that_runs(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    private static async Task SendAsync(Visitor visitor, string name, string file)
    {
        await visitor.GoAsync("/o/dockside/motions/import");
        await visitor.SendAsync("/o/dockside/motions/import", ("file", name, Encoding.UTF8.GetBytes(file)));
    }

    private static IEnumerable<string> Fates(Visitor visitor) => visitor.Page.QuerySelectorAll("tbody .status").Select(s => s.TextContent.Trim());

    /// <summary>The co-operative as a rehearsal, with its first founder at the server.</summary>
    private static async Task<Visitor> OpenAsync(Desk desk)
    {
        var ada = await FoundTests.FoundAsync(desk, "rehearsal");
        await FurnishAsync(desk);
        return await ada.GoAsync("/o/dockside/as/" + desk.Installation.Find("dockside")!.State.Founding.Founders[0]);
    }

    /// <summary>The two founders as council and delegates, and a congress convened.</summary>
    private static async Task FurnishAsync(Desk desk)
    {
        var node = desk.Installation.Find("dockside")!;
        var founders = node.State.Founding.Founders;
        await DoAsync(node, founders[0], new EnterUnits([new("b1", "branch", "North Quay", null, new(2020, 1, 1))]));
        await DoAsync(node, founders[0], new EnterMembers([.. founders.Select(f => new Organisation.Roll.Member(f, "b1", new(2021, 1, 1), "en", Organisation.Roll.MemberStatus.Active, "commitment"))]));
        var until = DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(300);
        foreach (var founder in founders)
        {
            await DoAsync(node, founders[0], new NameOfficer("c-" + founder, founder, new Seat("council"), until));
            await DoAsync(node, founders[0], new NameOfficer("d-" + founder, founder, new Seat("congress", "delegates", "b1"), until));
        }
        foreach (var founder in founders) await DoAsync(node, founder, new ApproveFounding());
        await DoAsync(node, founders[0], new CloseFounding());
        var opens = new DateTimeOffset(DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(60).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        await DoAsync(node, founders[0], new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null)));
        await DoAsync(node, founders[1], new SignAct("w1", []));
    }

    private static async Task DoAsync(OrganisationNode node, string by, Organisation.Acts.Command command)
    {
        var answer = await node.SubmitAsync(by, command, Guid.NewGuid().ToString("n"));
        if (answer is Node.Sequencing.Answer.Refused { Refusal: var r }) Assert.Fail($"{command} by {by}: {r.Code} at {r.Clause}, needs {r.Needs}, given {r.Given}");
    }
}
