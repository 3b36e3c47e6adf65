using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Sessions;

public enum ProcedureStage
{
    /// <summary>Moved; not before the body until enough have seconded it.</summary>
    Moved,

    /// <summary>Before the body.</summary>
    Pending,

    Carried,
    Lost,
    Withdrawn,

    /// <summary>Its item came to an end before it was decided.</summary>
    Fallen,
}

/// <summary>A procedural motion (to close the debate, to adjourn, to refer ...), moved on the running item.</summary>
/// <param name="Kind">Its name under <c>debate.motions</c> of the body.</param>
/// <param name="Item">The item it was moved on; empty where none was running.</param>
/// <param name="Minutes">For a limit of speaking time or more time.</param>
/// <param name="Until">For an adjournment.</param>
/// <param name="To">For a referral: the body.</param>
public sealed record ProceduralMotion(string Id, string Kind, DebateEffect Effect, string Item, string Mover, DateTimeOffset At, ProcedureStage Stage, int SecondsNeeded, ImmutableSortedSet<string> Seconds, int? Minutes, DateTimeOffset? Until, string? To)
{
    /// <summary>Who was the first to object, so that a vote is needed; null while nobody has.</summary>
    public string? Opposed { get; init; }

    /// <summary>The vote that decided it; null where none was needed.</summary>
    public string? Vote { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Clause path of its kind.</summary>
    public string Clause { get; init; } = "";

    public bool IsOpen => Stage is ProcedureStage.Moved or ProcedureStage.Pending;
}
