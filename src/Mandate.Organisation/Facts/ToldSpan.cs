namespace Mandate.Organisation.Facts;

/// <summary>
/// How far a chronology tells its story. What it says lasts, without saying when it ended, is asserted no longer than that: of a
/// later day its silence says nothing.
/// </summary>
public static class ToldSpan
{
    /// <summary>The <see cref="Happening.Scope"/> of events that a chronology is about, beside its background and aftermath.</summary>
    public const string Core = "core";

    /// <summary>From the first to the last day of the events that are its core; of all events where none is marked so; null where nothing is dated.</summary>
    public static Window? Span(this FactsState facts)
    {
        var told = facts.Happenings.Values.ToList();
        var core = told.Where(h => h.Scope == Core).ToList();
        return Of((core.Count > 0 ? core : told).Select(h => h.When)) ?? Of(facts.All.Select(f => f.When));
    }

    /// <summary>From the first to the last day that the record names at all: outside it, nothing even may have been so.</summary>
    public static Window? Horizon(this FactsState facts) => Of(facts.Happenings.Values.Select(h => h.When).Concat(facts.All.Select(f => f.When)));

    private static Window? Of(IEnumerable<Window> windows)
    {
        var dated = windows.Where(w => (w.From ?? w.To) is not null).ToList();
        return dated.Count == 0 ? null : new(dated.Min(w => w.From ?? w.To), dated.Max(w => w.To ?? w.From));
    }
}
