using System.CommandLine;
using System.Text.Json.Nodes;

namespace Mandate.Cli.Contract;

/// <summary>From arguments to an exit code as the contract has it (docs/cli.md), for every program that keeps to it.</summary>
public static class CommandRun
{
    /// <param name="program">The program's name, for the pointer to its help.</param>
    /// <param name="root">What it can do.</param>
    /// <param name="isOfTheMachine">Faults for which neither the program nor its input is to blame; they end with 3.</param>
    public static async Task<int> Async(string program, RootCommand root, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, Func<Exception, bool> isOfTheMachine, CancellationToken cancel = default)
    {
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) await error.WriteLineAsync(fault.Message);
            var command = parsed.CommandResult.Command is RootCommand ? program : $"{program} {parsed.CommandResult.Command.Name}";
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
        catch (Exception fault) when (isOfTheMachine(fault))
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

    /// <summary>A disk that fails or a folder that is closed to this user.</summary>
    public static bool IsOfTheMachine(Exception fault) => fault is IOException or UnauthorizedAccessException;
}
