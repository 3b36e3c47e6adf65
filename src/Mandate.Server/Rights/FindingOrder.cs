using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Sessions;
using Mandate.Server.Record;

namespace Mandate.Server.Rights;

/// <summary>Findings from the highest body down (S176): those on a congress or all members, on a place of the whole, on places of units by how far down they lie. All are shown.</summary>
public static class FindingOrder
{
    private const int Unknown = 9;

    /// <param name="rules">The constitution in force; null where there is none yet, and nothing is known of any order.</param>
    public static IEnumerable<Finding> TopDown(IEnumerable<Finding> findings, Constitution? rules) => rules is null ? findings : findings.OrderBy(f => Rank(f, rules));

    /// <summary>The highest place that the facts of a finding speak of; last where they speak of none.</summary>
    private static int Rank(Finding finding, Constitution rules) => finding.Facts.SelectMany(f => Named(f.What)).Select(name => RankOf(rules, name)).Append(Unknown).Min();

    private static int RankOf(Constitution rules, string name)
    {
        var of = name.Split('@')[0];
        if (rules.Bodies.TryGetValue(of, out var body))
            return BodyShape.UnitKindOf(rules, body) is { } kind ? 2 + Depth(rules, kind) : BodyShape.IsDelegated(body) || BodyShape.IsAssembly(body) ? 0 : 1;
        return rules.Offices.TryGetValue(of, out var office) ? office.Per is { } per ? 2 + Depth(rules, per.Id) : 1 : Unknown;
    }

    private static int Depth(Constitution rules, string kind)
    {
        var depth = 0;
        for (var k = rules.Units.GetValueOrDefault(kind)?.Within?.Id; k is not null && depth < 5; k = rules.Units.GetValueOrDefault(k)?.Within?.Id) depth++;
        return depth;
    }

    /// <summary>All ids that a fact speaks of, whatever kind of fact it is.</summary>
    private static IEnumerable<string> Named(Fact fact) => InWords.Fields(fact.GetType()).Select(p => p.GetValue(fact)).SelectMany(value => value switch
    {
        string one => [one],
        ImmutableArray<string> { IsDefault: false } several => several,
        _ => (IEnumerable<string>)[],
    });
}
