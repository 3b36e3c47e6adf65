namespace Mandate.Ledger.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class ProofTests
{
    [Fact]
    public void Policies_are_read_or_refused()
    {
        TlogData.All(TlogData.Json("policy-parse.json").EnumerateArray(), c =>
        {
            var accepted = TlogPolicy.TryParse(System.Text.Encoding.UTF8.GetBytes(c.Text("text")), out var policy, out var fault);
            if (TlogData.Verdict(c, accepted, fault) is { } wrong) return wrong;
            if (!accepted) return null;
            var written = policy!.ToString();
            return TlogPolicy.TryParse(System.Text.Encoding.UTF8.GetBytes(written), out var back, out fault) && back.ToString() == written ? null : $"not read back: {fault}";
        });
    }

    [Fact]
    public void Policy_files_are_read()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TlogData.Folder, "policies")))
            Assert.True(TlogPolicy.TryParse(File.ReadAllBytes(file), out _, out var fault), $"{file}: {fault}");
    }

    [Fact]
    public void Offline_proofs_are_accepted_or_refused()
    {
        TlogData.All(TlogData.Json("tlog-proofs.json").EnumerateArray(), c =>
        {
            if (!TlogPolicy.TryParse(TlogData.Bytes(c.Text("policy")), out var policy, out var fault)) return fault;
            var leaf = MerkleTree.LeafHash(Convert.FromHexString(c.Text("entry_hex")));
            var bytes = TlogData.Bytes(c.Text("file"));
            var accepted = TlogProof.TryParse(bytes, out var proof, out fault) && proof.TryVerify(leaf, policy, out _, out fault);
            if (TlogData.Verdict(c, accepted, fault) is { } wrong) return wrong;
            return !accepted || proof!.ToBytes().AsSpan().SequenceEqual(bytes) ? null : "not written back the same";
        });
    }

    [Fact]
    public void Pairs_of_checkpoints_get_the_monitors_verdict()
    {
        var data = TlogData.Json("fork-evidence.json");
        Assert.True(VerifierKey.TryParse(data.Text("trusted_log_key"), out var log, out _));
        TlogData.All(data.GetProperty("cases").EnumerateArray(), c =>
        {
            var first = System.Text.Encoding.UTF8.GetBytes(c.Text("first_checkpoint"));
            var second = System.Text.Encoding.UTF8.GetBytes(c.Text("second_checkpoint"));
            var relation = CheckpointComparison.Compare(first, second, c.Hashes("consistency_proof"), log);
            var verdict = string.Concat(relation.ToString().Select((ch, i) => char.IsUpper(ch) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(ch)}" : $"{ch}"));
            if (verdict != c.Text("expect")) return $"{verdict}, not {c.Text("expect")}";
            var evidence = new ForkEvidence(log, [.. first], [.. second]);
            if (!ForkEvidence.TryParse(evidence.ToBytes(), out var read, out var fault)) return fault;
            return read.Check(out _) == ForkFinding.TwoRootsAtOneSize == (verdict == "fork-proven") ? null : "the evidence file says otherwise";
        });
    }
}
