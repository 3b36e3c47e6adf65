namespace Mandate.Cli.Contract;

/// <summary>The exit codes on which other programs rely (docs/cli.md).</summary>
public static class ExitCode
{
    /// <summary>Done, or it holds.</summary>
    public const int Done = 0;

    /// <summary>It does not hold: findings at or above the threshold, a refused act, a failed verification.</summary>
    public const int DoesNotHold = 1;

    /// <summary>Bad input or usage.</summary>
    public const int BadInput = 2;

    /// <summary>It cannot run: not available here, in use by another process, the machine fails.</summary>
    public const int CannotRun = 3;
}

/// <summary>Ends a command early with a code and a plain sentence.</summary>
public sealed class CommandException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    public static CommandException BadInput(string message) => new(ExitCode.BadInput, message);

    public static CommandException CannotRun(string message) => new(ExitCode.CannotRun, message);
}
