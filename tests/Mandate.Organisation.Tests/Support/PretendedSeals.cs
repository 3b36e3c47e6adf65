using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tests.Support;

/// <summary>Seals without cryptography: a test says what is found in a blob. The rules see the same as from real ones.</summary>
internal sealed class PretendedSeals : ISealReader
{
    private readonly Dictionary<string, object> found = new(StringComparer.Ordinal);

    /// <summary>In a blob with that text this is found.</summary>
    public string Put(Founded o, string text, object contents)
    {
        found[text] = contents;
        return o.Blob(text);
    }

    public KeyContents Key(ReadOnlyMemory<byte> record) => found.GetValueOrDefault(Text(record)) as KeyContents ?? new("is no key", 0, 0);

    public SealedContents Document(ReadOnlyMemory<byte> document) => found.GetValueOrDefault(Text(document)) as SealedContents ?? SealedContents.Faulty("is not sealed");

    public HolderContents Share(ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> share) => found.GetValueOrDefault(Text(share)) as HolderContents ?? new("is no share", 0);

    public HolderContents Sign(ReadOnlyMemory<byte> record, ReadOnlyMemory<byte> sign) => found.GetValueOrDefault(Text(sign)) as HolderContents ?? new("is no sign", 0);

    /// <summary>Under the seal lies the text of the document in capitals.</summary>
    public (string? Fault, string Content, string Name) Open(ReadOnlyMemory<byte> document, IReadOnlyList<ReadOnlyMemory<byte>> shares) =>
        (null, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(document).ToUpperInvariant()))), "letter.txt");

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
