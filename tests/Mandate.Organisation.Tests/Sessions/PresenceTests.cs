using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

/// <summary>Presence at a distance and proxies, as the clause of the body has them.</summary>
public sealed class PresenceTests
{
    private static string Small => File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml")).Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal);

    private static string With(string clause) => Small.Replace("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    " + clause, StringComparison.Ordinal);

    [Fact]
    public void Without_a_clause_one_is_present_in_the_room_only()
    {
        var o = Congresses.AtTheDoor();
        o.Do("b1-04", new Accredit("c1", "b1-07", "t-b1-07", null));
        var refusal = o.Refused("b1-07", new Arrive("c1", "b1-07", Remote: true));
        Assert.Equal(("sessions.presence-mode", "in_person", "come-to-the-hall"), (refusal.Code, refusal.Needs, refusal.Way));
        o.Do("b1-07", new Arrive("c1", "b1-07"));
    }

    [Fact]
    public void Where_the_meeting_is_at_a_distance_only_nobody_counts_in_the_room()
    {
        var o = Congresses.AtTheDoor(yaml: With("presence: {modes: [remote], lost_connection: counts_absent}"));
        o.Do("b1-04", new Accredit("c1", "b1-07", "t-b1-07", null));
        Assert.Equal(("sessions.presence-mode", "bodies.congress.presence"), (o.Refused("b1-07", new Arrive("c1", "b1-07")).Code, o.Refused("b1-07", new Arrive("c1", "b1-07")).Clause));
        o.Do("b1-07", new Arrive("c1", "b1-07", Remote: true));
        Assert.Equal(1, Quorum.AtOpening(o.State, o.Session(), o.Now).Present);
    }

    [Fact]
    public void Whoever_loses_the_connection_counts_as_absent_once_the_grace_is_over_and_as_present_again_when_back()
    {
        var o = Remote("presence: {modes: [in_person, remote], lost_connection: counts_absent, grace: 5 minutes}");
        Assert.Equal(3, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        o.Do("b2-05", new LoseConnection("c1", "b2-05"));
        o.Now = o.Now.AddMinutes(4);
        Assert.Equal(3, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        o.Now = o.Now.AddMinutes(1);
        Assert.Equal(2, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        o.Do("b2-05", new RestoreConnection("c1", "b2-05"));
        Assert.Equal(3, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        Assert.Contains(Minutes.Of(o.State, o.Session()), s => s.Code == "connection-lost" && !s.Args.ContainsKey("person"));
    }

    [Fact]
    public void Somebody_absent_by_a_lost_connection_does_not_vote_until_it_is_back()
    {
        var o = Remote("presence: {modes: [in_person, remote], lost_connection: counts_absent}");
        Open(o);
        o.Do("b2-05", new LoseConnection("c1", "b2-05"));
        Assert.Equal("votes.not-present", o.Refused("b2-05", new CastVote("v1", Choice.Yes)).Code);
        o.Do("b2-05", new RestoreConnection("c1", "b2-05"));
        o.Do("b2-05", new CastVote("v1", Choice.Yes));
    }

    [Fact]
    public void A_vote_that_is_suspended_waits_for_the_grace_and_then_closes_without_the_one_who_is_gone()
    {
        var o = Remote("presence: {modes: [in_person, remote], lost_connection: suspends_vote, grace: 5 minutes}");
        Open(o);
        o.Do("b2-05", new LoseConnection("c1", "b2-05"));
        var lostAt = o.Now;
        o.Now = o.Now.AddMinutes(2);
        var refusal = o.Refused("b1-07", new CloseVote("v1"));
        Assert.Equal(("sessions.connection-awaited", "bodies.congress.presence", lostAt.AddMinutes(5)), (refusal.Code, refusal.Clause, refusal.Earliest));
        o.Now = lostAt.AddMinutes(5);
        o.Do("b1-07", new CloseVote("v1"));
        Assert.Equal(2, o.State.Votes.Find("v1")!.PresentAtClose);
    }

    [Fact]
    public void A_vote_that_a_loss_repeats_cannot_close_and_is_put_again_as_a_linked_one()
    {
        var o = Remote("presence: {modes: [in_person, remote], lost_connection: repeats_vote, grace: 2 minutes}");
        Open(o);
        o.Do("b2-05", new LoseConnection("c1", "b2-05"));
        o.Now = o.Now.AddMinutes(3);
        o.Do("b2-05", new RestoreConnection("c1", "b2-05"));
        Assert.Equal(("sessions.vote-repeated", "stop-and-put-again"), (o.Refused("b1-07", new CloseVote("v1")).Code, o.Refused("b1-07", new CloseVote("v1")).Way));
        o.Do("b1-07", new StopVote("v1", "A connection was lost."));
        var again = VotesOffers.On(o.State, o.State.Votes.Find("v1")!, "b1-07", o.Now).Single();
        Assert.Null(again.WhyNot);
        Assert.Equal("v1", ((PutQuestion)again.Prototype).Replaces);
        Open(o, "v2", "v1");
        o.Do("b1-07", new CloseVote("v2"));
    }

    [Fact]
    public void A_loss_shorter_than_the_grace_changes_nothing()
    {
        var o = Remote("presence: {modes: [in_person, remote], lost_connection: repeats_vote, grace: 5 minutes}");
        Open(o);
        o.Do("b2-05", new LoseConnection("c1", "b2-05"));
        o.Now = o.Now.AddMinutes(3);
        o.Do("b2-05", new RestoreConnection("c1", "b2-05"));
        o.Do("b1-07", new CloseVote("v1"));
    }

    [Fact]
    public void A_connection_is_that_of_somebody_at_a_distance_and_the_desks_or_their_own_to_record()
    {
        var o = Remote("presence: {modes: [in_person, remote], lost_connection: counts_absent}");
        Assert.Equal("protocol.unknown", o.Refused("b1-07", new LoseConnection("c1", "b1-07")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new LoseConnection("c1", "b2-05")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b2-05", new RestoreConnection("c1", "b2-05")).Code);
        o.Do("b1-04", new LoseConnection("c1", "b2-05"));
        Assert.Equal("protocol.taken", o.Refused("b2-05", new LoseConnection("c1", "b2-05")).Code);
    }

    [Theory]
    [InlineData(null, "", "bodies.congress")]
    [InlineData("proxies: {allowed: false, reason: a delegate answers to the branch}", "a delegate answers to the branch", "bodies.congress.proxies")]
    public void Proxies_are_forbidden_with_the_reason_of_the_clause(string? clause, string reason, string at)
    {
        var o = clause is null ? Congresses.Opened() : Congresses.Opened(yaml: With(clause));
        var refusal = o.Refused("b1-08", new GiveProxy("c1", "b1-07"));
        Assert.Equal(("sessions.proxies-forbidden", reason, at), (refusal.Code, refusal.Needs, refusal.Clause));
    }

    [Fact]
    public void A_proxy_carries_a_vote_by_name_and_no_quorum_and_whoever_comes_votes_in_person()
    {
        var o = Congresses.Opened(yaml: With("proxies: {allowed: true, max_per_holder: 1, valid_for: 1 day}"));
        o.Do("b2-05", new Depart("c1", "b2-05"));
        o.Do("b2-05", new GiveProxy("c1", "b1-08"));
        Assert.Equal("sessions.proxy-handed-on", o.Refused("b1-08", new GiveProxy("c1", "b1-07")).Code);
        Assert.Equal("sessions.too-many-proxies", o.Refused("b1-07", new GiveProxy("c1", "b1-08")).Code);
        Assert.Equal(2, Quorum.AtVote(o.State, o.Session(), o.Now).Present);
        Open(o);
        Assert.Equal("sessions.no-proxy", o.Refused("b1-07", new CastFor("v1", "b2-05", Choice.No)).Code);
        o.Do("b1-08", new CastFor("v1", "b2-05", Choice.No));
        o.Do("b1-08", new CastVote("v1", Choice.Yes));
        o.Do("b1-07", new CloseVote("v1"));
        o.Do("b1-07", new DeclareResult("v1"));
        Assert.Equal(new Mandate.Organisation.Votes.Figures(1, 1, 0), o.State.Votes.Find("v1")!.Outcome!.Figures);
        o.Do("b2-05", new Arrive("c1", "b2-05"));
        Assert.Equal("sessions.giver-is-here", ProxyRules.WhyNot(o.State, o.Session(), "b2-05", "b1-08", o.Now)!.Code);
        o.Do("b2-05", new Depart("c1", "b2-05"));
        Assert.Null(ProxyRules.WhyNot(o.State, o.Session(), "b2-05", "b1-08", o.Now));
        Assert.Equal("sessions.no-proxy", ProxyRules.WhyNot(o.State, o.Session(), "b2-05", "b1-08", o.Now.AddDays(2))!.Code);
        o.Do("b2-05", new RevokeProxy("c1"));
        Assert.Equal("sessions.no-proxy", ProxyRules.WhyNot(o.State, o.Session(), "b2-05", "b1-08", o.Now)!.Code);
    }

    /// <summary>Open, with b2-05 at a distance.</summary>
    private static Founded Remote(string clause)
    {
        var o = Congresses.Opened(yaml: With(clause));
        o.Do("b2-05", new Depart("c1", "b2-05"));
        o.Do("b2-05", new Arrive("c1", "b2-05", Remote: true));
        return o;
    }

    /// <summary>A roll call on a ruling of the chair.</summary>
    private static void Open(Founded o, string vote = "v1", string? replaces = null)
    {
        if (o.Session().Rulings.IsEmpty)
        {
            o.Do("b1-07", new TakeUp("c1", "election:council"));
            o.Do("b1-07", new GiveRuling("c1", "r1", "election:council", "Nominations are closed.", "bodies.council.seats"));
        }
        o.Do("b1-07", new PutQuestion(vote, VoteKind.RollCall, "c1", null, "r1", null, "Shall the ruling be overturned?", replaces));
        o.Do("b1-07", new OpenVote(vote));
    }
}
