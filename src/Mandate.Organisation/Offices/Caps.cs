using Mandate.Constitutions;
using Mandate.Constitutions.Rules;

namespace Mandate.Organisation.Offices;

/// <summary>Caps on bodies: at most so many holders of a tag (<c>caps: [{body: congress, tag: paid, max: 10% of seats}]</c>).</summary>
internal static class Caps
{
    /// <summary>The first cap that is broken when the person takes the place (a seat, an office, a paid tag); null when none.</summary>
    /// <param name="seat">The seat taken; null for a tag.</param>
    /// <param name="taking">Others who take the same seat at the same time.</param>
    public static Answer? Broken(State state, Constitution rules, string person, string place, Seat? seat, string? session, DateTimeOffset at, IReadOnlyCollection<string>? taking = null)
    {
        foreach (var body in rules.Caps.Select(c => c.Body.Id).Distinct(StringComparer.Ordinal))
        {
            var joins = seat?.Of == body;
            var sits = state.Offices.HeldBy(person, at).FirstOrDefault(t => t.Seat.Of == body);
            if (!joins && sits is null) continue;
            if (!rules.Caps.Any(c => c.Body.Id == body && Held(state, rules, person, at).Append(place).Any(p => Qualities.Brings(rules, p, c.Tag.Id)))) continue;
            var of = joins ? session : sits!.Session;
            var unit = BodyUnit(rules, body, joins ? seat! : sits!.Seat);
            var others = state.Offices.Holders(body, at, unit)
                // Those named by the founders give way to those elected.
                .Where(t => t.Person != person && t.Session == of && !(joins && t.Seat == seat && t.Basis.Kind == BasisKind.Founding))
                .Select(t => t.Person).Concat(joins ? taking ?? [] : []).Where(p => p != person).Distinct(StringComparer.Ordinal)
                .Select(p => Held(state, rules, p, at));
            var sizes = new Sizes { Seats = Seating.SeatsOfBody(state, rules, body, unit, of, at), Members = state.Roll.CountOn(Calendar.Day(at), unit) };
            if (Eligibility.CapsBroken(rules, body, sizes, others, Held(state, rules, person, at).Append(place)) is [var broken, ..]) return broken;
        }
        return null;
    }

    private static IEnumerable<string> Held(State state, Constitution rules, string person, DateTimeOffset at) => Places.NamesHeld(state, rules, person, at);

    private static string? BodyUnit(Constitution rules, string body, Seat seat) =>
        Sessions.BodyShape.UnitKindOf(rules, rules.Bodies[body]) is null ? null : seat.Unit;
}
