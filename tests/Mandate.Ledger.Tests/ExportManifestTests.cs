namespace Mandate.Ledger.Tests;

public sealed class ExportManifestTests
{
    private static readonly Hash A = MerkleTree.LeafHash([1]);
    private static readonly Hash B = MerkleTree.LeafHash([2]);

    private static ExportManifest Sample => ExportManifest.Of(SampleLog.Origin, [new("tile/0/000", A), new("checkpoint", B)]);

    [Fact]
    public void It_reads_back_under_the_logs_key_and_origin_only()
    {
        var bytes = Sample.Sign(SampleLog.Signer).ToBytes();
        Assert.True(ExportManifest.TryOpen(bytes, SampleLog.Origin, SampleLog.Signer.Key, out var manifest, out var fault), fault);
        Assert.Equal(["checkpoint", "tile/0/000"], manifest.Files.Keys);
        Assert.False(ExportManifest.TryOpen(bytes, "other", SampleLog.Signer.Key, out _, out _));
        bytes[70] ^= 1;
        Assert.False(ExportManifest.TryOpen(bytes, SampleLog.Origin, SampleLog.Signer.Key, out _, out _));
    }

    [Fact]
    public void Missing_changed_and_unlisted_files_are_named()
    {
        Assert.Empty(Sample.Differences(Sample.Files));
        Assert.Equal(
            ["checkpoint: changed", "extra: not listed", "tile/0/000: listed and missing"],
            Sample.Differences(new Dictionary<string, Hash> { ["checkpoint"] = A, ["extra"] = A }));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/absolute")]
    [InlineData("a//b")]
    [InlineData("a\nb")]
    [InlineData("a\\b")]
    [InlineData("")]
    public void Paths_that_leave_the_folder_are_neither_written_nor_read(string path)
    {
        var manifest = ExportManifest.Of(SampleLog.Origin, [new(path, A)]);
        Assert.Throws<ArgumentException>(() => manifest.Sign(SampleLog.Signer));
        var forced = SignedNote.Sign(manifest.ToString(), SampleLog.Signer).ToBytes();
        Assert.False(ExportManifest.TryOpen(forced, SampleLog.Origin, SampleLog.Signer.Key, out _, out _));
    }
}
