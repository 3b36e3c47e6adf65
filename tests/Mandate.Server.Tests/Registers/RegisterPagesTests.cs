using Mandate.Organisation.Documents;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Registers;

public sealed class RegisterPagesTests
{
    [Fact]
    public async Task A_dispute_is_told_from_the_record_with_its_dates()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        kept.Do("b1-01", new ProposeAct("w", "council", null, new GiveOrder("o", "Close the canteens.", ["b1", "b2"], LeftToUnits: "The hour.")));
        kept.Do("b1-02", new SignAct("w", []));
        kept.Do("b2-04", new AcknowledgeOrder("o", "b2"));
        kept.Do("b2-04", new DisputeCompetence("d", "b2", "o", DisputeGround.OwnMatter, "The hall is ours."));
        using var inspector = await dockside.AsAsync("b1-03");
        await inspector.GoAsync("/o/dockside/rights/disputes");
        var told = inspector.Page.QuerySelector("#d")!.TextContent;
        string[] order = ["the order was given", "the unit acknowledged it", "the unit disputed it"];
        Assert.Equal(order.Select(w => told.IndexOf(w, StringComparison.Ordinal)).Order(), order.Select(w => told.IndexOf(w, StringComparison.Ordinal)));
        Assert.All(order, w => Assert.Contains(w, told, StringComparison.Ordinal));
        // Only whoever inspects the council is asked to settle it.
        Assert.NotNull(inspector.Page.QuerySelector("a[href*='federation.settle']"));
        Assert.Equal("2027", inspector.Page.QuerySelector("table tbody th")!.TextContent);
        await inspector.GoAsync("/o/dockside/rights/orders");
        Assert.Contains("The hour.", inspector.Page.QuerySelector("#o")!.TextContent, StringComparison.Ordinal);
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/rights/disputes");
        Assert.Null(council.Page.QuerySelector("a[href*='federation.settle']"));
    }

    [Fact]
    public async Task The_page_of_units_answers_five_questions_and_the_constitution_shows_its_links()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/rights/autonomy");
        Assert.Contains("centralised (3 of 5)", member.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(member.Page.QuerySelector("table a[href$='/constitution/rights.appeal']"));
        await member.GoAsync("/o/dockside/constitution");
        Assert.Contains("12 of 13 links", member.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_shows_its_terms_who_had_it_on_a_day_and_what_a_claim_is_worth()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        kept.Do("b1-07", new DepositDocument("d", "Letter on the council", kept.Put("Let it be larger.\n"), ["council"], new(2027, 3, 1)));
        kept.Do("b1-07", new SetTerms("d", TextState.Dictated, DocumentUse.Quote, "Move it at congress.", "control"));
        kept.Do("b1-01", new ReceiveDocument("d"));
        kept.Do("b1-01", new QuotePassage("d", kept.Put("be larger\n")));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/documents/d?on=2027-01-03");
        Assert.DoesNotContain(member.Page.QuerySelectorAll("#custody ~ .table-frame td"), c => c.TextContent.Contains("receipt", StringComparison.Ordinal));
        await member.GoAsync("/o/dockside/documents/d?who=b1-01&knew=no&on=2027-01-04");
        Assert.Contains("The record says otherwise", member.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("be larger", member.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 3", member.Page.QuerySelector(".facts-list")!.TextContent, StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/documents/check");
        await member.SendAsync("/o/dockside/documents/check", ("copy-text", "Let it be larger."));
        Assert.Contains("Authentic", member.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await member.SendAsync("/o/dockside/documents/check", ("copy-text", "Let it be smaller."), ("copy-of", "d"));
        Assert.Contains("Altered", member.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bulletin_measures_space_compares_quotations_links_what_is_cited_and_lets_a_text_become_a_motion()
    {
        await using var dockside = await Dockside.OpenAsync(y => y.Replace("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda", StringComparison.Ordinal));
        var kept = dockside.Kept;
        kept.Do("b1-04", new OpenDebate("rotation", "Should offices rotate?", "congress", new(2027, 2, 1), 200));
        kept.Do("b1-01", new SubmitPiece("p", "Experience counts", kept.Put("We decide this ourselves, see entry:3 and entry:99999.\n"), true, "rotation", "council", []));
        kept.Do("b1-09", new WriteLetter("l", "On experience", kept.Put("The council writes “We decide this for you” (piece:p), and “We decide this ourselves” (piece:p).\n")));
        kept.Do("b1-04", new BringOutIssue("i", ["p"]));
        kept.MoveTo(kept.Now.AddDays(3));
        using var member = await dockside.AsAsync("b1-08");
        await member.GoAsync("/o/dockside/rights/press");
        Assert.Contains("council", member.Page.QuerySelector("table tbody th")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("personally", member.Page.QuerySelector("#p")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(member.Page.QuerySelector("#p a[href$='/record/3']"));
        Assert.Contains("no such number", member.Page.QuerySelector("#p")!.TextContent, StringComparison.Ordinal);
        var letter = member.Page.QuerySelector("#l")!.TextContent;
        Assert.Contains("does not stand so in the source", letter, StringComparison.Ordinal);
        Assert.Contains("word for word", letter, StringComparison.Ordinal);
        Assert.Contains("text-en=", member.Page.QuerySelector("#l a[href*='motions.file']")!.GetAttribute("href"), StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/offices");
        var tenure = kept.State.Offices.HeldBy("b1-01", kept.Now).First().Id;
        await member.GoAsync("/o/dockside/offices/" + tenure);
        Assert.Contains("Experience counts", member.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
