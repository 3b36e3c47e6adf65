using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Simulation.Stage;

/// <summary>Acts for an office or a body, as whoever the clause names: an officer acts, a body decides in writing, of an electorate anybody acts.</summary>
public sealed class Acting(Floor floor, Cast cast, Constitution rules)
{
    /// <summary>Whether one of those named could do it.</summary>
    /// <param name="unit">The unit concerned, where those named exist once per unit.</param>
    public bool As(IEnumerable<Ref> who, string? unit, Command command) => who.Any(w => As(w, unit, command));

    private bool As(Ref who, string? unit, Command command) => who.Kind switch
    {
        RefKind.Body => floor.Do(Cast.Founder, command, NameOf(who, unit)),
        RefKind.Office => Holder(who, unit) is { } holder && floor.Do(holder, command),
        _ => floor.Do(cast.Members[0].Id, command),
    };

    /// <summary>Who acts for an office, or somebody of a body, in or around a unit; null where nobody sits there.</summary>
    public string? Holder(Ref who, string? unit) => floor.State.Offices.Holders(who.Id, floor.Now)
        .Where(t => t.Seat.Unit is not { } its || unit is null || floor.State.Roll.LiesIn(unit, its) || floor.State.Roll.LiesIn(its, unit)).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).FirstOrDefault();

    /// <summary>The name in which a body or office acts on a matter of a unit.</summary>
    public string NameOf(Ref who, string? unit)
    {
        var kind = rules.Offices.TryGetValue(who.Id, out var office) ? office.Per?.Id : rules.Bodies.TryGetValue(who.Id, out var body) ? BodyShape.UnitKindOf(rules, body) : null;
        if (kind is null) return Authority.NameOf(who.Id, null);
        for (var at = unit is null ? null : floor.State.Roll.Unit(unit); at is not null; at = at.Within is { } outer ? floor.State.Roll.Unit(outer) : null)
            if (at.Kind == kind) return Authority.NameOf(who.Id, at.Id);
        return Authority.NameOf(who.Id, unit);
    }
}
