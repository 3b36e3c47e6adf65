namespace Mandate.Organisation.Documents;

/// <summary>What the record says to a text that somebody holds.</summary>
public enum CopyVerdict { Authentic, Altered, Unknown }

/// <summary>
/// Whether a text that surfaced somewhere is one that was deposited or published, by its SHA-256 alone: nothing more of the document is told (requirement
/// S291). Where the document is named, another text is told to be altered; where it is not, it is unknown.
/// </summary>
public static class CopyCheck
{
    /// <param name="digest">SHA-256 (lower hex) of the text that was found.</param>
    /// <param name="document">The document that it is said to be; null to look through all.</param>
    public static (CopyVerdict Verdict, string? Document) Of(DocumentsState documents, string digest, string? document)
    {
        if (document is not null && documents.All.TryGetValue(document, out var said)) return (Holds(said, digest) ? CopyVerdict.Authentic : CopyVerdict.Altered, said.Id);
        return documents.All.Values.Where(d => Holds(d, digest)).MinBy(d => d.Id, StringComparer.Ordinal) is { } found ? (CopyVerdict.Authentic, found.Id) : (CopyVerdict.Unknown, null);
    }

    private static bool Holds(Document document, string digest) => document.Commitment == digest || document.Text == digest || document.Parts.Any(p => p.Commitment == digest);
}
