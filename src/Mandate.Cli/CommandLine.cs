using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Cli.Tally;

namespace Mandate.Cli;

/// <summary>The <c>mandate</c> command: arguments in, exit code out (docs/cli.md).</summary>
public static class CommandLine
{
    /// <summary>All commands, in the order in which help lists them.</summary>
    private static RootCommand Root() => new("Mandate: rules that decide and say why, and proof of what was decided.")
    {
        Terminal.JsonOption,
        Commands.NotOffered("serve", "Run the server on embedded defaults."),
        Commands.NotOffered("check", "Findings and capture numbers of a constitution."),
        Commands.NotOffered("diff", "What an amendment changes."),
        Commands.NotOffered("simulate", "Stress test of a constitution against an adversarial apparatus."),
        CountCommand.Create(),
        Commands.NotOffered("new", "Found an organisation."),
        Commands.NotOffered("import-roll", "Import members and units from CSV."),
        Commands.NotOffered("replay", "Build an organisation from a chronology."),
        Commands.NotOffered("may", "Acts open now, and why the others are not."),
        Commands.NotOffered("act", "Perform any act; the same refusals as everywhere."),
        Commands.NotOffered("findings", "Guards that fire, as of a day."),
        Commands.NotOffered("ask", "The state as of a day."),
        Commands.NotOffered("export", "Write an organisation as a folder that anybody can verify."),
        Commands.NotOffered("import", "Rebuild a working organisation from an export."),
        Commands.NotOffered("backup", "Copy an organisation's data while it runs."),
        Commands.NotOffered("restore", "Put a backup in place."),
        Commands.NotOffered("verify", "Verify an export, an organisation's folder or an archive of a secret ballot."),
        Commands.NotOffered("ballot", "Steps of a secret ballot, offline."),
        Commands.NotOffered("witness", "Run a witness."),
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        var parsed = Root().Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            var command = parsed.CommandResult.Command is RootCommand ? "mandate" : $"mandate {parsed.CommandResult.Command.Name}";
            await error.WriteLineAsync($"'{command} --help' says what it takes.");
            return ExitCode.BadInput;
        }
        var json = parsed.GetValue(Terminal.JsonOption);
        try
        {
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (CommandException end)
        {
            return Ended(end.Code, end.Message);
        }
        catch (OperationCanceledException)
        {
            return Ended(ExitCode.CannotRun, "Stopped.");
        }
        catch (Exception machine) when (machine is IOException or UnauthorizedAccessException)
        {
            return Ended(ExitCode.CannotRun, machine.Message);
        }

        int Ended(int code, string message)
        {
            error.WriteLine(message);
            if (json) new Terminal(output, error, Json: true).Data(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
            return code;
        }
    }
}
