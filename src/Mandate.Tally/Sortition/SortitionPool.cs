using System.Collections.Immutable;

namespace Mandate.Tally.Sortition;

/// <summary>How many of a panel have that value of a feature: at least and at most.</summary>
public sealed record Quota(string Feature, string Value, int Min, int Max);

/// <summary>Somebody who can be drawn.</summary>
/// <param name="Values">The value of each feature for which there are quotas.</param>
/// <param name="Household">Of one household (or unit) at most one is drawn; null for a household of one's own.</param>
public sealed record PoolMember(string Id, ImmutableDictionary<string, string> Values, string? Household = null);

/// <summary>A value that no quota names: whoever has it could never be counted.</summary>
/// <param name="Value">Null where the person has no value for that feature.</param>
public sealed record PoolFault(string Person, string Feature, string? Value);

/// <summary>
/// A pool from which a panel of so many is drawn by lot under quotas. Persons whom the quotas and households do not tell apart are one
/// class: in every fair lottery they have the same chance.
/// </summary>
public sealed class SortitionPool
{
    private SortitionPool(ImmutableArray<PoolMember> people, ImmutableArray<Quota> quotas, int seats, ImmutableArray<PoolClass> classes, ImmutableArray<int> groups)
    {
        (People, Quotas, Seats, Classes, Groups) = (people, quotas, seats, classes, groups);
        Features = [.. quotas.Select(q => q.Feature).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>In order of id.</summary>
    public ImmutableArray<PoolMember> People { get; }

    public ImmutableArray<Quota> Quotas { get; }

    public int Seats { get; }

    public ImmutableArray<string> Features { get; }

    /// <summary>Persons with equal chances, in order of their first id.</summary>
    public ImmutableArray<PoolClass> Classes { get; }

    /// <summary>How many households each group of alike households has; of each household at most one is drawn.</summary>
    internal ImmutableArray<int> Groups { get; }

    /// <summary>A pool, or the first fault in it.</summary>
    public static (SortitionPool? Pool, PoolFault? Fault) Of(IEnumerable<PoolMember> people, IEnumerable<Quota> quotas, int seats)
    {
        ImmutableArray<PoolMember> all = [.. people.OrderBy(p => p.Id, StringComparer.Ordinal)];
        ImmutableArray<Quota> bounds = [.. quotas];
        var features = bounds.Select(q => q.Feature).Distinct(StringComparer.Ordinal).ToList();
        var index = bounds.Select((q, i) => (q, i)).ToDictionary(x => (x.q.Feature, x.q.Value), x => x.i);
        var types = new List<(string Key, ImmutableArray<int> Quotas)>();
        foreach (var person in all)
        {
            var own = new List<int>();
            foreach (var feature in features)
            {
                if (person.Values.GetValueOrDefault(feature) is not { } value) return (null, new(person.Id, feature, null));
                if (!index.TryGetValue((feature, value), out var quota)) return (null, new(person.Id, feature, value));
                own.Add(quota);
            }
            types.Add((string.Join(',', own), [.. own]));
        }
        // Households are alike when their members are alike.
        var households = all.Select((p, i) => (Person: i, Home: p.Household is { } h ? "h:" + h : "p:" + p.Id)).GroupBy(x => x.Home, StringComparer.Ordinal)
            .Select(g => g.Select(x => x.Person).ToList()).ToList();
        var alike = households.GroupBy(h => string.Join(';', h.Select(i => types[i].Key).Order(StringComparer.Ordinal)), StringComparer.Ordinal).ToList();
        var classes = alike.SelectMany((group, g) => group.SelectMany(h => h.Select(i => (Home: h, Person: i))).GroupBy(x => types[x.Person].Key, StringComparer.Ordinal)
                .Select(type => new PoolClass(
                    g, types[type.First().Person].Quotas, [.. type.Select(x => all[x.Person].Id).Order(StringComparer.Ordinal)],
                    [.. type.GroupBy(x => x.Home[0]).Select(home => home.Select(x => all[x.Person].Id).ToImmutableArray())])))
            .OrderBy(c => c.People[0], StringComparer.Ordinal).ToImmutableArray();
        return (new(all, bounds, seats, classes, [.. alike.Select(g => g.Count())]), null);
    }

    /// <summary>The same pool under other quotas.</summary>
    internal SortitionPool With(ImmutableArray<Quota> quotas) => new(People, quotas, Seats, Classes, Groups);
}

/// <summary>Persons with equal chances.</summary>
/// <param name="Group">The group of alike households in which they live.</param>
/// <param name="Quotas">For each feature the quota in which they count.</param>
/// <param name="Homes">By household; of each at most one is drawn.</param>
public sealed record PoolClass(int Group, ImmutableArray<int> Quotas, ImmutableArray<string> People, ImmutableArray<ImmutableArray<string>> Homes);
