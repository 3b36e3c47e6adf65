using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Ledger;

/// <summary>
/// A witness (c2sp.org/tlog-witness@v1.0.0) as pure functions: request, record and time in; answer and change of the record out.
/// </summary>
public sealed class WitnessProtocol
{
    public const string Specification = "c2sp.org/tlog-witness@v1.0.0";

    private const string PlainText = "text/plain; charset=utf-8";

    private readonly ImmutableArray<NoteSigner> signers;
    private readonly ImmutableDictionary<string, WitnessedLog> logs;
    private readonly ImmutableDictionary<string, string> originByPath;

    /// <param name="signers">The witness's keys, all of type 0x04.</param>
    /// <param name="logs">The logs it follows, each origin once.</param>
    /// <exception cref="ArgumentException">No signer, a key that makes no cosignatures, or an origin given twice.</exception>
    public WitnessProtocol(IEnumerable<NoteSigner> signers, IEnumerable<WitnessedLog> logs)
    {
        this.signers = [.. signers];
        this.logs = logs.ToImmutableDictionary(l => l.Origin, StringComparer.Ordinal);
        originByPath = this.logs.Keys.ToImmutableDictionary(LatestPath, StringComparer.Ordinal);
        if (this.signers.IsEmpty || this.signers.Any(s => s.Key.Type != SignatureType.Ed25519Cosignature))
            throw new ArgumentException("a witness needs at least one key, all of type 0x04", nameof(signers));
    }

    /// <summary>The path, below the monitoring prefix, of a log's latest cosigned checkpoint.</summary>
    public static string LatestPath(string origin) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))}/checkpoint";

    /// <summary>Answers any request to either prefix, where both prefixes are the same.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the prefix, with or without its leading slash.</param>
    /// <param name="body">The body of a POST.</param>
    /// <param name="state">What the witness remembers.</param>
    /// <param name="now">POSIX seconds.</param>
    public WitnessAnswer Answer(string method, string path, ReadOnlySpan<byte> body, WitnessState state, ulong now)
    {
        path = path.TrimStart('/');
        if (path == "add-checkpoint")
            return method == "POST" ? AddCheckpoint(body, state.Of, now) : new(405, PlainText, "add-checkpoint must be a POST\n");
        return method == "GET" ? Latest(path, state.Of) : new(404, PlainText, "not found\n");
    }

    /// <summary>The latest cosigned checkpoint at a monitoring path.</summary>
    public WitnessAnswer Latest(string path, Func<string, CosignedCheckpoint?> latest)
    {
        if (originByPath.TryGetValue(path, out var origin) && latest(origin) is { } found) return new(200, PlainText, found.Note.ToString());
        return new(404, PlainText, "no checkpoint of such a log was cosigned here\n");
    }

    /// <summary>Answers <c>add-checkpoint</c>; the order of the checks is that of the text.</summary>
    public WitnessAnswer AddCheckpoint(ReadOnlySpan<byte> body, Func<string, CosignedCheckpoint?> latest, ulong now)
    {
        if (!AddCheckpointRequest.TryParse(body, out var request, out var fault)) return Refuse(400, fault);
        var checkpoint = request.Checkpoint;
        if (!logs.TryGetValue(checkpoint.Origin, out var log)) return Refuse(404, $"the log '{checkpoint.Origin}' is not known here");
        if (request.Note is null) return Refuse(403, "the checkpoint carries no signature");
        if (!request.Note.TryOpen(log.Keys, out var opened, out fault)) return Refuse(403, fault);
        if (request.OldSize > checkpoint.Size) return Refuse(400, $"the old size {request.OldSize} is above the size {checkpoint.Size} of the checkpoint");

        var before = latest(checkpoint.Origin)?.Checkpoint;
        var lastSize = before?.Size ?? 0;
        if (request.OldSize != lastSize) return new(409, AddCheckpointResponse.ConflictContentType, DecimalText.Format(lastSize) + "\n");
        var oldRoot = before?.Root ?? MerkleTree.EmptyRoot;
        if (!ConsistencyProof.Verify(request.OldSize, checkpoint.Size, oldRoot, checkpoint.Root, request.Proof.AsSpan()))
            return Refuse(422, $"not shown to continue the tree of size {request.OldSize} that was cosigned here");

        var lines = signers.Select(s => s.Cosign(request.Note.Text, now)).ToImmutableArray();
        // Monitors get the log's signatures that hold and ours, not whatever lines the request carried.
        var note = new SignedNote(request.Note.Text, [.. opened.Verified.Select(v => v.Signature), .. lines]);
        return new(200, PlainText, string.Concat(lines.Select(l => l.Line)), new(checkpoint.Origin, before, new(checkpoint, note)));
    }

    private static WitnessAnswer Refuse(int status, string reason) => new(status, PlainText, reason + "\n");
}
