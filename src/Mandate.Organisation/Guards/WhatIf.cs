using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>For one guard: at which events it holds as the story is told, and as it is supposed.</summary>
/// <param name="Clause">The clause of the constitution that writes the safeguard; where it has none, where one would be written.</param>
/// <param name="Told">Ids of events, in order.</param>
/// <param name="Supposed">The same where something is supposed to have been otherwise.</param>
public sealed record GuardOutcome(Guard Guard, string Clause, bool Written, ImmutableArray<string> Told, ImmutableArray<string> Supposed)
{
    public IEnumerable<string> Gone => Told.Except(Supposed, StringComparer.Ordinal);

    public IEnumerable<string> New => Supposed.Except(Told, StringComparer.Ordinal);
}

/// <summary>
/// What the guards say of a story under a constitution (S432), and what they would say had some of its events not happened (S433). It is worked out
/// and never written: nothing supposed can become a record. It cannot know what persons would then have done, or who would have won (S434).
/// </summary>
public static class WhatIf
{
    /// <summary>The guards that hold as told or as supposed, in the order of the catalogue.</summary>
    /// <param name="rules">The constitution whose measures and clauses are asked; null for the defaults.</param>
    /// <param name="without">Events supposed not to have happened. A fact that tells of nothing else did not happen either.</param>
    public static ImmutableArray<GuardOutcome> Of(FactsState facts, Constitution? rules, IReadOnlySet<string> without, DateOnly day)
    {
        var limits = GuardLimits.Of(rules, day);
        var told = new FactView(facts.All, day, limits);
        var supposed = new FactView(
            facts.All.Where(f => f.Events.IsEmpty || !f.Events.All(without.Contains)).Select(f => f.Events.Any(without.Contains) ? f with { Events = [.. f.Events.Where(e => !without.Contains(e))] } : f), day, limits);
        return
        [
            .. GuardCatalogue.All.Select(guard =>
            {
                var breaches = guard.Look(told).ToList();
                var (clause, written) = rules is null ? (guard.Clause, false) : GuardClauses.Of(guard, rules, breaches.SelectMany(b => b.Because.Concat(b.Beside)).Select(f => f.What));
                return new GuardOutcome(guard, clause, written, Events(breaches), Events(guard.Look(supposed)));
            }).Where(o => o.Told.Length + o.Supposed.Length > 0),
        ];
    }

    private static ImmutableArray<string> Events(IEnumerable<Breach> breaches) =>
        [.. breaches.SelectMany(b => b.Because).SelectMany(f => f.Events).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
