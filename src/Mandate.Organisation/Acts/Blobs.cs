using System.Text;

namespace Mandate.Organisation.Acts;

/// <summary>Reads a blob by the SHA-256 (lower hex) of its bytes; null where it is not at hand.</summary>
public sealed class Blobs(Func<string, ReadOnlyMemory<byte>?> read)
{
    public static Blobs None { get; } = new(_ => null);

    public ReadOnlyMemory<byte>? Read(string sha256) => read(sha256);

    /// <summary>The blob as UTF-8 text; null where it is not at hand.</summary>
    public string? Text(string sha256) => read(sha256) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
}
