using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Verification;

/// <summary>
/// Verifies a record from its bytes alone: signatures, tree, blobs, manifest, and every decision executed again. Streams: one bundle
/// of entries is in memory at a time, beside the state. Whoever pins the ledger's key needs to trust nobody who handed the record on.
/// </summary>
public sealed class Verifier
{
    private const int MostFaults = 20;

    private readonly RecordSource source;
    private readonly IProgress<long>? progress;
    private readonly ImmutableArray<Check>.Builder checks = ImmutableArray.CreateBuilder<Check>();
    private readonly ImmutableArray<Fault>.Builder faults = ImmutableArray.CreateBuilder<Fault>();
    private readonly Dictionary<string, bool> blobs = new(StringComparer.Ordinal);
    private ForkEvidence? evidence;

    private Verifier(RecordSource source, IProgress<long>? progress)
    {
        this.source = source;
        this.progress = progress;
    }

    /// <param name="pinned">What the verifying person knows from elsewhere; null to take the record's own word.</param>
    /// <param name="progress">Told how many entries have been executed.</param>
    public static VerificationReport Run(RecordSource source, Pinned? pinned = null, IProgress<long>? progress = null) => new Verifier(source, progress).Run(pinned ?? new());

    private VerificationReport Run(Pinned pinned)
    {
        if (!Key(pinned.Key, out var key) || !Checkpoint(key, out var signed)) return Report(null, 0, null, "tree", "entries", "decisions", "blobs", "manifest");
        var execution = new Execution(new Blobs(Blob, Boxes.BoxReading.Contents, Boxes.SealReading.Instance));
        var checkpoint = signed.Checkpoint;
        var size = checkpoint.Size;
        var treeFault = faults.Count;
        var (edge, whole) = Entries(size, execution);
        if (whole && edge.Root != checkpoint.Root) Fail("tree", $"the entries have root {edge.Root}, and the checkpoint is signed over {checkpoint.Root}", file: "checkpoint");
        var treeHolds = faults.Count == treeFault && whole;
        Add("tree", treeHolds, (long)size, $"{size} entries hash to the root that the checkpoint is signed over, and every tile is theirs");
        foreach (var fault in execution.Faults) AddFault(fault);
        Add("entries", execution.EntriesHold && whole, execution.Read, "each entry is in canonical form, in order of time, under an id of its own");
        Decisions(execution, treeHolds && whole);
        Signatures(execution);
        BlobsPresent(execution);
        var manifest = Manifests(key);
        if (treeHolds) Witnesses(new(source, key, signed, pinned, [.. source.PublishedCheckpoints(manifest)]), execution);
        else if (pinned.Policy is not null) NotChecked("witnesses", "the record is not whole");
        Withheld(execution);
        return Report(checkpoint.Origin, (long)size, execution.Whole ? StateDigest.Of(execution.State) : null);
    }

    private bool Key(VerifierKey? pinned, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = pinned;
        string? fault = "is missing";
        if (source.Key is not { } bytes || !VerifierKey.TryParse(Encoding.UTF8.GetString(bytes).TrimEnd('\n'), out var own, out fault))
        {
            Fail("key", fault, file: "key");
            Add("key", false, 1, "");
            return false;
        }
        if (pinned is not null && !pinned.Equals(own)) Fail("key", $"is the key {own}, and {pinned} was asked for", file: "key");
        key ??= own;
        Add("key", pinned is null || pinned.Equals(own), 1, pinned is null ? $"taken from the record itself: {key}; whoever knows the key from elsewhere should give it" : $"the key that was asked for: {key}");
        return true;
    }

    private bool Checkpoint(VerifierKey key, [NotNullWhen(true)] out SignedCheckpoint? signed)
    {
        string? fault = "is missing";
        signed = null;
        var holds = source.Checkpoint is { } bytes && Mandate.Ledger.Checkpoint.TryOpen(bytes, key.Name, key, [], out signed, out fault);
        if (!holds) Fail("checkpoint", fault!, file: "checkpoint");
        Add("checkpoint", holds, 1, $"signed by {key.Name} over {signed?.Checkpoint.Size} entries");
        return holds;
    }

    /// <summary>Reads bundle after bundle: hashes the entries into the tree, compares every tile that this makes, and executes.</summary>
    private (TileEdge Edge, bool Whole) Entries(ulong size, Execution execution)
    {
        var edge = TileEdge.Empty;
        // Reading, hashing and decoding take about as long as executing: each has a processor.
        foreach (var (path, first, fault, leaves, entries) in Ahead.Of(Bundles(size), chunk: 1))
        {
            if (fault is not null)
            {
                Fail("tree", fault, (long)first, path.ToString());
                return (edge, false);
            }
            Leaves(path, first, leaves);
            (edge, var made) = edge.Append(leaves.AsSpan());
            foreach (var tile in made)
                if ((tile.Path.IsFull || edge.Size == size) && !(source.Tile(tile.Path) is { } there && there.AsSpan().SequenceEqual(tile.Bytes)))
                    Fail("tree", "is missing or does not hold the hashes that the entries have", file: tile.Path.ToString());
            // What is not the log that was signed is not executed: its first fault says enough.
            if (faults.Count == 0)
                for (var i = 0; i < entries.Length; i++) execution.Next((long)first + i, entries[i], path.ToString());
            progress?.Report((long)edge.Size);
        }
        return (edge, true);
    }

    private readonly record struct Bundle(TilePath Path, ulong First, string? Fault, ImmutableArray<Hash> Leaves, ReadEntry[] Entries);

    private IEnumerable<Bundle> Bundles(ulong size)
    {
        var writer = new CanonicalWriter();
        for (var first = 0UL; first < size; first += TilePath.FullWidth)
        {
            var path = TilePath.Entries(first / TilePath.FullWidth, (int)Math.Min(TilePath.FullWidth, size - first));
            string? fault = "is missing";
            if (source.Tile(path) is not { } bundle || !EntryBundle.TryParse(bundle, path.Width, out var entries, out fault))
            {
                yield return new(path, first, fault, [], []);
                yield break;
            }
            var read = new ReadEntry[entries.Length];
            for (var i = 0; i < read.Length; i++) read[i] = Execution.Decode(entries[i], writer);
            yield return new(path, first, null, EntryBundle.LeafHashes(entries), read);
        }
    }

    /// <summary>Names the very entry whose bytes are not those that were hashed into the tree.</summary>
    private void Leaves(TilePath bundle, ulong first, ImmutableArray<Hash> leaves)
    {
        var path = TilePath.Hashes(0, bundle.Index, bundle.Width);
        if (source.Tile(path) is not { } tile || !HashTile.TryParse(tile, path.Width, out var hashes, out _)) return;
        for (var i = 0; i < leaves.Length; i++)
        {
            if (leaves[i] == hashes[i]) continue;
            Fail("tree", $"its bytes do not have the hash that {path} holds", (long)first + i, bundle.ToString());
            return;
        }
    }

    private void Decisions(Execution execution, bool treeHolds)
    {
        if (!treeHolds || !execution.EntriesHold) NotChecked("decisions", "the record is not whole, so its decisions were not executed to the end");
        else if (execution.NotExecuted is { } why) NotChecked("decisions", why);
        else Add("decisions", execution.DecisionsHold, execution.Executed, "every act was lawful when it was done: the rules, executed again, give exactly these events under these clauses");
        if (execution.DecisionsHold && treeHolds && execution.Votes > 0) Add("votes", true, execution.Votes, "every vote was counted again from its ballots or figures, with the same result");
    }

    private void BlobsPresent(Execution execution)
    {
        var before = faults.Count;
        var withheld = 0;
        foreach (var (name, index) in execution.BlobsNamed)
        {
            if (Blob(name) is not null) continue;
            if (execution.State.Motions.Erased.Contains(name)) withheld++;
            else Fail("blobs", blobs.GetValueOrDefault(name, true) ? "is missing, and no erasure of it is on the log" : "does not have the SHA-256 that is its name", index, $"blobs/{name}");
        }
        Add("blobs", faults.Count == before, execution.BlobsNamed.Count, "each text and ballot file that the log commits to is there, unchanged");
        if (withheld > 0) checks.Add(new("erased-texts", Outcome.WithheldByRule, withheld, string.Create(CultureInfo.InvariantCulture, $"{withheld} texts are not there because they have been erased, which is on the log with grounds")));
    }

    /// <summary>Signatures of members, and what they say they had seen.</summary>
    private void Signatures(Execution execution)
    {
        if (execution.Signed == 0 && execution.SignaturesHold) return;
        Add("signatures", execution.SignaturesHold, execution.Signed, string.Create(CultureInfo.InvariantCulture,
            $"{execution.Signed} acts are signed with a key that their author had registered; {execution.Read - execution.Signed} are attested by the server"));
    }

    private void Witnesses(WitnessCheck check, Execution execution)
    {
        var before = faults.Count;
        var text = check.Run(execution, (message, file, entry) => Fail("witnesses", message, entry, file));
        if (faults.Count > before || text is not null) Add("witnesses", faults.Count == before, 1, text ?? "");
        evidence = check.Evidence;
        if (execution.Whole && check.Epoch(execution.State) is { } epoch) checks.Add(new("epoch", Outcome.Holds, 1, epoch));
    }

    private void Withheld(Execution execution)
    {
        if (execution.PersonalData == 0) return;
        checks.Add(new("personal-data", Outcome.WithheldByRule, execution.PersonalData, string.Create(CultureInfo.InvariantCulture,
            $"names and addresses of {execution.PersonalData} persons are not part of any export; of these, {execution.Erased} have been erased, which is on the log")));
    }

    private ExportManifest? Manifests(VerifierKey key)
    {
        if (!source.IsExport) return null;
        var before = faults.Count;
        string? fault = "is missing";
        if (source.Manifest is not { } bytes || !ExportManifest.TryOpen(bytes, key.Name, key, out var manifest, out fault))
        {
            Fail("manifest", fault, file: ExportManifest.FileName);
            Add("manifest", false, 0, "");
            return null;
        }
        foreach (var (path, hash) in manifest.Files)
        {
            using var stream = source.Open(path);
            if (stream is null) Fail("manifest", "is listed and missing", file: path);
            else if (new Hash(SHA256.HashData(stream)) != hash) Fail("manifest", "has been changed since the manifest was signed", file: path);
        }
        var listed = manifest.Files.Keys.Append(ExportManifest.FileName).ToHashSet(StringComparer.Ordinal);
        foreach (var path in (source.Files ?? []).Order(StringComparer.Ordinal))
            if (!listed.Contains(path)) Fail("manifest", "is not listed in the manifest", file: path);
        Add("manifest", faults.Count == before, manifest.Files.Count, "each file of the export is listed in the signed manifest, unchanged, and nothing else is there");
        return manifest;
    }

    /// <summary>A blob whose bytes have its name; anything else counts as not there.</summary>
    private ReadOnlyMemory<byte>? Blob(string name)
    {
        if (source.Blob(name) is not { } bytes) return null;
        if (!blobs.TryGetValue(name, out var holds)) blobs[name] = holds = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == name;
        return holds ? bytes : null;
    }

    private void Add(string name, bool holds, long count, string text)
    {
        if (!holds && faults.LastOrDefault(f => f.Check == name) is { } fault) text = fault.ToString();
        checks.Add(new(name, holds ? Outcome.Holds : Outcome.Fails, count, text));
    }

    private void NotChecked(string name, string why) => checks.Add(new(name, Outcome.NotChecked, 0, why));

    private void Fail(string check, string message, long? entry = null, string? file = null) => AddFault(new(check, message, entry, file));

    private void AddFault(Fault fault)
    {
        if (faults.Count < MostFaults) faults.Add(fault);
    }

    private VerificationReport Report(string? origin, long size, string? digest, params string[] notChecked)
    {
        foreach (var name in notChecked) NotChecked(name, "cannot be checked without the key and the checkpoint");
        return new(origin, size, checks.ToImmutable(), faults.ToImmutable(), digest) { Evidence = evidence };
    }
}
