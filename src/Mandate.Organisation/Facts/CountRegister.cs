using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

/// <summary>A vote or count as the facts give it.</summary>
/// <param name="Given">The figures that a source gives, by name, in the order in which they were recorded.</param>
/// <param name="NotGiven">Figures that are said not to be given.</param>
/// <param name="Counts">The results that are typed: for, against, of how many.</param>
/// <param name="Records">Every fact that it rests on.</param>
public sealed record CountEntry(
    string Vote, ImmutableArray<(string Name, Numbered Figure)> Given, ImmutableArray<string> NotGiven, ImmutableArray<Counted> Counts, ImmutableArray<RecordedFact> Records)
{
    /// <summary>Whether any figure is known.</summary>
    public bool Known => Given.Length > 0 || Counts.Any(c => c.Share is not null || new[] { c.Yes, c.No, c.Abstained, c.Cast, c.Entitled }.Any(f => f?.Exact is not null));
}

/// <summary>Counts de facto. No figure is worked out that no source gives.</summary>
public static class CountRegister
{
    /// <summary>The ids of everything that was counted, or said to have been.</summary>
    public static IEnumerable<string> Votes(this FactsState facts) => facts.All
        .Select(f => f.What is Counted c ? c.Vote : null).OfType<string>()
        .Concat(facts.Things.Values.Where(t => t.Attributes?.GetValueOrDefault("section") == "votes").Select(t => t.Id))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What is known of a count by a day; null where nothing of it had happened.</summary>
    public static CountEntry? Vote(this FactsState facts, string vote, DateOnly day)
    {
        var records = facts.By(day).Where(f => f.What is Counted c && (c.Vote == vote || c.Matter == vote) || f.What is Numbered n && n.Of == vote).ToImmutableArray();
        if (records.IsEmpty) return null;
        var numbers = records.Select(r => r.What).OfType<Numbered>().ToList();
        return new(
            vote,
            [.. numbers.Where(Says).Select(n => (n.What, n))],
            [.. numbers.Where(n => !Says(n)).Select(n => n.What)],
            [.. records.Select(r => r.What).OfType<Counted>()],
            records);
    }

    private static bool Says(Numbered n) => n.Figure.Exact is not null || n.Figure.Scale is not null || n.Share is not null || n.Words is not (null or "not given");
}
