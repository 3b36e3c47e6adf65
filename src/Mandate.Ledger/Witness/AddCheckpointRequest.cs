using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mandate.Ledger;

/// <summary>
/// The body of <c>add-checkpoint</c> (c2sp.org/tlog-witness@v1.0.0): the size that the witness saw last, a consistency proof from
/// there, an empty line and the signed checkpoint. <see cref="Note"/> is null where the checkpoint carries no signature at all.
/// </summary>
public sealed record AddCheckpointRequest(ulong OldSize, ImmutableArray<Hash> Proof, Checkpoint Checkpoint, SignedNote? Note)
{
    public const string Specification = "c2sp.org/tlog-witness@v1.0.0, add-checkpoint";

    /// <summary>The most proof lines a client may send.</summary>
    public const int MaximumProofLines = 63;

    /// <summary>Longest body read, in bytes: the longest note and the lines before it.</summary>
    public const int MaximumLength = SignedNote.MaximumLength + 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body that a log sends.</summary>
    public static byte[] Format(ulong oldSize, ImmutableArray<Hash> proof, SignedNote checkpoint)
    {
        var body = new StringBuilder("old ").Append(DecimalText.Format(oldSize)).Append('\n');
        foreach (var hash in proof) body.Append(hash).Append('\n');
        return Encoding.UTF8.GetBytes(body.Append('\n').Append(checkpoint).ToString());
    }

    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out AddCheckpointRequest? request, [NotNullWhen(false)] out string? fault)
    {
        request = null;
        if (body.Length > MaximumLength)
        {
            fault = $"the body has {body.Length} bytes, and {MaximumLength} are the most";
            return false;
        }
        var split = body.IndexOf("\n\n"u8);
        if (split < 0)
        {
            fault = "no empty line between the proof and the checkpoint";
            return false;
        }
        if (!TryParseHead(body[..split], out var oldSize, out var proof, out fault)) return false;
        var rest = body[(split + 2)..];
        SignedNote? note = null;
        string text;
        if (rest.EndsWith("\n\n"u8))
        {
            // A text and the empty line after it, and then nothing: a checkpoint without signatures, which is refused later as such.
            if (!TryDecode(rest[..^1], out text, out fault)) return false;
        }
        else if (SignedNote.TryParse(rest, out note, out fault))
        {
            text = note.Text;
        }
        else
        {
            fault = $"the checkpoint is not a signed note: {fault}";
            return false;
        }
        if (!Checkpoint.TryParse(text, out var checkpoint, out fault)) return false;
        request = new(oldSize, proof, checkpoint, note);
        return true;
    }

    private static bool TryDecode(ReadOnlySpan<byte> bytes, out string text, [NotNullWhen(false)] out string? fault)
    {
        fault = null;
        text = "";
        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException bad)
        {
            fault = $"byte {bad.Index} of the checkpoint: not valid UTF-8";
            return false;
        }
    }

    private static bool TryParseHead(ReadOnlySpan<byte> head, out ulong oldSize, out ImmutableArray<Hash> proof, [NotNullWhen(false)] out string? fault)
    {
        oldSize = 0;
        proof = [];
        var lines = Encoding.Latin1.GetString(head).Split('\n', MaximumProofLines + 3);
        if (!lines[0].StartsWith("old ", StringComparison.Ordinal) || !DecimalText.TryParse(lines[0].AsSpan(4), out oldSize))
        {
            fault = "line 1: must be 'old', a space and a decimal size without leading zero";
            return false;
        }
        if (lines.Length - 1 > MaximumProofLines)
        {
            fault = $"more than {MaximumProofLines} proof lines";
            return false;
        }
        var hashes = ImmutableArray.CreateBuilder<Hash>(lines.Length - 1);
        for (var i = 1; i < lines.Length; i++)
        {
            if (!Hash.TryParse(lines[i], out var hash))
            {
                fault = $"line {i + 1}: a proof line must be 32 bytes in padded standard base64";
                return false;
            }
            hashes.Add(hash);
        }
        proof = hashes.MoveToImmutable();
        fault = null;
        return true;
    }
}
