using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Acts;
using Mandate.Cli.Ballots;
using Mandate.Cli.Chronologies;
using Mandate.Cli.Contract;
using Mandate.Cli.Founding;
using Mandate.Cli.Guards;
using Mandate.Cli.Questions;
using Mandate.Cli.Record;
using Mandate.Cli.Roll;
using Mandate.Cli.Seals;
using Mandate.Cli.Serving;
using Mandate.Cli.Statutes;
using Mandate.Cli.Tally;
using Mandate.Cli.Witnessing;

namespace Mandate.Cli;

/// <summary>The <c>mandate</c> command: arguments in, exit code out (docs/cli.md).</summary>
public static class CommandLine
{
    /// <summary>All commands, in the order in which help lists them.</summary>
    private static RootCommand Root() => new("Mandate: rules that decide and say why, and proof of what was decided.")
    {
        Terminal.JsonOption,
        ServeCommand.Create(),
        CheckCommand.Create(),
        DiffCommand.Create(),
        SimulateCommand.Create(),
        CountCommand.Create(),
        NewCommand.Create(),
        ImportRollCommand.Create(),
        ReplayCommand.Create(),
        MayCommand.Create(),
        ActCommand.Create(),
        FindingsCommand.Create(),
        AskCommand.Create(),
        ExportCommand.Create(),
        ImportCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        VerifyCommand.Create(),
        BallotCommand.Create(),
        SealCommand.Create(),
        WitnessCommand.Create(),
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
        catch (Exception machine) when (machine is IOException or UnauthorizedAccessException or System.Data.Common.DbException or Mandate.Node.Stores.StoreFaultException)
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
