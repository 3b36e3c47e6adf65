using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Simulation.Stage;

namespace Mandate.Simulation.Stress;

/// <summary>
/// What the apparatus holds, and what the constitution lets it do with that: read from the same model as the checks, so that
/// whoever steers here is whom the checker names.
/// </summary>
internal sealed class Influence(Analysis analysis, Floor floor, Cast cast, Func<double> support)
{
    /// <summary>Whether an officer of the apparatus presides over, convenes or conducts the election.</summary>
    public bool Steers(Post post) => analysis.System.Ways.Any(w => w.Group == post.Group && w.Strength == Strength.Steer && Holds(w, post.Seat.Unit));

    /// <summary>Whether the apparatus keeps others out: it confirms without limit, refuses, alone nominates or accredits.</summary>
    public bool Gates(Post post) => analysis.System.Ways.Any(w => w.Group == post.Group && w.Strength == Strength.Gate && Holds(w, post.Seat.Unit));

    /// <summary>Share of the seats of a place that the apparatus holds; of officers of units, in and around one unit.</summary>
    public double Held(string place, string? unit)
    {
        if (analysis.IsBase(place)) return support();
        int held = 0, all = 0;
        foreach (var tenure in floor.State.Offices.Holders(place, floor.Now))
        {
            if (unit is not null && tenure.Seat.Unit is { } its && !floor.State.Roll.LiesIn(its, unit) && !floor.State.Roll.LiesIn(unit, its)) continue;
            all++;
            if (cast.IsLoyal(tenure.Person)) held++;
        }
        return all == 0 ? 0 : (double)held / all;
    }

    private bool Holds(Way way, string? unit)
    {
        var places = way.Reads.Select(analysis.Model.PlaceOf).Distinct(StringComparer.Ordinal).ToList();
        return places.Count > 0 && places.TrueForAll(p => !analysis.IsBase(p) && Held(p, unit) > 0.5);
    }
}
