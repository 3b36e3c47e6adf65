namespace Mandate.Ledger.Tests;

public sealed class ForkEvidenceTests
{
    private static readonly VerifierKey Log = SampleLog.Signer.Key;

    private static ForkEvidence RoundTrip(ForkEvidence evidence)
    {
        Assert.True(ForkEvidence.TryParse(evidence.ToBytes(), out var read, out var fault), fault);
        Assert.Equal(evidence.ToBytes(), read.ToBytes());
        return read;
    }

    [Fact]
    public void Two_roots_at_one_size_prove_a_fork()
    {
        var evidence = RoundTrip(ForkEvidence.From(Log, new SampleLog().Grow(40).Publish(), new SampleLog("other").Grow(40).Publish()));
        Assert.Equal(ForkFinding.TwoRootsAtOneSize, evidence.Check(out _));
    }

    [Theory]
    [InlineData(40, 300)]
    [InlineData(128, 300)]
    [InlineData(1, 2)]
    [InlineData(255, 256)]
    public void A_larger_tree_that_begins_otherwise_proves_a_fork(ulong small, ulong large)
    {
        var fork = new SampleLog("other").Grow(large);
        var evidence = RoundTrip(ForkEvidence.From(Log, fork.Publish(), new SampleLog().Grow(small).Publish(), fork.Tree.Node));
        Assert.Equal(ForkFinding.OtherBeginning, evidence.Check(out _));
    }

    [Fact]
    public void A_log_that_only_grew_is_accused_of_nothing()
    {
        var log = new SampleLog().Grow(40);
        var first = log.Publish();
        var second = log.Grow(300).Publish();
        Assert.Equal(ForkFinding.None, RoundTrip(ForkEvidence.From(Log, first, second, log.Tree.Node)).Check(out var fault));
        Assert.Equal("the larger tree continues the smaller", fault);
        Assert.Equal(ForkFinding.None, RoundTrip(ForkEvidence.From(Log, first, first)).Check(out _));
    }

    [Fact]
    public void An_invented_proof_or_signature_proves_nothing()
    {
        var log = new SampleLog().Grow(40);
        var first = log.Publish();
        var second = log.Grow(300).Publish();
        var honest = ForkEvidence.From(Log, first, second, log.Tree.Node);
        Assert.Equal(ForkFinding.None, (honest with { PrefixRoot = MerkleTree.EmptyRoot }).Check(out _));
        Assert.Equal(ForkFinding.None, (honest with { Proof = honest.Proof.SetItem(0, MerkleTree.EmptyRoot) }).Check(out _));
        var forged = new SignedNote(new SampleLog("other").Grow(40).Checkpoint.ToString(), first.Signatures);
        Assert.Equal(ForkFinding.None, ForkEvidence.From(Log, first, forged).Check(out var fault));
        Assert.Contains("does not hold", fault, StringComparison.Ordinal);
    }
}
