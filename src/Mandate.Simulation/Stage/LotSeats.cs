using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Offices;

namespace Mandate.Simulation.Stage;

/// <summary>Seats by lot: the draw is opened, members volunteer, and the seed is drawn after the pool has closed, all by the rules.</summary>
public sealed class LotSeats(Floor floor, Cast cast, Constitution rules)
{
    private const int VolunteersPerSeat = 6;

    private readonly Acting acting = new(floor, cast, rules);

    /// <summary>Fills the vacant seats of a place from members who lean as their cohort does; false where the rules refuse.</summary>
    public bool Draw(Seat seat, Lot lot, int seats, double support, Draws draws)
    {
        var id = floor.Name("d");
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var conducts = rules.Electorates.GetValueOrDefault(lot.Pool.Id)?.Register.KeptBy ?? lot.Pool;
        var open = new OpenDraw(id, seat, "figures of the day", day, new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        // Who serves may open it; while nobody keeps the register any member may, so that a draw cannot be withheld.
        if (!Conduct(conducts, seat.Unit, open)) return false;
        return cast.Leaning(floor, support, draws, () =>
        {
            if (lot.Volunteers)
                foreach (var person in cast.Members.Where(m => seat.Unit is null || floor.State.Roll.LiesIn(m.Unit, seat.Unit)).Select(m => m.Id).OrderBy(_ => draws.Next()).Take(seats * VolunteersPerSeat).ToList())
                    floor.Do(person, new Volunteer(id));
            floor.Advance(2);
            return Conduct(conducts, seat.Unit, new DrawLots(id, draws.Below(1_000_000).ToString("000000", CultureInfo.InvariantCulture)));
        });
    }

    private bool Conduct(Ref who, string? unit, Organisation.Acts.Command command) =>
        floor.State.Offices.Holders(who.Id, floor.Now).Any() ? acting.As([who], unit, command) : floor.Do(cast.Members[0].Id, command);
}
