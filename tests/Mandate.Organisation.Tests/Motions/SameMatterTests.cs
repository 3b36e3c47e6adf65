using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class SameMatterTests
{
    private const string Cranes = "Every crane in the port is checked by two of our own mechanics at least once a year, and the report hangs in the hall.";

    private const string Nearly = "Every crane in the port is checked by one of our own mechanics at least twice a year, and the report hangs in the hall.";

    private static FileMotion Motion(Founded o, string id, string text) => new(id, "c1", "ordinary", id, o.Text(text), [], null, null, null, false);

    private static Founded Adopted(string second)
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", Motion(x, "m1", Cranes));
            x.Do("b1-08", Motion(x, "m2", second));
        });
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m1").Id));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m2").Id));
        return o;
    }

    private static PutQuestion Put => new("v2", VoteKind.RollCall, "c1", null, "m2", 1, "Shall it be adopted?");

    [Theory]
    [InlineData(Nearly, SameBy.SameWords)]
    [InlineData("We confirm motion:m1.", SameBy.Cites)]
    public void A_motion_about_the_same_as_a_decision_in_force_waits_until_it_is_said_how_they_stand(string text, SameBy by)
    {
        var o = Adopted(text);
        Assert.Equal([("m1", by)], SameMatter.Of(o.State, o.State.Motions.All["m2"], DateOnly.FromDateTime(o.Now.UtcDateTime), o.Reader.Text).Select(s => (s.Earlier.Id, s.By)));
        var refused = o.Refused("b1-07", Put);
        Assert.Equal(("motions.say-how-it-stands", "m1"), (refused.Code, refused.Given));
        Assert.Equal("motions.not-your-motion", o.Refused("b2-05", new RelateMotion("m2", DecisionRelation.LeavesInForce, "m1")).Code);
        // Whoever presides says that both stand where the mover says nothing, and no more than that.
        Assert.Equal("motions.not-your-motion", o.Refused("b1-07", new RelateMotion("m2", DecisionRelation.Repeals, "m1")).Code);
        o.Do("b1-07", new RelateMotion("m2", DecisionRelation.LeavesInForce, "m1"));
        o.Do("b1-07", Put);
    }

    [Fact]
    public void A_motion_about_something_else_is_put_at_once()
    {
        var o = Adopted("The canteen opens at six in the morning on all days on which a ship is loaded, and coffee costs half a euro.");
        Assert.Empty(SameMatter.Of(o.State, o.State.Motions.All["m2"], DateOnly.FromDateTime(o.Now.UtcDateTime), o.Reader.Text));
        o.Do("b1-07", Put);
    }

    [Fact]
    public void The_words_of_a_text_belong_to_the_version_that_brought_them()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", Motion(x, "m1", "Cranes are checked yearly.\n\nThe report hangs in the hall.")));
        var motion = o.State.Motions.All["m1"];
        var later = o.Blob("Cranes are checked twice yearly.\n\nThe report hangs in the hall.");
        motion = motion with { Versions = motion.Versions.Add(new(2, o.Text("Cranes are checked twice yearly.\n\nThe report hangs in the hall."), o.Now, "b2-05")) };
        Assert.Equal(later, motion.Current.Texts["en"]);
        var written = Provenance.Of(motion, "en", o.Reader.Text)!.Value;
        Assert.Equal([[("Cranes are checked ", 1), ("twice ", 2), ("yearly.", 1)], [("The report hangs in the hall.", 1)]], written.Select(p => p.Select(w => (w.Words, w.Version)).ToArray()).ToArray());
        Assert.Null(Provenance.Of(motion, "sv", o.Reader.Text));
    }

    [Fact]
    public void The_earliest_proposer_of_a_point_is_found_in_other_words_and_by_whoever_filed_it()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-08", Motion(x, "m0", Nearly));
            x.Advance(1);
            x.Do("b1-07", Motion(x, "m1", Cranes + "\n\nThe canteen opens at six in the morning on all days on which a ship is loaded, and coffee costs half a euro."));
        });
        var origin = Assert.Single(Origins.Of(o.State.Motions, o.State.Motions.All["m1"], "en", o.Reader.Text));
        Assert.Equal((0, "m0", "b1-08"), (origin.Paragraph, origin.Filed.Id, origin.Mover));
        Assert.Empty(Origins.Of(o.State.Motions, o.State.Motions.All["m0"], "en", o.Reader.Text));
    }
}
