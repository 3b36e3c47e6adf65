using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Server.History;

/// <summary>A stretch of a story, by first and last day.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>A link of the chain that did not hold.</summary>
/// <param name="First">The first event at which it did not.</param>
/// <param name="Events">All such events, in order.</param>
public sealed record OpenLink(Link Link, Happening First, ImmutableArray<Happening> Events);

/// <summary>
/// The events that a record tells, in order, with what the guards find on each. Made once for a state, since no page changes it.
/// </summary>
public sealed class Story
{
    /// <summary>More columns than this nobody compares at a glance.</summary>
    private const int MostBefore = 3;

    private static readonly ConditionalWeakTable<State, Story> Made = [];

    private readonly ILookup<string, Finding> byEvent;
    private readonly ILookup<string, RecordedFact> facts;

    private Story(State state, DateOnly today)
    {
        Today = today;
        InShort = Chronicle.Short(state);
        Events = [.. state.Facts.Happenings.Values.OrderBy(h => h.When.Day() ?? DateOnly.MinValue).ThenBy(h => h.When.From ?? DateOnly.MinValue).ThenBy(h => h.Id, StringComparer.Ordinal)];
        Findings = Mandate.Organisation.Guards.Findings.AsOf(state, state, today);
        byEvent = Findings.SelectMany(f => f.Events.Select(e => (e, f))).ToLookup(p => p.e, p => p.f, StringComparer.Ordinal);
        facts = state.Facts.All.Where(f => f.CorrectedBy is null).SelectMany(f => f.Events.Select(e => (e, f))).ToLookup(p => p.e, p => p.f, StringComparer.Ordinal);
        Periods = [.. Split(Events.Select(e => e.When.Day()).OfType<DateOnly>().ToList())];
        Chain = [.. Safeguards.Chain.Select(l => (Link: l, Events: At(l))).Where(l => l.Events.Length > 0).Select(l => new OpenLink(l.Link, l.Events[0], l.Events)).OrderBy(l => Events.IndexOf(l.First))];
    }

    /// <summary>The organisation's own day: findings are as of it.</summary>
    public DateOnly Today { get; }

    public ImmutableArray<Happening> Events { get; }

    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The links that did not hold, in the order in which each first did not.</summary>
    public ImmutableArray<OpenLink> Chain { get; }

    /// <summary>Years, the busiest by quarters; what lies far before or after it in one.</summary>
    public ImmutableArray<Period> Periods { get; }

    /// <summary>The last day of the busiest year: where a reader who names no day is led.</summary>
    public DateOnly MainDay => Events.Select(e => e.When.Day()).OfType<DateOnly>().GroupBy(d => d.Year).OrderBy(g => g.Key).MaxBy(g => g.Count()) is { } year ? new(year.Key, 12, 31) : Today;

    /// <summary>Events enough to tell the busiest year in a few minutes.</summary>
    private const int MostInShort = 10;

    /// <summary>
    /// The story in short: the events that the chronology names for it. Where it names none, of the busiest year events chosen one after the other for the guards that find something there and at none chosen before, in the order
    /// in which they happened.
    /// </summary>
    public ImmutableArray<Happening> InShort
    {
        get
        {
            if (!field.IsDefaultOrEmpty) return field;
            var chosen = new List<Happening>();
            var shown = new HashSet<string>(StringComparer.Ordinal);
            // Where a chronology says what belongs to its core, the rest is background.
            var year = Events.Where(e => e.When.Day()?.Year == MainDay.Year && byEvent.Contains(e.Id)).GroupBy(e => e.Scope == "core").OrderByDescending(g => g.Key).FirstOrDefault()?.ToList() ?? [];
            while (chosen.Count < MostInShort && year.Except(chosen).MaxBy(e => On(e.Id).Count(f => !shown.Contains(f.Guard.Name))) is { } next && On(next.Id).Any(f => !shown.Contains(f.Guard.Name)))
            {
                chosen.Add(next);
                shown.UnionWith(On(next.Id).Select(f => f.Guard.Name));
            }
            return field = [.. chosen.OrderBy(e => Events.IndexOf(e))];
        }
        private init;
    }

    /// <summary>Persons who stand in more than one event of the short form, those with most first.</summary>
    public ImmutableArray<string> Cast => [.. InShort.SelectMany(e => e.Persons.Each()).GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    public static Story Of(State state, DateOnly today)
    {
        if (Made.TryGetValue(state, out var made) && made.Today == today) return made;
        made = new(state, today);
        Made.AddOrUpdate(state, made);
        return made;
    }

    public Happening? Find(string id) => Events.FirstOrDefault(e => e.Id == id);

    /// <summary>Findings of which an event is part, one for each guard, in the order of the catalogue.</summary>
    public IEnumerable<Finding> On(string happening) => byEvent[happening].DistinctBy(f => f.Guard.Name, StringComparer.Ordinal);

    public IEnumerable<RecordedFact> Facts(string happening) => facts[happening];

    /// <summary>Whether an event is told in words only: neither a finding nor a fact beyond a figure hangs on it.</summary>
    public bool IsNarrative(string happening) => !byEvent.Contains(happening) && facts[happening].All(f => f.What is Numbered);

    /// <summary>The works that its events cite.</summary>
    public IEnumerable<string> Works => Events.SelectMany(e => e.Sources.Select(s => s.Work)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private ImmutableArray<Happening> At(Link link) => [.. Events.Where(e => byEvent[e.Id].Any(f => Safeguards.LinkOf(f.Guard) == link))];

    private static IEnumerable<Period> Split(List<DateOnly> days)
    {
        if (days.Count == 0) yield break;
        var years = days.GroupBy(d => d.Year).OrderBy(g => g.Key).ToList();
        var busiest = years.MaxBy(g => g.Count())!.Key;
        var (before, after) = (years.Where(g => g.Key < busiest).Select(g => g.Key).ToList(), years.Where(g => g.Key > busiest).Select(g => g.Key).ToList());
        foreach (var period in Years(before, before.Count - MostBefore, atStart: true)) yield return period;
        for (var month = 1; month <= 12; month += 3) yield return new(new(busiest, month, 1), new DateOnly(busiest, month, 1).AddMonths(3).AddDays(-1));
        foreach (var period in Years(after, after.Count - MostBefore, atStart: false)) yield return period;
    }

    /// <summary>Each year for itself; the farthest that are too many, in one.</summary>
    private static IEnumerable<Period> Years(List<int> years, int tooMany, bool atStart)
    {
        var joined = tooMany > 0 ? tooMany + 1 : 0;
        if (joined > 0 && atStart) yield return Span(years[0], years[joined - 1]);
        foreach (var year in atStart ? years.Skip(joined) : years.SkipLast(joined)) yield return Span(year, year);
        if (joined > 0 && !atStart) yield return Span(years[^joined], years[^1]);
    }

    private static Period Span(int first, int last) => new(new(first, 1, 1), new(last, 12, 31));
}
