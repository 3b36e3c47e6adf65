using Mandate.Constitutions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Decisions;

/// <summary>
/// Which body stands one level above another (S056, S057). Above a body of a unit: the bodies of the nearest unit around it that has any, else those of the whole that
/// members elect. Above a body of the whole: the body that elects it. Above those whom members elect there is none; there petitions and demands for a vote are the way.
/// </summary>
internal static class Levels
{
    public static bool IsNext(State state, Constitution rules, Session decided, Session session)
    {
        for (var unit = decided.Unit is { } own ? state.Roll.Unit(own)?.Within : null; unit is not null; unit = state.Roll.Unit(unit)?.Within)
            if (rules.Bodies.Values.Any(b => b.Per?.Id == state.Roll.Unit(unit)!.Kind)) return session.Unit == unit;
        if (session.Unit is not null || !rules.Bodies.TryGetValue(session.Body, out var above)) return false;
        return decided.Unit is not null ? above.Seats.Count > 0 && above.Seats.Values.All(s => s.By is Elect { Body: null }) : rules.Bodies.TryGetValue(decided.Body, out var body) && Electors(body).Contains(session.Body, StringComparer.Ordinal);
    }

    /// <summary>Whether there is any.</summary>
    public static bool HasNext(Constitution rules, Session decided) => decided.Unit is not null || (rules.Bodies.TryGetValue(decided.Body, out var body) && Electors(body).Any(e => e is not null));

    /// <summary>The bodies that elect its seats; null for those that are filled otherwise.</summary>
    private static IEnumerable<string?> Electors(Body body) => body.Seats.Values.Select(s => (s.By as Elect)?.Body?.Id);
}
