using System.Collections.Immutable;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Decisions;

public sealed class HonourTests
{
    private static readonly DateOnly End = new(2028, 3, 1);

    [Fact]
    public void An_honour_needs_a_vote_and_an_end_and_ends_with_the_vote_that_gave_it()
    {
        var o = Named(End);
        GiveHonour Honour(DateOnly? until) => new("h", HonourKind.Name, "The hall, after Ada", "m1", until);
        Assert.Equal(("decisions.honour-not-voted", "OnAgenda"), (o.Refused("b1-09", Honour(End)).Code, o.Refused("b1-09", Honour(End)).Given));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal("decisions.honour-without-end", o.Refused("b1-09", Honour(null)).Code);
        var tooLong = o.Refused("b1-09", Honour(End.AddDays(1)));
        Assert.Equal(("decisions.honour-too-long", End), (tooLong.Code, tooLong.Needs));
        o.Do("b1-09", Honour(End));
        Assert.True(o.State.Decisions.Honours["h"].RunsOn(End));
        Assert.False(o.State.Decisions.Honours["h"].RunsOn(End.AddDays(1)));
    }

    [Fact]
    public void A_vote_without_an_end_gives_no_honour()
    {
        var o = Named(null);
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal("decisions.honour-without-end", o.Refused("b1-09", new GiveHonour("h", HonourKind.Image, "A portrait of Ada", "m1", End)).Code);
    }

    /// <summary>A congress before which a motion to name the hall stands, which lasts until that day.</summary>
    private static Founded Named(DateOnly? expires)
    {
        var o = Congresses.Opened(o => o.Do("b1-08", new FileMotion("m1", "c1", ClassRule.Ordinary, "The name of the hall", ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("The hall bears Ada's name.")), [], null, null, expires, false)));
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        return o;
    }
}
