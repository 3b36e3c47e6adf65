using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node.Exports;

namespace Mandate.Cli.Record;

/// <summary><c>mandate backup</c>: a verified copy of an organisation's data, taken while it runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> OutArgument = new("OUT") { Description = "The new folder of the copy." };

    public static Command Create() => new Command("backup", "Copy an organisation's data while it runs.") { Organisations.Folder, OutArgument, Organisations.Keys }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var target = parsed.GetValue(OutArgument)!;
        var report = Organisations.Guard(() => Backup.Make(Organisations.Existing(parsed), target, parsed.GetValue(Organisations.Keys), Organisations.Progress("entries")));
        terminal.Data(new JsonObject { ["folder"] = Path.GetFullPath(target), ["verification"] = ReportText.Json(report) }, [.. ReportText.Lines(report), $"copy in {Path.GetFullPath(target)}"]);
        ReportText.Faults(report, terminal);
        if (report.Holds) terminal.Message("Secret keys and the record of the last signed checkpoint are not in the copy; keep them apart from it.");
        return report.Holds ? ExitCode.Done : ExitCode.DoesNotHold;
    }
}
