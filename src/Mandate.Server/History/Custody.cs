using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Server.History;

/// <summary>One step in the life of a document. What it says is <c>history.custody.VERB</c>.</summary>
/// <param name="Who">Whom it reached, or did not reach.</param>
/// <param name="By">From whom, or who kept it back.</param>
/// <param name="Words">How, as the chronology words it.</param>
public sealed record CustodyStep(RecordedFact Record, string Verb, ImmutableArray<string> Who, ImmutableArray<string> By, string? Words);

/// <summary>Who had a document, who got it, who did not, in the order of the days by which it is known.</summary>
public static class Custody
{
    public static ImmutableArray<CustodyStep> Of(FactsState facts, string document) =>
    [
        .. facts.All.Where(f => f.CorrectedBy is null).SelectMany(f => Steps(f, document))
            .OrderBy(s => s.Record.When.Day() ?? DateOnly.MinValue).ThenBy(s => s.Record.When.From ?? DateOnly.MinValue).ThenBy(s => s.Record.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<CustodyStep> Steps(RecordedFact record, string document)
    {
        switch (record.What)
        {
            case Addressed a when a.Document == document:
                yield return new(record, "addressed", a.To, a.By.Each(), null);
                break;
            case Delivered d when d.Document == document:
                yield return new(record, d.Form == KnownBy.ReadOut ? "read-out" : "delivered", d.To, d.From is { } from ? [from] : [], d.Words);
                break;
            case Withheld w when w.Document == document:
                yield return new(record, "withheld", w.From, w.By.Each(), null);
                break;
            case Published p when p.Document == document:
                yield return new(record, "published", p.Where is { } where ? [where] : [], [], null);
                break;
            case Known k when k.Document == document:
                if (k.By.Each().Length > 0) yield return new(record, "knew", k.By, [], k.Words);
                if (k.NotBy.Each().Length > 0) yield return new(record, "did-not-know", k.NotBy, [], k.Words);
                break;
        }
    }
}
