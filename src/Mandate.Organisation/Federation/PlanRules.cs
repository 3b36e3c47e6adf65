using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Federation;

/// <summary>
/// Common action: it is drawn up and set going by one body, stopped by any member of it, holds by itself where a partner fails, and no unit acts on a
/// go that is not fresh.
/// </summary>
internal static class PlanRules
{
    /// <summary>The longest for which a go or a confirmation is good, and the longest to a review.</summary>
    private const int MostValidDays = 31, MostReviewDays = 180;

    public static Decision DrawUp(State state, Act act, DrawUpPlan c)
    {
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Plans.ContainsKey(c.Id)) return ProtocolRefusals.Taken("action", c.Id);
        if (act.InNameOf is not { } body) return ProtocolRefusals.NotYours(clause, "body", act.By) with { Way = "decide-in-writing" };
        if (c.What.Length is 0 or > 300) return ProtocolRefusals.Malformed("what", "what is to be done, in at most 300 characters", c.What.Length);
        if (c.To.Each().IsEmpty) return ProtocolRefusals.Malformed("to", "at least one unit", "[]");
        foreach (var unit in c.To)
            if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
        if (c.On is null == c.Condition is null) return FederationRefusals.OneTrigger(clause);
        if (c.Condition is not null && (c.Condition.Length is 0 or > 300 || c.UnitsNeeded is not { } needed || needed < 1 || needed > c.To.Length))
            return FederationRefusals.UnitsOfPlan(clause, c.To.Length, c.UnitsNeeded ?? 0);
        if (c.DecideBy <= act.At || c.On is { } on && DateOnly.FromDateTime(c.DecideBy.UtcDateTime) > on) return FederationRefusals.DecidedTooLate(clause, c.On ?? act.Day, c.DecideBy);
        if (c.ValidDays is < 1 or > MostValidDays) return ProtocolRefusals.Malformed("validDays", "from 1 to 31 days", c.ValidDays);
        if (c.ReviewDays is < 1 or > MostReviewDays) return ProtocolRefusals.Malformed("reviewDays", "from 1 to 180 days", c.ReviewDays);
        if (c.Partners.Each().GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1 || g.Key.Length == 0) is { } twice) return ProtocolRefusals.Malformed("partners", "each partner once, by name", twice.Key);
        foreach (var strength in c.Strengths.Each())
            if (strength.What.Length is 0 or > 200 || strength.Source.Length is 0 or > 200 || strength.Number < 0 || strength.On > act.Day) return ProtocolRefusals.Malformed("strengths", "what, a number, its source and its day, which is past", $"{strength.What}; {strength.Number}; {strength.Source}; {strength.On:yyyy-MM-dd}");
        if (c.Strengths.Each().GroupBy(s => s.What, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same) return ProtocolRefusals.Malformed("strengths", "each strength once", same.Key);
        return Decision.Accept(clause, new PlanDrawnUp(c.Id, c.What, c.To, body, c.DecideBy, c.ValidDays, c.ReviewDays, c.On, c.Condition, c.Condition is null ? null : c.UnitsNeeded, c.Partners.Each(), c.Strengths));
    }

    public static Decision Confirm(State state, Act act, ConfirmCondition c)
    {
        if (Addressed(state, act, c.Plan, c.Unit, out var plan) is { } refusal) return refusal;
        if (plan.Condition is null) return ProtocolRefusals.WrongStage("action", plan.Id, "by a condition", "by a date");
        return Over(plan, act.At) ?? Decision.Accept("", new ConditionConfirmed(plan.Id, c.Unit, c.Holds));
    }

    public static Decision Partner(State state, Act act, ConfirmPartner c)
    {
        if (!state.Federation.Plans.TryGetValue(c.Plan, out var plan)) return ProtocolRefusals.Unknown("action", c.Plan);
        if (!Sits(state, act, plan) && !plan.To.Any(u => state.Offices.SpeaksFor(act.By, u, act.At))) return ProtocolRefusals.NotYours("", plan.For, act.By);
        if (plan.Partners.All(p => p.Name != c.Partner)) return ProtocolRefusals.Unknown("partner", c.Partner);
        if (c.Evidence.Length is 0 or > 1000) return ProtocolRefusals.Malformed("evidence", "what it rests on, in at most 1000 characters", c.Evidence.Length);
        return Over(plan, act.At) ?? Decision.Accept("", new PartnerConfirmed(plan.Id, c.Partner, c.Acts, c.Evidence));
    }

    public static Decision Decide(State state, Act act, DecidePlan c)
    {
        if (!state.Federation.Plans.TryGetValue(c.Plan, out var plan)) return ProtocolRefusals.Unknown("action", c.Plan);
        var clause = Clause(state, act);
        var starts = c.Step is PlanStep.Go or PlanStep.Fallback;
        // One body holds it: another that decides on it as well would make two orders of one action.
        if (act.InNameOf is { } other && other != plan.For) return FederationRefusals.OtherBodysPlan(clause, plan.For, other);
        if (act.InNameOf is null && (starts || !Sits(state, act, plan)))
            return ProtocolRefusals.NotYours(clause, plan.For, act.By) with { Way = starts && Sits(state, act, plan) ? "decide-in-writing" : null };
        if (c.Reason.Length is 0 or > 1000) return ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length);
        if (Over(plan, act.At) is { } over) return over;
        if (c.Step == plan.Last?.Step && plan.HeldSince is null && plan.StageAt(act.At) != PlanStage.Expired) return ProtocolRefusals.WrongStage("action", plan.Id, "another step", c.Step.ToString());
        // The hour holds for the first go; a go that was given can be given again when it has expired or a partner fell away.
        if (starts && act.At > plan.DecideBy && plan.FreshSince is null) return FederationRefusals.PlanLapsed(plan.DecideBy);
        if (!starts) return Decision.Accept(clause, new PlanDecided(plan.Id, c.Step, c.Reason));
        if (plan.Unsecured.FirstOrDefault() is { } unsecured) return FederationRefusals.UnsecuredPartner(clause, unsecured.Name);
        var failed = plan.Failed.ToList();
        if (c.Step == PlanStep.Go && failed.Count > 0) return FederationRefusals.PartnerFailed(clause, failed[0].Name, failed[0].Fallback);
        if (c.Step == PlanStep.Fallback && failed.Find(p => p.Fallback is null) is { } bare) return FederationRefusals.NoFallback(bare.Name);
        if (c.Step == PlanStep.Fallback && failed.Count == 0) return ProtocolRefusals.WrongStage("action", plan.Id, "a partner who does not act", "none");
        if (plan.UnitsNeeded is { } needed && plan.ConfirmedAt(act.At).Count() is var confirmed && confirmed < needed) return FederationRefusals.ConditionNotMet(clause, needed, confirmed, plan.To.Length);
        return Decision.Accept(clause, new PlanDecided(plan.Id, c.Step, c.Reason));
    }

    public static Decision Renew(State state, Act act, RenewGo c)
    {
        if (!state.Federation.Plans.TryGetValue(c.Plan, out var plan)) return ProtocolRefusals.Unknown("action", c.Plan);
        if (act.InNameOf != plan.For && !Sits(state, act, plan)) return ProtocolRefusals.NotYours("", plan.For, act.By);
        return plan.StageAt(act.At) == PlanStage.Going ? Decision.Accept("", new GoRenewed(plan.Id)) : NotGoing(plan, act.At);
    }

    public static Decision Acknowledge(State state, Act act, AcknowledgePlan c)
    {
        if (Addressed(state, act, c.Plan, c.Unit, out var plan) is { } refusal) return refusal;
        if (plan.Last is null) return ProtocolRefusals.WrongStage("action", plan.Id, "a decision", "none");
        return plan.Acknowledged.ContainsKey(c.Unit) ? FederationRefusals.AcknowledgedAlready(c.Unit) : Decision.Accept("", new PlanAcknowledged(plan.Id, c.Unit));
    }

    public static Decision Report(State state, Act act, ReportExecution c)
    {
        if (Addressed(state, act, c.Plan, c.Unit, out var plan) is { } refusal) return refusal;
        if (c.Account.Length > 1000 || c.Execution != Execution.Done && c.Account.Length == 0) return ProtocolRefusals.Malformed("account", "the reason, in at most 1000 characters", c.Account.Length);
        if (plan.Review is not null) return ProtocolRefusals.WrongStage("action", plan.Id, "not reviewed", "reviewed");
        // Whoever goes on after a stop, a hold or without a fresh go does so outside the rules; that nothing was done can always be said.
        if (c.Execution != Execution.NotDone && plan.StageAt(act.At) != PlanStage.Going) return NotGoing(plan, act.At);
        if (c.Execution == Execution.Done && plan.On is { } on && act.Day < on) return FederationRefusals.BeforeItsDay(on);
        return Decision.Accept("", new ExecutionReported(plan.Id, c.Unit, c.Execution, c.Account));
    }

    public static Decision Review(State state, Act act, ReviewPlan c)
    {
        if (!state.Federation.Plans.TryGetValue(c.Plan, out var plan)) return ProtocolRefusals.Unknown("action", c.Plan);
        var clause = Clause(state, act);
        if (act.InNameOf != plan.For) return ProtocolRefusals.NotYours(clause, plan.For, act.By) with { Way = Sits(state, act, plan) ? "decide-in-writing" : null };
        if (plan.ReviewDue is null) return ProtocolRefusals.WrongStage("action", plan.Id, "a go", "none");
        if (plan.Review is not null) return ProtocolRefusals.WrongStage("action", plan.Id, "not reviewed", "reviewed");
        if (plan.Carrying.Where(u => !plan.Reports.ContainsKey(u)).ToList() is { Count: > 0 } missing) return FederationRefusals.UnitsHaveNotReported(clause, missing);
        if (plan.Strengths.FirstOrDefault(s => c.Found.Each().Count(f => f.What == s.What) != 1) is { } unfound) return ProtocolRefusals.Malformed("found", "what was found of each strength that was stated, or that it is not known", unfound.What);
        if (c.Found.Each().FirstOrDefault(f => f.Number < 0 || plan.Strengths.All(s => s.What != f.What)) is { } strange) return ProtocolRefusals.Malformed("found", "strengths that the plan stated", strange.What);
        return c.Account.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("account", "what came of it, in at most 2000 characters", c.Account.Length) : Decision.Accept(clause, new PlanReviewed(plan.Id, c.Outcome, c.Account, c.Found));
    }

    private static Refusal NotGoing(Plan plan, DateTimeOffset at) => FederationRefusals.NoFreshGo(plan.StageAt(at), plan.FreshUntil ?? plan.DecideBy);

    private static Refusal? Over(Plan plan, DateTimeOffset at) => plan.StageAt(at) switch
    {
        PlanStage.Stopped => FederationRefusals.TakenBack(plan.Id, plan.Last!.At),
        PlanStage.Lapsed => FederationRefusals.PlanLapsed(plan.DecideBy),
        _ => plan.Review is null ? null : ProtocolRefusals.WrongStage("action", plan.Id, "not reviewed", "reviewed"),
    };

    private static bool Sits(State state, Act act, Plan plan) => act.InNameOf is null && state.Offices.Holds(act.By, plan.For.Split('@')[0], act.At);

    private static Refusal? Addressed(State state, Act act, string id, string unit, out Plan plan)
    {
        if (!state.Federation.Plans.TryGetValue(id, out plan!)) return ProtocolRefusals.Unknown("action", id);
        if (!plan.To.Contains(unit, StringComparer.Ordinal)) return FederationRefusals.NotAddressed(id, unit);
        return state.Offices.SpeaksFor(act.By, unit, act.At) ? null : ProtocolRefusals.NotYours("", unit, act.By);
    }

    private static string Clause(State state, Act act) => state.Statutes.At(act.At).Procedure.Default.Clause.Path;
}
