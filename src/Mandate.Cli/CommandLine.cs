using System.CommandLine;
using System.Runtime.CompilerServices;
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
    private static readonly (string Name, Func<Command> Create)[] All =
    [
        ("serve", ServeCommand.Create),
        ("check", CheckCommand.Create),
        ("diff", DiffCommand.Create),
        ("simulate", SimulateCommand.Create),
        ("count", CountCommand.Create),
        ("new", NewCommand.Create),
        ("import-roll", ImportRollCommand.Create),
        ("replay", ReplayCommand.Create),
        ("may", MayCommand.Create),
        ("act", ActCommand.Create),
        ("findings", FindingsCommand.Create),
        ("ask", AskCommand.Create),
        ("export", ExportCommand.Create),
        ("import", ImportCommand.Create),
        ("backup", BackupCommand.Create),
        ("restore", RestoreCommand.Create),
        ("verify", VerifyCommand.Create),
        ("ballot", BallotCommand.Create),
        ("seal", SealCommand.Create),
        ("witness", WitnessCommand.Create),
    ];

    /// <summary>
    /// Where the first word names a command, that one alone is made: making all of them loads the server and the store and takes longer than
    /// counting a small box of papers.
    /// </summary>
    private static RootCommand Root(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Mandate: rules that decide and say why, and proof of what was decided.") { Terminal.JsonOption };
        var named = arguments.Count == 0 ? -1 : Array.FindIndex(All, c => c.Name == arguments[0]);
        foreach (var (_, create) in named < 0 ? All : [All[named]]) root.Add(create());
        return root;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancel = default)
    {
        var parsed = Root(arguments).Parse(arguments);
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
        catch (Exception fault) when (IsOfTheMachine(fault))
        {
            return Ended(ExitCode.CannotRun, fault.Message);
        }

        int Ended(int code, string message)
        {
            error.WriteLine(message);
            if (json) new Terminal(output, error, Json: true).Data(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
            return code;
        }
    }

    /// <summary>Apart, so that a run without such a fault loads no database.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOfTheMachine(Exception fault) => fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException or Mandate.Node.Stores.StoreFaultException;
}
