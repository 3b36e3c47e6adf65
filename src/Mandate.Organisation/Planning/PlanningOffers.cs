using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Planning;

/// <summary>The acts of planning that a page can offer to one person, each put to the rules.</summary>
public static class PlanningOffers
{
    /// <summary>Calculations on which a page offers to file a difference; any other is reached through the API.</summary>
    private const int Calculations = 200;

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var rules = state.Statutes.At(at);
        if (rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && Opening.PlaceOf(p) is not null) is { } power && state.Accounts.Funds.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } fund)
            yield return Offer.Of(state, person, at, "new", new OpenPlan("offer", "-", power.Id, fund, day.AddYears(1), day.AddYears(2), day.AddDays(120), day.AddDays(240), Choosing.Ranking, false, null, []), names);
        foreach (var plan in state.Planning.Plans.Values.OrderBy(p => p.Id, StringComparer.Ordinal))
            foreach (var act in On(state, plan, person, at))
                yield return Offer.Of(state, person, at, plan.Id, act, names);
        var places = state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (places.Count > 0) yield return Offer.Of(state, person, at, "new", new OpenSeries("offer", "-", "-", places[0]));
        if (places.Count > 0 && state.Planning.Series.Keys.Order(StringComparer.Ordinal).FirstOrDefault() is { } any) yield return Offer.Of(state, person, at, "new", new ChooseYardstick(any, null));
        foreach (var series in state.Planning.Series.Values.Where(s => places.Contains(s.Keeper)).OrderBy(s => s.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, series.Id, new EnterValue(series.Id, day, 1, "-"));
        if (state.Planning.Series.Values.FirstOrDefault(s => s.Entered.Length > 0) is { } first && state.Planning.Series.Values.FirstOrDefault(s => s.Id != first.Id && s.Values.Any(v => v.On == first.Entered[0].On)) is { } second)
            yield return Offer.Of(state, person, at, "watch", new WatchSeries("offer", "-", first.Id, second.Id, first.Entered[0].On, 200, 1));
        foreach (var index in state.Planning.Series.Values.Where(s => s is { Base: not null, Of: null }).OrderBy(s => s.Id, StringComparer.Ordinal))
            if (index.Values.FirstOrDefault(v => v.On != index.Base) is { } other) yield return Offer.Of(state, person, at, index.Id, new Rebase("offer", index.Id, other.On));
        foreach (var calculation in state.Planning.Alternatives.Keys.Concat(state.Planning.Series.Keys).Concat(state.Accounts.Rules.Keys).Order(StringComparer.Ordinal).Take(Calculations))
            yield return Offer.Of(state, person, at, calculation, new FileDifference("offer", calculation, "-", 0, "-"));
        foreach (var difference in state.Planning.Differences.Values.Where(d => d.ExplainedAt is null))
            yield return Offer.Of(state, person, at, difference.Id, new ExplainDifference(difference.Id, false, "-"));
    }

    private static IEnumerable<PlanningCommand> On(State state, Plan plan, string person, DateTimeOffset at)
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
                if (state.Offices.HeldBy(person, at).FirstOrDefault(t => t is { Session: null, Seat.Unit: not null }) is { } speaker && Scores.Indicators(state.Planning, plan).FirstOrDefault() is { } indicator)
                    yield return new StateReceived(plan.Id, indicator, speaker.Seat.Unit!, day, 0, "-");
                if (Confirmations.Due(state, plan, day) is not null || Confirmations.NewSince(state, plan) is not null) yield return new ConfirmPlan(plan.Id);
                foreach (var open in Budget.Lines(state, plan).Where(l => l.Line.IsOpen && !plan.Secured.ContainsKey(l.Key))) yield return new SecureLine(plan.Id, open.Key, "-");
                break;
        }
    }
}
