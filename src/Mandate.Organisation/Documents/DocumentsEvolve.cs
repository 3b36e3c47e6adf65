using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Documents;

public static class DocumentsEvolve
{
    public static DocumentsState Evolve(this DocumentsState state, DocumentsEvent happened, Occasion occasion) => happened switch
    {
        DocumentDeposited e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Title, e.Commitment, e.To, e.Release, occasion.By, occasion.At) { Kept = e.Kept == true }) },
        DocumentReceived e => state.Change(e.Document, d => d with { Receipts = d.Receipts.Add(new(occasion.By, e.As, occasion.At)) }),
        DocumentHandedOn e => state.Change(e.Document, d => d with { Handings = d.Handings.Add(new(e.To, occasion.By, occasion.At)) }),
        DocumentReleased e => state.Change(e.Document, d => d with { Text = e.Text, ReleasedAt = occasion.At, ByItself = e.ByItself == true, LeftBy = [.. e.LeftBy.Each()], Parts = [.. d.Parts.Zip(e.Parts.Each(), (p, text) => p with { Text = text })] }),
        _ => SealEvolve.Of(state, happened, occasion) ?? TermsEvolve.Of(state, happened, occasion) ?? PapersEvolve.Of(state, happened, occasion) ?? throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    internal static DocumentsState Change(this DocumentsState state, string id, Func<Document, Document> change) => state with { All = state.All.SetItem(id, change(state.All[id])) };
}
