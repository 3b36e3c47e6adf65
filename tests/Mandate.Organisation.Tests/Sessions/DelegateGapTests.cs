using System.Collections.Immutable;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

/// <summary>A congress of two delegates of b1 and one of b2 opens on its credentials.</summary>
public sealed class DelegateGapTests
{
    private static Vote Ballot(Founded o, string unit, int yes, int no) => new(
        "v-" + unit, VoteKind.Paper, null, unit, new Question("?", "m", 1, "majority of votes cast", ""), null, 0, null, 100, o.Now, o.Now, o.Now, VoteStage.Result, ImmutableSortedDictionary<string, Candidacy>.Empty, [],
        ImmutableSortedDictionary<string, Choice>.Empty, [], [], [], null, null, null, null, null, [],
        new Outcome(yes > no, new Figures(yes, no, 0), 1, yes + no, yes + no, null, [], [], null, o.Now));

    private static void Voted(Founded o, params (string Unit, int Yes, int No)[] results) =>
        o.Set(o.State with { Votes = o.State.Votes with { All = o.State.Votes.All.SetItems(results.Select(r => KeyValuePair.Create("v-" + r.Unit, Ballot(o, r.Unit, r.Yes, r.No)))) } });

    private static Founded AtTheDoor(params (string Unit, int Yes, int No)[] results)
    {
        var o = Congresses.Convened();
        o.Do("b1-01", new FileMotion("m", "c1", "ordinary", "Night rosters", ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("Four weeks ahead.")), [], null, null, null, false), "council");
        Voted(o, results);
        o.Serve();
        o.Elect();
        return o;
    }

    private static void AtTheHour(Founded o)
    {
        o.Now = o.Session().Opens;
        o.Seat(Congresses.Delegates);
    }

    private static readonly ExplainGap Explain = new("c1", "m", "Branches elect by their majority, and the second is small.");

    [Fact]
    public void A_gap_above_the_tolerance_keeps_the_congress_from_opening_until_it_is_explained()
    {
        // Members are even; two delegates of three would be for it.
        var o = AtTheDoor(("b1", 30, 10), ("b2", 10, 30));
        Assert.Equal(new DelegateGap("m", 40, 40, 2, 1, 0), Assert.Single(DelegateGaps.Of(o.State, o.Session(), o.Now)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", Explain).Code);
        Assert.Equal("sessions.no-gap", o.Refused("b1-04", Explain with { Motion = "other" }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-04", Explain with { Explanation = "" }).Code);
        AtTheHour(o);
        var refused = o.Refused("b1-01", new OpenSession("c1"));
        Assert.Equal(("sessions.gap-unexplained", "Night rosters", "bodies.congress.credentials"), (refused.Code, refused.Given, refused.Clause));
        o.Do("b1-04", Explain);
        Assert.Equal("protocol.taken", o.Refused("b1-04", Explain).Code);
        o.Do("b1-01", new OpenSession("c1"));
        Assert.Equal("b1-04", o.Session().Explained["m"].By);
    }

    [Fact]
    public void A_figure_that_cannot_be_computed_is_explained_too_and_an_explanation_is_of_the_figures_it_was_given_for()
    {
        var o = AtTheDoor(("b1", 30, 10));
        Assert.Null(Assert.Single(DelegateGaps.Of(o.State, o.Session(), o.Now)).Delegates);
        o.Do("b1-04", Explain);
        Assert.Empty(DelegateGaps.Unexplained(o.State, o.Session(), o.Now));
        Voted(o, ("b2", 10, 30));
        Assert.Single(DelegateGaps.Unexplained(o.State, o.Session(), o.Now));
        AtTheHour(o);
        Assert.Equal("sessions.gap-unexplained", o.Refused("b1-01", new OpenSession("c1")).Code);
    }

    [Fact]
    public void From_the_hour_of_the_opening_any_accredited_delegate_explains_so_that_silence_stops_no_congress()
    {
        var o = AtTheDoor(("b1", 30, 10));
        Assert.Equal(o.Session().Opens, o.Refused("b1-08", Explain).Earliest);
        AtTheHour(o);
        Assert.Equal("protocol.not-yours", o.Refused("b1-11", Explain).Code);
        o.Do("b1-08", Explain);
        o.Do("b1-01", new OpenSession("c1"));
    }

    [Fact]
    public void Where_no_unit_has_voted_or_delegates_stand_as_members_did_the_congress_opens()
    {
        foreach (var results in new (string, int, int)[][] { [], [("b1", 20, 0), ("b2", 0, 10)] })
        {
            var o = AtTheDoor(results);
            Assert.Empty(DelegateGaps.Of(o.State, o.Session(), o.Now));
            AtTheHour(o);
            o.Do("b1-01", new OpenSession("c1"));
        }
    }
}
