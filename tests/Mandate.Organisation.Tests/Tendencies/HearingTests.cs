using System.Collections.Immutable;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Tendencies;

/// <summary>Platforms ask to be heard in the units; of each ballot of a unit everybody sees whose side it had been offered.</summary>
public sealed class HearingTests
{
    private static Founded TwoTendencies()
    {
        var o = Founded.Small();
        foreach (var (id, members) in new[] { ("north", new[] { "b1-07", "b1-08", "b1-09" }), ("south", ["b2-05", "b2-06", "b2-07"]) })
        {
            o.Do(members[0], new FormTendency(id, id, o.Blob("We want " + id), Founded.Day(2026, 12), Subject: "How offices are filled"));
            foreach (var member in members.Skip(1)) o.Do(member, new JoinTendency(id));
            o.Do(members[0], new AskHearing(id));
        }
        return o;
    }

    private static Vote VoteOf(Founded o, string unit) => new(
        "v", VoteKind.Paper, null, unit, new Question("?", null, null, "", ""), null, 0, null, 12, o.Now, o.Now, null, VoteStage.Running, ImmutableSortedDictionary<string, Candidacy>.Empty, [],
        ImmutableSortedDictionary<string, Choice>.Empty, [], [], [], null, null, null, null, null, [], null);

    [Fact]
    public void Only_its_speaker_asks_and_only_a_tendency_that_stands()
    {
        var o = Founded.Small();
        o.Do("b1-07", new FormTendency("few", "Few", o.Blob("We are few"), Founded.Day(2026, 12), Subject: "How offices are filled"));
        Assert.Equal("tendencies.does-not-stand", o.Refused("b1-07", new AskHearing("few")).Code);
        o.Do("b1-08", new JoinTendency("few"));
        o.Do("b1-09", new JoinTendency("few"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new AskHearing("few")).Code);
        o.Do("b1-07", new AskHearing("few"));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new AskHearing("few")).Code);
    }

    [Fact]
    public void A_ballot_of_a_unit_that_offered_one_of_two_hearings_says_one_side_heard()
    {
        var o = TwoTendencies();
        Assert.Equal(SidesHeard.None, Hearings.Before(o.State, VoteOf(o, "b1"))!.Sides);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new GiveHearing("north", "b1", HearingGiven.Offered)).Code);
        o.Do("b1-06", new GiveHearing("north", "b1", HearingGiven.Offered));
        var one = Hearings.Before(o.State, VoteOf(o, "b1"))!;
        Assert.Equal(SidesHeard.Some, one.Sides);
        Assert.True(one.OneSide);
        Assert.Equal(["south"], one.NotOffered);
        o.Do("b1-06", new GiveHearing("south", "b1", HearingGiven.Offered));
        Assert.Equal(SidesHeard.All, Hearings.Before(o.State, VoteOf(o, "b1"))!.Sides);
        Assert.Equal([("b1", SidesHeard.All), ("b2", SidesHeard.None)], Hearings.ByUnit(o.State, o.Now).Select(u => (u.Key, u.Value)));
    }

    [Fact]
    public void What_was_offered_only_after_the_vote_does_not_count_and_where_nobody_asked_nothing_is_said()
    {
        var o = TwoTendencies();
        var vote = VoteOf(o, "b1");
        o.Advance(1);
        o.Do("b1-06", new GiveHearing("north", "b1", HearingGiven.Offered));
        o.Do("b1-06", new GiveHearing("south", "b1", HearingGiven.Offered));
        Assert.Equal(SidesHeard.None, Hearings.Before(o.State, vote)!.Sides);
        var silent = Founded.Small();
        Assert.Null(Hearings.Before(silent.State, VoteOf(silent, "b1")));
    }
}
