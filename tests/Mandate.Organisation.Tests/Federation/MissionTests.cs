using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class MissionTests
{
    private static SendEmissary Mission => new("m", "b2", "b1-09", "Help with the accounts of 2025", new(2026, 2, 1));

    private static Founded Sent()
    {
        var o = Founded.Small();
        o.Do("b1-01", Mission, "council");
        o.Do("b1-09", new TakeMission("m"));
        return o;
    }

    [Fact]
    public void A_body_sends_somebody_of_another_unit_with_a_purpose_and_an_end()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", Mission).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Mission with { Purpose = "" }, "council").Code);
        Assert.Equal("federation.mission-too-long", o.Refused("b1-01", Mission with { Until = new(2026, 4, 2) }, "council").Code);
        Assert.Equal("federation.of-the-unit", o.Refused("b1-01", Mission with { Person = "b2-06" }, "council").Code);
        o.Do("b1-01", Mission, "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", new TakeMission("m")).Code);
        o.Do("b1-09", new TakeMission("m"));
    }

    [Fact]
    public void An_emissary_is_not_moved_into_the_unit_while_the_mission_lasts_and_is_free_to_be_after_it()
    {
        var o = Sent();
        var beyond = o.Refused("b1-09", new Transfer("b1-09", "b2"));
        Assert.Equal(("federation.beyond-mission", "Help with the accounts of 2025"), (beyond.Code, beyond.Needs));
        Assert.Equal(new DateTime(2026, 2, 2), beyond.Earliest!.Value.UtcDateTime.Date);
        o.Do("b1-10", new Transfer("b1-10", "b2"));
        o.Do("b1-09", new EndMission("m", "Done."));
        o.Advance(1);
        o.Do("b1-09", new Transfer("b1-09", "b2"));
    }

    [Fact]
    public void A_mission_not_taken_up_binds_nobody()
    {
        var o = Founded.Small();
        o.Do("b1-01", Mission, "council");
        o.Do("b1-09", new Transfer("b1-09", "b2"));
    }

    [Fact]
    public void What_the_unit_objects_to_and_what_is_not_reported_are_findings()
    {
        var o = Sent();
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new ObjectToMission("m", "He dismissed the treasurer.")).Code);
        Assert.Empty(Fired(o));
        o.Do("b2-04", new ObjectToMission("m", "He dismissed the treasurer."));
        Assert.Equal(["centre-override"], Fired(o));
        o.Advance(60);
        Assert.Equal(["unfulfilled-mandate", "centre-override"], Fired(o));
        o.Do("b1-09", new ReportMission("m", "The accounts are in order."));
        Assert.Equal(["centre-override"], Fired(o));
    }

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name).Distinct();

    [Fact]
    public void A_unit_invites_a_helper_without_powers_rates_the_help_and_ends_the_visit()
    {
        var o = Founded.Small();
        InviteHelper invite = new("v", "b2", "b1-09", "Teach the new accounts", new(2026, 2, 1));
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", invite).Code);
        Assert.Equal("federation.of-the-unit", o.Refused("b2-04", invite with { Person = "b2-06" }).Code);
        o.Do("b2-04", invite);
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-04", new RateHelp("v", 5, "")).Code);
        o.Do("b1-09", new TakeMission("v"));
        Assert.Equal("federation.beyond-mission", o.Refused("b1-09", new Transfer("b1-09", "b2")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new RateHelp("v", 5, "")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-04", new RateHelp("v", 6, "")).Code);
        o.Do("b2-04", new RateHelp("v", 4, "Come again."));
        // Whoever governs the whole neither sent them nor sends them home.
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new EndMission("v", "Enough.")).Code);
        o.Do("b2-04", new EndMission("v", "We can do it ourselves."));
        o.Advance(60);
        Assert.DoesNotContain(Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)), f => f.Guard.Name == "unfulfilled-mandate");
    }
}
