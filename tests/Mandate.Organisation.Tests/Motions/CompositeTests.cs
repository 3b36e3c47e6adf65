using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

/// <summary>Several motions in one: only with their movers, and saying nothing that was not noticed.</summary>
public sealed class CompositeTests
{
    [Fact]
    public void It_is_before_the_body_when_two_movers_have_agreed_and_who_does_not_agree_keeps_theirs()
    {
        var o = Three();
        o.Do("b1-07", Composite(o, "One.\n\nTwo.\n\nThree.\n"));
        Assert.Equal(MotionStage.Compositing, o.State.Motions.Find("x")!.Stage);
        Assert.Equal(["m1"], o.State.Motions.Find("x")!.Agreed);
        Assert.Equal("motions.not-your-motion", o.Refused("b1-07", new AgreeComposite("x", "m2")).Code);
        o.Do("b1-08", new AgreeComposite("x", "m2"));
        Assert.Equal([MotionStage.Composited, MotionStage.Composited, MotionStage.Filed, MotionStage.Filed], new[] { "m1", "m2", "m3", "x" }.Select(m => o.State.Motions.Find(m)!.Stage));
        Assert.Equal("x", o.State.Motions.Find("m1")!.Into);
        Assert.Contains(o.Session().Agenda, i => i.Reference == "x");
        o.Do("b2-05", new AgreeComposite("x", "m3"));
        Assert.Equal(MotionStage.Composited, o.State.Motions.Find("m3")!.Stage);
        o.Decide("v1", "x", 1, [Choice.Yes, Choice.Yes, Choice.No]);
    }

    [Fact]
    public void It_has_the_notice_of_its_originals_only_for_what_they_say()
    {
        var o = Three();
        Assert.Equal(("motions.notice-too-short", "only-noticed-paragraphs"), (o.Refused("b1-07", Composite(o, "One.\n\nSomething new.\n")).Code, o.Refused("b1-07", Composite(o, "One.\n\nSomething new.\n")).Way));
        o.Do("b1-07", Composite(o, "Three.\n\nOne.\n"));
    }

    [Fact]
    public void Only_a_mover_or_those_who_prepare_the_session_propose_it()
    {
        var o = Three();
        Assert.Equal("ask-a-mover", o.Refused("b1-12", Composite(o, "One.\n")).Way);
        o.Do("b1-02", Composite(o, "One.\n"));
        Assert.Empty(o.State.Motions.Find("x")!.Agreed);
        Assert.Equal("motions.too-few-to-composite", o.Refused("b1-07", Composite(o, "One.\n") with { Motion = "y", Of = ["m1"] }).Code);
    }

    [Fact]
    public void Until_two_have_agreed_it_cannot_be_put_and_the_originals_can()
    {
        var o = Three();
        o.Do("b1-07", Composite(o, "One.\n"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "x", 1, "Adopt?")).Code);
        o.Decide("v2", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new ProposeComposite("y", "Y", ["m1", "m2"], o.Text("One.\n"), From(o, "m1", "m2"))).Code);
    }

    [Fact]
    public void Who_proposed_it_withdraws_it_and_then_nobody_brings_it_before_the_body_without_two_movers()
    {
        var o = Three();
        o.Do("b1-07", Composite(o, "One.\n"));
        o.Do("b1-07", new WithdrawMotion("x"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new AgreeComposite("x", "m2")).Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new TakeOverMotion("x")).Code);
        Assert.Equal(MotionStage.Filed, o.State.Motions.Find("m1")!.Stage);
    }

    [Fact]
    public void The_text_of_an_original_that_came_to_nothing_stays_because_the_notice_was_found_from_it()
    {
        var o = Three();
        o.Do("b1-07", Composite(o, "One.\n"));
        o.Do("b2-05", new WithdrawMotion("m3"));
        Assert.Equal("motions.text-is-made-from", o.Refused("b2-05", new EraseText("m3", o.State.Motions.Find("m3")!.Current.Texts["en"], "Private.")).Code);
    }

    private static ProposeComposite Composite(Founded o, string text) => new("x", "All of it", ["m1", "m2", "m3"], o.Text(text), From(o, "m1", "m2", "m3"));

    private static ImmutableArray<string> From(Founded o, params string[] motions) => [.. motions.SelectMany(m => o.State.Motions.Find(m)!.Current.Texts.Values)];

    /// <summary>Three motions before the open congress, by its three delegates.</summary>
    private static Founded Three() => Congresses.Opened(x =>
    {
        foreach (var (id, mover, text) in new[] { ("m1", "b1-07", "One.\n"), ("m2", "b1-08", "Two.\n"), ("m3", "b2-05", "Three.\n") }) x.Do(mover, x.Motion(id) with { Texts = x.Text(text) });
    });
}
