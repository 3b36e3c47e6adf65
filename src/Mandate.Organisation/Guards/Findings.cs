using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>A guard holds: what the facts show, from when to when, and what it rests on. It says what happened, never why.</summary>
/// <param name="Events">Ids of the happenings, in order of id.</param>
/// <param name="Since">The first day it can have begun; null where that is not known.</param>
/// <param name="Until">When it ended; null while it lasts or where that is not known.</param>
/// <param name="Clause">The clause of the constitution in force that writes the safeguard; where it has none, where one would be written.</param>
/// <param name="Written">Whether the constitution has that clause.</param>
/// <param name="Facts">Ids of the facts that are the breach, then of those beside them.</param>
/// <param name="Inferred">Whether any of the facts is an inference of whoever recorded it.</param>
/// <param name="Contested">Whether any of the facts is contested.</param>
/// <param name="Measures">The measures by which the guard looked, each with the clause that sets it or as the default.</param>
public sealed record Finding(
    Guard Guard,
    ImmutableArray<string> Events,
    DateOnly? Since,
    DateOnly? Until,
    string Clause,
    bool Written,
    ImmutableArray<RecordedFact> Facts,
    ImmutableArray<RecordedFact> Beside,
    ImmutableArray<Source> Sources,
    bool Inferred,
    bool Contested,
    ImmutableArray<GuardMeasure> Measures);

/// <summary>What the registers of an organisation showed as of a day, and the constitution in force then; null before there was one.</summary>
public sealed record PastRegisters(DateOnly Day, ImmutableArray<RecordedFact> Facts, Constitution? Rules)
{
    /// <param name="then">The state as it stood on that day.</param>
    public static PastRegisters Of(State then, DateOnly day) =>
        new(day, [.. RegisterFacts.Of(then, day)], then.Statutes.Versions.IsEmpty ? null : then.Statutes.At(then.At));
}

public static class Findings
{
    /// <summary>
    /// All findings as of a day: over what had happened de facto by then, as the record now tells it.
    /// </summary>
    /// <param name="now">The state as it stands, whose facts are read: what is known today of that day.</param>
    /// <param name="then">The state as it stood on that day, whose registers are read.</param>
    public static ImmutableArray<Finding> AsOf(State now, State then, DateOnly day) => AsOf(now, PastRegisters.Of(then, day));

    /// <summary>The same, with what the registers showed that day at hand: a past day does not change.</summary>
    public static ImmutableArray<Finding> AsOf(State now, PastRegisters then) =>
        In(new FactView(now.Facts.All.Concat(then.Facts), then.Day, GuardLimits.Of(then.Rules, then.Day)), then.Rules);

    /// <summary>All findings over the facts of a view, in the order of the catalogue, then by their first day.</summary>
    /// <param name="rules">The constitution in force on that day; null where there is none.</param>
    public static ImmutableArray<Finding> In(FactView view, Constitution? rules = null) =>
    [
        .. GuardCatalogue.All.SelectMany(guard => guard.Look(view)
            .Select(breach => Of(guard, breach, view, rules))
            .DistinctBy(f => string.Join('\n', f.Facts.Select(r => r.Id)), StringComparer.Ordinal)
            .OrderBy(f => f.Since ?? DateOnly.MinValue).ThenBy(f => f.Facts[0].Id, StringComparer.Ordinal)),
    ];

    private static Finding Of(Guard guard, Breach breach, FactView view, Constitution? rules)
    {
        var because = breach.Because.DistinctBy(f => f.Id, StringComparer.Ordinal).ToImmutableArray();
        var beside = breach.Beside.DistinctBy(f => f.Id, StringComparer.Ordinal).ExceptBy(because.Select(f => f.Id), f => f.Id, StringComparer.Ordinal).ToImmutableArray();
        var all = because.AddRange(beside);
        var (clause, written) = rules is null ? (guard.Clause, false) : GuardClauses.Of(guard, rules, all.Select(f => f.What));
        return new(
            guard,
            [.. because.SelectMany(f => f.Events).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            because.Select(f => f.When.From).Where(d => d is not null).Min(),
            breach.Until,
            clause,
            written,
            because,
            beside,
            [.. all.SelectMany(f => f.Sources).Distinct()],
            all.Any(f => f.Mode == Mode.Inferred),
            all.Any(f => f.Contested.Length > 0),
            [.. view.Limits.UsedBy(guard.Name).Select(m => rules is not null && Clauses.At(rules.Source, $"guards.{m.Name}") is not null ? m with { Clause = $"guards.{m.Name}" } : m)]);
    }
}
