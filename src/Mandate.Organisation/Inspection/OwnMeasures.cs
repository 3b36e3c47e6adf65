using System.Collections.Immutable;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Inspection;

/// <summary>One step taken against a person.</summary>
/// <param name="What">charged, decided, suspended, overturned, complained, suspended-from-place, removal-moved, removed, recalled, replaced.</param>
/// <param name="About">The clause of a charge, or the place.</param>
/// <param name="Until">The last day of a suspension.</param>
public sealed record OwnMeasure(DateTimeOffset At, string What, string? About, DateOnly? Until = null);

/// <summary>All that was ever done against one person, in order of time (S385). It is for that person, who shows it to whom they like.</summary>
public static class OwnMeasures
{
    public static ImmutableArray<OwnMeasure> Of(State state, string person)
    {
        var places = state.Offices.Career(person).ToDictionary(t => t.Id, t => t.Seat.Of, StringComparer.Ordinal);
        var charges = state.Roll.Charges.Values.Where(c => c.Person == person).ToList();
        return
        [
            .. charges.Select(c => new OwnMeasure(c.At, "charged", c.Rule))
                .Concat(charges.Where(c => c.DecidedAt is not null).Select(c => new OwnMeasure(c.DecidedAt!.Value, c.Stage == ChargeStage.Overturned ? "overturned" : c.SuspendDays is null ? "decided" : "suspended", c.Rule, c.SuspendedUntil)))
                .Concat(state.Inspection.All.Values.SelectMany(c => c.Against.Where(places.ContainsKey).Select(t => new OwnMeasure(c.At, "complained", places[t]))))
                .Concat(state.Offices.Suspended.Where(s => places.ContainsKey(s.Key)).Select(s => new OwnMeasure(s.Value.From, "suspended-from-place", places[s.Key], s.Value.Until)))
                .Concat(state.Motions.All.Values.Where(m => m.Target is { } target && places.ContainsKey(target)).Select(m => new OwnMeasure(m.FiledAt, "removal-moved", places[m.Target!])))
                .Concat(state.Offices.Career(person).Where(t => t is { Ended: not null, EndReason: "removed" or "recalled" or "replaced" }).Select(t => new OwnMeasure(t.Ended!.Value, t.EndReason!, t.Seat.Of)))
                .OrderBy(m => m.At).ThenBy(m => m.What, StringComparer.Ordinal),
        ];
    }
}
