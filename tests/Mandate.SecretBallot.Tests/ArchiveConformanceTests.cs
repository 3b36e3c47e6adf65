using System.Text.Json;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Tests;

/// <summary>The archives of the conformance folder: made by others, and falsified in one place each.</summary>
[Trait("Category", "Conformance")]
public sealed class ArchiveConformanceTests
{
    private static readonly VerificationOptions Parallel = new() { ForEach = (n, one) => System.Threading.Tasks.Parallel.For(0, n, one) };

    /// <summary>Two here; MANDATE_REPEAT sets more, for a long run.</summary>
    private static int Repetitions => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_REPEAT"), out var n) ? n : 2;

    [Fact]
    public void Every_archive_made_by_others_is_accepted_with_its_result()
    {
        var folder = ConformanceData.Folder("belenios");
        var archives = Directory.GetDirectories(folder, "v*").SelectMany(v => Directory.GetFiles(v, "*.bel", SearchOption.AllDirectories)).ToList();
        Assert.NotEmpty(archives);
        foreach (var file in archives)
        {
            var report = Verify(file);
            Assert.True(report.Ok, $"{file}: {report.FirstFault}");
            var open = file.Contains("voting-phase", StringComparison.Ordinal);
            Assert.Equal(!open, report.IsComplete);
            var stated = Path.Combine(Path.GetDirectoryName(file)!, "result.json");
            if (!open && File.Exists(stated)) Assert.Equal(File.ReadAllText(stated).Trim(), report.Result!.ToString());
        }
    }

    [Fact]
    public void Every_falsified_archive_is_refused_at_its_stage_on_every_run()
    {
        var folder = Path.Combine(ConformanceData.Folder("belenios"), "negative", "v1");
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "EXPECT.json")));
        Assert.NotEqual(0, expected.RootElement.GetArrayLength());
        var wrong = new List<string>();
        foreach (var entry in expected.RootElement.EnumerateArray())
        {
            var file = entry.GetProperty("file").GetString()!;
            Assert.Equal("reject", entry.GetProperty("our_verifier_must").GetString());
            for (var i = 0; i < Repetitions; i++)
            {
                var report = Verify(Path.Combine(folder, file), i % 2 == 0 ? Parallel : new());
                var stage = report.FirstFault?.Stage.ToString();
                if (report.Ok || !string.Equals(stage, entry.GetProperty("class").GetString(), StringComparison.OrdinalIgnoreCase)) wrong.Add($"{file}: {report.FirstFault?.ToString() ?? "accepted"}");
            }
        }
        Assert.Empty(wrong);
    }

    private static ArchiveReport Verify(string file, VerificationOptions? options = null)
    {
        using var stream = File.OpenRead(file);
        return ArchiveVerifier.Verify(stream, options ?? Parallel);
    }
}
