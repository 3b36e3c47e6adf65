using System.Diagnostics.CodeAnalysis;

namespace Mandate.Ledger;

/// <summary>
/// A checkpoint (c2sp.org/tlog-checkpoint@v1.0.0): which log, how many leaves, which root. <see cref="Extension"/> holds the
/// extension lines with their newlines; we write none.
/// </summary>
public sealed record Checkpoint(string Origin, ulong Size, Hash Root, string Extension = "")
{
    public const string Specification = "c2sp.org/tlog-checkpoint@v1.0.0";

    /// <summary>The body, which is the text of the signed note.</summary>
    public override string ToString() => $"{Origin}\n{DecimalText.Format(Size)}\n{Root}\n{Extension}";

    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? fault)
    {
        checkpoint = null;
        if (!text.EndsWith('\n'))
        {
            fault = "a checkpoint ends in a newline";
            return false;
        }
        var lines = text[..^1].Split('\n');
        if (lines.Length < 3)
        {
            fault = $"a checkpoint has at least the three lines origin, size and root, not {lines.Length}";
            return false;
        }
        if (lines[0].Length == 0 || lines[0].Any(c => c < 0x20))
        {
            fault = "line 1: the origin must not be empty or hold control characters";
            return false;
        }
        if (!DecimalText.TryParse(lines[1], out var size))
        {
            fault = "line 2: the size must be decimal without leading zero, below 2^64";
            return false;
        }
        if (!Hash.TryParse(lines[2], out var root))
        {
            fault = "line 3: the root must be 32 bytes in padded standard base64";
            return false;
        }
        for (var i = 3; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && !lines[i].Any(c => c < 0x20)) continue;
            fault = $"line {i + 1}: an extension line must not be empty or hold control characters";
            return false;
        }
        checkpoint = new(lines[0], size, root, string.Concat(lines.Skip(3).Select(l => l + "\n")));
        fault = null;
        return true;
    }

    /// <summary>The signed checkpoint.</summary>
    /// <exception cref="InvalidOperationException">The fields do not make a checkpoint that can be read back.</exception>
    public SignedNote Sign(params IEnumerable<NoteSigner> signers)
    {
        var text = ToString();
        if (!TryParse(text, out var back, out var fault) || back != this) throw new InvalidOperationException($"not a checkpoint: {fault ?? text}");
        return SignedNote.Sign(text, signers);
    }

    /// <summary>Reads a signed checkpoint that must carry the signature of the log's key and be of its origin.</summary>
    public static bool TryOpen(
        ReadOnlySpan<byte> note, string origin, VerifierKey log, IEnumerable<VerifierKey> witnesses,
        [NotNullWhen(true)] out SignedCheckpoint? signed, [NotNullWhen(false)] out string? fault)
    {
        signed = null;
        if (!SignedNote.TryParse(note, out var parsed, out fault)
            || !parsed.TryOpen(witnesses.Prepend(log), out var opened, out fault)
            || !TryParse(opened.Text, out var checkpoint, out fault)) return false;
        if (!opened.IsSignedBy(log))
        {
            fault = $"the log {log.Name} has not signed the checkpoint";
            return false;
        }
        if (checkpoint.Origin != origin)
        {
            fault = $"the checkpoint is of '{checkpoint.Origin}', not of '{origin}'";
            return false;
        }
        signed = new(checkpoint, opened);
        return true;
    }
}

/// <summary>A checkpoint with the note that carries it and the signatures on it that hold.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, OpenedNote Opened)
{
    public SignedNote Note => Opened.Note;
}
