using Mandate.Constitutions;

namespace Mandate.Organisation.Offices;

/// <summary>What the constitution says of a place that can be held.</summary>
public static class Places
{
    /// <summary>Whether the constitution has that body (with that seat group) or office, and a unit is given just where one belongs.</summary>
    public static bool Exists(Constitution rules, Seat seat)
    {
        if (rules.Offices.TryGetValue(seat.Of, out var office)) return seat.Group is null && (office.Per is null) == (seat.Unit is null);
        return rules.Bodies.TryGetValue(seat.Of, out var body) && body.Seats.ContainsKey(seat.Group ?? "");
    }

    /// <summary>The tags of a place: those of the office, or of the body that the seat belongs to.</summary>
    public static IEnumerable<string> TagsOf(Constitution rules, string of) =>
        (rules.Offices.TryGetValue(of, out var office) ? office.Tags : rules.Bodies.TryGetValue(of, out var body) ? body.Tags : []).Select(t => t.Id);

    /// <summary>Names under which rules know what a person holds at that time: places and their tags, and paid posts.</summary>
    public static IEnumerable<string> NamesHeld(State state, Constitution rules, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var places = state.Offices.HeldBy(person, at).SelectMany(t => TagsOf(rules, t.Seat.Of).Prepend(t.Seat.Of));
        var posts = state.Offices.Employments.Values.Where(e => e.Person == person && e.From <= day && (e.Until is null || day <= e.Until)).Select(e => e.Tag);
        return places.Concat(posts).Distinct(StringComparer.Ordinal);
    }
}
