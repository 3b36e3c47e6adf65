using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;

namespace Mandate.Cli.Statutes;

/// <summary><c>mandate diff</c>: what an amendment changes, clause by clause.</summary>
internal static class DiffCommand
{
    private static readonly Argument<FileInfo> OldArgument = new("OLD") { Description = "The constitution as it is." };
    private static readonly Argument<FileInfo> NewArgument = new("NEW") { Description = "The constitution as it would be." };

    public static Command Create() => new Command("diff", "What an amendment changes.") { OldArgument, NewArgument }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (old, later) = (ConstitutionFiles.Read(parsed.GetValue(OldArgument)!), ConstitutionFiles.Read(parsed.GetValue(NewArgument)!));
        var changes = ConstitutionDiff.Between(old, later);
        var (before, after) = (Checker.Check(old), Checker.Check(later));
        terminal.Data(
            new JsonObject
            {
                ["changes"] = new JsonArray([.. changes.Select(c => (JsonNode)new JsonObject
                {
                    ["kind"] = c.Kind.ToString().ToLowerInvariant(), ["path"] = c.Path, ["oldPath"] = c.OldPath, ["before"] = c.Before is null ? null : c.OldText, ["after"] = c.After is null ? null : c.NewText,
                })]),
                ["findings"] = new JsonObject { ["new"] = Json(Without(after, before)), ["gone"] = Json(Without(before, after)) },
                ["capture"] = new JsonObject { ["before"] = CheckJson.Of(before)["capture"]!.DeepClone(), ["after"] = CheckJson.Of(after)["capture"]!.DeepClone() },
            },
            [
                .. changes.SelectMany(Lines),
                .. Without(after, before).Select(f => $"new finding: {f.Check} {CheckJson.Word(f.Severity)} at {f.At}: {f.Witness}"),
                .. Without(before, after).Select(f => $"finding gone: {f.Check} {CheckJson.Word(f.Severity)} at {f.At}"),
                .. Capture(before, after),
            ]);
        terminal.Message(changes.IsEmpty ? "No clause differs." : $"{changes.Length} clauses differ.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(ClauseChange change)
    {
        yield return change.Path;
        if (change.Before is not null) yield return "  - " + change.OldText.ReplaceLineEndings("\n    ");
        if (change.After is not null) yield return "  + " + change.NewText.ReplaceLineEndings("\n    ");
    }

    private static IEnumerable<Finding> Without(CheckResult result, CheckResult other)
    {
        var there = other.Findings.Select(f => (f.Check, f.At)).ToHashSet();
        return result.Findings.Where(f => !there.Contains((f.Check, f.At)));
    }

    private static JsonArray Json(IEnumerable<Finding> findings) =>
        new([.. findings.Select(f => (JsonNode)new JsonObject { ["check"] = f.Check, ["severity"] = CheckJson.Word(f.Severity), ["at"] = f.At, ["witness"] = f.Witness })]);

    private static IEnumerable<string> Capture(CheckResult before, CheckResult after)
    {
        foreach (var (target, strengths) in after.Capture)
            foreach (var (strength, number) in strengths)
                if (before.Capture[target][strength].Number is var old && old != number.Number)
                    yield return $"capture of {CheckJson.Word(target)}, L{(int)strength}: {Text(old)} before, {Text(number.Number)} after";

        static string Text(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "members only";
    }
}
