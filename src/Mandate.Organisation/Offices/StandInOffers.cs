using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>The acts on bodies that stand in for others, and on elections that were promised, that a page can offer to one person.</summary>
internal static class StandInOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), Calendar.Day(at));
        var own = state.Offices.ServedBy(person, at).Where(t => t.Session is null).ToList();
        if (own.Count == 0) yield break;
        if (rules.Offices.Keys.FirstOrDefault(o => Seating.SelectOf(rules, new(o)) is Elect) is { } elective) yield return Offer.Of(state, person, at, "new", new PromiseElection("offer", new(elective), day));
        foreach (var body in own.Select(t => t.Seat.Of).Where(rules.Bodies.ContainsKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && p.Holder is NamedHolder h && h.Name.Id == body) is { } power
                && rules.Bodies.Values.FirstOrDefault(b => b.Id != body && b.Per is null && !b.Seats.IsEmpty && b.Seats.Values.All(g => g.By is Elect)) is { } other)
                yield return Offer.Of(state, person, at, "new", new LetStandIn("offer", body, other.Id, power.Id, day, "-"));
            foreach (var standIn in state.Offices.StandIns.Values.Where(s => s.Body == body && s.RunsOn(day)).OrderBy(s => s.Id, StringComparer.Ordinal)) yield return Offer.Of(state, person, at, standIn.Id, new EndStandIn(standIn.Id));
            foreach (var decided in BodyStandIns.Provisional(state, body)) yield return Offer.Of(state, person, at, decided.Id, new RatifyDecision(decided.Id, true, "-"));
        }
    }
}
