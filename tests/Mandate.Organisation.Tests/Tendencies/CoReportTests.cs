using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Tendencies;

/// <summary>Two tendencies, of four members and of two, in a co-operative that gives each report of congress one co-report of tendencies.</summary>
public sealed class CoReportTests
{
    private static Founded With(int reports, bool clause = true)
    {
        var o = Congresses.AtTheDoor(yaml: clause ? Founded.Yaml(("gives: {named_platform: true, equal_space: journal}", $"gives: {{named_platform: true, equal_space: journal, co_reports: {{congress: {reports}}}}}")) : null);
        o.Do("b1-07", new FormTendency("t", "Members first", o.Blob("Rotate."), new(2026, 12, 31), Subject: "How offices are filled"));
        foreach (var member in new[] { "b1-08", "b1-09", "b1-10" }) o.Do(member, new JoinTendency("t"));
        o.Do("b2-05", new FormTendency("u", "Quiet docks", o.Blob("No nights."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b2-06", new JoinTendency("u"));
        if (o.State.Tendencies.All["u"] is { } small && !small.StandsOn(DateOnly.FromDateTime(o.Now.UtcDateTime))) o.Do("b2-07", new JoinTendency("u"));
        return o;
    }

    private static string Report(Founded o) => o.Session().Agenda.First(i => i.Kind == ItemKind.Report).Id;

    [Fact]
    public void The_strength_of_a_tendency_earns_it_a_report_beside_the_rapporteur()
    {
        var o = With(1);
        var item = Report(o);
        Assert.Equal("tendencies.too-few-for-co-report", o.Refused("b2-05", new NameCoReporter("u", "c1", item, "b2-05")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new NameCoReporter("t", "c1", item, "b1-08")).Code);
        Assert.Equal("tendencies.has-not-offered", o.Refused("b1-07", new NameCoReporter("t", "c1", item, "b1-10")).Code);
        o.Do("b1-10", new OfferService("t", "congress"));
        Assert.False(Entitlement.HasVoice(o.State, o.Session(), "b1-10", o.Now));
        o.Do("b1-07", new NameCoReporter("t", "c1", item, "b1-10"));
        var reporters = Reports.Of(o.State, o.Session(), item, o.Now);
        Assert.Equal(["b1-10"], reporters.Seconds.Select(r => r.Person));
        Assert.True(Entitlement.HasVoice(o.State, o.Session(), "b1-10", o.Now));
        Assert.Equal((1, 0), CoReports.Given(o.State, o.State.Tendencies.All["t"], "congress", Founded.Start.AddDays(-1)));
        // With the members goes the right.
        foreach (var member in new[] { "b1-08", "b1-09" }) o.Do(member, new LeaveTendency("t"));
        Assert.Empty(Reports.Of(o.State, o.Session(), item, o.Now).Seconds);
    }

    [Fact]
    public void With_two_co_reports_the_smaller_tendency_has_one_too()
    {
        var o = With(2);
        var item = Report(o);
        o.Do("b1-07", new NameCoReporter("t", "c1", item, "b1-07"));
        o.Do("b2-05", new NameCoReporter("u", "c1", item, "b2-05"));
        Assert.Equal(["b1-07", "b2-05"], Reports.Of(o.State, o.Session(), item, o.Now).Seconds.Select(r => r.Person));
    }

    [Fact]
    public void Where_the_constitution_gives_none_there_is_none()
    {
        var o = With(0, clause: false);
        Assert.Equal("tendencies.no-co-reports", o.Refused("b1-07", new NameCoReporter("t", "c1", Report(o), "b1-07")).Code);
    }
}
