using Mandate.Organisation.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

/// <summary>Amendments to amendments, as deep as the rules allow, each decided before what it amends.</summary>
public sealed class AmendedAmendmentTests
{
    private const string Origin = "First paragraph.\n\nSecond paragraph.\n";
    private const string Amended = "First paragraph, amended.\n\nSecond paragraph.\n";
    private const string Further = "First paragraph, amended further.\n\nSecond paragraph.\n";

    [Fact]
    public void It_is_decided_before_the_amendment_and_changes_what_that_says()
    {
        var o = Filed();
        o.Do("b2-05", new AmendMotion("s1", "m1", o.Text(Further), "a1"));
        Assert.Equal(("motions.its-amendments-first", 1), (Put(o, "a1", 1).Code, Put(o, "a1", 1).Given));
        o.Decide("v1", "s1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(1, o.State.Motions.Find("m1")!.Current.Number);
        o.Decide("v2", "a1", 2, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(o.Text(Further)["en"], o.State.Motions.Find("m1")!.Current.Texts["en"]);
    }

    [Fact]
    public void One_level_where_the_rules_say_nothing()
    {
        var o = Filed();
        o.Do("b2-05", new AmendMotion("s1", "m1", o.Text(Further), "a1"));
        Assert.Equal(("motions.amended-too-deep", 1, 2), (Deeper(o).Code, (int)Deeper(o).Needs!, (int)Deeper(o).Given!));
    }

    [Fact]
    public void As_many_levels_as_the_rules_say()
    {
        var two = Filed(Founded.Yaml(("procedure:\n", "procedure:\n  motion_amendments: {levels: 2}\n")));
        two.Do("b2-05", new AmendMotion("s1", "m1", two.Text(Further), "a1"));
        two.Do("b1-07", new AmendMotion("s2", "m1", two.Text("First.\n"), "s1"));
        Assert.Equal("1.1.1", two.State.Motions.Find("m1")!.NumberOf(two.State.Motions.FindAmendment("s2")!.Value.Amendment));
        var none = Filed(Founded.Yaml(("procedure:\n", "procedure:\n  motion_amendments: {levels: 0}\n")));
        Assert.Equal("procedure.motion_amendments", none.Refused("b2-05", new AmendMotion("s1", "m1", none.Text(Further), "a1")).Clause);
    }

    [Fact]
    public void A_second_one_is_carried_over_to_what_the_first_made_of_the_amendment()
    {
        var o = Filed();
        o.Do("b2-05", new AmendMotion("s1", "m1", o.Text(Further), "a1"));
        o.Do("b1-07", new AmendMotion("s2", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph, too.\n"), "a1"));
        o.Decide("v1", "s1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal("motions.amendment-outdated", Put(o, "s2", 1).Code);
        var (motion, amendment) = o.State.Motions.FindAmendment("s2")!.Value;
        o.Do("b1-07", new FitAmendment("s2", o.Text("First paragraph, amended further.\n\nSecond paragraph, too.\n"), FittingRules.Sources(motion, amendment)));
        o.Decide("v2", "s2", 2, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Decide("v3", "a1", 3, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(o.Text("First paragraph, amended further.\n\nSecond paragraph, too.\n")["en"], o.State.Motions.Find("m1")!.Current.Texts["en"]);
    }

    [Fact]
    public void With_the_amendment_those_to_it_fall()
    {
        var o = Filed();
        o.Do("b2-05", new AmendMotion("s1", "m1", o.Text(Further), "a1"));
        o.Do("b1-08", new WithdrawAmendment("a1"));
        Assert.Equal(MotionStage.NotTaken, o.State.Motions.FindAmendment("s1")!.Value.Amendment.Stage);
    }

    [Fact]
    public void Where_the_rules_say_as_filed_the_earlier_goes_first()
    {
        var o = Filed(Founded.Yaml(("procedure:\n", "procedure:\n  motion_amendments: {order: as_filed}\n")));
        o.Do("b2-05", new AmendMotion("a2", "m1", o.Text("First paragraph.\n\nSecond paragraph, too.\n")));
        Assert.Equal(("motions.earlier-amendment-first", "procedure.motion_amendments", "1"), (Put(o, "a2", 1).Code, Put(o, "a2", 1).Clause, Put(o, "a2", 1).Needs));
        o.Decide("v1", "a1", 1, [Choice.No, Choice.No, Choice.Yes]);
        o.Decide("v2", "a2", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
    }

    private static Acts.Refusal Put(Founded o, string subject, int version) => o.Refused("b1-07", new PutQuestion("v9", VoteKind.RollCall, "c1", null, subject, version, "Adopt?"));

    private static Acts.Refusal Deeper(Founded o) => o.Refused("b1-07", new AmendMotion("s2", "m1", o.Text("First.\n"), "s1"));

    private static Founded Filed(string? yaml = null)
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Texts = x.Text(Origin) }), yaml: yaml);
        o.Do("b1-08", new AmendMotion("a1", "m1", o.Text(Amended)));
        return o;
    }
}
