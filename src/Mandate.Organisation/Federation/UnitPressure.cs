namespace Mandate.Organisation.Federation;

/// <summary>
/// What came to a unit from outside in a window before a day (requirement S246). The figures are told before its votes; they void none, because a
/// number of reports never annuls a vote (DESIGN section 6).
/// </summary>
/// <param name="Appointed">Places in the unit that were filled by appointment or a stand-in.</param>
/// <param name="Orders">Orders to it.</param>
/// <param name="Missions">Emissaries sent to it.</param>
/// <param name="Measures">Mandates in it that were ended before their time other than by resignation or recall.</param>
/// <param name="Disputes">What it disputed of them.</param>
public sealed record UnitPressure(string Unit, int Appointed, int Orders, int Missions, int Measures, int Disputes)
{
    /// <summary>Days of the window, and what of a number is shown (DESIGN section 6 merges what could point at a person).</summary>
    public const int Days = 90;

    public int Sum => Appointed + Orders + Missions + Measures;

    /// <summary>Units with anything in the ninety days up to that day, those with most first. One pass over orders, missions and mandates.</summary>
    public static IEnumerable<UnitPressure> Before(State state, DateOnly day)
    {
        var from = day.AddDays(-Days);
        bool Within(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime) is var on && on > from && on <= day;
        var found = new Dictionary<string, UnitPressure>(StringComparer.Ordinal);
        void Add(string? unit, Func<UnitPressure, UnitPressure> count)
        {
            if (unit is not null) found[unit] = count(found.GetValueOrDefault(unit) ?? new(unit, 0, 0, 0, 0, 0));
        }
        foreach (var order in state.Federation.Orders.Values.Where(o => Within(o.At)))
            foreach (var unit in order.To) Add(unit, p => p with { Orders = p.Orders + 1 });
        foreach (var mission in state.Federation.Missions.Values.Where(m => m.From > from && m.From <= day)) Add(mission.Unit, p => p with { Missions = p.Missions + 1 });
        foreach (var dispute in state.Federation.Disputes.Values.Where(d => Within(d.At))) Add(dispute.Unit, p => p with { Disputes = p.Disputes + 1 });
        foreach (var tenure in state.Offices.Tenures.Values.Where(t => t is { Session: null, Seat.Unit: not null }))
        {
            if (tenure.Basis.Kind is Organisation.Offices.BasisKind.Appointment or Organisation.Offices.BasisKind.Acting && Within(tenure.From)) Add(tenure.Seat.Unit, p => p with { Appointed = p.Appointed + 1 });
            if (tenure.Ended is { } ended && tenure.EndReason is "removed" or "replaced" && Within(ended)) Add(tenure.Seat.Unit, p => p with { Measures = p.Measures + 1 });
        }
        return found.Values.OrderByDescending(p => p.Sum).ThenBy(p => p.Unit, StringComparer.Ordinal);
    }
}
