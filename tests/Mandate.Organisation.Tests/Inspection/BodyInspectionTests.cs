using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class BodyInspectionTests
{
    private static readonly string Digest = new('a', 64);

    private static OpenInspection Open(string id, string place) => new(id, place, "winning numbers of the national draw of the next Saturday");

    private static Founded Inspected(string place)
    {
        var o = Founded.Small();
        o.Do("b1-03", Open("i", place));
        o.Advance(3);
        return o;
    }

    [Fact]
    public void Every_place_that_is_held_beyond_a_meeting_is_due_a_year_after_it_began_and_no_meeting_of_members_is()
    {
        var o = Founded.Small();
        var plan = InspectionPlan.At(o.State, o.Now);
        Assert.Equal(["branch.secretary@b1", "branch.secretary@b2", "control", "council", "electoral", "secretary"], plan.Select(p => p.Place).Order(StringComparer.Ordinal));
        Assert.All(plan, p => Assert.Equal(new(2027, 1, 1), p.Due));
        Assert.DoesNotContain(plan, p => p.OverdueOn(new(2027, 1, 1)));
        Assert.All(plan, p => Assert.True(p.OverdueOn(new(2027, 1, 2))));
    }

    [Fact]
    public void How_often_and_by_how_many_the_constitution_says()
    {
        var o = Founded.Small(Founded.Yaml() + "\nguards: {inspected: 6 months, inspectors: 1}\n");
        Assert.All(InspectionPlan.At(o.State, o.Now), p => Assert.Equal(new(2026, 7, 1), p.Due));
        o.Do("b1-03", Open("i", "council"));
        o.Advance(3);
        o.Do("b1-10", new DrawInspectors("i", "4 8 15"));
        Assert.Single(o.State.Inspection.Inspections["i"].Inspectors);
        Assert.Equal("6 months", InspectionPlan.Every(o.State.Statutes.At(o.Now)));
    }

    [Fact]
    public void Anybody_opens_one_when_the_year_is_over_and_inspectors_before_it()
    {
        var o = Founded.Small();
        var early = o.Refused("b1-09", Open("i", "council"));
        Assert.Equal(("inspection.not-due-yet", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), (early.Code, early.Earliest));
        Assert.Equal("protocol.unknown", o.Refused("b1-03", Open("i", "congress")).Code);
        o.Do("b1-03", Open("i", "council"));
        Assert.Equal("protocol.taken", o.Refused("b2-02", Open("j", "council")).Code);
        o.Now = new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-09", Open("j", "electoral"));
    }

    [Fact]
    public void Its_inspectors_are_drawn_from_those_whom_nothing_ties_to_the_inspected()
    {
        var o = Inspected("council");
        o.Do("b1-10", new DrawInspectors("i", "4 8 15"));
        Assert.Equal(["b1-03", "b2-02"], o.State.Inspection.Inspections["i"].Inspectors.Order(StringComparer.Ordinal));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-10", new DrawInspectors("i", "4 8 16")).Code);
    }

    [Fact]
    public void The_inspection_is_inspected_by_members_drawn_without_a_place()
    {
        var o = Inspected("control");
        Assert.Equal("inspection.seed-too-early", Early(o).Code);
        o.Do("b1-10", new DrawInspectors("i", "4 8 15"));
        var drawn = o.State.Inspection.Inspections["i"].Inspectors;
        Assert.Equal(3, drawn.Length);
        Assert.DoesNotContain(drawn, p => o.State.Offices.HeldBy(p, o.Now).Any());
        Assert.Equal(drawn, Lots.Draw(InspectionPlan.Pool(o.State, "control", o.Now), "4 8 15", 3));

        static Acts.Refusal Early(Founded o)
        {
            o.Advance(-1);
            var refusal = o.Refused("b1-10", new DrawInspectors("i", "4 8 15"));
            o.Advance(1);
            return refusal;
        }
    }

    [Fact]
    public void Findings_with_what_was_left_out_and_the_answer_are_published_and_followed_up_by_the_drawn_alone()
    {
        var o = Inspected("council");
        var report = new ReportInspection("i", o.Blob("Minutes came late.\n"), o.Blob("meeting,days\n1,20\n"), "Two names of members who spoke to us.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", report).Code);
        o.Do("b1-10", new DrawInspectors("i", "4 8 15"));
        Assert.Equal("protocol.blob-missing", o.Refused("b1-03", report with { Text = new string('b', 64) }).Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new AnswerInspection("i", o.Blob("We know.\n"))).Code);
        o.Do("b1-03", report);
        Assert.Equal("inspection.found-already", o.Refused("b1-03", report).Code);
        o.Do("b2-02", report with { Data = null, LeftOut = "" });
        Assert.Equal("inspection.not-heard", o.Refused("b1-03", new FollowUpInspection("i", "In time now.", true)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new AnswerInspection("i", o.Blob("We know.\n"))).Code);
        o.Do("b1-01", new AnswerInspection("i", o.Blob("We know.\n")));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new FollowUpInspection("i", "In time now.", true)).Code);
        o.Do("b1-03", new FollowUpInspection("i", "In time now.", true));
        var done = o.State.Inspection.Inspections["i"];
        Assert.True(done.Over);
        Assert.Equal(["Two names of members who spoke to us.", ""], done.Reports.Select(r => r.LeftOut));
    }

    [Fact]
    public void Who_does_not_answer_and_who_does_not_hand_over_what_is_needed_is_found_and_stops_nothing()
    {
        var o = Inspected("council");
        o.Do("b1-10", new DrawInspectors("i", "4 8 15"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new AskForEvidence("r", "i", "secretary", "The register of incoming letters")).Code);
        o.Do("b1-03", new AskForEvidence("r", "i", "secretary", "The register of incoming letters"));
        o.Do("b1-03", new AskForEvidence("q", "i", "council", "The list of guests"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new HandOverEvidence("r", Digest)).Code);
        o.Do("b1-05", new HandOverEvidence("r", Digest));
        o.Do("b1-03", new ReportInspection("i", o.Blob("The list is missing.\n"), null, ""));
        o.Advance(7);
        Assert.Empty(Found(o));
        o.Advance(1);
        Assert.Equal(["inspection:q"], Found(o));
        o.Advance(23);
        Assert.Equal(["inspection:i:answer", "inspection:q"], Found(o).Order(StringComparer.Ordinal));
        o.Do("b1-03", new FollowUpInspection("i", "Nobody answered.", false));
    }

    private static IEnumerable<string> Found(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime))
        .Where(f => f.Guard.Name == "unfulfilled-mandate").SelectMany(f => f.Sources).Select(s => s.Lines!).Where(l => l.StartsWith("inspection:", StringComparison.Ordinal)).Select(l => l.Replace(":overdue", "", StringComparison.Ordinal)).Distinct();
}
