using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Verification;

namespace Mandate.Cli.Record;

/// <summary>The verification of an archive of a secret ballot, as JSON and as lines.</summary>
internal static class BallotArchives
{
    /// <summary>Whether a file says that it is one, by its name or by what stands first in it.</summary>
    public static bool IsOne(string file)
    {
        if (!File.Exists(file)) return false;
        if (file.EndsWith(".bel", StringComparison.OrdinalIgnoreCase)) return true;
        Span<byte> first = stackalloc byte[9];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual("BELENIOS\0"u8);
    }

    public static int Verify(string file, Terminal terminal)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var report = ArchiveVerifier.Verify(stream, new() { ForEach = (n, one) => Parallel.For(0, n, one) });
        terminal.Data(Json(report), Lines(report));
        if (!report.Ok) terminal.Message(report.FirstFault is { } f ? $"Does not hold. First fault: {f.Number} {f.Stage}: {f.Text}" : "Not everything could be checked: the archive stops before its result.");
        return report.Ok ? ExitCode.Done : ExitCode.DoesNotHold;
    }

    private static JsonObject Json(ArchiveReport report) => new()
    {
        ["holds"] = report.Ok,
        ["complete"] = report.IsComplete,
        ["version"] = report.Election?.Profile.Version,
        ["election"] = report.Election?.Uuid,
        ["fingerprint"] = report.Election?.Fingerprint,
        ["head"] = report.Head,
        ["ballots"] = report.Ballots,
        ["result"] = report.Result is { } result ? JsonNode.Parse(result.ToString())!["result"]!.DeepClone() : null,
        ["checks"] = new JsonArray([.. report.Checks.Select(c => (JsonNode)new JsonObject
        {
            ["number"] = c.Number, ["stage"] = c.Stage.ToString(), ["outcome"] = Name(c.Outcome), ["count"] = c.Count, ["text"] = c.Text,
        })]),
        ["firstFault"] = report.FirstFault is { } f ? new JsonObject { ["check"] = f.Number, ["stage"] = f.Stage.ToString(), ["message"] = f.Text } : null,
        ["meaning"] = report.IsComplete ? ArchiveReport.Meaning : null,
    };

    private static IEnumerable<string> Lines(ArchiveReport report)
    {
        foreach (var c in report.Checks) yield return $"{c.Number} {Name(c.Outcome),-16} {c.Stage}: {c.Text}";
        if (report.Election is { } election) yield return $"election {election.Uuid}, version {election.Profile.Version} of the protocol, fingerprint {election.Fingerprint}";
        if (report.Head is { } head) yield return $"head {head}";
        if (report.Result is { } result) yield return result.ToString();
        if (report.IsComplete) yield return ArchiveReport.Meaning;
    }

    private static string Name(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Holds => "holds",
        CheckOutcome.Fails => "fails",
        CheckOutcome.WithheldByRule => "withheld by rule",
        _ => "not checked",
    };
}
