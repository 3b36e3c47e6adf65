using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

/// <summary>When something was, as far as sources say.</summary>
/// <param name="Event">The event; null where a fact gives the date.</param>
/// <param name="Contradictions">Accounts that disagree on when it was.</param>
public sealed record DateEntry(string Id, Window When, Mode Mode, bool Disputed, Dating? Dated, Happening? Event, ImmutableArray<Source> Sources, ImmutableArray<Contradiction> Contradictions);

/// <summary>Dates de facto: of events, sittings, votes, restrictions.</summary>
public static class DateRegister
{
    /// <summary>All events in order of time.</summary>
    public static IEnumerable<DateEntry> Dates(this FactsState facts) => facts.Happenings.Values
        .OrderBy(h => h.When.From ?? h.When.To ?? DateOnly.MaxValue).ThenBy(h => h.Id, StringComparer.Ordinal).Select(h => Of(facts, h));

    /// <summary>When something was, by the id of the event, or of a document, restriction, vote or sitting by the events and facts that tell of it.</summary>
    public static IEnumerable<DateEntry> DatesOf(this FactsState facts, string id)
    {
        if (facts.Happenings.GetValueOrDefault(id) is { } told) return [Of(facts, told)];
        var records = facts.All.Where(f => f.CorrectedBy is null && (f.What is Met m && m.Session == id || f.What is Restricted r && r.Restriction == id || f.What is Counted c && c.Vote == id || f.What is Numbered n && n.Of == id)).ToList();
        if (records.Count > 0)
            return records.SelectMany(r => r.Events).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } events
                ? events.Select(e => Of(facts, facts.Happenings[e]))
                : records.Take(1).Select(r => new DateEntry(id, r.When, r.Mode, false, null, null, r.Sources, []));
        return facts.Happenings.Values.Where(h => h.Documents.Contains(id, StringComparer.Ordinal)).OrderBy(h => h.When.From ?? h.When.To ?? DateOnly.MaxValue).ThenBy(h => h.Id, StringComparer.Ordinal).Select(h => Of(facts, h));
    }

    private static DateEntry Of(FactsState facts, Happening told)
    {
        var against = facts.Contradictions.Values.Where(c => OnDate(c, told.Id) || told.Dated?.Disputed == true && c.BearsOn(told.Id)).OrderBy(c => c.Id, StringComparer.Ordinal).ToImmutableArray();
        return new(told.Id, told.When, told.Dated?.Mode ?? told.Mode, told.Dated?.Disputed == true || !against.IsEmpty, told.Dated, told, told.Sources, against);
    }

    /// <summary>Whether two accounts disagree on when it was: they say so (<c>date:ID</c>), or their subject speaks of a date.</summary>
    private static bool OnDate(Contradiction c, string id) =>
        c.About.Contains($"date:{id}", StringComparer.Ordinal)
        || c.About.IsDefaultOrEmpty && c.Events.Contains(id, StringComparer.Ordinal) && c.Subject.GetValueOrDefault("en") is { } subject
            && (subject.Contains("date", StringComparison.OrdinalIgnoreCase) || subject.StartsWith("When ", StringComparison.OrdinalIgnoreCase));
}
