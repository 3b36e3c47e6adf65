using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

/// <summary>Yes, no, or not known: a source that is silent says neither.</summary>
public enum Answer { Yes, No, NotKnown }

/// <summary>A restriction as the facts show it on a day.</summary>
/// <param name="InForce">Not known where the source does not say how or whether it ended, or where only an inference says that no end was set.</param>
/// <param name="Used">Where it was applied, by then.</param>
public sealed record RestrictionEntry(RecordedFact Record, Restricted Restriction, Answer InForce, RecordedFact? LiftedBy, ImmutableArray<RecordedFact> Used);

/// <summary>Somebody and a document: whether and how they knew it, from when.</summary>
/// <param name="Knows">False where a source says that they did not.</param>
public sealed record Knowledge(string Who, bool Knows, KnownBy How, RecordedFact Record);

/// <summary>An office or seat as the facts show it on a day.</summary>
public sealed record OfficeEntry(RecordedFact Record, Held Held, RecordedFact? EndedBy);

/// <summary>Registers that the facts de facto make, as of a day. Nothing is filled in that no source says.</summary>
public static class Registers
{
    public static IEnumerable<RestrictionEntry> Restrictions(this FactsState facts, DateOnly day)
    {
        var past = facts.By(day).ToList();
        foreach (var record in past)
        {
            if (record.What is not Restricted { Stage: not Stage.Proposed } restricted) continue;
            var lifted = past.Find(f => f.What is Lifted l && l.Restriction == restricted.Restriction);
            var used = past.Where(f => f.What is Applied a && a.Restriction == restricted.Restriction).ToImmutableArray();
            var inForce = lifted is not null || restricted.Until < day ? Answer.No
                : restricted.Until is not null ? Answer.Yes
                : restricted.EndStated == false && record.Mode == Mode.Stated ? Answer.Yes : Answer.NotKnown;
            yield return new(record, restricted, inForce, lifted, used);
        }
    }

    /// <summary>Who knew a document by a day, and who is said not to have known it.</summary>
    public static IEnumerable<Knowledge> KnowledgeOf(this FactsState facts, string document, DateOnly day)
    {
        foreach (var record in facts.By(day))
            switch (record.What)
            {
                case Addressed a when a.Document == document:
                    foreach (var author in a.By.Each()) yield return new(author, true, KnownBy.Text, record);
                    break;
                case Delivered d when d.Document == document:
                    foreach (var reader in d.To.Each()) yield return new(reader, true, d.Form, record);
                    break;
                case Known k when k.Document == document:
                    foreach (var who in k.By.Each()) yield return new(who, true, k.Form, record);
                    foreach (var who in k.NotBy.Each()) yield return new(who, false, k.Form, record);
                    break;
                case Withheld w when w.Document == document:
                    foreach (var who in w.From.Each()) yield return new(who, false, KnownBy.Text, record);
                    break;
            }
    }

    /// <summary>Who held what on a day, as far as the sources say when it began; an end that no source gives is not known.</summary>
    public static IEnumerable<OfficeEntry> Offices(this FactsState facts, DateOnly day)
    {
        var past = facts.By(day).ToList();
        foreach (var record in past)
        {
            if (record.What is not Held held || held.Until < day) continue;
            var ended = past.Find(f => f.What is Ended e && e.Person == held.Person && e.Office == held.Office && e.Body == held.Body && record.When.MayPrecede(f.When));
            if (ended is null) yield return new(record, held, null);
        }
    }

    /// <summary>Contradictions that touch an event, a fact or anything that such a fact names.</summary>
    public static IEnumerable<Contradiction> ContradictionsOn(this FactsState facts, string id) => facts.Contradictions.Values
        .Where(c => c.Id == id || c.Events.Contains(id, StringComparer.Ordinal) || c.Facts.Contains(id, StringComparer.Ordinal)
            || c.Events.Any(e => facts.Happenings.GetValueOrDefault(e) is { } h && (h.Persons.Contains(id, StringComparer.Ordinal) || h.Documents.Contains(id, StringComparer.Ordinal))))
        .OrderBy(c => c.Id, StringComparer.Ordinal);
}
