using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Tally;

namespace Mandate.Server.Rights;

/// <summary>Is it a federation, who could outvote whom, and what came to units in the last ninety days.</summary>
internal static class AutonomyFigures
{
    public static IEnumerable<FigureTable> Of(Visit v)
    {
        var tests = FederationTest.Of(v.Version.Rules).ToList();
        if (tests.Count > 0)
            yield return new(
                v.Words["autonomy.test"], [v.Words["autonomy.test.question"], .. tests.Select(t => v.Words.Place(t.Kind))],
                [
                    .. Enum.GetValues<SelfRule>().Select(what => (IReadOnlyList<Cell>)[v.Words.Value(what), .. tests.Select(t => t.Answers.Single(a => a.What == what).Clause is { } clause ? new Cell(v.Words.Say("autonomy.yes-by", ("clause", clause)), Page: "/constitution/" + clause) : v.Words["autonomy.no-clause"])]),
                    [v.Words["autonomy.verdict"], .. tests.Select(t => (Cell)v.Words.Say(t.Federal ? "autonomy.federal" : "autonomy.centralised", ("given", t.Given), ("of", t.Answers.Length)))],
                ],
                v.Words.Say("autonomy.test.note", ("least", FederationTest.Least)));
        // One line for each kind of unit: what of five things how many of them have. Which a unit lacks stands on its own page.
        var owned = UnitAutonomy.All(v.State, v.Version.Rules, v.Now).GroupBy(u => v.State.Roll.Units[u.Unit].Kind, StringComparer.Ordinal).ToList();
        yield return new(
            v.Words["own.table"], [v.Words["autonomy.unit"], .. Enum.GetValues<Own>().Select(o => v.Words.Value(o))],
            [.. owned.Select(k => (IReadOnlyList<Cell>)[v.Words.Place(k.Key), .. Enum.GetValues<Own>().Select(o => new Cell(v.Words.Say("look.x-of-y", ("given", k.Count(u => u.Answers.Single(a => a.What == o).Has)), ("of", k.Count())), Number: true))])],
            v.Words["own.table.note"]);
        yield return new(
            v.Words["seat-keys.title"], [v.Words["seat-keys.key"], v.Words["tiers.members-share"], v.Words["seat-keys.seats"], v.Words["seat-keys.verdict"]],
            [.. Mandate.Organisation.Offices.SeatKeys.Of(v.State, v.Version.Rules, v.Today).Select(k => (IReadOnlyList<Cell>)
            [
                new(v.Words.Say("seat-keys.of", ("body", v.Words.Place(k.Body)), ("kind", v.Words.Place(k.Kind))), Page: "/constitution/" + k.Clause),
                v.Words.Say("autonomy.of-members", ("given", k.Members), ("of", k.OfMembers), ("share", Wording.Quantity.Percent(new Fraction(k.Members, k.OfMembers), v.Words))),
                v.Words.Say("autonomy.of-members", ("given", k.Seats), ("of", k.OfSeats), ("share", Wording.Quantity.Percent(new Fraction(k.Seats, k.OfSeats), v.Words))),
                v.Words[k.FavoursLarger ? "seat-keys.larger" : k.FavoursSmaller ? "seat-keys.smaller" : "seat-keys.even"],
            ])],
            v.Words["seat-keys.note"]);
        yield return new(
            v.Words["autonomy.dominance"], [v.Words["autonomy.group"], v.Words["autonomy.largest"], v.Words["tiers.members-share"], v.Words["autonomy.outvotes"]],
            [
                .. Dominance.On(v.State, v.Version.Rules, v.Today).Select(d => (IReadOnlyList<Cell>)
                [
                    d.By == "language" ? v.Words["rights.languages"] : v.Words.Place(d.By), d.By == "language" ? Wording.Language.Find(d.Largest)?.Endonym ?? d.Largest : v.UnitName(d.Largest),
                    new(v.Words.Say("autonomy.of-members", ("given", d.Members), ("of", d.Of), ("share", Wording.Quantity.Percent(new Fraction(d.Members, d.Of), v.Words)))),
                    v.Words[d.OutvotesAll ? d.Protected ? "autonomy.outvotes-chamber" : "autonomy.outvotes-yes" : "autonomy.outvotes-no"],
                ]),
            ]);
        yield return new(
            v.Words.Say("autonomy.pressure", ("days", UnitPressure.Days)),
            [v.Words["autonomy.unit"], v.Words["autonomy.appointed"], v.Words["autonomy.orders"], v.Words["rights.missions"], v.Words["autonomy.measures"], v.Words["rights.disputes"]],
            [.. UnitPressure.Before(v.State, v.Today).Take(20).Select(p => (IReadOnlyList<Cell>)[v.UnitName(p.Unit), Cell.Of(v, p.Appointed), Cell.Of(v, p.Orders), Cell.Of(v, p.Missions), Cell.Of(v, p.Measures), Cell.Of(v, p.Disputes)])],
            v.Words["autonomy.pressure.note"]);
    }
}
