using System.Collections.Immutable;
using System.Text;

namespace Mandate.Ledger;

/// <summary>What a witness's answer to <c>add-checkpoint</c> means to the log that asked (c2sp.org/tlog-witness@v1.0.0).</summary>
public abstract record AddCheckpointResponse
{
    public const string ConflictContentType = "text/x.tlog.size";

    private AddCheckpointResponse()
    {
    }

    /// <summary>The witness's signatures that hold, to be added to the log's note.</summary>
    public sealed record Cosigned(ImmutableArray<NoteSignature> Signatures) : AddCheckpointResponse;

    /// <summary>The witness has cosigned another size: ask again from there, or stop where it is ahead of us.</summary>
    public sealed record Conflict(ulong Size) : AddCheckpointResponse;

    /// <summary>The witness does not cosign.</summary>
    public sealed record Refused(int Status, string Reason) : AddCheckpointResponse;

    /// <summary>The answer does not follow the protocol, or the signature does not hold.</summary>
    public sealed record Malformed(string Fault) : AddCheckpointResponse;

    /// <summary>Reads an answer; signatures of keys other than the witness's are ignored.</summary>
    public static AddCheckpointResponse Read(int status, string? contentType, ReadOnlySpan<byte> body, string checkpointText, IEnumerable<VerifierKey> witness)
    {
        var text = Encoding.UTF8.GetString(body);
        switch (status)
        {
            case 200:
                var note = Encoding.UTF8.GetBytes(checkpointText + "\n" + text);
                if (!SignedNote.TryParse(note, out var parsed, out var fault) || parsed.Text != checkpointText)
                    return new Malformed(fault ?? "the answer holds more than signature lines");
                return parsed.TryOpen(witness, out var opened, out fault)
                    ? new Cosigned([.. opened.Verified.Select(v => v.Signature)])
                    : new Malformed(fault);
            case 409 when IsConflict(contentType):
                return text.EndsWith('\n') && DecimalText.TryParse(text.AsSpan()[..^1], out var size)
                    ? new Conflict(size)
                    : new Malformed("the body of a conflict must be a decimal size and a newline");
            default:
                return new Refused(status, text.Trim());
        }
    }

    private static bool IsConflict(string? contentType) =>
        contentType is not null && contentType.Split(';')[0].Trim().Equals(ConflictContentType, StringComparison.OrdinalIgnoreCase);
}
