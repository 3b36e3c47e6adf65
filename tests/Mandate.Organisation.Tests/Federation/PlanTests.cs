using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class PlanTests
{
    private static DateTimeOffset At(int day, int hour = 9) => new(2026, 1, day, hour, 0, 0, TimeSpan.Zero);

    private static DrawUpPlan OnADay => new("p", "Stop all cranes", ["b1", "b2"], At(10), 1, 21, On: new(2026, 1, 12));

    private static DrawUpPlan OnCondition => new("p", "Stop all cranes", ["b1", "b2"], At(20), 1, 21, Condition: "Two thirds of the shift are willing", UnitsNeeded: 2);

    private static DecidePlan Go => new("p", PlanStep.Go, "All are ready.");

    private static Founded Drawn(DrawUpPlan plan)
    {
        var o = Founded.Small();
        o.Do("b1-01", plan, "council");
        return o;
    }

    [Fact]
    public void It_goes_by_a_day_or_by_a_condition_and_is_decided_before_the_day()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", OnADay).Code);
        Assert.Equal("federation.one-trigger", o.Refused("b1-01", OnADay with { Condition = "x", UnitsNeeded = 1 }, "council").Code);
        Assert.Equal("federation.one-trigger", o.Refused("b1-01", OnADay with { On = null }, "council").Code);
        Assert.Equal("federation.decided-too-late", o.Refused("b1-01", OnADay with { DecideBy = At(13) }, "council").Code);
        Assert.Equal("federation.units-of-plan", o.Refused("b1-01", OnCondition with { UnitsNeeded = 3 }, "council").Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", OnADay with { To = ["b9"] }, "council").Code);
        o.Do("b1-01", OnADay, "council");
    }

    [Fact]
    public void One_body_says_go_and_any_member_of_it_stops()
    {
        var o = Drawn(OnADay);
        Assert.Equal(("federation.other-bodys-plan", "blurred-competence"), Named(o.Refused("b1-03", Go, "control")));
        Assert.Equal(("protocol.not-yours", "decide-in-writing"), (o.Refused("b1-01", Go).Code, o.Refused("b1-01", Go).Way));
        o.Do("b1-01", Go, "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new DecidePlan("p", PlanStep.Stop, "Too early.")).Code);
        o.Do("b2-01", new DecidePlan("p", PlanStep.Stop, "The port is closed."));
        var plan = o.State.Federation.Plans["p"];
        Assert.Equal((PlanStage.Stopped, o.Now, "b2-01"), (plan.StageAt(o.Now), plan.Last!.At, plan.Last.By));
        Assert.Equal("federation.taken-back", o.Refused("b1-01", Go, "council").Code);
    }

    [Fact]
    public void Without_a_decision_by_the_hour_it_lapses()
    {
        var o = Drawn(OnADay);
        o.Now = At(10, 9);
        Assert.Equal(PlanStage.Ready, o.State.Federation.Plans["p"].StageAt(o.Now));
        o.Now = At(10, 10);
        Assert.Equal(PlanStage.Lapsed, o.State.Federation.Plans["p"].StageAt(o.Now));
        Assert.Equal("federation.plan-lapsed", o.Refused("b1-01", Go, "council").Code);
    }

    [Fact]
    public void A_condition_is_met_by_so_many_units_whose_word_is_still_good()
    {
        var o = Drawn(OnCondition);
        Assert.Equal((2, 0), Figures(o.Refused("b1-01", Go, "council")));
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new ConfirmCondition("p", "b2", true)).Code);
        o.Do("b1-06", new ConfirmCondition("p", "b1", true));
        o.Advance(2);
        o.Do("b2-04", new ConfirmCondition("p", "b2", true));
        // The word of the first unit was good for a day.
        Assert.Equal((2, 1), Figures(o.Refused("b1-01", Go, "council")));
        o.Do("b1-06", new ConfirmCondition("p", "b1", true));
        o.Do("b2-04", new ConfirmCondition("p", "b2", false));
        Assert.Equal((2, 1), Figures(o.Refused("b1-01", Go, "council")));
        o.Do("b2-04", new ConfirmCondition("p", "b2", true));
        o.Do("b1-01", Go, "council");
    }

    [Fact]
    public void A_partner_has_confirmed_or_there_is_a_fallback_before_it_can_go()
    {
        var o = Drawn(OnADay with { Partners = [new("rail union"), new("bus drivers", "a picket at the depot")] });
        Assert.Equal(("federation.unsecured-partner", "unsecured-dependency"), Named(o.Refused("b1-01", Go, "council")));
        o.Do("b1-02", new ConfirmPartner("p", "rail union", true, "Letter of its council, 2 January"));
        Assert.Equal(PlanStage.Ready, o.State.Federation.Plans["p"].StageAt(o.Now));
        o.Do("b1-01", Go, "council");
        Assert.Empty(Fired(o));
    }

    [Fact]
    public void When_a_partner_falls_away_it_holds_at_once_and_only_the_body_sets_the_fallback_going()
    {
        var o = Drawn(OnADay with { Partners = [new("rail union", "boats only")] });
        o.Do("b1-01", Go, "council");
        o.Do("b1-06", new AcknowledgePlan("p", "b1"));
        o.Do("b2-04", new ConfirmPartner("p", "rail union", false, "They have called it off."));
        Assert.Equal(PlanStage.Held, o.State.Federation.Plans["p"].StageAt(o.Now));
        Assert.Equal(["b1", "b2"], o.State.Federation.Plans["p"].Silent);
        Assert.Equal("federation.no-fresh-go", o.Refused("b1-06", new ReportExecution("p", "b1", Execution.Otherwise, "We stopped two.")).Code);
        Assert.Equal(("federation.partner-failed", "boats only"), (o.Refused("b1-01", Go, "council").Code, o.Refused("b1-01", Go, "council").Needs));
        o.Do("b1-01", new DecidePlan("p", PlanStep.Fallback, "Boats only."), "council");
        Assert.Equal(PlanStage.Going, o.State.Federation.Plans["p"].StageAt(o.Now));
    }

    [Fact]
    public void A_go_expires_by_itself_unless_it_is_renewed_and_nobody_acts_on_one_that_has()
    {
        var o = Drawn(OnCondition with { UnitsNeeded = 1 });
        o.Do("b1-06", new ConfirmCondition("p", "b1", true));
        o.Do("b1-01", Go, "council");
        o.Now = o.Now.AddHours(20);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new RenewGo("p")).Code);
        o.Do("b1-02", new RenewGo("p"));
        o.Now = o.Now.AddHours(24);
        o.Do("b1-06", new ReportExecution("p", "b1", Execution.Done, ""));
        o.Now = o.Now.AddHours(1);
        var expired = o.Refused("b2-04", new ReportExecution("p", "b2", Execution.Done, ""));
        Assert.Equal(("federation.no-fresh-go", nameof(PlanStage.Expired)), (expired.Code, expired.Given));
        Assert.Equal("federation.no-fresh-go", o.Refused("b1-02", new RenewGo("p")).Code);
        o.Do("b2-04", new ReportExecution("p", "b2", Execution.NotDone, "No go reached us."));
    }

    [Fact]
    public void Units_that_carried_it_and_have_not_acknowledged_the_stop_are_an_alarm()
    {
        var o = Drawn(OnADay);
        o.Do("b1-01", Go, "council");
        o.Do("b1-06", new AcknowledgePlan("p", "b1"));
        Assert.Empty(Fired(o));
        o.Do("b1-02", new DecidePlan("p", PlanStep.Stop, "Called off."));
        Assert.Equal(["broken-recall-of-order"], Fired(o));
        o.Do("b1-06", new AcknowledgePlan("p", "b1"));
        Assert.Empty(Fired(o));
    }

    [Fact]
    public void There_is_no_review_without_the_units_that_carried_it()
    {
        var o = Drawn(OnADay);
        o.Do("b1-01", Go, "council");
        Assert.Equal("federation.before-its-day", o.Refused("b1-06", new ReportExecution("p", "b1", Execution.Done, "")).Code);
        o.Do("b1-06", new AcknowledgePlan("p", "b1"));
        var review = new ReviewPlan("p", ActionOutcome.Defeat, "Nobody came.");
        Assert.Equal(("federation.units-have-not-reported", "b1"), (o.Refused("b1-01", review, "council").Code, o.Refused("b1-01", review, "council").Needs));
        Assert.Equal("protocol.malformed", o.Refused("b1-06", new ReportExecution("p", "b1", Execution.NotDone, "")).Code);
        o.Do("b1-06", new ReportExecution("p", "b1", Execution.NotDone, "Nobody was willing."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", review).Code);
        o.Do("b1-01", review, "council");
        Assert.Equal(ActionOutcome.Defeat, o.State.Federation.Plans["p"].Review!.Outcome);
        Assert.Equal(new DateOnly(2026, 2, 2), o.State.Federation.Plans["p"].ReviewDue);
    }

    [Fact]
    public void Strengths_on_which_a_plan_rests_have_source_and_day_and_are_held_against_what_was_found()
    {
        var o = Founded.Small();
        StatedStrength willing = new("Willing to stop", 400, "Count at the gates", new(2025, 12, 20));
        foreach (var wrong in (StatedStrength[])[willing with { Source = "" }, willing with { Number = -1 }, willing with { On = new(2027, 1, 1) }])
            Assert.Equal("protocol.malformed", o.Refused("b1-01", OnADay with { Strengths = [wrong] }, "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", OnADay with { Strengths = [willing, willing] }, "council").Code);
        o.Do("b1-01", OnADay with { Strengths = [willing, willing with { What = "Cranes" }] }, "council");
        o.Do("b1-01", Go, "council");
        var review = new ReviewPlan("p", ActionOutcome.Defeat, "Nobody came.");
        Assert.Equal(("protocol.malformed", "Willing to stop"), (o.Refused("b1-01", review, "council").Code, o.Refused("b1-01", review, "council").Given));
        Assert.Equal("protocol.malformed", o.Refused("b1-01", review with { Found = [new("Willing to stop", 12)] }, "council").Code);
        o.Do("b1-01", review with { Found = [new("Willing to stop", 12), new("Cranes", null)] }, "council");
        Assert.Equal([12, null], o.State.Federation.Plans["p"].Review!.Found.Select(f => f.Number));
    }

    [Fact]
    public void An_order_that_says_so_expires_by_itself()
    {
        var o = Founded.Small();
        o.Do("b1-01", new GiveOrder("o", "Strike", ["b1", "b2"], Until: At(3)), "council");
        o.Do("b1-06", new CarryOutOrder("o", "b1"));
        o.Now = At(3, 10);
        Assert.Equal("federation.order-expired", o.Refused("b2-04", new CarryOutOrder("o", "b2")).Code);
    }

    [Fact]
    public void Whatever_is_done_in_whatever_order_no_unit_acts_without_a_go_of_the_body_that_is_fresh()
    {
        var acts = Gen.Choose(0, 8).ListOf().Where(l => l.Count is > 0 and < 25);
        Prop.ForAll(acts.ToArbitrary(), steps =>
        {
            var o = Drawn(OnCondition with { UnitsNeeded = 1, Partners = [new("rail union", "boats only")] });
            foreach (var step in steps)
            {
                var done = step switch
                {
                    0 => o.Try("b1-06", new ConfirmCondition("p", "b1", true)),
                    1 => o.Try("b1-01", Go, "council"),
                    2 => o.Try("b1-01", new DecidePlan("p", PlanStep.Fallback, "x"), "council"),
                    3 => o.Try("b1-02", new DecidePlan("p", PlanStep.Hold, "x")),
                    4 => o.Try("b1-02", new RenewGo("p")),
                    5 => o.Try("b1-06", new ConfirmPartner("p", "rail union", false, "x")),
                    6 => o.Try("b1-06", new ConfirmPartner("p", "rail union", true, "x")),
                    7 => o.Try("b2-04", new ReportExecution("p", "b2", Execution.Done, "")),
                    _ => null,
                };
                var before = o.State.Federation.Plans["p"];
                if (step == 8) o.Now = o.Now.AddHours(13);
                else if (done is Acts.Decision.Accepted accepted)
                {
                    if (step == 7) Assert.True(before.Last is { Step: PlanStep.Go or PlanStep.Fallback } && before.HeldSince is null && o.Now <= before.FreshSince!.Value.AddDays(1));
                    if (step is 1 or 2) Assert.NotEmpty(before.ConfirmedAt(o.Now));
                    o.Happened("b1-01", [.. accepted.Events]);
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    private static (string, object?) Named(Acts.Refusal refusal) => (refusal.Code, refusal.Args.GetValueOrDefault("guard"));

    private static (object?, object?) Figures(Acts.Refusal refusal) => (refusal.Needs, refusal.Given);

    private static ImmutableArray<string> Fired(Founded o) => [.. Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name).Distinct()];
}
