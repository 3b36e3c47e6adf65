using System.Collections.Immutable;

namespace Mandate.Organisation.Undertakings;

public enum Duty { Task, Execution, Report, Promise, Rectification }

/// <summary>A day that its owner gave up for a later one, and why.</summary>
public sealed record MissedDate(DateOnly Due, string Reason, DateTimeOffset At);

public sealed record ExecutionReport(bool Done, string Account, string By, DateTimeOffset At);

/// <param name="Owner">Who has it now.</param>
public sealed record Undertaking(string Id, Duty Duty, string What, string Owner, DateOnly Due, string? Motion, DateTimeOffset At, ImmutableArray<ExecutionReport> Reports)
{
    /// <summary>The result by which it can be seen that it is done.</summary>
    public string? Measure { get; init; }

    /// <summary>The meeting and the item of its agenda at which it is to be done; null for others.</summary>
    public string? Session { get; init; }

    public string? Item { get; init; }

    /// <summary>Days that were given up for a later one.</summary>
    public ImmutableArray<MissedDate> Missed { get; init; } = [];

    /// <summary>Missed dates up to that day: those given up, and the one that has passed.</summary>
    public int MissedBy(DateOnly day) => Missed.Length + (OverdueOn(day) ? 1 : 0);

    public bool Done => Reports.Any(r => r.Done);

    public bool OverdueOn(DateOnly day) => Due < day && !Done;
}

public sealed record UndertakingsState(ImmutableDictionary<string, Undertaking> All)
{
    public ImmutableDictionary<string, Summons> Summonses { get; init; } = ImmutableDictionary.Create<string, Summons>(StringComparer.Ordinal);

    public static UndertakingsState Empty { get; } = new(ImmutableDictionary.Create<string, Undertaking>(StringComparer.Ordinal));

    /// <summary>What units need hands for, and who has offered theirs.</summary>
    public ImmutableDictionary<string, Need> Needs { get; init; } = ImmutableDictionary.Create<string, Need>(StringComparer.Ordinal);
}
