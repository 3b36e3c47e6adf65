using Mandate.Organisation.Federation;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

/// <summary>Units form committees by themselves; what stands behind one is counted on each day.</summary>
public sealed class CommitteeTests
{
    private const string Of1 = "branch.meeting@b1", Of2 = "branch.meeting@b2";

    private static FormCommittee Form(Founded o, CommitteePurpose purpose = CommitteePurpose.Action, int days = 60, params string[] persons) =>
        new("c", "Night shifts", purpose, "Rosters four weeks ahead.", "b1", persons.Length == 0 ? ["b1-07"] : [.. persons], DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(days), 7);

    private static Committee C(Founded o) => o.State.Federation.Committees["c"];

    private static DateOnly Today(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    [Fact]
    public void A_unit_forms_one_by_its_own_decision_and_nobody_approves_it()
    {
        var o = Founded.Small();
        Assert.Equal("decide-in-writing", o.Refused("b1-06", Form(o)).Way);
        Assert.Equal("decide-in-writing", o.Refused("b1-01", Form(o), "council").Way);
        o.Do("b1-06", Form(o), Of1);
        Assert.Equal(["b1-07"], Committees.Sitting(o.State, C(o), o.Now));
        Assert.DoesNotContain(typeof(FederationCommand).Assembly.GetTypes(), t => t.IsSubclassOf(typeof(FederationCommand)) && t.Name.Contains("Approve", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_authority_is_the_units_that_have_confirmed_in_time_and_it_ends_by_its_date()
    {
        var o = Founded.Small();
        o.Do("b1-06", Form(o), Of1);
        o.Do("b2-04", new ConfirmDelegation("c", "b2", ["b2-05", "b2-06"]), Of2);
        Assert.Equal(2, C(o).BehindOn(Today(o)));
        o.Advance(7);
        o.Do("b2-04", new ConfirmDelegation("c", "b2", ["b2-06"]), Of2);
        o.Advance(1);
        Assert.Equal(1, C(o).BehindOn(Today(o)));
        Assert.Equal(["b2-06"], Committees.Sitting(o.State, C(o), o.Now));
        o.Do("b2-04", new WithdrawDelegation("c", "b2"), Of2);
        Assert.Equal(0, C(o).BehindOn(Today(o)));
        o.Advance(60);
        Assert.Equal("federation.committee-over", o.Refused("b1-06", new ConfirmDelegation("c", "b1", ["b1-07"]), Of1).Code);
    }

    [Fact]
    public void It_cannot_be_without_an_end_and_its_delegates_are_of_the_unit()
    {
        var o = Founded.Small();
        Assert.Equal("federation.committee-too-long", o.Refused("b1-06", Form(o, days: Committees.MostDays + 1), Of1).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", Form(o, persons: "b2-05"), Of1).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-06", Form(o, persons: ["b1-07", "b1-07"]), Of1).Code);
    }

    [Fact]
    public void Whoever_manages_sits_on_none_of_control_and_ceases_to_on_taking_such_a_place()
    {
        var o = Founded.Small();
        Assert.Equal("federation.manages", o.Refused("b1-06", Form(o, CommitteePurpose.Control, 60, "b1-01"), Of1).Code);
        o.Do("b1-06", Form(o, CommitteePurpose.Control, 60, "b1-07", "b1-08"), Of1);
        o.Happened("b1-06", new Organisation.Offices.TenureBegan("t-new", "b1-07", new("council"), o.Now, Founded.Day(2027), new(Organisation.Offices.BasisKind.Election, "e")));
        Assert.Equal(["b1-08"], Committees.Sitting(o.State, C(o), o.Now));
        // In a joint action those who manage may take part.
        var other = Founded.Small();
        other.Do("b1-06", Form(other, CommitteePurpose.Action, 60, "b1-01"), Of1);
    }
}
