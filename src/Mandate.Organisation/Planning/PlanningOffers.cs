using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Planning;

/// <summary>The acts of planning that a page can offer to one person, each put to the rules.</summary>
public static class PlanningOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var rules = state.Statutes.At(at);
        if (rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && Opening.PlaceOf(p) is not null) is { } power && state.Accounts.Funds.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } fund)
            yield return Offer.Of(state, person, at, "new", new OpenPlan("offer", "-", power.Id, fund, day.AddYears(1), day.AddYears(2), day.AddDays(120), day.AddDays(240), Choosing.Ranking, false, null, []), names);
        foreach (var plan in state.Planning.Plans.Values.OrderBy(p => p.Id, StringComparer.Ordinal))
            foreach (var act in On(state, plan, at))
                yield return Offer.Of(state, person, at, plan.Id, act, names);
        var places = state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (places.Count > 0) yield return Offer.Of(state, person, at, "new", new OpenSeries("offer", "-", "-", places[0]));
        foreach (var series in state.Planning.Series.Values.Where(s => places.Contains(s.Keeper)).OrderBy(s => s.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, series.Id, new EnterValue(series.Id, day, 1, "-"));
    }

    private static IEnumerable<PlanningCommand> On(State state, Plan plan, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        switch (plan.Stage)
        {
            case PlanStage.Filing:
                foreach (var alternative in state.Planning.Of(plan).Where(a => a.For is null)) yield return new SupportAlternative(plan.Id, alternative.Id);
                if (plan.ByMembers && plan.FileUntil < day) yield return new PutAlternatives(plan.Id);
                else if (state.Sessions.All.Values.FirstOrDefault(s => s.Body == plan.For && s.Stage == SessionStage.Open) is { } session) yield return new PutAlternatives(plan.Id, session.Id);
                break;
            case PlanStage.Choosing:
                yield return new Choose(plan.Id, [plan.Order[0]]);
                yield return new ConcludePlan(plan.Id);
                break;
            case PlanStage.Decided when plan.InForceOn(day):
                if (Budget.Lines(state, plan).Select(l => l.Key).FirstOrDefault() is { } line) yield return new ReleaseLine("offer", plan.Id, line, 1, day);
                if (plan.ConfirmDue(day) is not null) yield return new ConfirmPlan(plan.Id);
                break;
        }
    }
}
