using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node.Exports;

namespace Mandate.Cli.Record;

/// <summary><c>mandate import</c>: a working organisation from an export, once that has been verified.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> ExportArgument = new("OUT") { Description = "The export." };
    private static readonly Argument<string> TargetArgument = new("DIR") { Description = "The new folder." };

    public static Command Create() =>
        new Command("import", "Rebuild a working organisation from an export.") { ExportArgument, TargetArgument, Pins.Key, Pins.Policy, Pins.Seen, Organisations.Keys, Organisations.Store }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var export = parsed.GetValue(ExportArgument)!;
        if (!Directory.Exists(export)) throw CommandException.BadInput($"{export}: there is no such folder");
        var pinned = Pins.Read(parsed);
        var (report, result) = Organisations.Guard(() => ExportReader.Import(export, parsed.GetValue(TargetArgument)!, parsed.GetValue(Organisations.Keys), pinned, Organisations.Progress("entries"), Organisations.Options(parsed)));
        if (result is null)
        {
            terminal.Data(ReportText.Json(report), ReportText.Lines(report));
            ReportText.Faults(report, terminal);
            terminal.Message("Nothing was imported.");
            return ExitCode.DoesNotHold;
        }
        terminal.Data(
            new JsonObject { ["folder"] = result.Folder, ["entries"] = result.Entries, ["state"] = result.StateDigest, ["origin"] = result.Origin, ["continues"] = result.Continues },
            $"{result.Entries} entries in {result.Folder}, state {result.StateDigest}");
        terminal.Message(result.Continues
            ? $"The ledger {result.Origin} goes on: its secret key is at hand."
            : $"The ledger's secret key is not here, so the entries go on in a new ledger, {result.Origin}. Names and addresses are not part of an export; they come back with the vault's backup.");
        return ExitCode.Done;
    }
}
