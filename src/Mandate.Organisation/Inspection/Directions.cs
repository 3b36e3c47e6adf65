using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;

namespace Mandate.Organisation.Inspection;

/// <summary>What went down to units of a kind, and what came up from them with how much of it answered or decided (requirement S216).</summary>
/// <param name="Level">Kind of unit; <c>members</c> for what came from members of the whole.</param>
/// <param name="Down">Orders and emissaries, once for each unit they went to.</param>
/// <param name="Up">Motions of units, concerns, protests, and petitions with their signatures.</param>
public sealed record Direction(string Level, int Down, int Up, int Answered);

public static class Directions
{
    public static ImmutableArray<Direction> Of(State state)
    {
        string Kind(string? unit) => unit is null ? "members" : state.Roll.Unit(unit)?.Kind ?? "members";
        var down = state.Federation.Orders.Values.SelectMany(o => o.To).Concat(state.Federation.Missions.Values.Where(m => m.TakenAt is not null).Select(m => m.Unit)).Select(Kind).ToList();
        var up = state.Motions.All.Values.Where(m => m.MovedFor?.Contains('@', StringComparison.Ordinal) == true).Select(m => (Level: Kind(m.MovedFor!.Split('@')[1]), Answered: m.Stage is MotionStage.Adopted or MotionStage.Rejected))
            .Concat(state.Petitions.Concerns.Values.Select(c => (Level: Kind(c.Unit), Answered: c.AnsweredAt is not null)))
            .Concat(state.Petitions.Protests.Values.SelectMany(p => p.Units.Keys.Select(u => (Level: Kind(u), p.Answered))))
            .Concat(state.Petitions.All.Values.Where(p => p.Due is not null).Select(p => (Level: "members", Answered: p.AnsweredAt is not null))).ToList();
        return
        [
            .. down.Concat(up.Select(u => u.Level)).Distinct(StringComparer.Ordinal).OrderBy(l => l == "members").ThenBy(l => l, StringComparer.Ordinal)
                .Select(level => new Direction(level, down.Count(d => d == level), up.Count(u => u.Level == level), up.Count(u => u.Level == level && u.Answered))),
        ];
    }
}
