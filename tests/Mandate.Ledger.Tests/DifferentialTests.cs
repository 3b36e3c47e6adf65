using System.Collections.Immutable;
using System.Text;

namespace Mandate.Ledger.Tests;

/// <summary>Altered notes and proofs before us and before the Go project's packages: the verdicts must be the same.</summary>
public sealed class DifferentialTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private void Compare(List<(string Question, bool Ours)> cases)
    {
        var oracle = Programs.BuildGo("oracle/oracle.go", folder.Path);
        var (code, output) = Programs.Run(oracle, [], string.Concat(cases.Select(c => c.Question + "\n")));
        Assert.True(code == 0, output);
        var theirs = output.Split('\n');
        Assert.Equal(cases.Count, theirs.Length);
        var different = cases.Zip(theirs).Where(c => c.First.Ours != (c.Second == "accept")).Select(c => $"{c.Second}: {c.First.Question}").ToList();
        Assert.True(different.Count == 0, $"{different.Count} of {cases.Count} differ:\n{string.Join('\n', different.Take(5))}");
        // Both verdicts must occur, or the comparison shows nothing.
        Assert.Contains("accept", theirs);
        Assert.Contains("reject", theirs);
    }

    [Fact]
    public void Notes_are_opened_and_refused_alike()
    {
        var random = new Random(1);
        var log = new SampleLog().Grow(9);
        var text = log.Checkpoint.ToString();
        SignedNote[] notes =
        [
            log.Publish(),
            log.Publish().With(SampleLog.Witness(1).Cosign(text, 5)),
            SignedNote.Sign("one\n\ntwo\n\n\u2014 three\n", SampleLog.Signer),
            SignedNote.Sign("\n", SampleLog.Signer),
            SignedNote.Sign("f\u00f6rening \u03a9\n", SampleLog.Signer),
        ];
        byte[] telling = [(byte)'\n', (byte)' ', (byte)'+', (byte)'=', (byte)'A', 0xe2, 0x80, 0x94, 0, 0x7f, 0xc2, 0xa0, 0x85, 0xff];
        var cases = new List<(string, bool)>();
        for (var i = 0; i < 4_000; i++)
        {
            var bytes = notes[random.Next(notes.Length)].ToBytes().ToList();
            for (var changes = random.Next(3); changes > 0; changes--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                    case 1: bytes.Insert(at, telling[random.Next(telling.Length)]); break;
                    case 2: bytes.RemoveAt(at); break;
                    case 3: bytes.InsertRange(at, bytes.GetRange(0, at)); break;
                    default: bytes.InsertRange(at, "\n\n"u8.ToArray().Take(1 + random.Next(2))); break;
                }
            }
            var whole = bytes.ToArray();
            var ours = SignedNote.TryParse(whole, out var note, out _) && note.TryOpen([SampleLog.Signer.Key], out _, out _);
            cases.Add(($"note {SampleLog.Signer.Key} {Convert.ToBase64String(whole)}", ours));
        }
        Compare(cases);
    }

    [Fact]
    public void Proofs_are_accepted_and_refused_alike()
    {
        var random = new Random(2);
        var log = new SampleLog().Grow(300);
        var tree = log.Tree;
        var cases = new List<(string, bool)>();
        for (var i = 0; i < 4_000; i++)
        {
            var size = 1 + (ulong)random.Next(300);
            var other = (ulong)random.Next((int)size);
            var older = Math.Max(1, other);
            var root = tree.Range(size).Root;
            var inclusion = Alter(random, tree.InclusionProof(other, size), root);
            var consistency = Alter(random, tree.ConsistencyProof(older, size), root);
            var shown = random.Next(6) == 0 ? size + (ulong)random.Next(3) : size;
            cases.Add((Line("record", shown, root, other, tree.Leaf(other), inclusion), InclusionProof.Verify(other, shown, tree.Leaf(other), root, inclusion.AsSpan())));
            var oldRoot = tree.Range(older).Root;
            cases.Add((Line("tree", shown, root, older, oldRoot, consistency), ConsistencyProof.Verify(older, shown, oldRoot, root, consistency.AsSpan())));
        }
        Compare(cases);
    }

    private static ImmutableArray<Hash> Alter(Random random, ImmutableArray<Hash> proof, Hash any) => random.Next(8) switch
    {
        0 => proof.Add(any),
        1 => proof.Insert(0, any),
        2 when proof.Length > 0 => proof.RemoveAt(random.Next(proof.Length)),
        3 when proof.Length > 0 => proof.SetItem(random.Next(proof.Length), any),
        4 when proof.Length > 1 => proof.Reverse().ToImmutableArray(),
        _ => proof,
    };

    private static string Line(string kind, ulong size, Hash root, ulong index, Hash hash, ImmutableArray<Hash> proof) =>
        new StringBuilder(kind).Append(' ').Append(DecimalText.Format(size)).Append(' ').Append(root).Append(' ').Append(DecimalText.Format(index)).Append(' ').Append(hash)
            .Append(' ').Append(Convert.ToBase64String(HashTile.Format(proof.AsSpan()))).ToString();
}
