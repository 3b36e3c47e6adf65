using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed class MotionVoteTests
{
    [Fact]
    public void A_removal_is_secret_and_is_voted_on_paper_only()
    {
        var o = WithMotion("remove_officer", target: "t-council-0");
        var refusal = o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "mo1", 1, "Shall b1-01 be removed?"));
        Assert.Equal(("votes.secret", "procedure.by_object.remove_officer.ballot"), (refusal.Code, refusal.Clause));
        Assert.Equal("votes.secret", o.Refused("b1-07", new PutQuestion("v1", VoteKind.Hands, "c1", null, "mo1", 1, "Shall b1-01 be removed?")).Code);
    }

    [Fact]
    public void A_removal_carried_on_paper_ends_the_mandate_and_names_no_voter_with_a_choice()
    {
        var o = WithMotion("remove_officer", target: "t-council-0");
        OnPaper(o, "v1", new(2, 1, 0), null);
        Assert.Equal("removed", o.State.Offices.Tenures["t-council-0"].EndReason);
        Assert.Equal("bodies.council.remove[0].rule", o.State.Votes.Find("v1")!.Question.Clause);
        Assert.Empty(o.Events.OfType<VoteCast>());
        Assert.Empty(o.State.Votes.Find("v1")!.Casts);
    }

    [Fact]
    public void A_removal_that_is_lost_when_it_is_put_again_restores_the_mandate()
    {
        var o = WithMotion("remove_officer", target: "t-council-0");
        OnPaper(o, "v1", new(2, 1, 0), null);
        o.Do("b2-05", new ChallengeResult("v1", "I was given no paper"));
        OnPaper(o, "v2", new(1, 2, 0), "v1");
        Assert.True(o.State.Offices.Holds("b1-01", "council", o.Now.AddSeconds(1)));
    }

    [Fact]
    public void Another_version_of_the_text_than_the_one_that_stands_is_not_put()
    {
        var o = WithMotion("ordinary");
        var refusal = o.Refused("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "mo1", 2, "Shall we?"));
        Assert.Equal(("votes.text-moved", (object)1, (object)2), (refusal.Code, refusal.Needs, refusal.Given));
    }

    [Fact]
    public void An_adopted_motion_is_in_force_and_a_majority_of_seats_is_not_a_majority_of_votes()
    {
        var o = WithMotion("ordinary");
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "mo1", 1, "Shall we?"));
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Do("b1-07", new CloseVote("v1"));
        o.Do("b1-07", new DeclareResult("v1"));
        Assert.Equal(MotionStage.Adopted, o.State.Motions.Find("mo1")!.Stage);
    }

    [Fact]
    public void An_amendment_of_the_constitution_is_never_decided_without_a_count()
    {
        var o = WithMotion("dissolve_unit", target: "b2");
        Assert.Contains("counted", o.Refused("b1-07", new PutQuestion("v1", VoteKind.Uncontested, "c1", null, "mo1", 1, "Shall we?")).Code, StringComparison.Ordinal);
    }

    private static void OnPaper(Founded o, string id, Figures figures, string? replaces)
    {
        var papers = new Reconciliation(3, 3, 0, 0, 0);
        o.Do("b1-07", new PutQuestion(id, VoteKind.Paper, "c1", null, "mo1", 1, "Shall b1-01 be removed?", replaces));
        o.Do("b1-07", new NameTellers(id, ["b1-10", "b1-11"]));
        o.Do("b1-07", new OpenVote(id));
        o.Do("b1-10", new IssuePapers(id, ["b1-07", "b1-08", "b2-05"]));
        o.Do("b1-07", new CloseVote(id));
        o.Do("b1-10", new EnterFigures(id, figures, papers));
        o.Do("b1-11", new EnterFigures(id, figures, papers));
        o.Do("b1-07", new DeclareResult(id));
    }

    private static Founded WithMotion(string @class, string? target = null)
    {
        var o = Halls.InCongress();
        o.Now = o.Now.AddSeconds(1);
        o.Happened("b1-07", new MotionFiled("mo1", "1", "c1", @class, "A motion", "b1-07", null, ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("The text.")), [], null, null, target, null, false, false));
        // Filed in time and heard, long before the meeting.
        o.EarlierMotion("mo1", o.Now.AddDays(-60));
        return o;
    }
}
