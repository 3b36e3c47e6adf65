using Mandate.Organisation.Decisions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Tests.Votes;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Decisions;

public sealed class ElectionHeldAgainTests
{
    private static readonly Seat Council = new("council");

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    /// <summary>The congress elects b1-09, b1-10 and b1-12; b1-11 and b2-06 lose, while trade is narrowed for the second branch.</summary>
    private static Founded Elected(params string[] targets)
    {
        var o = Halls.InCongress();
        o.Set(o.State with { Restrictions = o.State.Restrictions with { All = o.State.Restrictions.All.SetItem("r", new("r", "x", Liberty.Trade, [.. targets], "Order", "Noise", Day(o).AddDays(-5), Day(o).AddDays(5), null)) } });
        Elect(o, "e", ["b1-09", "b1-10", "b1-11", "b1-12", "b2-06"], ["b1-09"], ["b1-10"], ["b1-12"]);
        Assert.Equal(["b1-09", "b1-10", "b1-12"], o.State.Votes.Find("e")!.Outcome!.Elected.Order(StringComparer.Ordinal));
        return o;
    }

    private static void Elect(Founded o, string id, string[] candidates, params string[][] papers)
    {
        o.Do("b1-07", new OpenNominations(id, "c1", Council, null));
        foreach (var person in candidates) o.Do(person, new Nominate(id, person));
        o.Do("b1-07", new CloseNominations(id));
        o.Do("b1-07", new NameTellers(id, ["b2-07", "b2-08"]));
        o.Do("b1-07", new OpenVote(id));
        o.Do("b2-07", new IssuePapers(id, ["b1-07", "b1-08", "b2-05"]));
        o.Do("b1-07", new CloseVote(id));
        var ballots = o.Blt(id, papers);
        foreach (var teller in new[] { "b2-07", "b2-08" }) o.Do(teller, new EnterPapers(id, ballots, new(3, 3, 0, 0, 0)));
        o.Do("b1-07", new PublishElection(id, ballots));
    }

    [Fact]
    public void Who_lost_while_a_restriction_lay_on_their_side_has_the_election_held_again_once_it_has_ended()
    {
        var o = Elected("b2");
        var ask = new HoldElectionAgain("e");
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", ask).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-08", ask).Code);
        Assert.Equal("decisions.not-touched", o.Refused("b1-11", ask).Code);
        var refused = o.Refused("b2-06", ask);
        Assert.Equal(("decisions.still-restricted", Day(o).AddDays(6)), (refused.Code, DateOnly.FromDateTime(refused.Earliest!.Value.UtcDateTime)));
        o.Advance(6);
        Assert.Empty(Mandates(o));
        o.Do("b2-06", ask);
        Assert.Equal("protocol.taken", o.Refused("b2-06", ask).Code);
        // Nobody leaves before somebody is elected; the calendar calls the election.
        Assert.Equal(3, o.State.Offices.Holders("council", o.Now).Count());
        Assert.Equal((3, Day(o).AddDays(ElectionsHeldAgain.WithinDays)), ElectionsDue.Of(o.State, o.Now).Where(e => e.Seat == Council).Select(e => (e.Seats, e.CallBy)).Single());
        Assert.Equal(3, Mandates(o).Count);
    }

    [Fact]
    public void It_is_asked_for_within_half_a_year_and_where_everybody_was_restricted_by_everybody()
    {
        var late = Elected("b2");
        late.Advance(186);
        Assert.Equal("decisions.too-late", late.Refused("b2-06", new HoldElectionAgain("e")).Code);
        var all = Elected();
        all.Advance(6);
        all.Do("b1-11", new HoldElectionAgain("e"));
    }

    [Fact]
    public void Whoever_is_elected_then_takes_over_and_the_others_leave()
    {
        var o = Elected("b2");
        o.Advance(6);
        o.Do("b2-06", new HoldElectionAgain("e"));
        Elect(o, "e2", ["b1-09", "b1-10", "b2-06"], ["b2-06"], ["b1-09"], ["b1-10"]);
        Assert.Equal(["b1-09", "b1-10", "b2-06"], o.State.Offices.Holders("council", o.Now).Select(t => t.Person).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(ElectionsDue.Of(o.State, o.Now), e => e.Seat == Council);
    }

    private static List<Tenure> Mandates(Founded o) => [.. o.State.Offices.Tenures.Values.Where(t => t.AgainBy is not null)];
}
