using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;

namespace Mandate.Cli.Statutes;

/// <summary><c>mandate diff</c>: what an amendment changes, clause by clause.</summary>
internal static class DiffCommand
{
    private static readonly Argument<FileInfo> OldArgument = new("OLD") { Description = "The constitution as it is." };
    private static readonly Argument<FileInfo> NewArgument = new("NEW") { Description = "The constitution as it would be." };

    public static Command Create() => new Command("diff", "What an amendment changes.") { OldArgument, NewArgument }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var changes = ConstitutionDiff.Between(Read(parsed.GetValue(OldArgument)!), Read(parsed.GetValue(NewArgument)!));
        terminal.Data(
            new JsonObject
            {
                ["changes"] = new JsonArray([.. changes.Select(c => (JsonNode)new JsonObject
                {
                    ["kind"] = c.Kind.ToString().ToLowerInvariant(), ["path"] = c.Path, ["oldPath"] = c.OldPath, ["before"] = c.Before is null ? null : c.OldText, ["after"] = c.After is null ? null : c.NewText,
                })]),
            },
            changes.SelectMany(Lines));
        terminal.Message(changes.IsEmpty ? "No clause differs." : $"{changes.Length} clauses differ.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(ClauseChange change)
    {
        yield return change.Path;
        if (change.Before is not null) yield return "  - " + change.OldText.ReplaceLineEndings("\n    ");
        if (change.After is not null) yield return "  + " + change.NewText.ReplaceLineEndings("\n    ");
    }

    private static Constitution Read(FileInfo file)
    {
        if (!file.Exists) throw CommandException.BadInput($"{file.FullName}: there is no such file");
        var reading = ConstitutionReader.Read(File.ReadAllText(file.FullName));
        return reading.Constitution ?? throw CommandException.BadInput(string.Join('\n', reading.Faults.Select(f => $"{file.Name}: {f}")));
    }
}
