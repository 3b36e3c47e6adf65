using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;

namespace Mandate.Organisation.Tests.Undertakings;

public sealed class UndertakingTests
{
    [Theory]
    [InlineData(Duty.Execution, "resolution-not-executed")]
    [InlineData(Duty.Task, "unfulfilled-mandate")]
    [InlineData(Duty.Rectification, "unanswered-rectification")]
    public void What_is_not_reported_by_its_day_raises_an_alarm_until_it_is_done(Duty duty, string guard)
    {
        var o = Founded.Small();
        o.Do("b1-05", new TakeUndertaking("u", duty, "Publish the audit", new(2026, 2, 1)));
        o.Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Empty(Fired(o));
        o.Advance(1);
        Assert.Equal(guard, Assert.Single(Fired(o)).Guard.Name);
        o.Do("b1-05", new ReportUndertaking("u", true, "It is on the site."));
        // That a correction came late stays on record; nothing is open any more.
        Assert.DoesNotContain(Fired(o), f => f.Until is null);
    }

    [Fact]
    public void Nobody_is_given_a_task_and_nobody_takes_it_from_an_owner_who_is_there_and_in_time()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new TakeUndertaking("u", Duty.Task, "Audit", new(2026, 2, 1))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new TakeUndertaking("u", Duty.Task, "Audit", new(2025, 2, 1))).Code);
        o.Do("b1-05", new TakeUndertaking("u", Duty.Task, "Audit", new(2026, 2, 1)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ReportUndertaking("u", true, "Done.")).Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new TakeOverUndertaking("u")).Code);
        o.Now = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-01", new TakeOverUndertaking("u"));
        Assert.Equal("b1-01", o.State.Undertakings.All["u"].Owner);
    }

    private static IEnumerable<Finding> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime));
}
