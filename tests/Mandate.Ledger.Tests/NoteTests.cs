using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ledger.Tests;

public sealed class NoteTests
{
    private static readonly VerifierKey Log = SampleLog.Signer.Key;

    [Fact]
    public void A_signed_checkpoint_is_read_back_by_those_who_know_the_key()
    {
        var note = new SampleLog().Grow(5).Publish();
        Assert.True(Checkpoint.TryOpen(note.ToBytes(), SampleLog.Origin, Log, [], out var signed, out _));
        Assert.Equal(5UL, signed.Checkpoint.Size);
        Assert.False(Checkpoint.TryOpen(note.ToBytes(), "other", Log, [], out _, out var fault));
        Assert.Contains("not of 'other'", fault, StringComparison.Ordinal);
        Assert.False(Checkpoint.TryOpen(note.ToBytes(), SampleLog.Origin, SampleLog.Witness(1).Key, [], out _, out fault));
        Assert.Equal("no signature of a known key", fault);
    }

    [Fact]
    public void A_cosignature_alone_is_not_the_logs_signature()
    {
        var checkpoint = new SampleLog().Grow(5).Checkpoint;
        var note = new SignedNote(checkpoint.ToString(), [SampleLog.Witness(1).Cosign(checkpoint.ToString(), 1)]);
        Assert.False(Checkpoint.TryOpen(note.ToBytes(), SampleLog.Origin, Log, [SampleLog.Witness(1).Key], out _, out var fault));
        Assert.Contains("has not signed", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_that_could_not_be_read_back_is_not_signed()
    {
        Assert.Throws<InvalidOperationException>(() => new Checkpoint("two\nlines", 0, MerkleTree.EmptyRoot).Sign(SampleLog.Signer));
        Assert.Throws<InvalidOperationException>(() => new Checkpoint("", 0, MerkleTree.EmptyRoot).Sign(SampleLog.Signer));
        Assert.Throws<InvalidOperationException>(() => new Checkpoint("a", 0, MerkleTree.EmptyRoot, "no newline").Sign(SampleLog.Signer));
    }

    [Fact]
    public void A_signer_makes_only_its_own_kind_of_signature()
    {
        Assert.Throws<InvalidOperationException>(() => SampleLog.Signer.Cosign("x\n", 1));
        Assert.Throws<InvalidOperationException>(() => SampleLog.Witness(1).Sign("x\n"));
        Assert.Throws<ArgumentException>(() => NoteSigner.Ed25519("a name", SampleLog.LogKey));
    }

    [Fact]
    public void Faults_say_the_line_and_what_is_wrong()
    {
        Assert.False(SignedNote.TryParse("a\tb\n\n"u8, out _, out var fault));
        Assert.Equal("line 1: control character 0x09, only newline is allowed", fault);
        Assert.False(SignedNote.TryParse("a\nb\n\n- x\n"u8, out _, out fault));
        Assert.StartsWith("line 4: a signature line is", fault, StringComparison.Ordinal);
        Assert.False(SignedNote.TryParse([(byte)'a', 0xff], out _, out fault));
        Assert.Equal("byte 1: not valid UTF-8", fault);
        Assert.False(SignedNote.TryParse(new byte[SignedNote.MaximumLength + 1], out _, out fault));
        Assert.Contains("are the most", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_is_refused_before_it_is_read()
    {
        var zeros = new byte[(1 << 24) + 1];
        Assert.False(TlogProof.TryParse(zeros, out _, out var fault));
        Assert.Contains("are the most", fault, StringComparison.Ordinal);
        Assert.False(TlogPolicy.TryParse(zeros, out _, out fault));
        Assert.Contains("are the most", fault, StringComparison.Ordinal);
        Assert.False(AddCheckpointRequest.TryParse(zeros, out _, out fault));
        Assert.Contains("are the most", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_signature_lines_are_refused()
    {
        var line = new SampleLog().Publish().Signatures[0].Line;
        var text = new SampleLog().Checkpoint + "\n" + string.Concat(Enumerable.Repeat(line, SignedNote.MaximumSignatures));
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text + line), out _, out _));
    }

    [Fact]
    public void Every_parser_survives_altered_input_and_gives_a_reason()
    {
        var log = new SampleLog().Grow(300);
        var note = log.Publish().With(SampleLog.Witness(1).Cosign(log.Checkpoint.ToString(), 7));
        var policy = Encoding.UTF8.GetBytes($"log {Log}\nwitness w {SampleLog.Witness(1).Key} https://w.example\ngroup g 1 w\nquorum g\n");
        byte[][] samples =
        [
            note.ToBytes(),
            AddCheckpointRequest.Format(128, log.Tree.ConsistencyProof(128, 300), note),
            new TlogProof(7, log.Tree.InclusionProof(7, 300), note, [1, 2]).ToBytes(),
            new ForkEvidence(Log, [.. note.ToBytes()], [.. note.ToBytes()], MerkleTree.EmptyRoot, [MerkleTree.EmptyRoot]).ToBytes(),
            policy,
            ExportManifest.Of(SampleLog.Origin, [new("checkpoint", MerkleTree.EmptyRoot)]).Sign(SampleLog.Signer).ToBytes(),
        ];
        Prop.ForAll<int, NonNegativeInt, byte>((which, at, value) =>
        {
            var bytes = samples[(uint)which % samples.Length].ToArray();
            switch (which & 3)
            {
                case 0: bytes[at.Get * 13 % bytes.Length] = value; break;
                case 1: bytes = bytes[..(at.Get * 13 % bytes.Length)]; break;
                case 2: bytes = [.. bytes[..(at.Get * 13 % bytes.Length)], value, .. bytes[(at.Get * 13 % bytes.Length)..]]; break;
                default: bytes = [.. bytes, .. bytes[(at.Get * 13 % bytes.Length)..]]; break;
            }
            return (SignedNote.TryParse(bytes, out var parsed, out var f1) ? parsed.TryOpen([Log], out _, out f1) || f1 is not null : f1 is not null)
                && (AddCheckpointRequest.TryParse(bytes, out _, out var f2) || f2 is not null)
                && (TlogProof.TryParse(bytes, out _, out var f3) || f3 is not null)
                && (ForkEvidence.TryParse(bytes, out var evidence, out var f4) ? evidence.Check(out _) == ForkFinding.None : f4 is not null)
                && (TlogPolicy.TryParse(bytes, out _, out var f5) || f5 is not null)
                && (ExportManifest.TryOpen(bytes, SampleLog.Origin, Log, out _, out var f6) || f6 is not null)
                && (Checkpoint.TryParse(Encoding.Latin1.GetString(bytes), out _, out var f7) || f7 is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }
}
