using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Planning;

/// <summary>A decided plan in its period: money released by line, what came of it, reviews, other ways of units, confirmation anew.</summary>
internal static class Carrying
{
    /// <summary>What was chosen needs no other decision: whoever keeps the fund writes it down, and no more than the line has.</summary>
    public static Decision Release(State state, Act act, ReleaseLine c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (!plan.InForceOn(act.Day)) return ProtocolRefusals.WrongStage("plan-question", plan.Id, "in force", plan.AmendedBy is null ? "over" : "amended");
        var fund = state.Accounts.Funds[plan.Fund];
        if (PlanningRules.SpeaksFor(state, act, fund.Keeper, plan.Clause) is { } notYours) return notYours;
        if (Budget.Line(state, plan, c.Line) is not { } line) return ProtocolRefusals.Unknown("budget-line", c.Line);
        if (Confirmations.Due(state, plan, act.Day) is { } due) return PlanningRefusals.ConfirmFirst(plan.Clause, due);
        if (line.IsOpen && !plan.Secured.ContainsKey(c.Line)) return PlanningRefusals.DependencyOpen(plan.Clause, line.DependsOn!);
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (c.Until < act.Day || c.Until > plan.To) return ProtocolRefusals.Malformed("until", "a day from today to the end of the plan", c.Until);
        var left = line.Amount - Budget.Released(state, plan, c.Line);
        if (c.Amount > left) return PlanningRefusals.MoreThanLine(plan.Clause, left, c.Amount);
        return Decision.Accept(plan.Clause, new FundsGranted(c.Id, plan.Fund, c.Amount, line.Purpose, c.Until, plan.ByMembers ? fund.For : plan.For, null), new LineReleased(plan.Id, c.Line, c.Id));
    }

    public static Decision Secure(State state, Act act, SecureLine c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (Serves(state, act, plan) is { } notYours) return notYours;
        if (Budget.Line(state, plan, c.Line) is not { IsOpen: true } || plan.Secured.ContainsKey(c.Line)) return ProtocolRefusals.Unknown("budget-line", c.Line);
        return c.Source.Length is 0 or > 300 ? ProtocolRefusals.Malformed("figure-source", "where the figure is from, in at most 300 characters", c.Source.Length) : Decision.Accept(plan.Clause, new LineSecured(plan.Id, c.Line, c.Source));
    }

    /// <summary>By whoever speaks for the unit: the provider has no say in it.</summary>
    public static Decision Received(State state, Act act, StateReceived c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (state.Roll.Unit(c.Unit) is null) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (PlanningRules.SpeaksFor(state, act, c.Unit, plan.Clause) is { } notYours) return notYours;
        if (!Scores.Indicators(state.Planning, plan).Contains(c.Indicator, StringComparer.Ordinal)) return ProtocolRefusals.Unknown("indicator", c.Indicator);
        if (c.On > act.Day) return ProtocolRefusals.Malformed("figure-day", "today or earlier", c.On);
        return c.Source.Length is 0 or > 300 ? ProtocolRefusals.Malformed("figure-source", "where the figure is from, in at most 300 characters", c.Source.Length) : Decision.Accept(plan.Clause, new ReceivedStated(plan.Id, c.Indicator, c.Unit, c.On, c.Value, c.Source));
    }

    public static Decision State(State state, Act act, StateOutcome c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (Serves(state, act, plan) is { } notYours) return notYours;
        if (!Scores.Indicators(state.Planning, plan).Contains(c.Indicator, StringComparer.Ordinal)) return ProtocolRefusals.Unknown("indicator", c.Indicator);
        if (c.On > act.Day) return ProtocolRefusals.Malformed("figure-day", "today or earlier", c.On);
        return c.Source.Length is 0 or > 300 ? ProtocolRefusals.Malformed("figure-source", "where the figure is from, in at most 300 characters", c.Source.Length) : Decision.Accept(plan.Clause, new OutcomeStated(plan.Id, c.Indicator, c.On, c.Value, c.Source));
    }

    public static Decision Review(State state, Act act, ReviewPlan c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (Serves(state, act, plan) is { } notYours) return notYours;
        if (c.Own.Length + c.Outside.Length == 0 || c.Own.Length > 4000 || c.Outside.Length > 4000) return ProtocolRefusals.Malformed("own-causes", "own causes or outside ones, each in at most 4000 characters", c.Own.Length + c.Outside.Length);
        if (c.Correction.Length is 0 or > 4000) return ProtocolRefusals.Malformed("correction", "what will be put right, in at most 4000 characters", c.Correction.Length);
        var returned = c.Own.Length == 0 && plan.Reviewed.LastOrDefault() is not { Returned: true };
        return Decision.Accept(plan.Clause, new PlanReviewed(plan.Id, c.Own, c.Outside, c.Correction, returned));
    }

    public static Decision Deviate(State state, Act act, Deviate c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (state.Roll.Unit(c.Unit) is null) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (PlanningRules.SpeaksFor(state, act, c.Unit, plan.Clause) is { } notYours) return notYours;
        if (Budget.Line(state, plan, c.Line) is null) return ProtocolRefusals.Unknown("budget-line", c.Line);
        return c.Reason.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length) : Decision.Accept(plan.Clause, new Deviated(plan.Id, c.Line, c.Unit, c.Reason));
    }

    public static Decision Confirm(State state, Act act, ConfirmPlan c)
    {
        if (PlanningRules.Find(state, c.Plan, out var plan, PlanStage.Decided) is { } wrong) return wrong;
        if (Confirmations.Due(state, plan, act.Day) is null && Confirmations.NewSince(state, plan) is null) return ProtocolRefusals.WrongStage("plan-question", plan.Id, "to be confirmed", "confirmed");
        if (c.Motion is { } id)
        {
            if (Serves(state, act, plan) is { } notYours) return notYours;
            if (state.Motions.Find(id) is not { } motion) return ProtocolRefusals.Unknown("motion", id);
            return motion.Stage == MotionStage.Adopted ? Decision.Accept(plan.Clause, new PlanConfirmed(plan.Id, id)) : ProtocolRefusals.WrongStage("motion", id, MotionStage.Adopted, motion.Stage);
        }
        if (Opening.PlaceOf(state.Statutes.At(act.At).Powers.First(p => p.Id == plan.Power)) is not { Kind: not Constitutions.RefKind.Electorate } place) return ProtocolRefusals.NotYours(plan.Clause, "members", act.By);
        return Authority.Decides(state, act, place, plan.Clause) is { } refusal ? refusal : Decision.Accept(plan.Clause, new PlanConfirmed(plan.Id, null));
    }

    /// <summary>Figures and reviews come from whoever holds a place: the books, the lines and the inspection are with them.</summary>
    private static Refusal? Serves(State state, Act act, Plan plan) => state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null) ? null : ProtocolRefusals.NotYours(plan.Clause, "office", act.By);
}
