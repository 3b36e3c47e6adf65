using System.CommandLine;

namespace Mandate.Cli.Contract;

/// <summary>How commands are made and run, so that each keeps to the contract.</summary>
public static class Commands
{
    /// <summary>A command whose action gets the parsed arguments and its terminal, and gives an exit code.</summary>
    public static Command Running(this Command command, Func<ParseResult, Terminal, int> run)
    {
        command.SetAction(parsed => run(parsed, Terminal.Of(parsed)));
        return command;
    }

    /// <inheritdoc cref="Running(Command, Func{ParseResult, Terminal, int})"/>
    public static Command Running(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> run)
    {
        command.SetAction((parsed, cancel) => run(parsed, Terminal.Of(parsed), cancel));
        return command;
    }

    /// <summary>A command of the contract that this version does not offer: a plain sentence, and it cannot run.</summary>
    public static Command NotOffered(string name, string description) =>
        new Command(name, description) { TreatUnmatchedTokensAsErrors = false }
            .Running((_, _) => throw CommandException.CannotRun($"'mandate {name}' is not offered by this version yet."));
}
