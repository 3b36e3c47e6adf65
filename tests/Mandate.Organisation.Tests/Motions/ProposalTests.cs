using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

/// <summary>What is proposed for amendments, the answers of their movers, and the lists that are voted on together.</summary>
public sealed class ProposalTests
{
    private const string Origin = "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.\n";

    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    [Fact]
    public void Only_those_who_prepare_the_session_or_preside_propose()
    {
        var o = Filed();
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Adopt("a1")).Code);
        o.Do("b1-01", Adopt("a1"));
        o.Do("b1-07", Adopt("a2"));
        Assert.Equal("protocol.taken", o.Refused("b1-02", Adopt("a1")).Code);
    }

    [Fact]
    public void Where_the_rules_name_a_body_that_body_proposes()
    {
        var o = Filed(Founded.Yaml(("procedure:\n", "procedure:\n  motion_amendments: {proposed_by: control}\n")));
        Assert.Equal("procedure.motion_amendments.proposed_by", o.Refused("b1-01", Adopt("a1")).Clause);
        o.Do("b1-03", Adopt("a1"));
    }

    [Fact]
    public void A_mover_accepts_other_words_and_they_are_the_amendment_from_then_on()
    {
        var o = Filed();
        var words = o.Text("First paragraph, in other words.\n\nSecond paragraph.\n\nThird paragraph.\n");
        o.Do("b1-01", new ProposeProcedure("a1", ProposedProcedure.AdoptModified, words));
        Assert.Null(Amendment(o, "a1").Uncontested);
        Assert.Equal("motions.not-your-amendment", o.Refused("b2-05", new AnswerProposal("a1", 1, true, null)).Code);
        Assert.Equal("motions.proposal-moved", o.Refused("b1-08", new AnswerProposal("a1", 2, true, null)).Code);
        o.Do("b1-08", new AnswerProposal("a1", 1, true, null));
        Assert.Equal((ProposedProcedure.Adopt, words["en"], 2), (Amendment(o, "a1").Uncontested, Amendment(o, "a1").Text.Texts["en"], Amendment(o, "a1").Text.Number));
        Assert.Equal("protocol.taken", o.Refused("b1-08", new AnswerProposal("a1", 1, false, "No longer.")).Code);
    }

    [Fact]
    public void A_refusal_says_why_and_makes_it_contested_until_something_else_is_proposed()
    {
        var o = Filed();
        o.Do("b1-01", new ProposeProcedure("a1", ProposedProcedure.Reject, None));
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new AnswerProposal("a1", 1, false, " ")).Code);
        o.Do("b1-08", new AnswerProposal("a1", 1, false, "It matters to us."));
        Assert.Null(Amendment(o, "a1").Uncontested);
        o.Do("b1-01", Adopt("a1"));
        Assert.Equal(ProposedProcedure.Adopt, Amendment(o, "a1").Uncontested);
        Assert.Equal(["It matters to us."], Amendment(o, "a1").Proposals.Select(p => p.Answer?.Reason).OfType<string>());
    }

    [Fact]
    public void What_nobody_contests_is_decided_by_one_vote_and_becomes_the_text()
    {
        var o = Filed();
        o.Do("b1-01", Adopt("a1"));
        o.Do("b1-01", Adopt("a2"));
        o.Do("b1-01", new ProposeProcedure("a3", ProposedProcedure.Reject, None));
        var both = "First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph, amended.\n";
        Assert.Equal("protocol.malformed", o.Refused("b1-07", new FormBloc("l1", "m1", o.Text("Something else.\n"))).Code);
        o.Do("b1-07", new FormBloc("l1", "m1", o.Text(both)));
        o.Decide("v1", "l1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal([MotionStage.Adopted, MotionStage.Adopted, MotionStage.Rejected], o.State.Motions.Find("m1")!.Amendments.Select(a => a.Stage));
        Assert.Equal((2, o.Text(both)["en"]), (o.State.Motions.Find("m1")!.Current.Number, o.State.Motions.Find("m1")!.Current.Texts["en"]));
        o.Decide("v2", "m1", 2, [Choice.Yes, Choice.Yes, Choice.No]);
    }

    [Fact]
    public void Anybody_with_a_vote_takes_an_item_out_and_the_list_is_drawn_up_again()
    {
        var o = Filed();
        foreach (var a in new[] { "a1", "a2" }) o.Do("b1-01", Adopt(a));
        o.Do("b1-07", new FormBloc("l1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph, amended.\n")));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Uncontested, "c1", null, "l1", 1, "All of them?"));
        Assert.Equal("motions.not-yours-to-file", o.Refused("b1-12", new DemandSeparate("a2")).Code);
        o.Do("b2-05", new DemandSeparate("a2"));
        Assert.Equal("motions.bloc-changed", o.Refused("b1-07", new OpenVote("v1")).Code);
        o.Do("b1-07", new StopVote("v1", "An item was taken out."));
        o.Do("b1-07", new FormBloc("l1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n")));
        o.Decide("v2", "l1", 2, [Choice.Yes, Choice.Yes, Choice.Yes], replaces: "v1");
        Assert.Equal([MotionStage.Adopted, MotionStage.Filed, MotionStage.Filed], o.State.Motions.Find("m1")!.Amendments.Select(a => a.Stage));
    }

    [Fact]
    public void Of_two_that_collide_the_list_takes_the_first()
    {
        var o = Filed();
        foreach (var a in new[] { "a1", "a3" }) o.Do("b1-01", Adopt(a));
        var formed = o.Do("b1-07", new FormBloc("l1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n")));
        Assert.Equal(["a3"], Assert.IsType<BlocFormed>(formed[0]).LeftOut);
        Assert.Equal(["a1"], o.State.Motions.FindBloc("l1")!.Value.Bloc.Items.Select(i => i.Amendment));
    }

    [Fact]
    public void A_lost_list_is_voted_on_item_by_item()
    {
        var o = Filed();
        foreach (var a in new[] { "a1", "a2" }) o.Do("b1-01", Adopt(a));
        o.Do("b1-07", new FormBloc("l1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph, amended.\n")));
        o.Decide("v1", "l1", 1, [Choice.No, Choice.No, Choice.No]);
        Assert.Equal("motions.all-contested", o.Refused("b1-07", new FormBloc("l2", "m1", o.Text("x"))).Code);
        o.Decide("v2", "a1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(2, o.State.Motions.Find("m1")!.Current.Number);
    }

    [Fact]
    public void A_list_that_was_carried_and_is_lost_when_it_is_put_again_gives_the_text_back()
    {
        var o = Filed();
        foreach (var a in new[] { "a1", "a2" }) o.Do("b1-01", Adopt(a));
        o.Do("b1-07", new FormBloc("l1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph, amended.\n")));
        o.Decide("v1", "l1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Do("b2-05", new ChallengeResult("v1", "Miscounted."));
        o.Decide("v2", "l1", 1, [Choice.No, Choice.Yes, Choice.No], replaces: "v1");
        var motion = o.State.Motions.Find("m1")!;
        Assert.Equal(o.Text(Origin)["en"], motion.Current.Texts["en"]);
        Assert.All(motion.Amendments, a => Assert.True(a.IsOpen && !motion.IsOutdated(a)));
    }

    [Fact]
    public void While_the_list_is_voted_on_nothing_in_it_is_withdrawn_or_proposed_anew()
    {
        var o = Filed();
        foreach (var a in new[] { "a1", "a2" }) o.Do("b1-01", Adopt(a));
        o.Do("b1-07", new FormBloc("l1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph, amended.\n")));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "l1", 1, "All of them?"));
        o.Do("b1-07", new OpenVote("v1"));
        foreach (var (by, act) in new (string, Command)[] { ("b1-08", new WithdrawAmendment("a1")), ("b1-08", new DemandSeparate("a1")), ("b1-07", new ProposeProcedure("a1", ProposedProcedure.Reject, None)) })
            Assert.Equal("motions.vote-running", o.Refused(by, act).Code);
    }

    [Fact]
    public void What_its_mover_takes_as_settled_falls_when_the_other_is_adopted()
    {
        var o = Filed();
        o.Do("b1-01", new ProposeProcedure("a3", ProposedProcedure.SettledBy, None, SettledBy: "a1"));
        o.Do("b2-05", new AnswerProposal("a3", 1, true, null));
        Assert.NotNull(o.Refused("b1-07", new DropAmendment("a3", [])));
        o.Decide("v1", "a1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Do("b1-07", new DropAmendment("a3", []));
        Assert.Equal(MotionStage.NotTaken, Amendment(o, "a3").Stage);
    }

    [Fact]
    public void A_proposal_says_what_its_kind_needs_and_nothing_else()
    {
        var o = Filed();
        foreach (var wrong in new[]
        {
            new ProposeProcedure("a1", ProposedProcedure.AdoptModified, None), Adopt("a1") with { Texts = o.Text("x") },
            new ProposeProcedure("a1", ProposedProcedure.SettledBy, None), new ProposeProcedure("a1", ProposedProcedure.SettledBy, None, SettledBy: "a1"),
            new ProposeProcedure("a1", ProposedProcedure.Refer, None), Adopt("a1") with { ReferTo = "council" },
        })
            Assert.Equal("protocol.malformed", o.Refused("b1-01", wrong).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", new ProposeProcedure("a1", ProposedProcedure.Refer, None, ReferTo: "nobody")).Code);
    }

    [Fact]
    public void A_unit_says_how_its_delegates_are_asked_to_vote()
    {
        var o = Filed();
        Assert.Equal("decide-in-writing", o.Refused("b1-06", new InstructDelegates("a1", "b1", Position.Against, "Too long.", null)).Way);
        o.Do("b1-06", new InstructDelegates("a1", "b1", Position.Against, "Too long.", null), "branch.meeting@b1");
        o.Do("b1-06", new InstructDelegates("a1", "b1", Position.Free, null, null), "branch.meeting@b1");
        Assert.Equal([(Position.Free, "b1")], o.State.Motions.Find("m1")!.Instructions.Select(i => (i.Position, i.Unit)));
    }

    private static ProposeProcedure Adopt(string amendment) => new(amendment, ProposedProcedure.Adopt, None);

    private static Amendment Amendment(Founded o, string id) => o.State.Motions.FindAmendment(id)!.Value.Amendment;

    /// <summary>Amendments a1 and a2 to different paragraphs, a3 to the one of a1; the congress is open and b1-07 presides.</summary>
    private static Founded Filed(string? yaml = null)
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1") with { Texts = x.Text(Origin) }), yaml: yaml);
        o.Do("b1-08", new AmendMotion("a1", "m1", o.Text("First paragraph, amended.\n\nSecond paragraph.\n\nThird paragraph.\n")));
        o.Do("b2-05", new AmendMotion("a2", "m1", o.Text("First paragraph.\n\nSecond paragraph.\n\nThird paragraph, amended.\n")));
        o.Do("b2-05", new AmendMotion("a3", "m1", o.Text("First paragraph, otherwise.\n\nSecond paragraph.\n\nThird paragraph.\n")));
        return o;
    }
}
