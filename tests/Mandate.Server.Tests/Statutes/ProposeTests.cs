using System.Net;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Statutes;

public sealed class ProposeTests
{
    private const string Page = "/o/dockside/constitution/propose";
    private const string Notice = "procedure.default.notice";

    [Fact]
    public async Task An_amendment_written_in_the_plain_form_is_filed_decided_and_in_force()
    {
        var kept = Cooperative.Play();
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = await BeAsync(serving, "b1-07", Page);
        Assert.NotNull(visitor.Page.QuerySelector($"a[href='{Page}?clause={Notice}']"));

        await visitor.GoAsync($"{Page}?clause={Notice}");
        Assert.Equal("14", visitor.Page.QuerySelector($"input[name='v:{Notice}']")!.GetAttribute("value"));
        Assert.Contains("noticed 14 days", visitor.Page.QuerySelector("textarea[name=legal-en]")!.TextContent, StringComparison.Ordinal);
        await visitor.SendAsync(Page, ("v:" + Notice, "3"), ("u:" + Notice, "week"), ("legal-en", "## Article 1. Notice {#procedure.default}\n\nMotions are noticed three weeks before."),
            ("session", "c1"), ("title", "Longer notice"), ("text-en", "Members need time to read."), ("step", "preview"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("3 weeks", visitor.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("two thirds of the votes cast", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("2026", visitor.Page.QuerySelector("#needs")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(kept.State.Motions.All);

        await visitor.SendAsync(Page, ("step", "file"));
        var motion = Assert.Single(kept.State.Motions.All.Values);
        Assert.Equal((ClassRule.Amendment, "Longer notice", Notice), (motion.Class, motion.Title, Assert.Single(motion.Changes).Path));
        Assert.StartsWith($"/o/dockside/motions/{motion.Id}", visitor.Path, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#clause-changes"));
        Assert.NotNull(visitor.Page.QuerySelector("#checker-diff"));

        Cooperative.Decide(kept, motion.Id, Choice.Yes, Choice.Yes, Choice.No);
        Assert.Equal("3 weeks", kept.State.Statutes.At(kept.Now).Procedure.Default.Notice!.ToString());
        await visitor.GoAsync("/o/dockside/constitution/" + Notice);
        Assert.Contains("three weeks before", visitor.Page.QuerySelector(".law")!.TextContent, StringComparison.Ordinal);
        await visitor.GoAsync("/o/dockside/constitution/text/en");
        Assert.Contains("every two years", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/o/dockside/constitution/versions/2");
        Assert.Contains("Longer notice", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#clause-changes"));
    }

    [Fact]
    public async Task An_amendment_of_an_entrenched_clause_says_the_harder_rule_before_it_is_filed()
    {
        await using var serving = await Serving.StartAsync(Cooperative.Play());
        using var visitor = await BeAsync(serving, "b1-07", $"{Page}?clause=rights.minutes.publish_within");
        await visitor.SendAsync(Page, ("v:rights.minutes.publish_within", "7"), ("session", "c1"), ("title", "Minutes sooner"), ("text-en", "Sooner."), ("step", "preview"));
        var needs = visitor.Page.QuerySelector("#needs")!.ParentElement!;
        Assert.Contains("entrenched", needs.TextContent, StringComparison.Ordinal);
        Assert.Contains("three quarters", needs.TextContent, StringComparison.Ordinal);
        Assert.NotNull(needs.QuerySelector("a[href$='amend.entrenched.rule.all_of%5B1%5D']"));
    }

    [Fact]
    public async Task What_the_rules_refuse_is_said_before_the_click_with_clause_and_earliest_lawful_day()
    {
        var kept = Cooperative.Play();
        kept.MoveTo(kept.State.Sessions.Find("c1")!.Opens.AddDays(-10));
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = await BeAsync(serving, "b1-07", $"{Page}?clause={Notice}");
        await visitor.SendAsync(Page, ("v:" + Notice, "21"), ("session", "c1"), ("title", "Late"), ("text-en", "Late."), ("step", "preview"));
        var refusal = visitor.Page.QuerySelector(".refusal")!;
        Assert.NotNull(refusal.QuerySelector("a[href$='/procedure.by_object.amendment.notice']"));
        Assert.Contains("22 March 2026", refusal.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("button[value=file]"));
        await visitor.SendAsync(Page, ("step", "file"));
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Empty(kept.State.Motions.All);
    }

    [Theory]
    [InlineData("v:bodies.council.meets", "sometimes")]
    [InlineData("v:bodies.council.quorum", "half of the chairs")]
    public async Task What_does_not_read_comes_back_with_its_place_and_nothing_is_kept(string field, string value)
    {
        var kept = Cooperative.Play();
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = await BeAsync(serving, "b1-07", $"{Page}?clause=bodies.council");
        await visitor.SendAsync(Page, (field, value), ("session", "c1"), ("title", "T"), ("text-en", "T"), ("step", "preview"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(value, visitor.Page.QuerySelector($"input[name='{field}']")!.GetAttribute("value"));
        Assert.Contains(field[2..], visitor.Page.QuerySelector(".faults")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Experts_write_yaml_and_what_they_change_is_named_as_the_rules_want_it()
    {
        var kept = Cooperative.Play();
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = await BeAsync(serving, "b1-07", $"{Page}?clause=bodies.electoral&as=yaml");
        var yaml = visitor.Page.QuerySelector("textarea[name=yaml]")!.TextContent;
        await visitor.SendAsync(Page, ("yaml", yaml.TrimEnd() + "\nquorum: 1/2 of seats\n"), ("session", "c1"), ("title", "A quorum"), ("text-en", "A quorum."), ("step", "preview"));
        await visitor.SendAsync(Page, ("step", "file"));
        Assert.Equal("bodies.electoral.quorum", Assert.Single(Assert.Single(kept.State.Motions.All.Values).Changes).Path);
    }

    [Fact]
    public async Task Nothing_changed_is_said_to_be_nothing()
    {
        await using var serving = await Serving.StartAsync(Cooperative.Play());
        using var visitor = await BeAsync(serving, "b1-07", $"{Page}?clause={Notice}");
        await visitor.SendAsync(Page, ("session", "c1"), ("title", "T"), ("text-en", "T"), ("step", "preview"));
        Assert.Contains("Nothing is changed yet", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_an_unknown_clause_is_not_found()
    {
        await using var serving = await Serving.StartAsync(Cooperative.Play());
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync($"{Page}?clause={Notice}");
        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.NotNull(visitor.Page.QuerySelector("main a[href^='/o/dockside/sign-in']"));
        await visitor.GoAsync($"{Page}?clause=bodies.nothing");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    internal static async Task<Visitor> BeAsync(Serving serving, string person, string page)
    {
        var visitor = new Visitor(serving.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/as/" + person);
        return await visitor.GoAsync(page);
    }
}
