using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mandate.Ledger;

/// <summary>One signature line: who, which key, and the bytes after the key id.</summary>
public sealed record NoteSignature(string Name, uint KeyId, ImmutableArray<byte> Signature)
{
    /// <summary>The line with its newline.</summary>
    public string Line
    {
        get
        {
            var bytes = new byte[4 + Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
            Signature.CopyTo(bytes, 4);
            return $"{SignedNote.LineStart}{Name} {Convert.ToBase64String(bytes)}\n";
        }
    }

    /// <summary>Reads one line without its newline.</summary>
    public static bool TryParseLine(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(SignedNote.LineStart, StringComparison.Ordinal)) return false;
        var space = line.IndexOf(' ', SignedNote.LineStart.Length);
        if (space < 0) return false;
        var name = line[SignedNote.LineStart.Length..space];
        if (!KeyName.IsValid(name) || !Base64Text.TryDecode(line[(space + 1)..], out var bytes) || bytes.Length < 5) return false;
        signature = new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), [.. bytes.AsSpan(4)]);
        return true;
    }

    public bool Equals(NoteSignature? other) =>
        other is not null && Name == other.Name && KeyId == other.KeyId && Signature.AsSpan().SequenceEqual(other.Signature.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, KeyId);
}

/// <summary>
/// A signed note (c2sp.org/signed-note@v1.0.0): a text that ends in a newline, an empty line, and signature lines.
/// Parsing says nothing about who signed; <see cref="TryOpen"/> does.
/// </summary>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    public const string Specification = "c2sp.org/signed-note@v1.0.0";

    /// <summary>Longest note read, in bytes.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>Most signature lines read; the text asks for at least 16.</summary>
    public const int MaximumSignatures = 128;

    /// <summary>An em dash and a space.</summary>
    internal const string LineStart = "\u2014 ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? fault) =>
        TryParse(bytes, MaximumLength, out note, out fault);

    internal static bool TryParse(ReadOnlySpan<byte> bytes, int maximumLength, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? fault)
    {
        note = null;
        if (bytes.Length > maximumLength)
        {
            fault = $"the note has {bytes.Length} bytes, and {maximumLength} are the most";
            return false;
        }
        if (bytes.IndexOfAnyInRange((byte)0, (byte)9) is >= 0 and var early && !TryReportControl(bytes, early, out fault)) return false;
        if (bytes.IndexOfAnyInRange((byte)11, (byte)31) is >= 0 and var late && !TryReportControl(bytes, late, out fault)) return false;
        try
        {
            return TryParse(StrictUtf8.GetString(bytes), out note, out fault);
        }
        catch (DecoderFallbackException bad)
        {
            fault = $"byte {bad.Index}: not valid UTF-8";
            return false;
        }
    }

    private static bool TryReportControl(ReadOnlySpan<byte> bytes, int at, out string fault)
    {
        fault = $"line {bytes[..at].Count((byte)'\n') + 1}: control character 0x{bytes[at]:x2}, only newline is allowed";
        return false;
    }

    private static bool TryParse(string all, [NotNullWhen(true)] out SignedNote? note, [NotNullWhen(false)] out string? fault)
    {
        note = null;
        var split = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0)
        {
            fault = "no empty line between the text and the signatures";
            return false;
        }
        var text = all[..(split + 1)];
        var block = all[(split + 2)..];
        var line = text.AsSpan().Count('\n') + 2;
        if (block.Length == 0 || block[^1] != '\n')
        {
            fault = $"line {line}: the signature lines must follow, each ending in a newline";
            return false;
        }
        var signatures = ImmutableArray.CreateBuilder<NoteSignature>();
        foreach (var one in block[..^1].Split('\n'))
        {
            if (signatures.Count == MaximumSignatures)
            {
                fault = $"line {line}: more than {MaximumSignatures} signatures";
                return false;
            }
            if (!NoteSignature.TryParseLine(one, out var signature))
            {
                fault = $"line {line}: a signature line is an em dash, a space, the key name, a space and padded base64 of key id and signature";
                return false;
            }
            signatures.Add(signature);
            line++;
        }
        note = new(text, signatures.ToImmutable());
        fault = null;
        return true;
    }

    /// <summary>
    /// Checks the signatures of known keys. Unknown keys are ignored; one failing signature of a known key fails the whole note;
    /// with none that holds the note fails.
    /// </summary>
    public bool TryOpen(IEnumerable<VerifierKey> known, [NotNullWhen(true)] out OpenedNote? opened, [NotNullWhen(false)] out string? fault)
    {
        opened = null;
        var keys = known.Distinct().ToLookup(k => (k.Name, k.KeyId));
        var verified = ImmutableArray.CreateBuilder<VerifiedSignature>();
        var notChecked = ImmutableArray.CreateBuilder<VerifierKey>();
        foreach (var signature in Signatures)
        {
            foreach (var key in keys[(signature.Name, signature.KeyId)])
            {
                switch (key.Check(Text, signature.Signature.AsSpan()))
                {
                    case SignatureCheck.Fails:
                        fault = $"the signature of {key.Name} ({key.KeyId:x8}) does not hold";
                        return false;
                    case SignatureCheck.NotChecked:
                        if (!notChecked.Contains(key)) notChecked.Add(key);
                        break;
                    default:
                        if (verified.All(v => !v.Key.Equals(key))) verified.Add(new(key, signature));
                        break;
                }
            }
        }
        if (verified.Count == 0)
        {
            fault = notChecked.Count > 0
                ? $"not checked: the signature of {notChecked[0].Name} is ML-DSA-44, which this platform lacks"
                : "no signature of a known key";
            return false;
        }
        opened = new(this, verified.ToImmutable(), notChecked.ToImmutable());
        fault = null;
        return true;
    }

    /// <summary>The same note with more signatures; a line that is there already is not repeated.</summary>
    public SignedNote With(params IEnumerable<NoteSignature> more) => this with { Signatures = [.. Signatures.Union(more)] };

    /// <summary>A note signed by these signers.</summary>
    public static SignedNote Sign(string text, params IEnumerable<NoteSigner> signers) => new(text, [.. signers.Select(s => s.Sign(text))]);

    public override string ToString() => Text + "\n" + string.Concat(Signatures.Select(s => s.Line));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public bool Equals(SignedNote? other) => other is not null && Text == other.Text && Signatures.SequenceEqual(other.Signatures);

    public override int GetHashCode() => HashCode.Combine(Text, Signatures.Length);
}

/// <summary>A signature that holds.</summary>
public sealed record VerifiedSignature(VerifierKey Key, NoteSignature Signature);

/// <summary>A note with the signatures of known keys that hold, each key once, and the known keys whose signature could not be checked here.</summary>
public sealed record OpenedNote(SignedNote Note, ImmutableArray<VerifiedSignature> Verified, ImmutableArray<VerifierKey> NotChecked)
{
    public string Text => Note.Text;

    public bool IsSignedBy(VerifierKey key) => Verified.Any(v => v.Key.Equals(key));
}
