using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class CharterTests
{
    private static GiveCharter Charter => new("c", CharterKind.Commission, "Oversee the strike", ["b1-09", "b1-10"], ["Pay strike money", "Hire a hall"], 14, new(2026, 3, 1));

    private static Founded Given(GiveCharter? charter = null)
    {
        var o = Founded.Small();
        o.Do("b1-01", charter ?? Charter, "council");
        o.Do("b1-09", new TakeCharter("c"));
        return o;
    }

    [Fact]
    public void It_has_members_powers_a_rhythm_of_reports_and_an_end()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", Charter).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Charter with { Powers = [] }, "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Charter with { ReportEvery = 0 }, "council").Code);
        Assert.Equal("federation.charter-too-long", o.Refused("b1-01", Charter with { Until = new(2027, 1, 3) }, "council").Code);
        o.Do("b1-01", Charter, "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new TakeCharter("c")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new ActUnderCharter("a", "c", "Hire a hall", "The hall of the dockers")).Code);
    }

    [Fact]
    public void What_is_not_listed_is_refused_and_what_is_shows_under_which_power_it_falls()
    {
        var o = Given();
        var refused = o.Refused("b1-09", new ActUnderCharter("a", "c", "Dismiss the branch secretary", "Dismissed."));
        Assert.Equal(("federation.not-in-charter", "Pay strike money; Hire a hall"), (refused.Code, refused.Needs));
        o.Do("b1-09", new ActUnderCharter("a", "c", "Hire a hall", "The hall of the dockers"));
        Assert.Equal("Hire a hall", Assert.Single(o.State.Federation.Charters["c"].Acts).Power);
        o.Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("federation.charter-over", o.Refused("b1-09", new ActUnderCharter("b", "c", "Hire a hall", "Another")).Code);
    }

    [Fact]
    public void A_task_force_waits_for_the_consent_of_the_bodies_it_touches()
    {
        var o = Given(Charter with { Kind = CharterKind.TaskForce, Touches = ["control"] });
        Assert.False(o.State.Federation.Charters["c"].InForceOn(new(2026, 1, 2)));
        Assert.Equal(("federation.no-consent-yet", "control"), (o.Refused("b1-09", new ActUnderCharter("a", "c", "Hire a hall", "x")).Code, o.Refused("b1-09", new ActUnderCharter("a", "c", "Hire a hall", "x")).Needs));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ConsentToCharter("c"), "council").Code);
        o.Do("b1-03", new ConsentToCharter("c"), "control");
        o.Do("b1-09", new ActUnderCharter("a", "c", "Hire a hall", "x"));
    }

    [Fact]
    public void Representatives_are_instructed_say_where_a_duty_stands_against_their_mandate_and_are_recalled()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Charter with { Kind = CharterKind.Representative }, "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Charter with { Outside = "the port board" }, "council").Code);
        o.Do("b1-01", Charter with { Kind = CharterKind.Representative, Outside = "the port board" }, "council");
        o.Do("b1-09", new TakeCharter("c"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new InstructUnderCharter("c", "Vote against the tariff."), "control").Code);
        o.Do("b1-01", new InstructUnderCharter("c", "Vote against the tariff."), "council");
        o.Do("b1-09", new ReportOnCharter("c", "Voted against.", Conflict: "The board asks for silence on tariffs."));
        Assert.Equal("The board asks for silence on tariffs.", o.State.Federation.Charters["c"].Reports[0].Conflict);
        o.Do("b1-01", new EndCharter("c", "Recalled."), "council");
        o.Advance(1);
        Assert.Equal("federation.charter-over", o.Refused("b1-09", new ActUnderCharter("a", "c", "Hire a hall", "x")).Code);
    }

    [Fact]
    public void A_report_that_is_not_there_in_its_rhythm_is_a_finding()
    {
        var o = Given();
        o.Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
        Assert.Empty(Fired(o));
        o.Advance(1);
        Assert.Equal(["unfulfilled-mandate"], Fired(o));
        o.Do("b1-09", new ReportOnCharter("c", "Money was paid out twice."));
        Assert.Empty(Fired(o));
        Assert.Equal(new DateOnly(2026, 1, 30), o.State.Federation.Charters["c"].ReportDue);
    }

    [Fact]
    public void After_its_end_the_body_votes_on_every_power_and_holding_that_is_left()
    {
        var o = Given();
        Assert.Equal("federation.not-over-yet", o.Refused("b1-01", new DisposeOf("c", "Hire a hall", Disposal.Dissolved), "council").Code);
        Assert.Equal("federation.not-over-yet", o.Refused("b1-09", new ReportOnCharter("c", "All done.", Final: true)).Code);
        o.Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-09", new ReportOnCharter("c", "All done.", Final: true, Holdings: ["two clerks"]));
        Assert.Equal(["Pay strike money", "Hire a hall", "two clerks"], o.State.Federation.Charters["c"].Left);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new DisposeOf("c", "two clerks", Disposal.Dissolved)).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", new DisposeOf("c", "two clerks", Disposal.Reassigned), "council").Code);
        o.Do("b1-01", new DisposeOf("c", "two clerks", Disposal.Reassigned, "control"), "council");
        o.Do("b1-01", new DisposeOf("c", "Hire a hall", Disposal.Dissolved), "council");
        o.Do("b1-01", new DisposeOf("c", "Pay strike money", Disposal.Dissolved), "council");
        Assert.Empty(o.State.Federation.Charters["c"].Left);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new DisposeOf("c", "two clerks", Disposal.Dissolved), "council").Code);
    }

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name).Distinct();
}
