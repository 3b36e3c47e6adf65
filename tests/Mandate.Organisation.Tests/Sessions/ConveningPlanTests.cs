using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class ConveningPlanTests
{
    private static string WithService(string yaml) => yaml
        .Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal)
        .Replace("urgent_motion:", "served_by: {email: {counts: sent, plus: 1 day}, letter: {counts: posted, plus: 1 month}, by_hand: {counts: delivered}}\n  urgent_motion:", StringComparison.Ordinal);

    [Fact]
    public void The_days_that_a_plan_calls_lawful_are_those_that_convening_accepts()
    {
        var o = Founded.Small();
        o.Do("b1-12", new DemandSession("d1", "congress", null, "Accounts"));
        foreach (var demand in new[] { null, "d1" })
        {
            var plan = ConveningPlan.Of(o.State, "congress", null, demand, o.Now)!;
            Assert.All(Enumerable.Range(1, 120), ahead => Assert.Equal(
                plan.IsLawful(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(ahead)),
                o.Try("b1-01", Congresses.Convening(o, ahead, demand), "council") is Decision.Accepted));
        }
    }

    [Fact]
    public void A_notice_sent_on_its_last_day_is_in_time_and_one_sent_the_day_after_is_not()
    {
        var o = Founded.Small(WithService(File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"))));
        var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
        var rules = o.State.Statutes.At(o.Now);
        var plan = ConveningPlan.Of(o.State, "congress", null, null, o.Now)!;
        foreach (var ahead in Enumerable.Range(30, 90))
        {
            var opens = today.AddDays(ahead);
            foreach (var planned in plan.Days(opens, opens).Where(d => d.Kind == PlannedKind.Serve))
            {
                bool InTime(DateOnly sent) => Notices.Earliest(Notices.ServedOn(rules, plan.Body.Convene, planned.About!, sent, sent, sent)!.Value, plan.Notice, rules.Procedure.ClearDays) <= opens;
                Assert.True(InTime(planned.Day), $"{planned} for {opens}");
                Assert.False(InTime(planned.Day.AddDays(1)), $"{planned} for {opens}");
            }
        }
        Assert.Equal(today.AddDays(31), plan.SafeFor(plan.Channels.Single(c => c.Channel == "email")));
        Assert.Null(plan.SafeFor(plan.Channels.Single(c => c.Counts == ServiceEvent.Delivered)));
    }

    [Fact]
    public void The_plan_counts_the_same_people_and_seats_as_the_convening()
    {
        var o = Founded.Small();
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(60);
        var plan = ConveningPlan.Of(o.State, "congress", null, null, o.Now)!;
        var session = Congresses.Convened(60).Session();
        Assert.Equal(session.Entitled, plan.Entitled);
        Assert.Equal(session.Delegates, plan.Delegates(day));
        Assert.Equal(session.CountDate, plan.CountDate(day));
    }

    [Fact]
    public void There_is_no_plan_for_a_body_or_a_unit_that_does_not_exist()
    {
        var o = Founded.Small();
        Assert.Null(ConveningPlan.Of(o.State, "senate", null, null, o.Now));
        Assert.Null(ConveningPlan.Of(o.State, "branch.meeting", null, null, o.Now));
        Assert.Null(ConveningPlan.Of(o.State, "branch.meeting", "b9", null, o.Now));
        Assert.NotNull(ConveningPlan.Of(o.State, "branch.meeting", "b1", null, o.Now));
    }
}
