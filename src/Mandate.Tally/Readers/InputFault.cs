using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>Why a file could not be read. Nothing of it has been used.</summary>
/// <param name="Line">From 1; 0 where the fault is in the file as a whole.</param>
/// <param name="Column">From 1, in characters (bytes where the text is not UTF-8); 0 where the fault is in the line as a whole.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record InputFault(int Line, int Column, string Message)
{
    public override string ToString() => Line == 0
        ? Message
        : Column == 0 ? FormattableString.Invariant($"line {Line}: {Message}") : FormattableString.Invariant($"line {Line}, column {Column}: {Message}");
}

/// <summary>What a reader gives back: the papers, or the fault.</summary>
public readonly record struct Read<T>(T? Value, InputFault? Fault) where T : class
{
    private readonly ImmutableArray<string> warnings;

    /// <summary>What was read with a doubt, and where it stands.</summary>
    public ImmutableArray<string> Warnings
    {
        get => warnings.IsDefault ? [] : warnings;
        init => warnings = value;
    }

    public static implicit operator Read<T>(T value) => new(value, null);

    public static implicit operator Read<T>(InputFault fault) => new(null, fault);
}
