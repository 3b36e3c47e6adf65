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

/// <summary>A change that would mend a finding, with the capture number of the executive before and after (null: members only).</summary>
public sealed record Remedy(string Text, ImmutableArray<ClauseEdit> Edits, long? Before = null, long? After = null);

/// <summary>
/// What the rules make possible or leave out. It says nothing of anybody who holds an office.
/// </summary>
/// <param name="Check">A1 to G4.</param>
/// <param name="At">The clause it is about; for something missing, the clause where it would stand.</param>
/// <param name="Witness">In plain words: who, by which clauses, in which order.</param>
public sealed record Finding(string Check, Severity Severity, string At, ImmutableArray<string> Clauses, string Witness)
{
    /// <summary>The strength of control at which it appears, for the checks that have one.</summary>
    public Strength? Strength { get; init; }

    public ImmutableArray<Remedy> Remedies { get; init; } = [];

    /// <summary>The waiver that covers it, if it has not expired.</summary>
    public Waiver? Waived { get; init; }
}

/// <summary>How few can capture a target and keep it.</summary>
/// <param name="Number">Persons in office; null where only a majority of members can (or nobody).</param>
/// <param name="Coalition">One cheapest coalition: seats by place.</param>
/// <param name="AtLeast">Lower bound where the search was cut short; otherwise the number.</param>
public sealed record CaptureNumber(long? Number, ImmutableArray<CapturedSeats> Coalition, long? AtLeast, bool Exact)
{
    /// <summary>Whether a majority of the members could at all: false where no election leads there (a body by lot).</summary>
    public bool MembersCan { get; init; }
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
    /// <summary>Findings that are not waived, at or above a severity.</summary>
    public IEnumerable<Finding> AtLeast(Severity severity) => Findings.Where(f => f.Waived is null && f.Severity >= severity);
}
