using System.Collections.Immutable;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>The secretary (b1-05, in place t-secretary-0) is complained of; b1-03 and b2-02 read.</summary>
public sealed class SuspensionTests
{
    private static readonly string Digest = new('a', 64);

    private static Founded Complained()
    {
        var o = Founded.Small();
        o.Do("b1-09", new Complain("c", ["t-secretary-0"], "Blows in the hall", Digest, "the draw of Saturday"));
        return o;
    }

    private static SuspendHolder Until(Founded o, int days) => new("c", "t-secretary-0", DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(days), "Witnesses are still to be heard.");

    private static Founded Suspended(int days = 30)
    {
        var o = Complained();
        foreach (var reader in new[] { "b1-03", "b2-02" }) o.Do(reader, Until(o, days));
        return o;
    }

    [Fact]
    public void An_officer_is_suspended_when_more_than_half_of_the_readers_say_so_for_thirty_days_at_most()
    {
        var o = Complained();
        Assert.Equal("inspection.not-a-reader", o.Refused("b1-01", Until(o, 30)).Code);
        Assert.Equal("inspection.barred", o.Refused("b1-05", Until(o, 30)).Code);
        Assert.Equal("inspection.stay-too-long", o.Refused("b1-03", Until(o, 31)).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-03", Until(o, 30) with { Tenure = "t-council-0" }).Code);
        o.Do("b1-03", Until(o, 30));
        Assert.True(o.State.Offices.Holds("b1-05", "secretary", o.Now));
        Assert.Equal("inspection.found-already", o.Refused("b1-03", Until(o, 20)).Code);
        o.Do("b2-02", Until(o, 20));
        Assert.False(o.State.Offices.Holds("b1-05", "secretary", o.Now));
        // The shorter of the two ends holds, and the holder keeps the place.
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(20), o.State.Offices.Suspended["t-secretary-0"].Until);
        Assert.Contains(o.State.Offices.HeldBy("b1-05", o.Now), t => t.Seat.Of == "secretary");
        o.Advance(21);
        Assert.True(o.State.Offices.Holds("b1-05", "secretary", o.Now));
        Assert.Equal("inspection.stayed-already", o.Refused("b1-03", Until(o, 5)).Code);
    }

    [Fact]
    public void Somebody_acts_meanwhile_and_until_then_the_vacuum_is_found()
    {
        var o = Suspended();
        Assert.Contains(Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)), f => f.Guard.Name == "succession-vacuum");
        o.Do("b1-01", new BeginActing("a", "b1-02", new Seat("secretary")), "council");
        Assert.True(o.State.Offices.Holds("b1-02", "secretary", o.Now));
        Assert.DoesNotContain(Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)), f => f.Guard.Name == "succession-vacuum");
    }

    [Fact]
    public void It_ends_at_once_when_the_complaint_is_not_upheld()
    {
        var o = Suspended();
        o.Do("b1-05", new ReplyToComplaint("c", Digest));
        foreach (var reader in new[] { "b1-03", "b2-02" }) o.Do(reader, new FindOnComplaint("c", false, "It was somebody else."));
        Assert.True(o.State.Offices.Holds("b1-05", "secretary", o.Now));
    }

    [Fact]
    public void Whoever_is_suspended_takes_it_to_the_next_instance_which_can_end_it()
    {
        var o = Suspended();
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", new AppealFinding("c", Digest)).Code);
        o.Do("b1-05", new AppealFinding("c", Digest));
        Assert.Equal("inspection.appealed-already", o.Refused("b1-05", new AppealFinding("c", Digest)).Code);
        o.Do("b1-01", Congresses.Convening(o, 60), "council");
        var one = new Vote("v", VoteKind.Paper, "c1", null, new("?", "appeal/c", null, "", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(true, new(2, 1, 0), 2, 3, 3, null, [], [], null, o.Now));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem("v", one)) });
        o.Do("b1-10", new ConcludeAppeal("c", "v"));
        Assert.True(o.State.Offices.Holds("b1-05", "secretary", o.Now));
        // The complaint itself is still open.
        Assert.Null(o.State.Inspection.All["c"].DecidedAt);
    }
}
