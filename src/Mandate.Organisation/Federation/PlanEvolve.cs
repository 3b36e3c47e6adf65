using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Federation;

internal static class PlanEvolve
{
    public static Plan Drawn(PlanDrawnUp e, Occasion occasion) =>
        new(e.Id, e.What, e.To, e.For, e.DecideBy, e.ValidDays, e.ReviewDays, e.On, e.Condition, e.UnitsNeeded, e.Partners, occasion.At) { Strengths = e.Strengths.Each() };

    public static Plan Partner(Plan plan, PartnerConfirmed e, Occasion occasion)
    {
        var reported = plan with { PartnerReports = plan.PartnerReports.SetItem(e.Partner, new(e.Acts, e.Evidence, occasion.At)) };
        // A partner who falls away holds the plan, whatever has been decided; only a new decision sets it going again.
        return e.Acts ? reported : reported with { HeldSince = plan.HeldSince ?? occasion.At, Acknowledged = plan.Acknowledged.Clear() };
    }

    /// <summary>A new decision is acknowledged anew.</summary>
    public static Plan Decided(Plan plan, PlanDecided e, Occasion occasion) => plan with
    {
        Decisions = plan.Decisions.Add(new(e.Step, e.Reason, occasion.By, occasion.At)),
        FreshSince = e.Step is PlanStep.Go or PlanStep.Fallback ? occasion.At : plan.FreshSince,
        HeldSince = e.Step is PlanStep.Go or PlanStep.Fallback or PlanStep.Stop ? null : plan.HeldSince,
        Acknowledged = plan.Acknowledged.Clear(),
    };

    public static Plan Acknowledged(Plan plan, PlanAcknowledged e, Occasion occasion) => plan with
    {
        Acknowledged = plan.Acknowledged.SetItem(e.Unit, occasion.At),
        Carrying = plan.IsGo ? plan.Carrying.Add(e.Unit) : plan.Carrying,
    };

    public static Plan Reported(Plan plan, ExecutionReported e, Occasion occasion) => plan with
    {
        Reports = plan.Reports.SetItem(e.Unit, new(e.Execution, e.Account, occasion.At)),
        Carrying = e.Execution == Execution.NotDone ? plan.Carrying : plan.Carrying.Add(e.Unit),
    };
}
