using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;

namespace Mandate.Simulation.Stage;

/// <summary>
/// A constitution at the size of a rehearsal: fewer units and smaller bodies, every rule as it stands.
/// </summary>
public sealed record RehearsalSize(Constitution Original, Constitution Constitution, string Yaml)
{
    private const int MostSeats = 5;
    private const int TopUnits = 5;
    private const int InnerUnits = 2;

    public static RehearsalSize Of(Constitution original)
    {
        var edits = ImmutableArray.CreateBuilder<ClauseEdit>();
        foreach (var unit in original.Units.Values) edits.Add(new(unit.Clause.Path + ".count", CountOf(original, unit.Id).ToString(CultureInfo.InvariantCulture)));
        foreach (var body in original.Bodies.Values)
        {
            foreach (var group in body.Seats.Values.Where(g => g.Count is > MostSeats))
            {
                // Seats shared out over units: one for each.
                var seats = group.Apportion is { } apportion ? CountOf(original, apportion.Per.Id) : Smaller(group.Count!.Value);
                edits.Add(new(group.Clause.Path + ".count", seats.ToString(CultureInfo.InvariantCulture)));
            }
        }
        var applied = Amendment.Apply(Canonical.Json(original), edits);
        // Where the smaller file is not valid (a majority of a fixed number of seats), the constitution is played as it is.
        return applied.Reading.Constitution is { } smaller ? new(original, smaller, applied.Yaml) : new(original, original, Canonical.Json(original));
    }

    /// <summary>Units of that kind in all.</summary>
    public static int CountOf(Constitution constitution, string unit)
    {
        var within = constitution.Units[unit].Within?.Id;
        var declared = constitution.Units[unit].Count ?? int.MaxValue;
        return within is null ? Math.Min(declared, TopUnits) : Math.Min(declared, CountOf(constitution, within) * InnerUnits);
    }

    /// <summary>Odd stays odd: an even body ties.</summary>
    private static int Smaller(int seats) => seats % 2 == 0 ? MostSeats - 1 : MostSeats;
}
