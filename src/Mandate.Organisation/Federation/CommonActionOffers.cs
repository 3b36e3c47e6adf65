using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Federation;

/// <summary>What a person may do on plans, queries and charters, each put to the rules.</summary>
internal static class CommonActionOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        Offer Of(string subject, Command command) => Offer.Of(state, person, at, subject, command);
        bool Sits(string body) => state.Offices.Holds(person, body.Split('@')[0], at);
        var units = state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Unit).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        if (units.Count > 0) yield return Of("new", new AskBody("offer", units[0], state.Statutes.At(at).Bodies.Keys.Min(StringComparer.Ordinal)!, "-", day.AddDays(7)));
        foreach (var plan in state.Federation.Plans.Values.Where(p => p.Review is null).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            if (Sits(plan.For))
            {
                foreach (var step in Enum.GetValues<PlanStep>()) yield return Of(plan.Id, new DecidePlan(plan.Id, step, "-"));
                yield return Of(plan.Id, new RenewGo(plan.Id));
                yield return Of(plan.Id, new ReviewPlan(plan.Id, ActionOutcome.Partial, "-"));
            }
            foreach (var unit in units.Where(u => plan.To.Contains(u, StringComparer.Ordinal)))
            {
                if (plan.Condition is not null) yield return Of(plan.Id, new ConfirmCondition(plan.Id, unit, true));
                yield return Of(plan.Id, new AcknowledgePlan(plan.Id, unit));
                yield return Of(plan.Id, new ReportExecution(plan.Id, unit, Execution.Done, "-"));
            }
        }
        foreach (var query in state.Federation.Queries.Values.Where(q => q is { Answer: null, Decision: null }).OrderBy(q => q.Id, StringComparer.Ordinal))
        {
            if (Sits(query.To)) yield return Of(query.Id, new AnswerUnit(query.Id, "-"));
            if (units.Contains(query.Unit, StringComparer.Ordinal)) yield return Of(query.Id, new DecideAlone(query.Id, "-"));
        }
        foreach (var charter in state.Federation.Charters.Values.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            if (charter.Members.Contains(person, StringComparer.Ordinal))
            {
                yield return charter.Taken.Contains(person) ? Of(charter.Id, new ActUnderCharter("offer", charter.Id, charter.Powers[0], "-")) : Of(charter.Id, new TakeCharter(charter.Id));
                if (charter.Taken.Contains(person)) yield return Of(charter.Id, new ReportOnCharter(charter.Id, "-"));
            }
            if (charter.Touches.Any(Sits)) yield return Of(charter.Id, new ConsentToCharter(charter.Id));
            if (!Sits(charter.For)) continue;
            yield return Of(charter.Id, new InstructUnderCharter(charter.Id, "-"));
            yield return Of(charter.Id, new EndCharter(charter.Id, "-"));
            foreach (var left in charter.Left.Take(1)) yield return Of(charter.Id, new DisposeOf(charter.Id, left, Disposal.Dissolved));
        }
    }
}
