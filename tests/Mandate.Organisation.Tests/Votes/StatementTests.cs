using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed class StatementTests
{
    private static Founded Decided()
    {
        var o = Halls.InCongress();
        o.Item("c1", "matter");
        o.Do("b1-07", new TakeUp("c1", "matter"));
        o.Decide("v", "matter", null, [Choice.Yes, Choice.Yes, Choice.No]);
        return o;
    }

    private static StateOnVote Reservation => new("s1", "v", StatementKind.Reservation, "I went along; the money will not last.");

    [Fact]
    public void Consent_and_reservation_are_two_things_and_the_minutes_give_both()
    {
        var o = Decided();
        o.Do("b1-08", Reservation);
        var vote = o.State.Votes.Find("v")!;
        Assert.Equal((Choice.Yes, StatementKind.Reservation), (vote.Casts["b1-08"], Assert.Single(vote.Statements).Kind));
        var sentence = Assert.Single(Minutes.Of(o.State, o.Session()), s => s.Code == "stated-reservation");
        Assert.Equal("I went along; the money will not last.", sentence.Args["text"]);
        Assert.Equal("protocol.taken", o.Refused("b1-08", Reservation with { Id = "s2", Text = "Again." }).Code);
        o.Do("b1-08", Reservation with { Id = "s3", Kind = StatementKind.Explanation });
    }

    [Fact]
    public void Whoever_had_no_vote_declares_nothing_and_after_seven_days_nobody_does()
    {
        var o = Decided();
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", Reservation).Code);
        o.Advance(7);
        o.Do("b2-05", Reservation with { Kind = StatementKind.Dissent });
        o.Advance(1);
        Assert.Equal("votes.too-late-to-state", o.Refused("b1-08", Reservation with { Id = "s2" }).Code);
    }

    [Fact]
    public void Dissent_is_before_every_member_at_once_and_only_its_author_records_its_letters()
    {
        var o = Decided();
        o.Do("b1-08", Reservation);
        o.Do("b2-05", Reservation with { Id = "s2", Kind = StatementKind.Dissent, Text = "It is wrong." });
        Assert.Equal("It is wrong.", Assert.Single(Statements.Recent(o.State, o.Now)).Dissent.Text);
        Assert.Empty(Statements.Recent(o.State, o.Now.AddDays(31)));
        var sent = new RecordDissentSent("v", "s2", 17, 1);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", sent).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-08", sent with { Statement = "s1" }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-05", sent with { Sent = 21 }).Code);
        o.Do("b2-05", sent);
        Assert.Equal((17, 1), o.State.Votes.Find("v")!.Statements.Where(s => s.Id == "s2").Select(s => (s.Sent, s.Refused)).Single());
    }

    [Fact]
    public void Beside_a_vote_on_paper_nothing_is_declared_because_it_would_show_a_choice()
    {
        var o = Halls.InCongress();
        o.Item("c1", "matter");
        o.Do("b1-07", new PutQuestion("v", VoteKind.Paper, "c1", null, "matter", null, "Shall we?"));
        Assert.Equal("votes.would-show", o.Refused("b1-08", Reservation).Code);
    }

    [Fact]
    public void Beside_a_vote_of_members_nothing_is_declared_because_they_do_not_vote_by_name()
    {
        var o = Halls.InBranchMeeting("b1-07", "b1-08", "b1-09", "b1-10");
        o.Item("m1", "matter");
        o.Do("b1-06", new PutQuestion("v", VoteKind.Hands, "m1", null, "matter", null, "Shall we?"));
        Assert.Equal("votes.would-show", o.Refused("b1-08", Reservation).Code);
    }

    [Fact]
    public void Consent_on_a_condition_counts_for_the_text_it_was_given_for_and_is_renewed_for_another()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m1")));
        Assert.Equal("protocol.not-yours", o.Refused("b1-11", new SetCondition("m1", "Only with a ceiling.")).Code);
        o.Do("b2-05", new SetCondition("m1", "Only with a ceiling."));
        o.Do("b1-08", new AmendMotion("a1", "m1", o.Text("Without a ceiling.")));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m1").Id));
        o.Decide("va", "a1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Do("b1-07", new PutQuestion("v", VoteKind.RollCall, "c1", null, "m1", 2, "Shall it be adopted?"));
        o.Do("b1-07", new OpenVote("v"));
        var refused = o.Refused("b2-05", new CastVote("v", Choice.Yes));
        Assert.Equal(("votes.consent-withdrawn", "Only with a ceiling."), (refused.Code, refused.Needs));
        Assert.Equal("votes.consent-withdrawn", o.Refused("b2-05", new CastAll("v", Choice.Yes)).Code);
        o.Do("b2-05", new CastVote("v", Choice.No));
        o.Do("b2-05", new SetCondition("m1", "Only with a ceiling, which the congress sets."));
        o.Do("b2-05", new CastVote("v", Choice.Yes));
        o.Do("b1-08", new CastVote("v", Choice.Yes));
        o.Do("b2-05", new LiftCondition("m1"));
        Assert.Equal("protocol.unknown", o.Refused("b2-05", new LiftCondition("m1")).Code);
    }
}
