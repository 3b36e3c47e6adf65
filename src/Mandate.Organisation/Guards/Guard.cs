using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>
/// What a guard does where it holds: <see cref="Refuse"/> stops the act inside the rules and, over facts, is an irregularity;
/// <see cref="Alarm"/> and <see cref="Report"/> are findings only.
/// </summary>
public enum Effect { Refuse, Alarm, Report }

public enum Family { Procedure, Power, Information, Persons, Units, Economy, Culture }

/// <summary>A named pure predicate over facts: which of them show what it guards against. One predicate, two callers: the rules and the findings.</summary>
/// <param name="Core">Whether it is of the core, which every organisation needs.</param>
/// <param name="Clause">Where a constitution writes the safeguard in general (a clause path); <see cref="GuardClauses"/> names the clause of one.</param>
/// <param name="Look">The breaches among the facts of a view.</param>
public sealed record Guard(string Name, Family Family, Effect Effect, bool Core, string Clause, Func<FactView, IEnumerable<Breach>> Look);

/// <summary>Facts that together show what a guard is there against.</summary>
/// <param name="Because">The facts that are the breach; their events are the finding's events.</param>
/// <param name="Beside">Facts without which it would be none: who elects whom, what was filed before.</param>
/// <param name="Until">When it came to an end; null while it lasts or where that is not known.</param>
public sealed record Breach(ImmutableArray<RecordedFact> Because, ImmutableArray<RecordedFact> Beside, DateOnly? Until = null)
{
    public static Breach Of(params ImmutableArray<RecordedFact> because) => new(because, []);

    public Breach With(params IEnumerable<RecordedFact?> beside) => this with { Beside = [.. Beside, .. beside.OfType<RecordedFact>()] };
}

/// <summary>
/// The measures of the guards that the definitions leave to the organisation. These are the defaults; a constitution that says
/// otherwise prevails.
/// </summary>
public sealed record GuardLimits
{
    public static GuardLimits Default { get; } = new();

    /// <summary>Supporters with whom a petition must be answered.</summary>
    public long PetitionSupporters { get; init; } = 10;

    /// <summary>Days within which a petition is answered, a document delivered, a correction published, where no due date is on record.</summary>
    public int DueDays { get; init; } = 30;

    /// <summary>Days after an act of dissent during which an adverse measure is looked at.</summary>
    public int ProtectedDays { get; init; } = 365;

    /// <summary>Executive offices that one person may hold.</summary>
    public int ExecutiveOffices { get; init; } = 1;

    /// <summary>Persons removed at once from which the removal is one of many, where nobody tells of how many.</summary>
    public long ManyRemoved { get; init; } = 10;

    /// <summary>Part of a body or category from which a removal is of many, where the works or registers tell how many there were (S339).</summary>
    public Fraction LargeShare { get; init; } = new(3, 20);

    /// <summary>How far two series of a pair may stand apart: one at most so many times the other.</summary>
    public Fraction Apart { get; init; } = new(2, 1);
}
