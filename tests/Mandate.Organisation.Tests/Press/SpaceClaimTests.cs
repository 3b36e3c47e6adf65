using Mandate.Organisation.Press;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Press;

public sealed class SpaceClaimTests
{
    /// <summary>A journal that the electoral committee edits; a debate in which the council has had five words and the ward three.</summary>
    private static Founded WithDebate()
    {
        var o = Founded.Small(Founded.Yaml(("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda")));
        o.Do("b1-07", new FormTendency("ward", "Members first", o.Blob("Rotate the council."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b1-08", new JoinTendency("ward"));
        o.Do("b1-04", new OpenDebate("d", "Rotation?", "congress", new(2026, 1, 20), 300));
        o.Do("b1-01", new SubmitPiece("c", "No", o.Blob("five words are in it"), true, "d", "council", []));
        o.Do("b1-07", new SubmitPiece("w", "Yes", o.Blob("three words only"), true, "d", "ward", []));
        return o;
    }

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static ClaimSpace Claim(string side = "ward") => new("q", "d", side, "Our text came a week after theirs.", "Lottery of 3 January");

    [Fact]
    public void A_drawn_panel_gives_space_back_and_it_counts_by_itself_also_after_the_end()
    {
        var o = WithDebate();
        Assert.Equal("press.not-your-side", o.Refused("b1-09", Claim()).Code);
        o.Do("b1-07", Claim());
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", Claim() with { Id = "r" }).Code);
        var early = o.Refused("b1-09", new DrawPanel("q", "12 34"));
        Assert.Equal(("press.seed-too-early", o.Now.AddDays(1)), (early.Code, early.Earliest));
        o.Advance(1);
        o.Do("b1-09", new DrawPanel("q", "12 34"));
        var panel = o.State.Press.Claims["q"].Panel;
        Assert.Equal(SpaceClaims.PanelSize, panel.Length);
        // Nobody who edits, holds a place, speaks for a tendency or writes in a debate.
        Assert.All(panel, p => Assert.False(o.State.Offices.HeldBy(p, o.Now).Any() || p is "b1-07"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-04", new JudgeClaim("q", 40, "Late.")).Code);
        Assert.Equal("protocol.malformed", o.Refused(panel[0], new JudgeClaim("q", 301, "More than a side has.")).Code);
        foreach (var (member, words) in panel.Zip([0, 40, 50, 60, 300])) o.Do(member, new JudgeClaim("q", words, "By the measure."));
        // Three of five would give fifty or more.
        Assert.Equal(50, SpaceClaims.Credit(o.State, o.State.Press.Claims["q"], Day(o)));
        o.Advance(25);
        SubmitPiece Late(int words) => new("late", "After all", o.Blob(string.Join(' ', Enumerable.Repeat("word", words))), true, "d", "ward", []);
        Assert.Equal("press.debate-over", o.Refused("b1-01", Late(5) with { Side = "council" }).Code);
        Assert.Equal(("press.space-used", (object)350), (o.Refused("b1-07", Late(348)).Code, o.Refused("b1-07", Late(348)).Needs));
        o.Do("b1-07", Late(347));
        Assert.Equal(Day(o).AddDays(1), o.State.Press.Pieces["late"].Appears);
        o.Advance(1);
        Assert.Equal("press.due-left-out", o.Refused("b1-04", new BringOutIssue("i", ["c", "w"])).Code);
        o.Do("b1-04", new BringOutIssue("i", ["c", "w", "late"]));
        o.Advance(30);
        Assert.Equal(0, SpaceClaims.CreditOf(o.State, "d", "ward", Day(o)));
    }

    [Fact]
    public void What_no_panel_judged_in_five_days_follows_from_the_measure()
    {
        var o = WithDebate();
        o.Advance(7);
        o.Do("b1-07", Claim());
        o.Do("b1-01", Claim("council") with { Id = "theirs" });
        Assert.Null(SpaceClaims.Credit(o.State, o.State.Press.Claims["q"], Day(o).AddDays(SpaceClaims.Days)));
        o.Advance(SpaceClaims.Days + 1);
        Assert.Equal((2, 0), (SpaceClaims.CreditOf(o.State, "d", "ward", Day(o)), SpaceClaims.CreditOf(o.State, "d", "council", Day(o))));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new DrawPanel("q", "1")).Code);
    }

    [Fact]
    public void A_text_against_a_side_stands_beside_one_of_that_side_only_with_its_reply()
    {
        var o = WithDebate();
        o.Do("b1-02", new SubmitPiece("against", "On the ward", o.Blob("It exaggerates."), true, null, null, ["ward"]));
        var refusal = o.Refused("b1-04", new BringOutIssue("i", ["w", "against"]));
        Assert.Equal(("press.beside-without-reply", "w", "against", "another-issue"), (refusal.Code, refusal.Needs, refusal.Given, refusal.Way));
        // Beside a text of another side, or in another issue, it stands.
        o.Do("b1-04", new BringOutIssue("i", ["c", "against"]));
        o.Do("b1-07", new ReplyToPiece("reply", "against", "We count", o.Blob("We count the hours.")));
        o.Do("b1-04", new BringOutIssue("j", ["w", "reply"]));
    }

    [Fact]
    public void Whoever_is_replied_to_answers_once_on_the_page_of_the_reply()
    {
        var o = WithDebate();
        o.Do("b1-02", new SubmitPiece("against", "On the ward", o.Blob("It exaggerates."), true, null, null, ["ward"]));
        o.Do("b1-04", new BringOutIssue("i", ["against"]));
        o.Do("b1-07", new ReplyToPiece("reply", "against", "We count", o.Blob("We count the hours.")));
        o.Advance(7);
        Assert.Equal("press.not-against-you", o.Refused("b1-09", new ReplyToPiece("x", "reply", "I", o.Blob("I too."))).Code);
        o.Do("b1-02", new ReplyToPiece("rejoinder", "reply", "Which hours", o.Blob("Which?")));
        Assert.Equal("press.replied-already", o.Refused("b1-02", new ReplyToPiece("x", "reply", "Again", o.Blob("Again."))).Code);
        o.Advance(7);
        Assert.Equal("press.not-against-you", o.Refused("b1-07", new ReplyToPiece("x", "rejoinder", "And", o.Blob("And on."))).Code);
    }
}
