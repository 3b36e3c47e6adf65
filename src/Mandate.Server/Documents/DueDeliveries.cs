using System.Text;
using Mandate.Organisation.Documents;
using Mandate.Server.Keeping;

namespace Mandate.Server.Documents;

/// <summary>
/// Documents whose text lies with this server are opened on their day, whoever had to pass them on (S266). The text lies in the vault under the
/// depositor's key: whoever runs the server could read it, and an erasure of the depositor takes it away. What was deposited by its commitment
/// only is brought by somebody who has it: nobody else can.
/// </summary>
public static class DueDeliveries
{
    /// <summary>Under what name the vault keeps the text of a commitment.</summary>
    public static string About(string commitment) => "document:" + commitment;

    /// <summary>Delivers what is due; gives how many.</summary>
    public static async Task<int> DeliverAsync(IKept kept)
    {
        var today = DateOnly.FromDateTime(kept.Now.UtcDateTime);
        var delivered = 0;
        foreach (var document in kept.State.Documents.All.Values.Where(d => d is { Kept: true, Text: null, Seal: null } && d.Release <= today).OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            if (Texts(kept, document) is not { } texts) continue;
            var release = new ReleaseDocument(document.Id, document.Commitment, [.. document.Parts.Select(p => p.Commitment)], ByItself: true);
            if (await kept.PutAsync(document.Depositor, release, $"deliver-{document.Id}-{today:yyyyMMdd}", texts) is not Put.Done) continue;
            foreach (var about in document.Parts.Select(p => p.Commitment).Prepend(document.Commitment)) kept.KeepNote(document.Depositor, About(about), "");
            delivered++;
        }
        return delivered;
    }

    /// <summary>The text and its parts; null where one of them is not kept here.</summary>
    private static List<ReadOnlyMemory<byte>>? Texts(IKept kept, Document document)
    {
        var notes = kept.NotesOf(document.Depositor);
        var texts = new List<ReadOnlyMemory<byte>>();
        foreach (var commitment in document.Parts.Select(p => p.Commitment).Prepend(document.Commitment))
        {
            if (notes?.GetValueOrDefault(About(commitment)) is not { } text) return null;
            texts.Add(Encoding.UTF8.GetBytes(text));
        }
        return texts;
    }
}
