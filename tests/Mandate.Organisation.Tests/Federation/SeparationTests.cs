using Mandate.Organisation.Accounts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;
using System.Collections.Immutable;

namespace Mandate.Organisation.Tests.Federation;

/// <summary>Branch b2 (8 of 20 members) leaves; its own fund holds 80, that of the whole 100.</summary>
public sealed class SeparationTests
{
    private static Founded With(string gives = "{share: 2/3, funds: members, name: stays}", string? right = null)
    {
        var o = Founded.Small(Founded.Yaml(("  minority_report:", right ?? $"  separation: {{who: any branch, within: 30 days, gives: {gives}}}\n  minority_report:")));
        o.Do("b1-01", new OpenFund("whole", "Fund of the whole", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "whole", 100_01, "Dues", o.Blob("Bank advice 1.")));
        o.Do("b2-04", new OpenFund("own", "Fund of South Quay", "EUR", "branch.secretary", "b2"), "branch.secretary@b2");
        o.Do("b2-04", new ReceiveFunds("r2", "own", 80_00, "Dues", o.Blob("Bank advice 2.")));
        o.Do("b1-01", new OpenFund("b1", "Hall", "EUR", "secretary"), "council");
        return o;
    }

    private static void Voted(Founded o, int yes, int no, string unit = "b2", bool carried = true, string id = "v")
    {
        var vote = new Vote(id, VoteKind.Paper, null, unit, new("Leave?", Separations.SubjectOf(unit), null, "", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(carried, new(yes, no, 0), 6, 9, 9, null, [], [], null, o.Now));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem(id, vote)) });
    }

    private static DecideSeparation Leaving(Founded o, string name = "South Quay Dockers", string unit = "b2", string vote = "v") => new("s", unit, vote, name, o.Blob("We go our own way."));

    [Fact]
    public void A_unit_leaves_by_the_vote_of_its_own_meeting_and_by_the_share_that_the_clause_asks_for()
    {
        var o = With();
        Assert.Equal("protocol.unknown", o.Refused("b2-04", Leaving(o)).Code);
        Voted(o, 6, 2, "b1");
        Assert.Equal("protocol.malformed", o.Refused("b2-04", Leaving(o)).Code);
        Voted(o, 5, 3);
        Assert.Equal(("federation.too-few-to-leave", (object)6, (object)5), (o.Refused("b2-04", Leaving(o)).Code, o.Refused("b2-04", Leaving(o)).Needs, o.Refused("b2-04", Leaving(o)).Given));
        Voted(o, 4, 2, carried: false);
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-04", Leaving(o)).Code);
        Voted(o, 4, 2);
        Assert.Equal("federation.name-of-the-whole", o.Refused("b2-04", Leaving(o, "The true Dockside Co-operative")).Code);
        o.Do("b2-04", Leaving(o));
        Assert.Equal(new(2026, 1, 31), o.State.Federation.Separations["s"].On);
        Assert.Equal("protocol.taken", o.Refused("b2-04", Leaving(o) with { Id = "t" }).Code);
    }

    [Fact]
    public void Where_both_carry_the_name_on_each_adds_something()
    {
        var o = With("{share: 1/2, funds: members, name: both}");
        Voted(o, 4, 4);
        Assert.Equal("federation.name-of-the-whole", o.Refused("b2-04", Leaving(o, "dockside co-operative")).Code);
        o.Do("b2-04", Leaving(o, "Dockside Co-operative of the South"));
    }

    [Fact]
    public void Without_a_clause_no_unit_leaves_and_with_one_only_of_its_kind()
    {
        var o = With(right: "  minority_report:");
        Voted(o, 8, 0);
        Assert.Equal(("federation.no-separation", "amend-constitution"), (o.Refused("b2-04", Leaving(o)).Code, o.Refused("b2-04", Leaving(o)).Way));
    }

    [Fact]
    public void On_its_day_money_is_divided_by_members_those_who_go_are_gone_and_those_who_stay_are_elsewhere()
    {
        var o = With();
        Voted(o, 6, 2);
        o.Do("b2-04", Leaving(o));
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new StayWithWhole("s", "b1")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b2-07", new StayWithWhole("s", "b2")).Code);
        foreach (var person in new[] { "b2-02", "b2-07", "b2-08" }) o.Do(person, new StayWithWhole("s", "b1"));
        o.Do("b2-08", new StayWithWhole("s", null));
        Assert.Equal(("federation.separation-early", (DateTimeOffset?)new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero)), (o.Refused("b1-12", new CarryOutSeparation("s")).Code, o.Refused("b1-12", new CarryOutSeparation("s")).Earliest));
        o.Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);
        // Six of twenty: three tenths of 100.01, and the own fund whole.
        Assert.Equal([new DividedFund("own", true, 80_00, 80_00), new DividedFund("whole", false, 100_01, 30_00)], SeparationDivision.Of(o.State, o.State.Federation.Separations["s"]));
        o.Do("b1-12", new CarryOutSeparation("s"));
        Assert.All(new[] { "b2-01", "b2-03", "b2-08" }, p => Assert.Equal(MemberStatus.Left, o.State.Roll.Member(p)!.Status));
        Assert.All(new[] { "b2-02", "b2-07" }, p => Assert.Equal(("b1", MemberStatus.Active), (o.State.Roll.Member(p)!.Unit, o.State.Roll.Member(p)!.Status)));
        Assert.False(o.State.Offices.Holds("b2-01", "council", o.Now));
        Assert.True(o.State.Offices.Holds("b2-02", "control", o.Now));
        Assert.NotNull(o.State.Roll.Unit("b2")!.Until);
        Assert.Equal(14, o.State.Roll.CountOn(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(1)));
        Assert.Equal((0, 100_01), (o.State.Accounts.BalanceOfFund("own"), o.State.Accounts.BalanceOfFund("whole")));
        Assert.All(o.State.Accounts.Bookings, b => Assert.Equal(0, b.Legs.Sum(l => l.Amount)));
        // What is owed is paid as every debt is, and to nobody else.
        var owed = Assert.Single(o.State.Accounts.Commitments.Values);
        Assert.Equal((CommitmentKind.Separation, 30_00L, "outside:South Quay Dockers"), (owed.Kind, owed.Amount, owed.To));
        Assert.Equal("accounts.other-payee", o.Refused("b1-05", new ProposePayment("p", owed.Id, 30_00, "Somebody", o.Blob("Transfer."))).Code);
        o.Do("b1-05", new ProposePayment("p", owed.Id, 30_00, "South Quay Dockers", o.Blob("Transfer.")));
        o.Do("b1-01", new CountersignPayment("p"));
        Assert.Equal((70_01, 0L), (o.State.Accounts.BalanceOfFund("whole"), o.State.Accounts.Commitments[owed.Id].Open));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-12", new CarryOutSeparation("s")).Code);
    }

    [Fact]
    public void Where_the_clause_divides_nothing_each_keeps_its_own()
    {
        var o = With("{share: 2/3, funds: own, name: stays}");
        Voted(o, 6, 2);
        o.Do("b2-04", Leaving(o));
        Assert.Equal([new DividedFund("own", true, 80_00, 80_00)], SeparationDivision.Of(o.State, o.State.Federation.Separations["s"]));
    }

    [Fact]
    public void Those_who_went_have_the_whole_record_for_ten_years_and_say_how_far_it_reaches_that_they_hold()
    {
        var o = With();
        Voted(o, 8, 0);
        o.Do("b2-04", Leaving(o));
        var held = new ConfirmRecord("s", 42, new string('a', 64));
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-04", held).Code);
        o.Now = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);
        var day = new DateOnly(2026, 1, 31);
        Assert.False(Separations.WentWithUnit(o.State, "b2-04", day));
        o.Do("b1-12", new CarryOutSeparation("s"));
        Assert.True(Separations.WentWithUnit(o.State, "b2-04", day.AddYears(10)));
        Assert.False(Separations.WentWithUnit(o.State, "b2-04", day.AddYears(10).AddDays(1)));
        Assert.False(Separations.WentWithUnit(o.State, "b1-01", day));
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", held).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-04", held with { Root = "root" }).Code);
        o.Do("b2-04", held);
        Assert.Equal((42, new string('a', 64)), o.State.Federation.Separations["s"].Held);
    }
}
