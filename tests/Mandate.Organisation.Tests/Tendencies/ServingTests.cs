using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Tendencies;

public sealed class ServingTests
{
    private static readonly (string, string) Places = ("gives: {named_platform: true, equal_space: journal}", "gives: {named_platform: true, equal_space: journal, presence: {council: 3, congress: 1}}");

    /// <summary>Two tendencies, of four members and of two, in a co-operative that gives them three places in the council.</summary>
    private static Founded WithTendencies()
    {
        var o = Congresses.Convened(yaml: Founded.Yaml(Places));
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate."), new(2026, 12, 31), Subject: "How offices are filled"));
        foreach (var member in new[] { "b1-08", "b1-09", "b1-10" }) o.Do(member, new JoinTendency("t"));
        o.Do("b2-05", new FormTendency("u", "Quiet docks", o.Blob("No nights."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b2-06", new JoinTendency("u"));
        return o;
    }

    private static Vote Count(string id, VoteKind kind = VoteKind.Paper) => new(
        id, kind, "c1", null, new("Adopt?", "m", null, "", ""), null, 0, null, 3, Founded.Start, null, null, VoteStage.ReadBack,
        System.Collections.Immutable.ImmutableSortedDictionary<string, Candidacy>.Empty, [], System.Collections.Immutable.ImmutableSortedDictionary<string, Choice>.Empty,
        System.Collections.Immutable.ImmutableSortedSet<string>.Empty, ["b2-07"], [], null, null, null, null, null, [], null);

    private static void Put(Founded o, Vote vote) => o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem(vote.Id, vote)) });

    [Fact]
    public void A_tendency_has_its_own_scrutineer_at_a_count_whose_word_stands_beside_the_result()
    {
        var o = WithTendencies();
        Put(o, Count("v"));
        Assert.Equal("tendencies.has-not-offered", o.Refused("b1-07", new NameScrutineer("t", "v", "b1-08")).Code);
        o.Do("b1-08", new OfferService("t", "v"));
        o.Do("b2-07", new OfferService("t", "v"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new NameScrutineer("t", "v", "b1-08")).Code);
        Assert.Equal("tendencies.has-a-part", o.Refused("b1-07", new NameScrutineer("t", "v", "b2-07")).Code);
        o.Do("b1-07", new NameScrutineer("t", "v", "b1-08"));
        Assert.Equal("tendencies.all-named", o.Refused("b1-07", new NameScrutineer("t", "v", "b1-07")).Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new ObserveCount("t", "v", true, "Both tellers read aloud.")).Code);
        Put(o, Count("v") with { ClosedAt = o.Now, Stage = VoteStage.Counting });
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new ObserveCount("t", "v", true, "I saw it.")).Code);
        o.Do("b1-08", new ObserveCount("t", "v", false, "Nine papers lay on another table."));
        Assert.Equal("Nine papers lay on another table.", Assert.Single(o.State.Tendencies.All["t"].Observations).Remark);
    }

    [Fact]
    public void Nothing_is_watched_where_nobody_counts_papers_and_nobody_is_named_after_the_result()
    {
        var o = WithTendencies();
        Put(o, Count("r", VoteKind.RollCall));
        Assert.Equal("tendencies.nothing-to-watch", o.Refused("b1-07", new NameScrutineer("t", "r", "b1-07")).Code);
        Put(o, Count("v") with { Outcome = new(true, new(2, 1, 0), 2, 3, 3, null, [], [], null, o.Now) });
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new NameScrutineer("t", "v", "b1-07")).Code);
    }

    [Fact]
    public void Places_in_a_body_are_shared_in_proportion_to_members_and_give_voice_without_vote()
    {
        var o = WithTendencies();
        Assert.Equal((2, 1), (TendencyPlaces.PlacesOf(o.State, "t", "council", o.Now), TendencyPlaces.PlacesOf(o.State, "u", "council", o.Now)));
        Assert.Equal("tendencies.no-presence", o.Refused("b1-07", new SendToBody("t", "control", "b1-07")).Code);
        o.Do("b1-09", new OfferService("t", "congress"));
        o.Do("b1-07", new SendToBody("t", "congress", "b1-09"));
        Assert.Equal("tendencies.no-place-left", o.Refused("b2-05", new SendToBody("u", "congress", "b2-05")).Code);
        var session = o.Session();
        Assert.True(Entitlement.HasVoice(o.State, session, "b1-09", o.Now));
        Assert.False(Entitlement.MayVote(o.State, session, "b1-09", o.Now));
        Assert.False(Entitlement.HasVoice(o.State, session, "b1-10", o.Now));
        o.Do("b1-07", new SendToBody("t", "congress", "b1-07", InPlaceOf: "b1-09"));
        Assert.False(Entitlement.HasVoice(o.State, session, "b1-09", o.Now));
        o.Now = o.Now.AddDays(365);
        Assert.False(Entitlement.HasVoice(o.State, session, "b1-07", o.Now));
    }

    [Fact]
    public void Where_the_constitution_gives_none_there_is_no_place()
    {
        var o = Founded.Small();
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b1-08", new JoinTendency("t"));
        Assert.Equal("tendencies.no-presence", o.Refused("b1-07", new SendToBody("t", "council", "b1-07")).Code);
        Assert.Equal("tendencies.nothing-to-serve-at", o.Refused("b1-08", new OfferService("t", "council")).Code);
    }

    [Fact]
    public void Equal_claims_leave_a_place_empty()
    {
        var o = WithTendencies();
        o.Do("b1-09", new LeaveTendency("t"));
        o.Do("b1-10", new LeaveTendency("t"));
        Assert.Equal((1, 1), (TendencyPlaces.PlacesOf(o.State, "t", "council", o.Now), TendencyPlaces.PlacesOf(o.State, "u", "council", o.Now)));
    }
}
