using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

/// <summary>Yes, no, or not known: a source that is silent says neither.</summary>
public enum Answer { Yes, No, NotKnown }

/// <summary>A restriction as the facts show it on a day.</summary>
/// <param name="InForce">Not known where the source does not say how or whether it ended, where only an inference says that no end was set, and for a practice without a rule.</param>
/// <param name="Used">Where it was applied, by then.</param>
public sealed record RestrictionEntry(RecordedFact Record, Restricted Restriction, Answer InForce, RecordedFact? LiftedBy, ImmutableArray<RecordedFact> Used)
{
    /// <summary>When it ended in fact, be it after the day; null where nobody says.</summary>
    public Window? Ended { get; init; }
}

/// <summary>Somebody and a document: whether and how they knew it, from when.</summary>
/// <param name="Knows">False where a source says that they did not.</param>
/// <param name="Words">How well, as the source words it.</param>
public sealed record Knowledge(string Who, bool Knows, KnownBy How, RecordedFact Record, string? Words = null);

/// <summary>An office or seat as the facts show it on a day.</summary>
/// <param name="Holding">Not known where it may not yet have begun, or may have ended.</param>
/// <param name="Until">When it ended; open where that is not known.</param>
public sealed record OfficeEntry(RecordedFact Record, Held Held, Answer Holding, Window Until);

/// <summary>Registers that the facts de facto make, as of a day. Nothing is filled in that no source says.</summary>
public static class Registers
{
    /// <summary>Restrictions that there were by a day. What was only proposed is among them where asked for.</summary>
    /// <param name="told">Up to when the story is told (<see cref="ToldSpan"/>); null for a record that is kept to this day.</param>
    public static IEnumerable<RestrictionEntry> Restrictions(this FactsState facts, DateOnly day, bool proposed = false, Window? told = null)
    {
        var past = facts.By(day).ToList();
        foreach (var record in past)
        {
            if (record.What is not Restricted restricted || restricted.Stage == Stage.Proposed && !proposed) continue;
            var lifted = past.Find(f => f.What is Lifted l && l.Restriction == restricted.Restriction);
            var used = past.Where(f => f.What is Applied a && a.Restriction == restricted.Restriction).ToImmutableArray();
            var end = facts.All.FirstOrDefault(f => f.CorrectedBy is null && f.What is Lifted l && l.Restriction == restricted.Restriction)?.When;
            // Neither told as lasting on that day nor ended later: nobody says.
            var silent = end is null && Last(told, past, f => f.What is Applied a && a.Restriction == restricted.Restriction || f.What is Restricted r && (r.Restriction == restricted.Restriction || r.Renews == restricted.Restriction)) < day;
            yield return new(record, restricted, InForce(record, restricted, lifted, day, silent || end?.From <= day && lifted is null), lifted, used) { Ended = end };
        }
    }

    /// <summary>The last day of which the story tells, or a later one on which a fact attests the thing; null where the record is kept to this day.</summary>
    private static DateOnly? Last(Window? told, IEnumerable<RecordedFact> facts, Func<RecordedFact, bool> attests) =>
        told?.To is { } end ? facts.Where(attests).Select(f => f.When.To ?? f.When.From ?? end).Append(end).Max() : null;

    private static Answer InForce(RecordedFact record, Restricted restricted, RecordedFact? lifted, DateOnly day, bool uncertain) =>
        restricted.Stage == Stage.Proposed || lifted is not null || restricted.Until < day ? Answer.No
        : restricted.Stage == Stage.Practice || uncertain ? Answer.NotKnown
        : restricted.Until is not null || restricted.EndStated == false && record.Mode == Mode.Stated ? Answer.Yes
        : Answer.NotKnown;

    /// <summary>
    /// Who knew a document by a day, each from the first time that a fact says so, and who is said not to have known it and got it no
    /// later.
    /// </summary>
    public static IEnumerable<Knowledge> KnowledgeOf(this FactsState facts, string document, DateOnly day)
    {
        // What is told without any day holds from the first day on which the document is spoken of.
        var first = facts.All.Where(f => KnowledgeIn(f, document).Any()).Select(f => f.When).Concat(facts.Happenings.Values.Where(h => h.Documents.Contains(document, StringComparer.Ordinal)).Select(h => h.When)).Select(w => w.From ?? w.To).Min();
        var all = facts.By(day).Where(f => (f.When.From ?? f.When.To) is not null || first <= day).SelectMany(f => KnowledgeIn(f, document)).ToList();
        var knew = all.Where(k => k.Knows).GroupBy(k => k.Who, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(By), StringComparer.Ordinal);
        return all.Where(k => k.Knows || !knew.TryGetValue(k.Who, out var later) || later < By(k))
            .GroupBy(k => (k.Who, k.Knows)).Select(g => g.OrderBy(By).First())
            .OrderBy(By).ThenBy(k => k.Who, StringComparer.Ordinal);
    }

    private static DateOnly By(Knowledge k) => k.Record.When.To ?? k.Record.When.From ?? DateOnly.MaxValue;

    private static IEnumerable<Knowledge> KnowledgeIn(RecordedFact record, string document) => record.What switch
    {
        Addressed a when a.Document == document => a.By.Each().Select(author => new Knowledge(author, true, KnownBy.Text, record)),
        Delivered d when d.Document == document => d.To.Each().Select(reader => new Knowledge(reader, true, d.Form, record, d.Words)),
        Known k when k.Document == document => [.. k.By.Each().Select(who => new Knowledge(who, true, k.Form, record, k.Words)), .. k.NotBy.Each().Select(who => new Knowledge(who, false, k.Form, record, k.Words))],
        Withheld w when w.Document == document => w.From.Each().Select(who => new Knowledge(who, false, KnownBy.Text, record)),
        _ => [],
    };

    /// <summary>
    /// Who held what on a day: for certain, or perhaps. An end that no source gives is not known, and does not end it as long as the
    /// story is told; after that nobody says. A death ends it.
    /// </summary>
    /// <param name="told">Up to when the story is told (<see cref="ToldSpan"/>); null for a record that is kept to this day.</param>
    public static IEnumerable<OfficeEntry> Offices(this FactsState facts, DateOnly day, Window? told = null)
    {
        var all = facts.All.Where(f => f.CorrectedBy is null).ToList();
        return all.Select(record => record.What is Held held ? OnDay(all, record, held, day, told) : null).OfType<OfficeEntry>()
            .GroupBy(o => (o.Held.Person, o.Held.Office, o.Held.Body))
            .Select(g => g.OrderBy(o => o.Holding == Answer.Yes ? 0 : 1).ThenBy(o => o.Record.When.To ?? DateOnly.MaxValue).First());
    }

    /// <summary>Null where it certainly had not begun or had ended.</summary>
    private static OfficeEntry? OnDay(List<RecordedFact> all, RecordedFact record, Held held, DateOnly day, Window? told)
    {
        var since = record.When;
        if (since.From > day) return null;
        if (all.Exists(f => Died(f.What, held.Person) && (f.When.To ?? f.When.From) < day)) return null;
        // Several facts may tell of one holding: an end that one of them gives ends it for all.
        bool Same(string person, string office, string? body) => person == held.Person && office == held.Office && body == held.Body;
        var last = held.Until ?? all.Select(f => f.What is Held h && Same(h.Person, h.Office, h.Body) && since.MayPrecede(f.When) ? h.Until : null).FirstOrDefault(d => d is not null);
        var ended = last is { } final ? new Window(final, final) : all.Find(f => f.What is Ended e && Same(e.Person, e.Office, e.Body) && since.MayPrecede(f.When))?.When;
        if (ended?.To < day) return null;
        var begun = since.To <= day;
        // Whoever died or was put to death within a stretch that holds the day may have held it no more.
        var dying = all.Exists(f => Died(f.What, held.Person) && f.When.From < day);
        var lasting = !dying && (ended is null or { From: null, To: null } ? (Last(told, all, f => f.What is Held h && Same(h.Person, h.Office, h.Body)) ?? day) >= day : ended.From >= day);
        return new(record, held, begun && lasting ? Answer.Yes : Answer.NotKnown, ended ?? new());
    }

    private static bool Died(Fact what, string person) => what switch
    {
        Unavailable { Cause: Absence.Dead } gone => gone.Person == person,
        MeasureTaken { What: Adverse.Executed } measure => measure.Against.Contains(person, StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>Contradictions that touch an event, a fact or anything that such a fact names.</summary>
    public static IEnumerable<Contradiction> ContradictionsOn(this FactsState facts, string id) => facts.Contradictions.Values
        .Where(c => c.Id == id || c.BearsOn(id) || c.Facts.Contains(id, StringComparer.Ordinal)
            || c.Events.Any(e => facts.Happenings.GetValueOrDefault(e) is { } h && (h.Persons.Contains(id, StringComparer.Ordinal) || h.Bodies.Contains(id, StringComparer.Ordinal) || h.Documents.Contains(id, StringComparer.Ordinal))))
        .OrderBy(c => c.Id, StringComparer.Ordinal);
}
