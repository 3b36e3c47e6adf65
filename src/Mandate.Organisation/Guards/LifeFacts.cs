using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>What the registers show of bodies that sleep and of those who are paid.</summary>
internal static class LifeFacts
{
    public static IEnumerable<RecordedFact> Of(State state, DateOnly day) => [.. Sleeping(state, day), .. Staff(state, day)];

    /// <summary>The officials of each organ, and how many of them were there before the organisation was founded (requirement S412).</summary>
    private static IEnumerable<RecordedFact> Staff(State state, DateOnly day) => Organisation.Offices.OriginOfOfficials.On(state, day)
        .Select(o => RegisterFacts.Shown($"officials:{o.Organ}", new Staffed(o.Organ, new(o.Officials), Inherited: new(o.Inherited), InheritedReported: true), day));

    /// <summary>Elected bodies that have missed their meetings while somebody else orders units, which is the business of those that sleep (requirement S002).</summary>
    private static IEnumerable<RecordedFact> Sleeping(State state, DateOnly day)
    {
        if (state.Statutes.Versions.IsEmpty || state.Federation.Orders.IsEmpty) yield break;
        var rules = state.Statutes.At(state.At);
        var daily = rules.Powers.Where(p => p.Verb == Verb.Decide && p.Object.Any(o => o.Id == "daily_business")).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var life in Inspection.BodyLives.On(state, day).Where(l => l.Unit is null && daily.Contains(l.Body) && l.Signs.Contains(Inspection.LifeSign.Dormant)))
        {
            var last = state.Sessions.All.Values.Where(s => s.Body == life.Body && s.OpenedAt is not null).Select(s => s.OpenedAt).Max() ?? state.Founding.ClosedAt;
            if (state.Federation.Orders.Values.Where(o => o.At > last && o.For.Split('@')[0] != life.Body).MinBy(o => (o.At, o.Id)) is { } order)
                yield return RegisterFacts.Shown($"body:{life.Body}:sleeps", new Idle(life.Body, rules.Bodies[life.Body].Seats.Values.Any(g => g.By is Elect), order.For), order.At);
        }
    }
}
