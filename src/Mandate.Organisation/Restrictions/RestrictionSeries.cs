using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

/// <summary>How often a kind of right was narrowed in a year, and against how many targets (requirement S007).</summary>
public sealed record RestrictionYear(int Year, Liberty Right, int Restrictions, ImmutableArray<string> Targets);

/// <summary>Several restrictions of the same right within a year, none of them by a vote of all members.</summary>
public sealed record CreepingSeries(Liberty Right, DateOnly From, DateOnly To, ImmutableArray<string> Restrictions);

/// <summary>The register of restrictions read as a series: single acts may each be small.</summary>
public static class RestrictionSeries
{
    /// <summary>Narrowing decisions within a year that make a series.</summary>
    public const int Fewest = 3;

    public static ImmutableArray<RestrictionYear> ByYear(RestrictionsState state) =>
    [
        .. state.All.Values.GroupBy(r => (r.From.Year, r.Right)).OrderByDescending(g => g.Key.Year).ThenBy(g => g.Key.Right)
            .Select(g => new RestrictionYear(g.Key.Year, g.Key.Right, g.Count(), [.. g.SelectMany(r => r.Targets.Each()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
    ];

    /// <param name="byMembers">Whether all members voted on that motion: then it belongs to no series.</param>
    public static ImmutableArray<CreepingSeries> Creeping(RestrictionsState state, Func<string, bool> byMembers)
    {
        var found = ImmutableArray.CreateBuilder<CreepingSeries>();
        foreach (var right in state.All.Values.Where(r => !byMembers(r.Motion)).GroupBy(r => r.Right).OrderBy(g => g.Key))
        {
            var ordered = right.OrderBy(r => r.From).ThenBy(r => r.Id, StringComparer.Ordinal).ToList();
            for (var i = 0; i < ordered.Count;)
            {
                var within = ordered.Skip(i).TakeWhile(r => r.From <= ordered[i].From.AddYears(1)).ToList();
                if (within.Count >= Fewest) found.Add(new(right.Key, within[0].From, within[^1].From, [.. within.Select(r => r.Id)]));
                i += within.Count >= Fewest ? within.Count : 1;
            }
        }
        return found.ToImmutable();
    }
}
