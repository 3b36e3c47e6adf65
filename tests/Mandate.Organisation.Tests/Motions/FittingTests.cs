using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

/// <summary>Several amendments to one text: an adopted one is never undone by the next.</summary>
public sealed class FittingTests
{
    private const string Origin = "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.\n";

    [Fact]
    public void An_amendment_on_an_older_text_is_carried_over_first_and_keeps_what_was_adopted()
    {
        var o = Two("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n", "First paragraph.\n\nSecond paragraph.\n\nThird paragraph, amended.\n");
        Assert.Equal(("motions.amendment-outdated", "fit-amendment"), (Put(o, "a2").Code, Put(o, "a2").Way));
        var fitted = "First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph, amended.\n";
        Assert.Equal("protocol.malformed", o.Refused("b1-07", Fit(o, "First paragraph, amended otherwise.\n")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Fit(o, fitted)).Code);
        o.Do("b1-07", Fit(o, fitted));
        o.Decide("v2", "a2", 2, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Decide("v3", "m1", 3, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(o.Text(fitted)["en"], Assert.Single(o.State.Motions.Texts).Texts["en"]);
    }

    [Fact]
    public void One_that_collides_is_worded_anew_by_its_mover_or_falls_by_the_chair()
    {
        var o = Two("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n", "First paragraph, otherwise.\n\nSecond paragraph.\n\nThird paragraph.\n");
        Assert.Equal(("motions.amendment-collides", "adapt-amendment"), (o.Refused("b1-07", Fit(o, Origin)).Code, o.Refused("b1-07", Fit(o, Origin)).Way));
        Assert.Equal("motions.not-your-motion", o.Refused("b1-08", new AdaptAmendment("a2", o.Text("Mine.\n"))).Code);
        o.Do("b2-05", new AdaptAmendment("a2", o.Text("First paragraph, amended and otherwise.\n\nSecond paragraph.\n\nThird paragraph.\n")));
        o.Decide("v2", "a2", 2, [Choice.No, Choice.No, Choice.Yes]);
        o.Decide("v3", "m1", 2, [Choice.Yes, Choice.Yes, Choice.No]);
    }

    [Fact]
    public void The_chair_drops_only_what_collides()
    {
        var fits = Two("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n", "First paragraph.\n\nSecond paragraph.\n");
        Assert.Equal("motions.amendment-outdated", fits.Refused("b1-07", Drop(fits)).Code);
        var collides = Two("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n", "Second paragraph.\n\nThird paragraph.\n");
        Assert.Equal("protocol.not-yours", collides.Refused("b2-05", Drop(collides)).Code);
        collides.Do("b1-07", Drop(collides));
        Assert.Equal(MotionStage.NotTaken, collides.State.Motions.FindAmendment("a2")!.Value.Amendment.Stage);
        collides.Decide("v3", "m1", 2, [Choice.Yes, Choice.Yes, Choice.No]);
    }

    [Fact]
    public void While_the_text_stands_there_is_nothing_to_carry_over()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Texts = x.Text(Origin) }));
        o.Do("b2-05", new AmendMotion("a2", "m1", o.Text("Another.\n")));
        Assert.Equal("protocol.taken", o.Refused("b2-05", new AdaptAmendment("a2", o.Text("Mine.\n"))).Code);
    }

    /// <summary>Amendments a1 and a2 to the same text; a1 has been adopted.</summary>
    private static Founded Two(string first, string second)
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Texts = x.Text(Origin) }));
        o.Do("b1-08", new AmendMotion("a1", "m1", o.Text(first)));
        o.Do("b2-05", new AmendMotion("a2", "m1", o.Text(second)));
        o.Decide("v1", "a1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        return o;
    }

    private static Refusal Put(Founded o, string subject) => o.Refused("b1-07", new PutQuestion("v9", VoteKind.RollCall, "c1", null, subject, 1, "Adopt?"));

    private static FitAmendment Fit(Founded o, string text) => new("a2", o.Text(text), Sources(o));

    private static DropAmendment Drop(Founded o) => new("a2", Sources(o));

    private static ImmutableArray<string> Sources(Founded o) => o.State.Motions.FindAmendment("a2") is var (motion, amendment) ? FittingRules.Sources(motion, amendment) : [];
}
