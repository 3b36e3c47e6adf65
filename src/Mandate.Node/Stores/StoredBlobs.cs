using System.Security.Cryptography;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Stores;

/// <summary>The payloads of a store, each given out only if its bytes have its name: what has changed on the disk is not there.</summary>
public static class StoredBlobs
{
    public static Blobs Of(ILedgerStore store) => new(name => Read(store, name), Boxes.BoxReading.Contents, Boxes.SealReading.Instance);

    public static ReadOnlyMemory<byte>? Read(ILedgerStore store, string name) =>
        store.ReadBlob(name) is { } bytes && Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == name ? bytes : default(ReadOnlyMemory<byte>?);
}
