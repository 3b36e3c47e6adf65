using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>Each guard says what its definition says and no more: cases that lie on either side of a word of it.</summary>
public sealed class DefinitionTests
{
    private static DatedFact On(int month, int day, Fact fact) => new(fact, new DateOnly(2026, month, day));

    private static Breach[] Look(string guard, params Fact[] facts) => Look(guard, [.. facts.Select(f => On(3, 1, f))]);

    private static Breach[] Look(string guard, DatedFact[] facts, GuardLimits? limits = null) =>
        [.. GuardCatalogue.Find(guard)!.Look(new FactView(GuardExamples.Recorded(facts), GuardExamples.Today, limits))];

    [Fact]
    public void Whoever_fills_the_seats_of_those_who_fill_theirs_closes_a_circle_without_any_rule_being_told()
    {
        Filled composes = new("committee", "secretariat", Manner.Selected), chooses = new("secretariat", "committee", Manner.Elected);
        Assert.NotEmpty(Look("circular-flow-of-power", composes, chooses));
        // In how they were filled lies the difference; what is not told is not known.
        Assert.Empty(Look("circular-flow-of-power", composes with { Manner = null }, chooses));
        Assert.Empty(Look("circular-flow-of-power", composes with { Stage = Stage.Proposed }, chooses));
        // Chosen before they owed anybody their posts.
        Assert.Empty(Look("circular-flow-of-power", [On(3, 1, composes), On(1, 1, chooses)]));
    }

    [Fact]
    public void One_of_twenty_who_owes_a_post_is_not_the_body()
    {
        Related checks = new("control", Relation.Checks, "council");
        Beholden owe = new("control", "council", new(11), new(20));
        foreach (var guard in (string[])["captured-inspection", "circular-flow-of-power"])
        {
            Assert.NotEmpty(Look(guard, checks, owe));
            Assert.NotEmpty(Look(guard, checks, owe with { Count = null, Of = null }));
            Assert.Empty(Look(guard, checks, owe with { Count = new(1) }));
            Assert.Empty(Look(guard, checks, owe with { Count = new(11), Of = null }));
        }
    }

    [Fact]
    public void An_office_is_an_organ_and_its_holder_leads_it()
    {
        Related checks = new("auditor", Relation.Checks, "treasurer");
        Held auditor = new("ada", "auditor", Rank: Rank.Head), treasurer = new("ada", "treasurer", Rank: Rank.Head);
        Assert.NotEmpty(Look("captured-inspection", checks, auditor, treasurer));
        Assert.Empty(Look("captured-inspection", checks, auditor, treasurer with { Person = "bo" }));
        Assert.NotEmpty(Look("concentrated-offices", [On(3, 1, checks), On(3, 1, auditor), On(3, 1, treasurer)], new() { ExecutiveOffices = 5 }));
        Assert.Empty(Look("concentrated-offices", [On(3, 1, auditor), On(3, 1, treasurer)], new() { ExecutiveOffices = 5 }));
        // Appointed by whoever leads what is checked.
        Related inspects = new("control", Relation.Checks, "secretariat");
        Held head = new("bo", "general-secretary", "secretariat", Rank.Head);
        Assert.NotEmpty(Look("captured-inspection", inspects, head, new Filled("control", "bo", Manner.Appointed)));
        Assert.Empty(Look("captured-inspection", inspects, head, new Filled("control", "cleo", Manner.Appointed)));
    }

    [Fact]
    public void Two_offices_are_held_together_only_where_that_is_certain()
    {
        Held first = new("ada", "secretary", "council", Rank.Head), second = new("ada", "editor", "bulletin", Rank.Head);
        Assert.NotEmpty(Look("concentrated-offices", [On(1, 1, first), On(3, 1, second)]));
        Assert.Empty(Look("concentrated-offices", [On(1, 1, first with { Until = new(2026, 2, 1) }), On(3, 1, second)]));
        // It ended on a day that nobody gives.
        var open = GuardExamples.Recorded([On(1, 1, first), On(3, 1, second), On(2, 1, new Ended("ada", "secretary", "council"))])
            .Select(f => f.What is Ended ? f with { When = new(new(2026, 2, 1)) } : f);
        Assert.Empty(GuardCatalogue.Find("concentrated-offices")!.Look(new FactView(open, GuardExamples.Today)));
    }

    [Fact]
    public void A_document_that_came_by_its_day_was_not_withheld()
    {
        DatedFact addressed = On(2, 1, new Addressed("d", ["congress"], Due: new(2026, 4, 1))), withheld = On(3, 1, new Withheld("d", ["congress"]));
        Assert.NotEmpty(Look("withheld-document", [addressed, withheld]));
        Assert.Empty(Look("withheld-document", [addressed, withheld, On(3, 30, new Delivered("d", ["congress"]))]));
        Assert.NotEmpty(Look("withheld-document", [addressed, withheld, On(4, 2, new Delivered("d", ["congress"]))]));
        Assert.NotEmpty(Look("withheld-document", [addressed, withheld, On(3, 30, new Delivered("d", ["council"]))]));
        // Without a day on which it was due there is none by which it came.
        Assert.NotEmpty(Look("withheld-document", [withheld, On(3, 30, new Delivered("d", ["congress"]))]));
        // The day is still to come.
        Assert.Empty(Look("withheld-document", [On(2, 1, new Addressed("d", ["congress"], Due: new(2026, 7, 1))), withheld]));
    }

    [Fact]
    public void Of_two_that_are_merged_either_may_be_the_one_that_defends()
    {
        Related defends = new("stewards", Relation.Defends, "members");
        Assert.NotEmpty(Look("fused-defence", defends, new Joined("stewards", "management", Fusion.Merged)));
        Assert.NotEmpty(Look("fused-defence", defends, new Joined("management", "stewards", Fusion.Merged)));
        // Management that is run from those who defend is not their merger into it.
        Assert.Empty(Look("fused-defence", defends, new Joined("management", "stewards", Fusion.Directed)));
        Assert.Empty(Look("fused-defence", defends, new Related("union", Relation.Defends, "members"), new Joined("stewards", "union", Fusion.Merged)));
    }

    [Fact]
    public void To_speak_on_ones_own_case_is_no_conflict_and_to_judge_it_is()
    {
        Concerns about = new("m", ["ada"]);
        Assert.Empty(Look("conflict-of-interest", about, new Acted("m", ["ada"], Part.Advises)));
        foreach (var part in (Part[])[Part.Reports, Part.Chairs, Part.Judges, Part.Decides])
            Assert.NotEmpty(Look("conflict-of-interest", about, new Acted("m", ["ada"], part)));
    }

    [Fact]
    public void What_is_not_told_of_an_election_or_a_review_is_not_known()
    {
        Filled post = new("secretary", "council", Manner.Appointed, Elective: true);
        Assert.Empty(Look("appointed-not-elected", post));
        Assert.Empty(Look("appointed-not-elected", post with { Manner = null, ElectionFixed = false }));
        Assert.NotEmpty(Look("appointed-not-elected", post with { ElectionFixed = false }));
        Assert.NotEmpty(Look("appointed-not-elected", post with { ElectionBy = new(2026, 5, 1) }));
        Assert.Empty(Look("appointed-not-elected", [On(3, 1, post with { ElectionBy = new(2026, 5, 1) }), On(4, 20, new Filled("secretary", "members", Manner.Elected))]));
        Restricted ban = new("ban", [Liberty.Trade], EndStated: false);
        Assert.Empty(Look("no-sunset", ban));
        Assert.NotEmpty(Look("no-sunset", ban with { ReviewNamed = false }));
        Assert.Empty(Look("no-sunset", ban with { ReviewNamed = false, Review = "congress" }));
    }

    [Fact]
    public void A_report_that_gives_the_votes_of_one_side_is_one_sided()
    {
        Covered report = new("bulletin", "s", ["a", "b"], Report: true);
        Assert.Empty(Look("one-sided-report", report));
        Assert.NotEmpty(Look("one-sided-report", report with { VotesGiven = ["a"], VotesOmitted = ["b"] }));
        Assert.Empty(Look("one-sided-report", report with { VotesGiven = ["a", "b"] }));
        Assert.Empty(Look("one-sided-report", report with { VotesOmitted = ["a", "b"] }));
        Assert.Empty(Look("one-sided-report", report with { VotesGiven = ["a"], VotesOmitted = ["b"], Report = false }));
    }

    [Fact]
    public void Removals_one_after_the_other_are_many_together_in_a_short_time()
    {
        DatedFact[] Three(int month, string from = "council") =>
        [
            On(1, 10, new MeasureTaken("m1", Adverse.Removed, ["ada"], Of: new(20), From: from)),
            On(2, 10, new MeasureTaken("m2", Adverse.Removed, ["bo"], Of: new(20), From: "council")),
            On(month, 10, new MeasureTaken("m3", Adverse.Removed, ["cleo"], Of: new(20), From: "council")),
        ];
        Assert.Equal(3, Assert.Single(Look("mass-removal", Three(3))).Because.Length);
        Assert.Empty(Look("mass-removal", Three(5)));
        Assert.Empty(Look("mass-removal", Three(3, "editors")));
        Assert.Empty(Look("mass-removal", [.. Three(3).Select(f => f with { Fact = (MeasureTaken)f.Fact with { ByElection = true } })]));
        Assert.Empty(Look("mass-removal", Three(3), new() { LargeShare = new(1, 5) }));
        Assert.NotEmpty(Look("mass-removal", Three(5), new() { ShortDays = 200 }));
    }

    [Fact]
    public void An_office_that_was_over_before_leaves_no_vacuum_and_a_successor_ends_one()
    {
        Held chair = new("ada", "chair", "council", Rank.Head);
        Unavailable gone = new("ada", Absence.Ill, Unable: true);
        Assert.NotEmpty(Look("succession-vacuum", [On(1, 1, chair), On(3, 1, gone)]));
        Assert.Empty(Look("succession-vacuum", [On(1, 1, chair), On(2, 1, new Ended("ada", "chair", "council", Ending.Resigned)), On(3, 1, gone)]));
        var breach = Assert.Single(Look("succession-vacuum", [On(1, 1, chair), On(3, 1, gone), On(4, 1, chair with { Person = "bo" })]));
        Assert.Equal(new DateOnly(2026, 4, 1), breach.Until);
        // Each office that is left without anybody is one.
        Assert.Equal(2, Look("succession-vacuum", [On(1, 1, chair), On(1, 1, new Held("ada", "editor", "bulletin", Rank.Head)), On(3, 1, gone)]).Length);
    }
}
