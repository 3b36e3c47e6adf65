using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Founding;

public sealed class FoundingTests
{
    [Fact]
    public void After_the_founding_is_closed_the_founders_have_no_act_of_their_own_left()
    {
        var o = Founded.Small();

        Assert.Equal("founding.closed", o.Refused("b1-01", new EnterMembers([])).Code);
        Assert.Equal("founding.closed", o.Refused("b1-01", new NameOfficer("t", "b1-07", new Seat("secretary"), new(2030, 1, 1))).Code);
        Assert.Equal("founding.already-open", o.Refused("b1-01", new OpenFounding("x", ImmutableSortedDictionary<string, string>.Empty, ["b1-01"], false)).Code);
    }

    [Fact]
    public void Nothing_but_the_founding_can_be_done_before_it_is_closed()
    {
        var o = Opened();
        Assert.Equal("protocol.not-founded", o.Refused("a", new Leave()).Code);
    }

    [Fact]
    public void What_is_entered_after_an_approval_asks_every_founder_again()
    {
        var o = Opened();
        o.Do("a", new EnterUnits([new("b1", "branch", "One", null, new(2020, 1, 1))]));
        o.Do("a", new EnterMembers([Someone("a"), Someone("b")]));
        o.Do("a", new ApproveFounding());
        o.Do("b", new EnterMembers([Someone("c")]));
        o.Do("b", new ApproveFounding());

        var refusal = o.Refused("a", new CloseFounding());
        Assert.Equal("founding.not-approved", refusal.Code);
        Assert.Equal("a", refusal.Needs);

        o.Do("a", new ApproveFounding());
        o.Do("a", new CloseFounding());
        Assert.Equal(FoundingStage.Closed, o.State.Founding.Stage);
    }

    [Fact]
    public void Somebody_who_is_not_a_named_founder_cannot_act_in_the_founding() =>
        Assert.Equal("founding.not-a-founder", Opened().Refused("stranger", new ApproveFounding()).Code);

    [Fact]
    public void An_unreadable_constitution_is_refused_with_the_place_of_its_first_error()
    {
        var o = new Founded();
        var blob = o.Blob("mandate: \"0.1\"\nid: x\nbodeis: {}\n");
        var refusal = o.Refused("a", new OpenFounding(blob, ImmutableSortedDictionary<string, string>.Empty, ["a"], false));
        Assert.Equal("founding.constitution-unreadable", refusal.Code);
        Assert.Matches(@"^\d+:\d+: ", Assert.IsType<string>(refusal.Args["error"]));
    }

    [Fact]
    public void A_constitution_that_was_not_sent_is_asked_for()
    {
        var refusal = new Founded().Refused("a", new OpenFounding("0000", ImmutableSortedDictionary<string, string>.Empty, ["a"], false));
        Assert.Equal("protocol.blob-missing", refusal.Code);
    }

    [Fact]
    public void Nobody_can_be_named_to_two_offices_that_the_constitution_keeps_apart()
    {
        var o = Opened();
        o.Do("a", new EnterUnits([new("b1", "branch", "One", null, new(2020, 1, 1))]));
        o.Do("a", new EnterMembers([Someone("a"), Someone("b")]));
        o.Do("a", new NameOfficer("t1", "a", new Seat("council"), new(2027, 1, 1)));

        var refusal = o.Refused("a", new NameOfficer("t2", "a", new Seat("control"), new(2027, 1, 1)));
        Assert.Equal("offices.incompatible", refusal.Code);
        Assert.Equal("incompatible[0]", refusal.Clause);
    }

    [Theory]
    [InlineData("guild", null, "founding.unit-kind")]
    [InlineData("branch", "b1", "founding.unit-within")]
    [InlineData("branch", "nowhere", "founding.unit-within")]
    public void A_unit_must_be_of_a_kind_and_in_a_place_that_the_constitution_knows(string kind, string? within, string code)
    {
        var o = Opened();
        o.Do("a", new EnterUnits([new("b1", "branch", "One", null, new(2020, 1, 1))]));
        Assert.Equal(code, o.Refused("a", new EnterUnits([new("b2", kind, "Two", within, new(2020, 1, 1))])).Code);
    }

    [Fact]
    public void The_clock_of_a_rehearsal_stands_still_and_moves_forward_only()
    {
        var o = Opened(rehearsal: true);
        var start = o.Now;
        o.Now = start.AddMinutes(5);
        Assert.Equal("protocol.clock-behind", o.Refused("a", new ApproveFounding()).Code);

        o.Now = start;
        o.Do("a", new AdvanceClock(start.AddDays(1)));
        Assert.Equal("protocol.clock-behind", o.Refused("a", new ApproveFounding()).Code);
        o.Now = start.AddDays(1);
        o.Do("a", new ApproveFounding());
        Assert.Equal("founding.only-forward", o.Refused("a", new AdvanceClock(start)).Code);
    }

    [Fact]
    public void A_real_organisation_has_no_clock_to_move() =>
        Assert.Equal("founding.not-a-rehearsal", Opened().Refused("a", new AdvanceClock(Founded.Start.AddDays(1))).Code);

    private static Founded Opened(bool rehearsal = false)
    {
        var o = new Founded();
        var yaml = o.Blob(File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml")));
        o.Do("a", new OpenFounding(yaml, ImmutableSortedDictionary<string, string>.Empty, ["a", "b"], rehearsal));
        return o;
    }

    private static Member Someone(string id) => new(id, "b1", new(2021, 1, 1), "en", MemberStatus.Active, "c");
}
