using System.Collections.Immutable;

namespace Mandate.Constitutions.Rules;

/// <summary>
/// A place somebody holds or held: an office, a body, a seat group (<c>congress.delegates</c>) or a tag held otherwise (staff who
/// are <c>paid</c>), with its days. The last day is inclusive; null is still held.
/// </summary>
public sealed record Holding(string Place, DateOnly From, DateOnly? Until = null)
{
    public bool On(DateOnly day) => From <= day && !(Until < day);

    /// <summary>At any time from that day to this, both included.</summary>
    public bool Between(DateOnly first, DateOnly last) => From <= last && !(Until < first);
}

/// <summary>What the register knows about a person; nothing else is asked.</summary>
public sealed record PersonFacts
{
    public ImmutableArray<Holding> Holdings { get; init; } = [];

    public DateOnly? MemberSince { get; init; }

    /// <summary>Stands in the election concerned.</summary>
    public bool IsCandidate { get; init; }

    /// <summary>Belongs to the unit that fills the place asked about; true where the place is of the whole.</summary>
    public bool InUnit { get; init; }

    /// <summary>What the person is employed as at the day asked about.</summary>
    public ImmutableArray<string> EmployedAs { get; init; } = [];
}

/// <summary>What holding a place makes a person: the place itself and the tags of the office or body.</summary>
public static class Qualities
{
    /// <summary>Whether a place brings the quality: <c>executive</c> is held by whoever sits on a body so tagged.</summary>
    public static bool Brings(Constitution constitution, string place, string quality)
    {
        if (place == quality) return true;
        if (constitution.Offices.TryGetValue(place, out var office)) return office.Tags.Any(t => t.Id == quality);
        if (BodyOf(constitution, place) is { } body) return body.Id == quality || body.Tags.Any(t => t.Id == quality);
        return false;
    }

    /// <summary>The body of that name, or that a seat group of that name belongs to.</summary>
    public static Body? BodyOf(Constitution constitution, string place) =>
        constitution.Bodies.TryGetValue(place, out var body) ? body
        : constitution.Bodies.Values.FirstOrDefault(b => place.StartsWith(b.Id + ".", StringComparison.Ordinal) && b.Seats.ContainsKey(place[(b.Id.Length + 1)..]));
}
