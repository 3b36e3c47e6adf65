using System.Collections.Immutable;
using Mandate.Organisation.Facts;

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
