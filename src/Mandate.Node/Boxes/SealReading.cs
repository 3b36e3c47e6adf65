using System.Security.Cryptography;
using Mandate.Organisation.Acts;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Sealing;

namespace Mandate.Node.Boxes;

/// <summary>What is found in sealed documents, the records of their keys, and what their holders bring. Functions of the bytes alone.</summary>
public sealed class SealReading : ISealReader
{
    private SealReading()
    {
    }

    public static SealReading Instance { get; } = new();

    public KeyContents Key(ReadOnlyMemory<byte> record) => Guard(() =>
    {
        var key = SealingKey.Read(record.Span);
        return new KeyContents(null, key.Holders, key.Threshold);
    }, fault => new(fault, 0, 0));

    public SealedContents Document(ReadOnlyMemory<byte> document) => Guard(() =>
    {
        var read = SealedDocument.Read(document.Span);
        var (header, opens) = (read.Header, read.Header.Opens);
        return new SealedContents(null, header.Organisation, header.Id, header.Title, [.. header.To], new OpeningTerms(opens.On, opens.Session, opens.Decision, opens.Silence), read.Key.Id);
    }, SealedContents.Faulty);

    public HolderContents Share(ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> share) => Guard(() =>
    {
        var read = OpeningShare.Read("share", share.Span);
        return new HolderContents(read.Check(SealedDocument.Read(document.Span)), read.Holder);
    }, fault => new(fault, 0));

    public HolderContents Sign(ReadOnlyMemory<byte> record, ReadOnlyMemory<byte> sign) => Guard(() =>
    {
        var read = SignOfHolding.Read("sign", sign.Span);
        return new HolderContents(read.Check(SealingKey.Read(record.Span)), read.Holder, read.On);
    }, fault => new(fault, 0));

    public (string? Fault, string Content, string Name) Open(ReadOnlyMemory<byte> document, IReadOnlyList<ReadOnlyMemory<byte>> shares) => Guard<(string?, string, string)>(() =>
    {
        var content = Content(document, shares);
        return (null, Convert.ToHexStringLower(SHA256.HashData(content.Bytes)), content.Name);
    }, fault => (fault, "", ""));

    /// <summary>Whether the record of a key is one by which it was handed over: new documents are sealed to a key of its own ceremony.</summary>
    public static bool IsHandover(ReadOnlySpan<byte> record) => record is [(byte)'{', ..];

    /// <summary>What comes out of the seal.</summary>
    /// <exception cref="RecordException">It does not open with these shares; the message says why.</exception>
    public static SealedContent Content(ReadOnlyMemory<byte> document, IEnumerable<ReadOnlyMemory<byte>> shares) =>
        SealedDocument.Read(document.Span).Open([.. shares.Select(s => OpeningShare.Read("share", s.Span))]);

    private static T Guard<T>(Func<T> read, Func<string, T> faulty)
    {
        try
        {
            return read();
        }
        catch (RecordException e)
        {
            return faulty(e.Message);
        }
    }
}
