using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>The words of the definitions and of the rows of each guard, on either side: what several facts tell together, and what heals.</summary>
public sealed class DefinitionRowsTests
{
    private static DatedFact On(int month, int day, Fact fact) => new(fact, new DateOnly(2026, month, day));

    private static Breach[] Look(string guard, params object[] facts) =>
        [.. GuardCatalogue.Find(guard)!.Look(GuardExamples.View(facts.Select(f => f as DatedFact ?? On(3, 1, (Fact)f))))];

    [Fact]
    public void Those_who_left_are_missing_from_those_who_are_there()
    {
        PutToVote put = new("m", "congress", "s");
        Present there = new("s", "m", new(90), Left: new(Scale: Scale.Tens), Needed: new(4, 5));
        Assert.NotEmpty(Look("vanished-quorum", put, there));
        Assert.Empty(Look("vanished-quorum", put, there with { Left = new(18) }));
        Assert.Empty(Look("vanished-quorum", put, there with { Left = null }));
        // A result shows that there was a vote.
        Assert.NotEmpty(Look("vanished-quorum", new Counted("v", Matter: "m"), there));
        Assert.Empty(Look("vanished-quorum", new Counted("v", Matter: "n"), there));
    }

    [Fact]
    public void A_restriction_that_is_itself_secret_binds_those_who_cannot_read_it_and_one_that_keeps_a_paper_is_another_thing()
    {
        Restricted ban = new("ban", [Liberty.Organise], Secret: true);
        Assert.Null(Assert.Single(Look("secret-clause", ban)).Until);
        Assert.Equal(new DateOnly(2026, 4, 2), Assert.Single(Look("secret-clause", ban, On(4, 2, new Lifted("ban")))).Until);
        // Where its text is a document, its adoption tells which part is secret, and from when it is not.
        Assert.Empty(Look("secret-clause", ban with { Document = "text" }));
        Assert.Equal(new DateOnly(2026, 4, 2), Assert.Single(Look("secret-clause", new Adopted("m", "congress", "text", SecretPart: "annex"), On(4, 2, new Published("annex")))).Until);
        Assert.Empty(Look("secret-clause", ban with { Form = RestrictionForm.Secrecy }));
        Assert.Empty(Look("secret-clause", ban with { Secret = null }));
        Assert.Empty(Look("secret-clause", ban with { Rights = default }));
    }

    [Fact]
    public void What_several_facts_tell_of_a_restriction_bounds_its_use_together()
    {
        Restricted adopted = new("ban", Targets: ["ward"], Occasion: "strike"), besides = new("ban", Targets: ["yard"]);
        Assert.Empty(Look("rule-beyond-purpose", adopted, besides, new Applied("ban", ["yard"])));
        Assert.NotEmpty(Look("rule-beyond-purpose", adopted, besides, new Applied("ban", ["press"])));
        Assert.NotEmpty(Look("rule-beyond-purpose", adopted with { Until = new(2026, 3, 31) }, On(4, 1, new Applied("ban", ["ward"]))));
        Assert.Empty(Look("rule-beyond-purpose", adopted with { Until = new(2026, 3, 31) }, On(3, 31, new Applied("ban", ["ward"]))));
    }

    [Fact]
    public void A_right_that_was_given_back_was_narrowed_until_then()
    {
        Restricted ban = new("ban", [Liberty.Publish]);
        Assert.Null(Assert.Single(Look("restriction-of-minority", ban)).Until);
        Assert.Equal(new DateOnly(2026, 5, 1), Assert.Single(Look("restriction-of-minority", ban, On(5, 1, new Lifted("ban")))).Until);
        Assert.Equal(new DateOnly(2026, 4, 1), Assert.Single(Look("restriction-of-minority", ban with { Until = new(2026, 4, 1) })).Until);
    }

    [Fact]
    public void A_proposal_is_lost_when_all_who_moved_it_are_gone()
    {
        Filed both = new("m", ["ada", "bo"]);
        var ada = On(4, 1, new Unavailable("ada", Absence.Ill, Unable: true));
        Assert.Empty(Look("lost-mover", both, ada));
        Assert.NotEmpty(Look("lost-mover", both, ada, On(4, 5, new Unavailable("bo", Absence.Dead, Unable: true))));
        Assert.Empty(Look("lost-mover", both, ada, On(2, 5, new Unavailable("bo", Absence.Dead, Unable: true))));
    }

    [Fact]
    public void Whoever_stood_aside_did_not_judge_their_own_case()
    {
        Concerns about = new("m", ["ada"]);
        Held seat = new("ada", "member", "council", Rank.Member);
        Acted decided = new("m", ["council"], Part.Decides);
        Assert.NotEmpty(Look("conflict-of-interest", about, seat, decided));
        Assert.Empty(Look("conflict-of-interest", about, seat, decided with { Apart = ["ada"] }));
        Assert.NotEmpty(Look("conflict-of-interest", about, seat, decided with { Apart = ["bo"] }));
        Assert.NotEmpty(Look("conflict-of-interest", new Concerns("m", ["council"]), seat, decided with { Apart = ["ada"] }));
    }

    [Fact]
    public void Measures_for_a_petition_while_its_answer_is_due_are_an_answer_to_it()
    {
        DatedFact asked = On(5, 20, new Petitioned("p", "council", ["ada"], new(46))), scheduled = On(5, 22, new Answered("p", PetitionAnswer.Scheduled));
        var measure = new MeasureTaken("x", Adverse.Condemned, ["ada"], For: ["p"]);
        Assert.Empty(Look("unanswered-petition", asked, scheduled));
        Assert.Equal(2, Assert.Single(Look("unanswered-petition", asked, scheduled, On(5, 25, measure))).Because.Length);
        Assert.Empty(Look("unanswered-petition", asked, scheduled, On(5, 10, measure)));
        Assert.Empty(Look("unanswered-petition", asked, scheduled, On(5, 25, measure with { For = ["q"] })));
    }

    [Fact]
    public void A_bargain_of_a_group_is_one_of_its_members()
    {
        Agreed bargain = new(["troika"], [BargainSubject.Posts], Entered: false);
        Assert.Empty(Look("private-bargain", bargain));
        Assert.NotEmpty(Look("private-bargain", bargain, new BelongsTo(["ada", "bo"], "troika")));
        Assert.Empty(Look("private-bargain", bargain, new BelongsTo(["ada"], "troika")));
    }

    [Fact]
    public void Whoever_leads_what_is_inspected_does_not_staff_the_inspection()
    {
        Related checks = new("control", Relation.Checks, "secretariat");
        Held head = new("ada", "general-secretary", "secretariat", Rank.Head), seat = new("ada", "member", "control", Rank.Member);
        Assert.NotEmpty(Look("captured-inspection", checks, head, seat));
        Assert.Empty(Look("captured-inspection", checks, head, seat with { Person = "bo" }));
        Assert.Empty(Look("captured-inspection", checks, head with { Rank = Rank.Member }, seat));
        Joined staffed = new("control", "secretariat", Fusion.Staffed);
        Assert.NotEmpty(Look("captured-inspection", checks, staffed));
        Assert.Empty(Look("captured-inspection", checks, staffed with { With = "university" }));
        Assert.Empty(Look("captured-inspection", checks, staffed with { Stage = Stage.Proposed }));
    }

    [Fact]
    public void Of_those_who_knew_and_those_who_did_not_two_facts_may_tell()
    {
        Known knew = new("d", ["ada"], Body: "council"), not = new("d", NotBy: ["bo"], Body: "council");
        Assert.NotEmpty(Look("split-knowledge", knew, not));
        Assert.Empty(Look("split-knowledge", knew with { Body = "congress" }, not));
        Assert.Empty(Look("split-knowledge", On(4, 1, knew), On(3, 1, not)));
        Assert.Empty(Look("split-knowledge", knew));
    }

    [Fact]
    public void An_elected_body_that_agreed_was_not_passed_over()
    {
        PassedOver passed = new("council", "congress", "commission", Elected: true);
        Assert.NotEmpty(Look("bypassed-body", passed));
        Assert.Empty(Look("bypassed-body", passed with { Agreed = true }));
        Assert.NotEmpty(Look("bypassed-body", passed with { Agreed = false }));
    }

    [Fact]
    public void A_seat_among_others_leaves_no_vacuum_and_an_office_of_any_rank_does()
    {
        DatedFact gone = On(4, 1, new Unavailable("ada", Absence.Ill, Unable: true));
        Assert.NotEmpty(Look("succession-vacuum", new Held("ada", "treasurer", "branch"), gone));
        Assert.Empty(Look("succession-vacuum", new Held("ada", "member", "branch", Rank.Member), gone));
        Assert.Empty(Look("succession-vacuum", new Held("ada", "treasurer", "branch"), gone, On(4, 2, new StoodIn("ada", "bo"))));
    }

    [Fact]
    public void How_much_an_apparatus_may_grow_is_a_measure_that_is_named()
    {
        var grown = GuardExamples.Recorded([On(3, 1, new Staffed("office", new(30), Before: new(20)))]).ToList();
        var guard = GuardCatalogue.Find("apparatus-growth")!;
        Assert.Empty(guard.Look(new FactView(grown, GuardExamples.Today)));
        Assert.NotEmpty(guard.Look(new FactView(grown, GuardExamples.Today, new() { Growth = new(7, 5) })));
        Assert.Contains("growth", GuardLimits.Default.UsedBy(guard.Name).Select(m => m.Name));
    }
}
