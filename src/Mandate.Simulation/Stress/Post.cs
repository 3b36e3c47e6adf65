using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Organisation.Offices;
using Mandate.Simulation.Stage;

namespace Mandate.Simulation.Stress;

/// <summary>A seat group or office, in one unit or in all, and when it falls due.</summary>
/// <param name="Group">The group of the capture model.</param>
/// <param name="Days">Length of the term.</param>
/// <param name="Depth">Elections between the members and it.</param>
/// <param name="Delegates">Chosen for one meeting.</param>
/// <param name="Offset">Days by which its terms are shifted.</param>
internal sealed record Post(Seat Seat, Select By, int Seats, int Group, int Days, int Depth, bool Delegates, int Offset)
{
    /// <summary>Length of a period: a quarter of a year, a little more, so that a term of whole quarters is over when its place falls due.</summary>
    public const int DaysInPeriod = 92;

    private const int LongestDelegation = 3;

    public bool Due(int period) => ((period * DaysInPeriod) + Offset) / Days > (((period - 1) * DaysInPeriod) + Offset) / Days;

    /// <summary>All places of a constitution at the size of the rehearsal.</summary>
    public static ImmutableArray<Post> Of(Constitution constitution, Analysis analysis, Cast cast)
    {
        var found = ImmutableArray.CreateBuilder<Post>();
        foreach (var body in constitution.Bodies.Values.Where(b => b.Seats.Count > 0))
        {
            foreach (var (group, of) in body.Seats.Values.Zip(analysis.Model.GroupsOf(body.Id)))
            {
                var kind = (body.Per ?? group.Per ?? group.Apportion?.Per)?.Id;
                var delegates = body.Term is null && kind is not null && group.By is Elect;
                var each = group.Apportion is null ? group.Count ?? 1 : Math.Clamp(group.Apportion.Equal ?? group.Apportion.Min ?? 1, 1, LongestDelegation);
                foreach (var unit in Units(cast, kind))
                    found.Add(new(new Seat(body.Id, group.Name.Length == 0 ? null : group.Name, unit), group.By, each, of, analysis.Model.Renewal(of).Days, DepthOf(constitution, body.Id, []), delegates, 0));
            }
        }
        foreach (var office in constitution.Offices.Values)
        {
            var of = analysis.Model.GroupsOf(office.Id)[0];
            var days = analysis.Model.Renewal(of).Days;
            // Officers of units are not all chosen on one day: their terms are spread over its length.
            var units = Units(cast, office.Per?.Id);
            for (var i = 0; i < units.Length; i++) found.Add(new(new Seat(office.Id, null, units[i]), office.By, 1, of, days, DepthOf(constitution, office.Id, []), false, days * i / units.Length));
        }
        return found.ToImmutable();
    }

    private static ImmutableArray<string?> Units(Cast cast, string? kind) => kind is null ? [null] : [.. cast.Units.Where(u => u.Kind == kind).Select(u => (string?)u.Id)];

    private static int DepthOf(Constitution constitution, string place, ImmutableHashSet<string> seen)
    {
        if (seen.Contains(place)) return 0;
        IEnumerable<Select> ways = constitution.Offices.TryGetValue(place, out var office) ? [office.By] : constitution.Bodies.GetValueOrDefault(place)?.Seats.Values.Select(s => s.By) ?? [];
        return 1 + ways.SelectMany(by => by switch
        {
            Elect { Body: { } body } => [body.Id],
            Appoint appoint => appoint.By.Select(b => b.Id),
            ExOfficio ex => [ex.Office.Id],
            _ => Enumerable.Empty<string>(),
        }).Select(p => DepthOf(constitution, p, seen.Add(place))).DefaultIfEmpty(0).Max();
    }
}
