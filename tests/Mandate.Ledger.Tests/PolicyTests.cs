using System.Text;

namespace Mandate.Ledger.Tests;

public sealed class PolicyTests
{
    private static TlogPolicy Policy(string rest)
    {
        var text = $"log {SampleLog.Signer.Key}\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"witness w{i} {SampleLog.Witness(i).Key}\n"));
        Assert.True(TlogPolicy.TryParse(Encoding.UTF8.GetBytes(text + rest), out var policy, out var fault), fault);
        return policy;
    }

    private static SignedNote Cosigned(SampleLog log, params int[] witnesses) =>
        log.Publish().With(witnesses.Select(w => SampleLog.Witness(w).Cosign(log.Checkpoint.ToString(), 1)));

    [Fact]
    public void A_quorum_of_groups_needs_each_group()
    {
        var policy = Policy("group branches 2 w1 w2 w3\ngroup minorities any w4 w5\ngroup both all branches minorities\nquorum both\n");
        var log = new SampleLog().Grow(9);
        Assert.True(policy.TryAccept(Cosigned(log, 1, 3, 5), out _, out _));
        Assert.False(policy.TryAccept(Cosigned(log, 1, 2, 3), out _, out var fault));
        Assert.Contains("minorities has 0 of the 1 it needs", fault, StringComparison.Ordinal);
        Assert.False(policy.TryAccept(Cosigned(log, 1, 4, 5), out _, out _));
        Assert.False(policy.TryAccept(log.Publish(), out _, out _));
    }

    [Fact]
    public void The_same_witness_twice_counts_once()
    {
        var policy = Policy("group g 2 w1 w2\nquorum g\n");
        var log = new SampleLog().Grow(9);
        var text = log.Checkpoint.ToString();
        var note = log.Publish().With(SampleLog.Witness(1).Cosign(text, 1), SampleLog.Witness(1).Cosign(text, 2));
        Assert.False(policy.TryAccept(note, out _, out _));
    }

    [Fact]
    public void One_failing_signature_of_a_listed_witness_refuses_the_checkpoint()
    {
        var policy = Policy("quorum w1\n");
        var log = new SampleLog().Grow(9);
        var wrong = SampleLog.Witness(2).Cosign(new SampleLog("other").Grow(9).Checkpoint.ToString(), 1);
        Assert.False(policy.TryAccept(Cosigned(log, 1).With(wrong), out _, out var fault));
        Assert.Contains("does not hold", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_may_sign_only_under_its_own_origin()
    {
        var checkpoint = new Checkpoint("somebody.example/else", 0, MerkleTree.EmptyRoot);
        Assert.False(Policy("quorum none\n").TryAccept(checkpoint.Sign(SampleLog.Signer), out _, out var fault));
        Assert.Contains("somebody.example/else", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_written_so_that_it_reads_back()
    {
        var policy = Policy("group a 2 w1 w2 w3\ngroup b any w4 w5\ngroup c all a b\nquorum c\n");
        Assert.True(TlogPolicy.TryParse(Encoding.UTF8.GetBytes(policy.ToString()), out var back, out _));
        Assert.Equal(policy.ToString(), back.ToString());
        Assert.EndsWith("group a 2 w1 w2 w3\ngroup b 1 w4 w5\ngroup c 2 a b\nquorum c\n", policy.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quorum none", "line 1: the line must end in a newline")]
    [InlineData("\u007f\nquorum none\n", "line 1: control character 0x7f; only tab and newline are allowed")]
    [InlineData("quorum none\nquorum none\n", "line 2: a second quorum line; exactly one is needed")]
    [InlineData("quorum\n", "line 1: must be: quorum <name>")]
    [InlineData("group g any x\n", "line 1: no witness or group 'x' on a line before")]
    [InlineData("qourum none\n", "line 1: 'qourum' is not known; a line begins with log, witness, group or quorum")]
    public void Faults_name_the_line(string text, string expected)
    {
        Assert.False(TlogPolicy.TryParse(Encoding.UTF8.GetBytes(text), out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Names_are_octets_and_need_not_be_utf8()
    {
        byte[] latin = [.. "witness "u8, 0xe9, .. Encoding.UTF8.GetBytes($" {SampleLog.Witness(1).Key}\n")];
        byte[] utf8 = [.. "witness "u8, 0xc3, 0xa9, .. Encoding.UTF8.GetBytes($" {SampleLog.Witness(2).Key}\n")];
        Assert.True(TlogPolicy.TryParse([.. latin, .. utf8, .. "quorum "u8, 0xe9, (byte)'\n'], out var policy, out var fault), fault);
        Assert.Equal(SampleLog.Witness(1).Key, Assert.IsType<PolicyWitness>(policy.Quorum).Key);
    }

    [Fact]
    public void The_same_key_under_two_names_is_a_duplicate()
    {
        var renamed = VerifierKey.Ed25519Cosignature("other.example", Ed25519.PrivateKey.FromSeed(Enumerable.Repeat((byte)101, 32).ToArray()).PublicKey);
        Assert.False(TlogPolicy.TryParse(Encoding.UTF8.GetBytes($"witness a {SampleLog.Witness(1).Key}\nwitness b {renamed}\nquorum a\n"), out _, out var fault));
        Assert.Equal("line 2: the same witness key was given before", fault);
    }
}
