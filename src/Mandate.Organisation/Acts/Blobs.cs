using System.Text;

namespace Mandate.Organisation.Acts;

/// <summary>Reads a blob by the SHA-256 (lower hex) of its bytes; null where it is not at hand.</summary>
/// <param name="verifyBox">Verifies the archive of a secret ballot; null where nobody here can, which no rule that needs it survives.</param>
/// <param name="seals">Checks sealed documents; null as before.</param>
public sealed class Blobs(Func<string, ReadOnlyMemory<byte>?> read, Func<ReadOnlyMemory<byte>, BoxContents>? verifyBox = null, ISealReader? seals = null)
{
    public static Blobs None { get; } = new(_ => null);

    public ReadOnlyMemory<byte>? Read(string sha256) => read(sha256);

    /// <summary>The blob as UTF-8 text; null where it is not at hand.</summary>
    public string? Text(string sha256) => read(sha256) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>The same with one more.</summary>
    public Blobs With(string sha256, ReadOnlyMemory<byte> bytes) => new(name => name == sha256 ? bytes : read(name), verifyBox, seals);

    /// <summary>What the strict verifier finds in a blob that is the archive of a secret ballot; null where it is not at hand.</summary>
    /// <exception cref="InvalidOperationException">Nobody here can verify archives.</exception>
    public BoxContents? Box(string sha256) => read(sha256) is not { } bytes ? null
        : verifyBox is null ? throw new InvalidOperationException("This reader of blobs verifies no ballot boxes.")
        : verifyBox(bytes);

    /// <summary>Checks sealed documents.</summary>
    /// <exception cref="InvalidOperationException">Nobody here can.</exception>
    public ISealReader Seals => seals ?? throw new InvalidOperationException("This reader of blobs checks no seals.");
}
