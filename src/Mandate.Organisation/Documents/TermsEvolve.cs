using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

internal static class TermsEvolve
{
    public static DocumentsState? Of(DocumentsState state, DocumentsEvent happened, Occasion occasion) => happened switch
    {
        TermsSet e => state.Change(e.Document, d => d with { Terms = d.Terms.Add(new(e.State, e.Use, e.Task, e.Next, occasion.At)), Release = e.Release ?? d.Release }),
        TermsAcknowledged e => state.Change(e.Document, d => d with { Acknowledged = d.Acknowledged.SetItem(occasion.By, e.Version) }),
        PartAdded e => state.Change(e.Document, d => d with { Parts = d.Parts.Add(new(e.Title, e.Commitment, occasion.At)) }),
        TaskAnswered e => state.Change(e.Document, d => d with { Answers = d.Answers.Add(new(e.Answer, e.Remark, e.As, occasion.At)) }),
        KnowledgeTold e => state.Change(e.Document, d => d with { Learned = d.Learned.Add(new(occasion.By, e.Level, e.Since, e.From, occasion.At)) }),
        HolderDischarged e => state.Change(e.Document, d => d with { Discharges = d.Discharges.Add(new(occasion.By, e.To, occasion.At)) }),
        CustodyAccepted e => state.Change(e.Document, d => d with { Discharges = [.. d.Discharges.Select(x => x.To == e.To && x.AcceptedAt is null ? x with { AcceptedAt = occasion.At } : x)] }),
        PassageQuoted e => state.Change(e.Document, d => d with { Quotes = d.Quotes.Add(new(e.Text, occasion.By, occasion.At)) }),
        _ => null,
    };
}
