using System.Collections.Immutable;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>Ordinary members stand in the record of votes, nominations and petitions under a name of each matter's own.</summary>
public sealed class PseudonymTests
{
    [Fact]
    public void A_vote_of_members_is_recorded_under_pseudonyms_and_each_can_find_their_own()
    {
        var o = Halls.WithBox(6);
        var vote = o.State.Votes.Find("e1")!;
        Assert.Equal(12, vote.Register!.Count);
        Assert.Equal(6, vote.TookPart.Count);
        Assert.All(vote.TookPart, p => Assert.True(Pseudonyms.IsOne(p)));
        Assert.Contains(Founded.Names("b1-03", Pseudonyms.Vote("e1"))!, vote.TookPart);
        Assert.DoesNotContain(Founded.Names("b1-07", Pseudonyms.Vote("e1"))!, vote.TookPart);
    }

    [Fact]
    public void Nobody_can_tell_from_two_matters_that_it_is_the_same_person()
    {
        string[] matters = [Pseudonyms.Vote("e1"), Pseudonyms.Vote("e2"), Pseudonyms.Nominations("e1"), Pseudonyms.Recall("e1")];
        Assert.Equal(matters.Length, matters.Select(m => Founded.Names("b1-01", m)).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Founded.Names("b1-01", matters[0]), Founded.Names("b1-01", matters[0]));
    }

    [Fact]
    public void Whoever_nominates_somebody_else_or_signs_for_a_recall_is_not_named()
    {
        var o = Halls.InCongress();
        o.Do("b1-01", new StartRecall("r1", "d-b1-07"));
        o.Do("b1-02", new SignRecall("r1"));
        Assert.All(o.State.Offices.Recalls["r1"].Signed, p => Assert.True(Pseudonyms.IsOne(p)));
        Assert.True(Pseudonyms.IsOne(o.State.Offices.Recalls["r1"].Starter));
        Assert.Equal("offices.already-signed", o.Refused("b1-02", new SignRecall("r1")).Code);

        o.Do("b1-04", new OpenNominations("e1", null, new Seat("secretary"), null));
        o.Do("b1-09", new Nominate("e1", "b1-10"));
        o.Do("b1-10", new AcceptNomination("e1"));
        var stands = o.State.Votes.Find("e1")!.Candidates["b1-10"];
        Assert.True(Pseudonyms.IsOne(stands.NominatedBy));
        Assert.Equal("votes.already-stands", o.Refused("b1-09", new Nominate("e1", "b1-10")).Code);
    }

    [Fact]
    public void Whoever_asks_something_of_a_vote_finds_it_again_under_the_pseudonym_of_that_vote()
    {
        foreach (var command in new Command[] { new DemandCount("v1"), new DemandSecret("v1"), new ChallengeResult("v1", "Miscounted") })
            Assert.Equal(Pseudonyms.Vote("v1"), Veil.Matter(command));
    }

    [Fact]
    public void Delegates_and_officers_stand_by_name_in_their_office()
    {
        var o = Halls.InCongress();
        o.Elects("e1", new Seat("council"), ["b1-07", "b1-08", "b2-05"], ["b1-07"], ["b1-08"], ["b2-05"]);
        Assert.Equal(["b1-07", "b1-08", "b2-05"], o.State.Votes.Find("e1")!.TookPart);
        Assert.Null(o.State.Votes.Find("e1")!.Register);
    }

    [Fact]
    public void In_a_meeting_of_members_only_those_present_vote_and_no_more_than_they_are()
    {
        var o = Halls.InBranchMeeting("b1-06", "b1-01", "b1-02");
        o.Item("m1", "i1");
        o.Do("b1-06", new PutQuestion("v1", VoteKind.Paper, "m1", null, "i1", null, "Shall we?"));
        o.Do("b1-06", new NameTellers("v1", ["b1-10", "b1-11"]));
        o.Do("b1-06", new OpenVote("v1"));
        Assert.Equal("votes.not-present", o.Refused("b1-10", new IssuePapers("v1", ["b1-03"])).Code);
        o.Do("b1-10", new IssuePapers("v1", ["b1-01", "b1-02", "b1-06"]));
        var written = new IssuePapers("v1", [Founded.Names("b1-03", Pseudonyms.Vote("v1"))!]);
        var refused = Assert.IsType<Decision.Refused>(Decider.Decide(o.State, new Act("x", o.Now, "b1-10", written)));
        Assert.Equal(("votes.more-than-present", (object)3, (object)4), (refused.Refusal.Code, refused.Refusal.Needs, refused.Refusal.Given));
    }

    [Fact]
    public void Nobody_demands_a_count_or_challenges_by_name_in_a_meeting_of_members()
    {
        var o = Halls.InBranchMeeting("b1-06", "b1-01", "b1-02");
        o.Item("m1", "i1");
        o.Do("b1-06", new PutQuestion("v1", VoteKind.Uncontested, "m1", null, "i1", null, "Agreed?"));
        Assert.Equal("votes.not-present", o.Refused("b1-03", new DemandCount("v1")).Code);
        o.Do("b1-01", new DemandCount("v1"));
        Assert.Equal(Founded.Names("b1-01", Pseudonyms.Vote("v1")), o.State.Votes.Find("v1")!.CountDemandedBy);
    }

    /// <summary>The rules trust nobody with the register: it has one line for each who is entitled, no more, no fewer, none twice.</summary>
    [Fact]
    public void A_register_that_is_not_of_those_entitled_is_refused()
    {
        var o = Halls.WithCandidates();
        var right = Encoding.UTF8.GetString(Pseudonyms.Register(Enumerable.Range(1, 12).Select(i => $"b1-{i:00}"), Pseudonyms.Vote("e1"), Founded.Names)!);
        var lines = right.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("accepted", Answer(right));
        Assert.Equal("protocol.no-register", Answer(null));
        Assert.Equal("protocol.malformed", Answer(Text(lines[1..])));
        Assert.Equal("protocol.malformed", Answer(Text([.. lines, "~" + new string('f', 32)])));
        Assert.Equal("protocol.malformed", Answer(Text([.. lines[..11], lines[10]])));
        Assert.Equal("protocol.malformed", Answer(Text([.. lines.Reverse()])));
        Assert.Equal("protocol.malformed", Answer(Text([.. lines[..11], "b1-12".PadRight(33, 'x')])));

        string Text(string[] all) => string.Concat(all.Select(l => l + "\n"));
        string Answer(string? register) => Decider.Decide(o.State, new Act("x", o.Now, "b1-06", new OpenVote("e1", register is null ? null : o.Blob(register))) { Blobs = o.Reader }) switch
        {
            Decision.Refused r => r.Refusal.Code,
            _ => "accepted",
        };
    }

    [Fact]
    public void Where_the_keys_are_not_at_hand_members_cannot_act_unnamed()
    {
        var o = Halls.InCongress();
        var veiled = Veil.Over(o.State, new Act("x", o.Now, "b1-01", new StartRecall("r1", "d-b1-07")), null);
        Assert.Equal("protocol.no-vault", veiled.Refusal!.Code);
        Assert.Null(Veil.Over(o.State, new Act("x", o.Now, "b1-07", new CastVote("v", Choice.Yes)), null).Refusal);
    }
}
