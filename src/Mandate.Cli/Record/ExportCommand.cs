using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Record;

/// <summary><c>mandate export</c>: an organisation as a folder that anybody can verify.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> OutArgument = new("OUT") { Description = "The new folder." };

    public static Command Create() =>
        new Command("export", "Write an organisation as a folder that anybody can verify.") { Organisations.Folder, OutArgument, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var node = Organisations.LookAtOwn(parsed);
        var result = Organisations.Guard(() => node.Export(parsed.GetValue(OutArgument)!, Organisations.Progress("entries")));
        terminal.Data(
            new JsonObject { ["folder"] = result.Folder, ["entries"] = result.Entries, ["files"] = result.Files, ["bytes"] = result.Bytes, ["key"] = node.Key.ToString() },
            $"{result.Entries} entries, {result.Files} files, {result.Bytes} bytes in {result.Folder}");
        return ExitCode.Done;
    }
}
