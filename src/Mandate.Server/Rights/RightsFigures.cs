using Mandate.Organisation.Inspection;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Tendencies;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>Figures above the registers of restrictions and of charges.</summary>
internal static class RightsFigures
{
    /// <summary>For each restriction: what happened in its days, beside as many days before.</summary>
    public static IEnumerable<FigureTable> Effects(Visit v) => v.State.Restrictions.All.Values.Where(r => r.From <= v.Today).OrderByDescending(r => r.Until).ThenBy(r => r.Id, StringComparer.Ordinal).Take(5).Select(r => Effect(v, r));

    /// <summary>What happened in the days of one restriction, beside as many days before: also on the ballot on its repeal (S116).</summary>
    public static FigureTable Effect(Visit v, Restriction r) => new(
        v.Words.Say("effects.caption", ("right", v.Words.Value(r.Right)), ("from", v.Words.Date(r.From))),
        [v.Words["effects.what"], v.Words["effects.before"], v.Words["effects.during"]],
        [.. RestrictionEffects.Of(v.State, r, v.Today).Select(f => (IReadOnlyList<Cell>)[v.Words["effects." + f.What], Shown(v, f.Before), Shown(v, f.During)])],
        v.Words["effects.note"]);

    /// <summary>
    /// For each tendency that stands: its strength, and what follows from it beside what was used (S083): places in bodies, scrutineers, mailings
    /// of the last twelve months.
    /// </summary>
    public static IEnumerable<FigureTable> Strength(Visit v)
    {
        var standing = v.State.Tendencies.All.Values.Where(t => t.StandsOn(v.Today)).OrderByDescending(t => t.Members.Count).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        if (standing.Count == 0) return [];
        var bodies = v.Version.Rules.Bodies.Keys.Where(b => TendencyPlaces.In(v.Version.Rules, b) is not null).Order(StringComparer.Ordinal).ToList();
        FigureTable strength = new(
            v.Words["strength.caption"], [v.Words["strength.tendency"], v.Words["rights.members"], v.Words["strength.scrutineers"], v.Words["strength.mailings"], .. bodies.SelectMany(b => new[] { v.Words.Say("strength.places", ("place", v.Words.Place(b))), v.Words.Say("strength.sent", ("place", v.Words.Place(b))) })],
            [.. standing.Select(t => (IReadOnlyList<Cell>)
            [
                t.Name, Cell.Of(v, t.Members.Count), Cell.Of(v, t.Scrutineers.Values.Sum(s => s.Count)),
                Cell.Of(v, v.State.Press.Mailings.Values.Count(m => m.Tendency == t.Id && m.At > v.Now.AddYears(-1))),
                .. bodies.SelectMany(b => new[] { Cell.Of(v, TendencyPlaces.PlacesOf(v.State, t.Id, b, v.Now)), Cell.Of(v, t.SentTo(b).Length) }),
            ])],
            v.Words["strength.note"]);
        strength = WithCoReports(v, strength, standing);
        var preparing = PreparingBodies.Of(v.Version.Rules).ToList();
        return preparing.Count == 0 ? [strength] : [strength, new(
            v.Words["seated.caption"], [v.Words["field.body"], v.Words["seated.not"]],
            [.. preparing.Select(b => (IReadOnlyList<Cell>)[v.Words.Place(b), PreparingBodies.NotSeated(v.State, b, v.Now) is { Length: > 0 } missing ? string.Join(", ", missing.Select(t => t.Name)) : v.Words["seated.all"]])],
            v.Words["seated.note"])];
    }

    /// <summary>Co-reports: whether its strength earns one on each report of a body, on how many of the last year it named somebody, and how many were heard.</summary>
    private static FigureTable WithCoReports(Visit v, FigureTable strength, List<Tendency> standing)
    {
        var bodies = v.Version.Rules.Bodies.Keys.Where(b => CoReports.In(v.Version.Rules, b) is not null).Order(StringComparer.Ordinal).ToList();
        if (bodies.Count == 0) return strength;
        string Said(Tendency t, string body)
        {
            var (named, heard) = CoReports.Given(v.State, t, body, v.Now.AddYears(-1));
            return v.Words.Say(CoReports.Earns(v.State, t.Id, body, v.Now) ? "strength.co-report-given" : "strength.co-report-none", ("named", named), ("heard", heard));
        }
        return strength with
        {
            Columns = [.. strength.Columns, .. bodies.Select(b => v.Words.Say("strength.co-reports", ("place", v.Words.Place(b))))],
            Rows = [.. strength.Rows.Select((row, i) => (IReadOnlyList<Cell>)[.. row, .. bodies.Select(b => new Cell(Said(standing[i], b)))])],
        };
    }

    /// <summary>Charges and what followed, of members with and without a place.</summary>
    public static IEnumerable<FigureTable> Treatment(Visit v)
    {
        var rows = EqualTreatment.Of(v.State);
        if (rows.All(r => r.Charged == 0)) return [];
        return [new(
            v.Words["treatment.caption"], [v.Words["treatment.rank"], v.Words["treatment.charged"], v.Words["treatment.open"], v.Words["treatment.suspended"], v.Words["treatment.expelled"], v.Words["treatment.overturned"]],
            [.. rows.Select(r => (IReadOnlyList<Cell>)[v.Words["treatment." + r.Rank], Shown(v, r.Charged), Shown(v, r.Open), Shown(v, r.Suspended), Shown(v, r.Expelled), Shown(v, r.Overturned)])],
            v.Words["treatment.note"])];
    }

    private static Cell Shown(Visit v, int? number) => number is { } given ? Cell.Of(v, given) : new(v.Words.Value(Known.NotGiven), Number: true);
}
