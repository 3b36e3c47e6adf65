using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Ledger;
using Mandate.Node.Verification;

namespace Mandate.Cli.Record;

/// <summary>The files that people keep: receipts and evidence of a fork, each checked without the record.</summary>
internal static class ProofFiles
{
    public static int Receipt(string file, Pinned pinned, byte[]? entry, Terminal terminal)
    {
        if (pinned is { Key: null, Policy: null }) throw CommandException.BadInput("a receipt is checked with the ledger's key or a policy that you know from elsewhere: --key KEY or --policy FILE");
        var report = ReceiptVerifier.Run(File.ReadAllBytes(file), pinned, entry);
        var time = report.NotLaterThan?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var lines = report.Checks.Select(c => $"{ReportText.Name(c.Outcome),-16} {c.Name}: {c.Text}").ToList();
        if (time is not null) lines.Add($"seen by a witness at {time}");
        if (report.Holds) lines.Add(ReceiptReport.Meaning);
        terminal.Data(
            new JsonObject
            {
                ["holds"] = report.Holds,
                ["origin"] = report.Origin,
                ["index"] = report.Index,
                ["size"] = report.Size,
                ["standing"] = !report.Holds ? null : report.Cosigners.IsEmpty ? "recorded" : "witnessed",
                ["cosigners"] = new JsonArray([.. report.Cosigners.Select(c => JsonValue.Create(c))]),
                ["notLaterThan"] = time,
                ["checks"] = new JsonArray([.. report.Checks.Select(c => (JsonNode)new JsonObject { ["name"] = c.Name, ["outcome"] = ReportText.Name(c.Outcome), ["count"] = c.Count, ["text"] = c.Text })]),
                ["firstFault"] = report.Faults is [var first, ..] ? new JsonObject { ["check"] = first.Check, ["entry"] = first.Entry, ["message"] = first.Message } : null,
                ["meaning"] = report.Holds ? ReceiptReport.Meaning : null,
            },
            lines);
        if (!report.Holds) terminal.Message(report.Faults is [var fault, ..] ? $"Does not hold. First fault: {fault}" : "Not everything could be checked.");
        return report.Holds ? ExitCode.Done : ExitCode.DoesNotHold;
    }

    public static int Evidence(string file, VerifierKey? key, Terminal terminal)
    {
        if (!ForkEvidence.TryParse(File.ReadAllBytes(file), out var evidence, out var fault)) throw CommandException.BadInput($"{file}: {fault}");
        if (key is not null && !key.Equals(evidence.Log)) throw new CommandException(ExitCode.DoesNotHold, $"{file}: is about the key {evidence.Log}, and {key} was asked for");
        var finding = evidence.Check(out var why);
        var proves = finding != ForkFinding.None;
        var sentence = finding switch
        {
            ForkFinding.TwoRootsAtOneSize => "two roots for one number of entries, both signed by the log: it showed different records to different people",
            ForkFinding.OtherBeginning => "the larger record begins with other entries than the smaller one, both signed by the log",
            _ => $"nothing: {why}",
        };
        terminal.Data(
            new JsonObject
            {
                ["holds"] = proves,
                ["finding"] = finding switch { ForkFinding.TwoRootsAtOneSize => "two-roots-at-one-size", ForkFinding.OtherBeginning => "other-beginning", _ => "none" },
                ["log"] = evidence.Log.ToString(),
                ["text"] = sentence,
            },
            $"proves {sentence}",
            $"log {evidence.Log}{(key is null ? "; whoever knows the log's key from elsewhere should give it (--key)" : "")}");
        return proves ? ExitCode.Done : ExitCode.DoesNotHold;
    }
}
