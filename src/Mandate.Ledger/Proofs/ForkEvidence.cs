using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mandate.Ledger;

/// <summary>What a piece of evidence proves about a log.</summary>
public enum ForkFinding
{
    /// <summary>Nothing: the two checkpoints can both be of one honest log.</summary>
    None,

    /// <summary>Two roots for one size.</summary>
    TwoRootsAtOneSize,

    /// <summary>The larger tree begins with other entries than the smaller: its own proof gives another root for the smaller size.</summary>
    OtherBeginning,
}

/// <summary>
/// Two checkpoints that one log signed and that cannot both be true, in a file that anyone can check offline with the log's key
/// alone. For different sizes it carries the root that the larger tree has at the smaller size, with its consistency proof.
/// Format <c>mandate-fork-evidence/v1</c>, docs/formats/fork-evidence.md.
/// </summary>
public sealed record ForkEvidence(VerifierKey Log, ImmutableArray<byte> First, ImmutableArray<byte> Second, Hash? PrefixRoot = null, ImmutableArray<Hash> Proof = default)
{
    public const string Specification = "mandate-fork-evidence/v1";

    public const string FileExtension = ".fork-evidence";

    private ImmutableArray<Hash> ProofHashes => Proof.IsDefault ? [] : Proof;

    /// <summary>Evidence from two notes; for different sizes a reader of the larger tree gives the proof.</summary>
    public static ForkEvidence From(VerifierKey log, SignedNote first, SignedNote second, NodeReader? largerTree = null)
    {
        var notes = new[] { first, second }.OrderBy(n => Checkpoint.TryParse(n.Text, out var c, out _) ? c.Size : 0).ToArray();
        var evidence = new ForkEvidence(log, [.. notes[0].ToBytes()], [.. notes[1].ToBytes()]);
        if (largerTree is null || !Checkpoint.TryParse(notes[0].Text, out var smaller, out _) || !Checkpoint.TryParse(notes[1].Text, out var larger, out _)
            || smaller.Size == larger.Size) return evidence;
        return evidence with
        {
            PrefixRoot = CompactRange.Read(smaller.Size, largerTree).Root,
            Proof = ConsistencyProof.Build(smaller.Size, larger.Size, largerTree),
        };
    }

    /// <summary>What this proves; a fault says why it proves nothing.</summary>
    public ForkFinding Check(out string? fault)
    {
        if (!TryOpen(First, "first", out var first, out fault) || !TryOpen(Second, "second", out var second, out fault)) return ForkFinding.None;
        if (first.Origin != second.Origin)
        {
            fault = "the checkpoints are of different logs";
            return ForkFinding.None;
        }
        if (first.Size == second.Size)
        {
            if (first.Root != second.Root) return ForkFinding.TwoRootsAtOneSize;
            fault = "both checkpoints have the same size and root";
            return ForkFinding.None;
        }
        if (PrefixRoot is not { } prefix || !ConsistencyProof.Verify(first.Size, second.Size, prefix, second.Root, ProofHashes.AsSpan()))
        {
            fault = "the proof does not show which root the larger tree has at the smaller size";
            return ForkFinding.None;
        }
        if (prefix != first.Root) return ForkFinding.OtherBeginning;
        fault = "the larger tree continues the smaller";
        return ForkFinding.None;
    }

    private bool TryOpen(ImmutableArray<byte> bytes, string which, [NotNullWhen(true)] out Checkpoint? checkpoint, out string? fault)
    {
        checkpoint = null;
        if (SignedNote.TryParse(bytes.AsSpan(), out var note, out fault) && note.TryOpen([Log], out var opened, out fault)
            && Checkpoint.TryParse(opened.Text, out checkpoint, out fault)) return true;
        fault = $"{which} checkpoint: {fault}";
        return false;
    }

    public byte[] ToBytes()
    {
        var bytes = new List<byte>();
        Add($"{Specification}\nlog {Log}\nfirst {First.Length}\n");
        bytes.AddRange(First);
        Add($"second {Second.Length}\n");
        bytes.AddRange(Second);
        if (PrefixRoot is { } prefix) Add($"prefix {prefix}\n" + string.Concat(ProofHashes.Select(h => $"{h}\n")));
        return [.. bytes];

        void Add(string text) => bytes.AddRange(Encoding.UTF8.GetBytes(text));
    }

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ForkEvidence? evidence, [NotNullWhen(false)] out string? fault)
    {
        evidence = null;
        if (!TryLine(ref bytes, out var line) || line != Specification) return Fault($"line 1: must be {Specification}", out fault);
        if (!TryLine(ref bytes, out line) || !line.StartsWith("log ", StringComparison.Ordinal)) return Fault("line 2: must be 'log' and a verifier key", out fault);
        if (!VerifierKey.TryParse(line[4..], out var log, out fault)) return false;
        if (!TryBlock(ref bytes, "first ", out var first)) return Fault("the first checkpoint must follow: 'first', its number of bytes, and the bytes", out fault);
        if (!TryBlock(ref bytes, "second ", out var second)) return Fault("the second checkpoint must follow: 'second', its number of bytes, and the bytes", out fault);
        Hash? prefix = null;
        var proof = ImmutableArray.CreateBuilder<Hash>();
        while (!bytes.IsEmpty)
        {
            if (!TryLine(ref bytes, out line)) return Fault("the last line must end in a newline", out fault);
            var text = prefix is not null ? line : line.StartsWith("prefix ", StringComparison.Ordinal) ? line[7..] : null;
            if (proof.Count == 63 || !Hash.TryParse(text, out var hash)) return Fault("after the checkpoints: 'prefix' and a root, then at most 63 hashes", out fault);
            if (prefix is null) prefix = hash;
            else proof.Add(hash);
        }
        evidence = new(log, first, second, prefix, proof.ToImmutable());
        fault = null;
        return true;
    }

    private static bool Fault(string text, out string? fault)
    {
        fault = text;
        return false;
    }

    private static bool TryLine(ref ReadOnlySpan<byte> bytes, out string line)
    {
        line = "";
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0) return false;
        line = Encoding.UTF8.GetString(bytes[..end]);
        bytes = bytes[(end + 1)..];
        return true;
    }

    private static bool TryBlock(ref ReadOnlySpan<byte> bytes, string keyword, out ImmutableArray<byte> block)
    {
        block = [];
        if (!TryLine(ref bytes, out var line) || !line.StartsWith(keyword, StringComparison.Ordinal)
            || !DecimalText.TryParse(line.AsSpan(keyword.Length), out var length) || length > (ulong)bytes.Length) return false;
        block = [.. bytes[..(int)length]];
        bytes = bytes[(int)length..];
        return true;
    }
}
