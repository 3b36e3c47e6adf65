using Mandate.Organisation.Inspection;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Registers;

public sealed class InspectionPageTests
{
    private static readonly string Digest = new('a', 64);

    [Fact]
    public async Task An_inspection_is_read_with_its_findings_what_was_left_out_and_the_answer()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        kept.Do("b1-03", new OpenInspection("i", "council", "national draw"));
        kept.MoveTo(kept.Now.AddDays(3));
        kept.Do("b1-09", new DrawInspectors("i", "4 8 15"));
        var drawn = kept.State.Inspection.Inspections["i"].Inspectors[0];
        using var inspector = await dockside.AsAsync(drawn);
        await inspector.GoAsync("/o/dockside/rights/inspections");
        Assert.NotNull(inspector.Page.QuerySelector("a[href*='inspection.report']"));
        kept.Do(drawn, new ReportInspection("i", kept.Put("Minutes came late.\n"), kept.Put("meeting,days\n"), "Two names."));
        kept.Do(drawn, new AskForEvidence("r", "i", "council", "The list of guests"));
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/rights/inspections");
        var told = council.Page.QuerySelector("#i")!.TextContent;
        Assert.All(["Minutes came late.", "meeting,days", "Two names.", "The list of guests"], part => Assert.Contains(part, told, StringComparison.Ordinal));
        Assert.NotNull(council.Page.QuerySelector("a[href*='inspection.answer']"));
        Assert.NotNull(council.Page.QuerySelector("a[href*='inspection.hand-over']"));
        kept.Do("b1-01", new AnswerInspection("i", kept.Put("We publish them in a week now.\n")));
        using var member = await dockside.AsAsync("b1-10");
        await member.GoAsync("/o/dockside/rights/inspections");
        Assert.Contains("in a week now", member.Page.QuerySelector("#i")!.TextContent, StringComparison.Ordinal);
        // Every place has its line in the plan, the inspection itself with them.
        Assert.Contains("control", member.Page.QuerySelector("table")!.TextContent, StringComparison.OrdinalIgnoreCase);
        await member.GoAsync("/o/dockside/rights/findings");
        Assert.DoesNotContain("No guard", member.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_complained_is_offered_a_reader_and_amends_and_nobody_else_is()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        kept.Do("b1-09", new Complain("c", ["t-council-0"], "At the desk", Digest, "national draw", Conduct: true));
        using var own = await dockside.AsAsync("b1-09");
        await own.GoAsync("/o/dockside/rights/complaints");
        Assert.NotNull(own.Page.QuerySelector("#c a[href*='inspection.demand-amends'], #c form[action*='inspection.demand-amends']"));
        using var other = await dockside.AsAsync("b1-10");
        await other.GoAsync("/o/dockside/rights/complaints");
        Assert.Null(other.Page.QuerySelector("#c a[href*='inspection.demand-amends'], #c form[action*='inspection.demand-amends']"));
        Assert.DoesNotContain("b1-09", other.Page.QuerySelector("#c")!.TextContent, StringComparison.Ordinal);
        kept.Do("b1-09", new DemandAmends("c", Amends.Apology, Digest, new(2027, 2, 1)));
        kept.Do(kept.State.Inspection.All["c"].Accused[0], new AnswerDemand("c", true, Digest));
        await other.GoAsync("/o/dockside/rights/complaints");
        Assert.Contains("an apology, by", other.Page.QuerySelector("#c")!.TextContent, StringComparison.Ordinal);
        kept.Do("b1-09", new SettleComplaint("c"));
        await other.GoAsync("/o/dockside/rights/complaints");
        Assert.Contains("Settled between the two", other.Page.QuerySelector("#c")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_life_tells_who_went_to_paid_posts_and_whose_motions_become_decisions()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var member = await dockside.AsAsync("b1-10");
        await member.GoAsync("/o/dockside/rights/life");
        Assert.NotNull(member.Page.QuerySelector("#drain"));
        Assert.NotNull(member.Page.QuerySelector("#sections"));
    }
}
