using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mandate.Ledger;

/// <summary>
/// A proof to keep and to check offline (c2sp.org/tlog-proof, 2026-07; file extension .tlog-proof): index, inclusion proof and
/// cosigned checkpoint. <see cref="Extra"/> is authenticated by nothing.
/// </summary>
public sealed record TlogProof(ulong Index, ImmutableArray<Hash> Inclusion, SignedNote Checkpoint, ImmutableArray<byte>? Extra = null)
{
    public const string Specification = "c2sp.org/tlog-proof@v1, 2026-07";

    public const string FileExtension = ".tlog-proof";

    /// <summary>Longest proof read, in bytes; most of it may be extra data.</summary>
    public const int MaximumLength = 1 << 24;

    private const string Header = "c2sp.org/tlog-proof@v1";

    public override string ToString()
    {
        var text = new StringBuilder(Header).Append('\n');
        if (Extra is { } extra) text.Append("extra ").Append(Convert.ToBase64String(extra.AsSpan())).Append('\n');
        text.Append("index ").Append(DecimalText.Format(Index)).Append('\n');
        foreach (var hash in Inclusion) text.Append(hash).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TlogProof? proof, [NotNullWhen(false)] out string? fault)
    {
        proof = null;
        if (bytes.Length > MaximumLength)
        {
            fault = $"the proof has {bytes.Length} bytes, and {MaximumLength} are the most";
            return false;
        }
        var split = bytes.IndexOf("\n\n"u8);
        if (split < 0)
        {
            fault = "no empty line between the proof and the checkpoint";
            return false;
        }
        var lines = Encoding.Latin1.GetString(bytes[..split]).Split('\n');
        if (lines[0] != Header)
        {
            fault = $"line 1: must be {Header}";
            return false;
        }
        var at = 1;
        ImmutableArray<byte>? extra = null;
        if (lines.Length > at && lines[at].StartsWith("extra ", StringComparison.Ordinal))
        {
            if (!Base64Text.TryDecode(lines[at][6..], out var decoded))
            {
                fault = "line 2: the extra data must be padded standard base64";
                return false;
            }
            extra = [.. decoded];
            at++;
        }
        if (lines.Length <= at || !lines[at].StartsWith("index ", StringComparison.Ordinal) || !DecimalText.TryParse(lines[at].AsSpan(6), out var index))
        {
            fault = $"line {at + 1}: must be 'index', a space and a decimal number without leading zero";
            return false;
        }
        var inclusion = ImmutableArray.CreateBuilder<Hash>();
        for (at++; at < lines.Length; at++)
        {
            if (inclusion.Count == 63 || !Hash.TryParse(lines[at], out var hash))
            {
                fault = $"line {at + 1}: must be one of at most 63 hashes of 32 bytes in padded standard base64";
                return false;
            }
            inclusion.Add(hash);
        }
        if (!SignedNote.TryParse(bytes[(split + 2)..], out var note, out fault)) return false;
        proof = new(index, inclusion.ToImmutable(), note, extra);
        return true;
    }

    /// <summary>
    /// Whether this proves that the entry with that leaf hash is in a log the policy lists, in a tree that its witnesses have seen.
    /// The size and root are those of the signed checkpoint.
    /// </summary>
    public bool TryVerify(in Hash leafHash, TlogPolicy policy, [NotNullWhen(true)] out SignedCheckpoint? signed, [NotNullWhen(false)] out string? fault)
    {
        if (!policy.TryAccept(Checkpoint, out signed, out fault)) return false;
        var checkpoint = signed.Checkpoint;
        if (InclusionProof.Verify(Index, checkpoint.Size, leafHash, checkpoint.Root, Inclusion.AsSpan())) return true;
        signed = null;
        fault = $"the entry is not shown to be number {Index} of the {checkpoint.Size} entries";
        return false;
    }
}
