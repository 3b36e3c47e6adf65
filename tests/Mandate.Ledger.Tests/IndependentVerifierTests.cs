using System.Security.Cryptography;

namespace Mandate.Ledger.Tests;

/// <summary>
/// Our folders before verifiers that share no code with us: tests/independent/verify_export.py, and tests/independent/tlog, which uses
/// the Go project's packages as Debian ships them.
/// </summary>
public sealed class IndependentVerifierTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-ledger-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (int Code, string Output) Run(params IEnumerable<string> arguments) =>
        Programs.Run("python3", [Path.Combine(Repository.Root, "tests", "independent", "verify_export.py"), .. arguments]);

    private void Write(string path, byte[] bytes)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private string[] Arguments => [folder, "--log", $"{SampleLog.Signer.Key}", "--witness", $"{SampleLog.Witness(1).Key}"];

    private void Export()
    {
        var log = new SampleLog();
        foreach (var size in new ulong[] { 0, 3, 256, 700 })
        {
            Write($"checkpoints/{size}", log.Grow(size).Publish().ToBytes());
        }
        Write("checkpoint", log.Publish().With(SampleLog.Witness(1).Cosign(log.Checkpoint.ToString(), 1_800_000_000)).ToBytes());
        foreach (var (path, bytes) in log.Files) Write($"{path}", bytes);
        Manifest();
    }

    private void Manifest()
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => new Hash(SHA256.HashData(File.ReadAllBytes(f))));
        files.Remove("manifest");
        Write("manifest", ExportManifest.Of(SampleLog.Origin, files).Sign(SampleLog.Signer).ToBytes());
    }

    [Fact]
    public void It_accepts_our_folder_and_names_the_first_fault_of_a_spoiled_one()
    {
        Export();
        var (code, output) = Run(Arguments);
        Assert.True(code == 0, output);
        Assert.StartsWith("holds: 700 entries, 1 witnesses, 4 older checkpoints", output, StringComparison.Ordinal);

        foreach (var path in new[] { "checkpoint", "checkpoints/256", "tile/0/000", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/001", "tile/entries/002.p/188", "tile/0/000.p/3" })
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, path));
            var changed = bytes.ToArray();
            changed[changed.Length / 2] ^= 1;
            Write(path, changed);
            // The list is made anew, so that the proofs must find it and not the list.
            Manifest();
            (code, output) = Run(Arguments);
            Assert.True(code == 1, $"{path}: {output}");
            Assert.StartsWith("fails: ", output, StringComparison.Ordinal);
            Write(path, bytes);
        }
        Manifest();
        Assert.Equal(0, Run(Arguments).Code);

        File.Delete(Path.Combine(folder, "tile/entries/000"));
        Assert.Equal((1, "fails: tile/entries/000: missing"), Run(Arguments));
    }

    [Fact]
    public void It_refuses_unlisted_files_rewritten_logs_and_absent_witnesses()
    {
        Export();
        Write("note.txt", [1]);
        Assert.Equal((1, "fails: note.txt: not listed in the manifest"), Run(Arguments));
        File.Delete(Path.Combine(folder, "note.txt"));

        var older = Path.Combine(folder, "older");
        Write("older", new SampleLog("other").Grow(50).Publish().ToBytes());
        Manifest();
        var (code, output) = Run([.. Arguments, "--older", older]);
        Assert.Equal(1, code);
        Assert.Contains("the log was rewritten", output, StringComparison.Ordinal);

        (code, output) = Run([.. Arguments, "--witness", $"{SampleLog.Witness(2).Key}"]);
        Assert.Equal(1, code);
        Assert.Contains("not cosigned by witness.example/2", output, StringComparison.Ordinal);
        Assert.Equal(2, Run(folder, "--log", "nonsense").Code);
    }

    [Fact]
    [Trait("Category", "Conformance")]
    public void It_accepts_the_logs_of_the_conformance_data()
    {
        var small = Path.Combine(ConformanceData.Folder("tlog"), "log-small");
        var info = Conformance.TlogData.Json("log-small/info.json");
        var witnesses = info.GetProperty("witness_keys").EnumerateArray().SelectMany(k => new[] { "--witness", k.GetString()! });
        var (code, output) = Run([small, "--log", info.GetProperty("log_key").GetString()!, .. witnesses]);
        Assert.True(code == 0, output);
    }

    [Fact]
    public void The_Go_packages_accept_our_folder_and_refuse_one_changed_byte()
    {
        using var built = new TemporaryFolder();
        var program = Programs.BuildGo("tlog/verify_export.go", built.Path);

        Export();
        string[] arguments = [folder, $"{SampleLog.Signer.Key}", .. Directory.EnumerateFiles(Path.Combine(folder, "checkpoints")).Order(StringComparer.Ordinal)];
        Assert.Equal((0, "holds: 700 entries, 4 older checkpoints"), Programs.Run(program, arguments));
        foreach (var path in new[] { "checkpoint", "checkpoints/256", "tile/0/000", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/001", "tile/entries/002.p/188" })
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, path));
            var changed = bytes.ToArray();
            changed[changed.Length / 2] ^= 1;
            Write(path, changed);
            var (code, output) = Programs.Run(program, arguments);
            Assert.True(code == 1, $"{path}: {output}");
            Write(path, bytes);
        }
    }
}
