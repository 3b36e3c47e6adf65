using Mandate.Constitutions;
using Mandate.Organisation.Offices;

namespace Mandate.Simulation.Stage;

/// <summary>Seats that are given by appointment, by co-option or from outside, each put to the rules from proposal to mandate.</summary>
public sealed class Appointments(Floor floor, Cast cast, Constitution rules)
{
    /// <summary>Persons who are tried for one seat before it stays vacant.</summary>
    private const int Tries = 8;

    private readonly Acting acting = new(floor, cast, rules);

    /// <summary>Fills the vacant seats of a place; gives how many the rules let be filled.</summary>
    /// <param name="ofApparatus">For each seat, of whom those who give it choose.</param>
    public int Give(Seat seat, Select by, IEnumerable<bool> ofApparatus)
    {
        var filled = 0;
        foreach (var loyal in ofApparatus)
        {
            var persons = by is External ? [cast.Outsider(floor, loyal)] : cast.People(floor, seat.Unit, loyal).Take(Tries).Concat(seat.Unit is null ? [] : cast.People(floor, null, loyal).Take(Tries));
            if (persons.Any(p => Give(seat, by, p))) filled++;
        }
        return filled;
    }

    private bool Give(Seat seat, Select by, string person)
    {
        var id = floor.Name("p");
        var own = rules.Bodies.TryGetValue(seat.Of, out var body) ? new Ref(seat.Of, RefKind.Body) { Clause = body.Clause } : rules.Electorates.Values.First().Register.KeptBy;
        return by is Appoint appoint
            ? acting.As(appoint.OnProposalOf.IsEmpty ? appoint.By : appoint.OnProposalOf, seat.Unit, new ProposeAppointment(id, person, seat))
                && appoint.ConsentOf.All(c => acting.As([c], seat.Unit, new ConsentToAppointment(id, c.Id)))
                && acting.As(appoint.By, seat.Unit, new AppointProposed(id))
            : acting.As([own], seat.Unit, new ProposeAppointment(id, person, seat)) && acting.As([own], seat.Unit, new AppointProposed(id));
    }
}
