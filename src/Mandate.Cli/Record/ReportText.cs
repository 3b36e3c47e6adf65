using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node.Verification;

namespace Mandate.Cli.Record;

/// <summary>A verification as JSON and as lines, the same for every command that verifies.</summary>
internal static class ReportText
{
    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Holds => "holds",
        Outcome.Fails => "fails",
        Outcome.WithheldByRule => "withheld by rule",
        _ => "not checked",
    };

    public static JsonObject Json(VerificationReport report) => new()
    {
        ["holds"] = report.Holds,
        ["origin"] = report.Origin,
        ["size"] = report.Size,
        ["state"] = report.StateDigest,
        ["checks"] = new JsonArray([.. report.Checks.Select(c => (JsonNode)new JsonObject { ["name"] = c.Name, ["outcome"] = Name(c.Outcome), ["count"] = c.Count, ["text"] = c.Text })]),
        ["firstFault"] = report.FirstFault is { } first ? Json(first) : null,
        ["faults"] = new JsonArray([.. report.Faults.Select(f => (JsonNode)Json(f))]),
        ["meaning"] = report.Holds ? VerificationReport.Meaning : null,
    };

    public static IEnumerable<string> Lines(VerificationReport report)
    {
        foreach (var check in report.Checks) yield return $"{Name(check.Outcome),-16} {check.Name}: {check.Text}";
        if (report.Holds) yield return VerificationReport.Meaning;
    }

    public static void Faults(VerificationReport report, Terminal terminal)
    {
        if (report.Holds) return;
        terminal.Message(report.FirstFault is { } first ? $"Does not hold. First fault: {first}" : "Not everything could be checked.");
        foreach (var fault in report.Faults.Skip(1)) terminal.Message($"also: {fault}");
    }

    private static JsonObject Json(Fault fault) => new() { ["check"] = fault.Check, ["entry"] = fault.Entry, ["file"] = fault.File, ["message"] = fault.Message };
}
