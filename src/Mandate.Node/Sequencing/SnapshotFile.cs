using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Organisation;

namespace Mandate.Node.Sequencing;

/// <summary>
/// A copy of the state in a file, so that a start folds only what came after it. A cache: it holds only for the program that wrote it and for
/// the log whose tree has the root it names; anything else about it that is not right, and the log is folded from its beginning. Verification
/// never reads it.
/// </summary>
/// <param name="size">Entries that the file on the disk covers already.</param>
internal sealed class SnapshotFile(string file, long size)
{
    /// <summary>Fewer entries than this are folded sooner than a state is read.</summary>
    private const long WorthIt = 2_000;

    /// <summary>While the node runs a copy is made after so many, for the case that it is killed.</summary>
    private const long Often = 100_000;

    /// <summary>A copy of another program's state could mean something else: every build has an identity of its own.</summary>
    private static readonly string Program = $"{typeof(State).Assembly.ManifestModule.ModuleVersionId:n}{typeof(SnapshotFile).Assembly.ManifestModule.ModuleVersionId:n}";

    private Task writing = Task.CompletedTask;
    private long covered = size;

    /// <summary>Makes a copy beside the work, where enough has happened since the last one.</summary>
    public void Offer(Publication publication, VerifierKey key)
    {
        if (publication.Size - covered < Often || !writing.IsCompleted) return;
        covered = publication.Size;
        writing = Task.Run(() => Write(file, publication, key));
    }

    public async Task CloseAsync(Publication publication, VerifierKey key)
    {
        await writing;
        if (publication.Size - covered >= WorthIt) Write(file, publication, key);
    }

    /// <summary>The state that the file holds; null where there is none that may be used.</summary>
    public static State? Read(string file, ILedgerStore store)
    {
        try
        {
            if (!File.Exists(file)) return null;
            var bytes = File.ReadAllBytes(file);
            var end = bytes.AsSpan().IndexOf((byte)'\n');
            if (end < 0 || Encoding.ASCII.GetString(bytes.AsSpan(0, end)).Split(' ') is not ["mandate-snapshot", var program, var count, var root, var digest] || program != Program) return null;
            var text = bytes.AsMemory(end + 1);
            if (!long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > store.ReadHead().Size) return null;
            if (Convert.ToHexStringLower(SHA256.HashData(text.Span)) != digest || new TiledTree((ulong)size, new StoredTiles(store).Read).Root.ToHex() != root) return null;
            return SnapshotText.Read(text, StoredBlobs.Of(store)) is { } state && state.Size == size ? state : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Write(string file, Publication publication, VerifierKey key)
    {
        if (!Checkpoint.TryOpen(publication.Checkpoint, key.Name, key, [], out var signed, out _) || (long)signed.Checkpoint.Size != publication.Size) return;
        var unfinished = file + ".unfinished";
        try
        {
            var text = SnapshotText.Write(publication.State);
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                    $"mandate-snapshot {Program} {publication.Size} {signed.Checkpoint.Root.ToHex()} {Convert.ToHexStringLower(SHA256.HashData(text.Written))}\n")));
                stream.Write(text.Written);
            }
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk must not stop an organisation for the sake of a cache.
            File.Delete(unfinished);
        }
    }
}
