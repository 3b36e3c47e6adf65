using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node;
using Mandate.Node.Exports;

namespace Mandate.Cli.Record;

/// <summary><c>mandate restore</c>: puts a backup in place of what is gone, and says whether it is the log that was signed last.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> BackupArgument = new("BACKUP") { Description = "The folder of the copy." };
    private static readonly Argument<string> TargetArgument = new("DIR") { Description = "The organisation's folder, which must be gone or empty." };

    public static Command Create() => new Command("restore", "Put a backup in place.") { BackupArgument, TargetArgument, Organisations.Keys }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var backup = parsed.GetValue(BackupArgument)!;
        if (!OrganisationFolder.IsOne(backup)) throw CommandException.BadInput($"{backup}: holds no backup (there is no log.db in it)");
        var target = parsed.GetValue(TargetArgument)!;
        var why = Organisations.Guard(() => Backup.Restore(backup, target, parsed.GetValue(Organisations.Keys)));
        terminal.Data(new JsonObject { ["folder"] = Path.GetFullPath(target), ["goesOn"] = why is null, ["why"] = why }, $"{Path.GetFullPath(target)}: {(why is null ? "the log can go on" : "in place, to be looked at")}");
        if (why is not null) terminal.Message(why);
        return why is null ? ExitCode.Done : ExitCode.DoesNotHold;
    }
}
