using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;

namespace Mandate.Constitutions.Checks;

public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>
/// What the rules make possible or leave out. It says nothing of anybody who holds an office.
/// </summary>
/// <param name="Check">A1 to G4.</param>
/// <param name="At">The clause it is about; for something missing, the clause where it would stand.</param>
/// <param name="Says">In plain words: who, by which clauses, in which order.</param>
public sealed record Finding(string Check, Severity Severity, string At, ImmutableArray<string> Clauses, Phrase Says)
{
    /// <summary>The sentence in English; <see cref="Says"/> has it in every language.</summary>
    public string Witness => Says.ToString();

    /// <summary>The strength of control at which it appears, for the checks that have one.</summary>
    public Strength? Strength { get; init; }

    /// <summary>What is captured, for the checks that ask that of each thing worth capturing; remedies are ranked by it.</summary>
    public Target? Target { get; init; }

    public ImmutableArray<Remedy> Remedies { get; init; } = [];

    /// <summary>The waiver that covers it, if it has not expired.</summary>
    public Waiver? Waived { get; init; }
}

/// <summary>A change that was tried on the constitution, with the capture number before and after (null: only a majority of members, or nobody).</summary>
/// <param name="Edits">By clause path; what adopts them is an amendment like any other.</param>
public sealed record Remedy(Phrase Says, ImmutableArray<ClauseEdit> Edits, Target Target, Strength Strength, long? Before, long? After)
{
    public string Text => Says.ToString();

    /// <summary>Whether the finding is gone then; otherwise it is milder.</summary>
    public bool Mends { get; init; }
}

/// <summary>How few can capture a target and keep it.</summary>
/// <param name="Number">Persons in office; null where only a majority of members can (or nobody).</param>
/// <param name="Coalition">One cheapest coalition: seats by place.</param>
/// <param name="AtLeast">Lower bound where the search was cut short; otherwise the number.</param>
public sealed record CaptureNumber(long? Number, ImmutableArray<CapturedSeats> Coalition, long? AtLeast, bool Exact)
{
    /// <summary>Whether a majority of the members could at all: false where no election leads there (a body by lot).</summary>
    public bool MembersCan { get; init; }

    /// <summary>Why there is no number: <c>members</c> (only a majority of the members can), <c>nobody</c>; null where there is one.</summary>
    public string? Reason => Number is not null ? null : MembersCan ? "members" : "nobody";
}

public sealed record CapturedSeats(string Place, string Clause, int Seats, int Of);

/// <summary>The four things worth capturing.</summary>
public enum Target
{
    Executive,
    Amendment,
    Inspection,
    Press,
}

/// <summary>Everything the checker says of a constitution.</summary>
/// <param name="Capture">Target, then strength, then number.</param>
/// <param name="Accountability">The least number of members whose joint act removes the executive: with everybody voting, and at the least attendance.</param>
public sealed record CheckResult(
    ImmutableArray<Finding> Findings, ImmutableSortedDictionary<Target, ImmutableSortedDictionary<Strength, CaptureNumber>> Capture, (long? Forced, long? Ambush) Accountability)
{
    /// <summary>Findings for which remedies were asked for and not tried, because the time for it was over.</summary>
    public int RemediesLeft { get; init; }

    /// <summary>Who controls each place, up to the members (S428).</summary>
    public ImmutableArray<ControlChain> Control { get; init; } = [];

    /// <summary>Findings that are not waived, at or above a severity.</summary>
    public IEnumerable<Finding> AtLeast(Severity severity) => Findings.Where(f => f.Waived is null && f.Severity >= severity);
}
