using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

/// <summary>Decisions that several bodies take together.</summary>
public sealed class PartsTests
{
    private const string Double = "amend.ordinary.rule.all_of";

    [Fact]
    public void A_double_majority_is_two_votes_in_two_bodies_and_comes_into_force_with_the_second()
    {
        var o = Opened(out var yaml);
        Assert.Equal([$"{Double}[0]", $"{Double}[1]"], MotionRule.Parts(o.State, Motion(o)).Select(p => p.Clause));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Single(o.State.Statutes.Versions);
        Assert.Equal("v1", Motion(o).Carried[$"{Double}[0]"]);
        Assert.Null(MotionRule.PartFor(o.State, Motion(o), o.Session(), o.Now));
        o.Do("b1-07", new CloseSession("c1"));
        Assert.Equal(MotionStage.OnAgenda, Motion(o).Stage);

        InControl(o, Choice.Yes, Choice.Yes);
        Assert.Equal(MotionStage.Adopted, Motion(o).Stage);
        Assert.Equal("v2", o.State.Statutes.Versions[^1].Basis);
        Assert.DoesNotContain("50 days", yaml, StringComparison.Ordinal);
        Assert.Equal("50 days", o.State.Statutes.At(o.Now).Bodies["congress"].Convene!.Notice!.ToString());
    }

    [Fact]
    public void One_body_against_it_is_enough_to_reject()
    {
        var o = Opened(out _);
        InControl(o, Choice.Yes, Choice.No);
        Assert.Equal(MotionStage.Rejected, Motion(o).Stage);
        Assert.Equal("v2", Motion(o).Lost[$"{Double}[1]"]);
    }

    [Fact]
    public void A_motion_goes_before_another_body_only_with_its_notice_and_if_something_is_for_it_to_decide()
    {
        var o = Congresses.Convened(60, Yaml());
        o.Elect();
        o.Do("b1-07", Amending(o, Yaml()));
        Convene(o, "k1", 29);
        Assert.Equal("motions.notice-too-short", o.Refused("b1-07", new PutBefore("m1", "k1")).Code);
        Convene(o, "k2", 30);
        Assert.Equal("motions.not-your-motion", o.Refused("b1-12", new PutBefore("m1", "k2")).Code);
        o.Do("b1-07", new PutBefore("m1", "k2"));
        o.Do("b1-07", o.Motion("m2"));
        Assert.Equal("motions.nothing-to-decide", o.Refused("b1-07", new PutBefore("m2", "k2")).Code);
    }

    [Fact]
    public void A_unit_is_not_dissolved_without_its_own_consent()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Class = "dissolve_unit", Target = "b2" }));
        o.Do("b1-07", new RecordHearing("m1", HearingOutcome.Heard));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        Assert.Null(o.State.Roll.Unit("b2")!.Until);
        var consent = Assert.Single(MotionRule.Parts(o.State, Motion(o)), p => p.Consent);
        Assert.Equal(("branch.meeting", "b2"), (consent.Name, consent.Unit));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new ConsentToMotion("m1", consent.Clause), "branch.meeting@b1").Code);
        o.Do("b2-01", new ConsentToMotion("m1", consent.Clause), "branch.meeting@b2");
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime), o.State.Roll.Unit("b2")!.Until);
    }

    [Fact]
    public void A_removal_goes_to_the_body_that_can_remove()
    {
        var o = Congresses.Convened();
        o.Elect();
        var wrong = o.Refused("b1-07", o.Motion("m1") with { Class = "remove_officer", Target = "t-bs-1" });
        Assert.Equal(("motions.wrong-body", "branch.meeting", "congress"), (wrong.Code, wrong.Needs, wrong.Given));
        Assert.Equal("motions.no-way-of-removal", o.Refused("b1-07", o.Motion("m1") with { Class = "remove_officer", Target = "t-electoral-0" }).Code);
        Assert.Equal("motions.no-target", o.Refused("b1-07", o.Motion("m1") with { Class = "remove_officer", Target = "nobody" }).Code);
    }

    private static Motion Motion(Founded o) => o.State.Motions.Find("m1")!;

    private static string Yaml() => File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"))
        .Replace("ordinary: {rule: {body: congress, rule: 2/3 of votes cast}}", "ordinary: {rule: {all_of: [{body: congress, rule: 2/3 of votes cast}, {body: control, rule: majority of seats}]}}", StringComparison.Ordinal);

    private static FileMotion Amending(Founded o, string yaml) => o.Motion("m1") with
    {
        Class = "amendment",
        Clauses = ["bodies.congress.convene.notice"],
        Proposed = new ProposedConstitution(o.Blob(yaml.Replace("notice: 30 days, on_demand_of", "notice: 50 days, on_demand_of", StringComparison.Ordinal)), o.Text("In new words.")),
    };

    /// <summary>The congress is open; the control commission meets on the same days, and the amendment is before both.</summary>
    private static Founded Opened(out string yaml)
    {
        var text = yaml = Yaml();
        return Congresses.Opened(o =>
        {
            o.Do("b1-07", Amending(o, text));
            Convene(o, "k1", 60);
            o.Do("b1-07", new PutBefore("m1", "k1"));
        }, yaml: text);
    }

    private static void Convene(Founded o, string id, int ahead)
    {
        var opens = new DateTimeOffset(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(ahead).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        o.Do("b1-03", new ConveneSession(id, "control", null, "Room 2", opens, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(1), null), "control");
        o.Do("b1-03", new RecordService(id, ["b1-03", "b2-02"], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(o.Now.UtcDateTime), "en"));
    }

    private static void InControl(Founded o, Choice one, Choice other)
    {
        foreach (var person in new[] { "b1-03", "b2-02" }) o.Do(person, new Arrive("k1", person));
        o.Do("b1-03", new OpenSession("k1"));
        o.Do("b1-03", new PutQuestion("v2", VoteKind.RollCall, "k1", null, "m1", 1, "Shall it be adopted?"));
        o.Do("b1-03", new OpenVote("v2"));
        o.Do("b1-03", new CastVote("v2", one));
        o.Do("b2-02", new CastVote("v2", other));
        o.Do("b1-03", new CloseVote("v2"));
        o.Do("b1-03", new DeclareResult("v2"));
    }
}
