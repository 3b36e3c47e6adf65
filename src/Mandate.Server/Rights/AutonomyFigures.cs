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
