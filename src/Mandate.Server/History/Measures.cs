using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Server.History;

/// <summary>How strong a position was in one count.</summary>
/// <param name="What">Id of the vote or body.</param>
/// <param name="Level">0 at the base, 1 for a body that the base makes, 2 for one which that body makes, and so on.</param>
/// <param name="Share">Its share; null where the works do not give enough to know it.</param>
public sealed record Measure(RecordedFact Record, string What, int Level, Fraction? Share, Figure? Part, Figure? Whole, CountUnit Unit)
{
    /// <summary>Votes against, where the whole is only those for and against because no work tells who abstained.</summary>
    public Figure? Against { get; init; }
}

/// <summary>Votes of the base beside seats above, by position: whether those above are what those below voted.</summary>
public static class Measures
{
    /// <summary>Positions with their counts from the base upward, those with most counts first.</summary>
    public static ImmutableArray<(string Position, ImmutableArray<Measure> Counts)> Of(FactsState facts)
    {
        var counting = facts.All.Where(f => f.CorrectedBy is null).ToList();
        var electors = counting.Select(f => f.What).OfType<Related>().Where(r => r.How == Relation.Elects).ToLookup(r => r.Other, r => r.Organ, StringComparer.Ordinal);
        return
        [
            .. counting.SelectMany(f => Of(f, electors)).GroupBy(m => m.Position, m => m.Measure, StringComparer.Ordinal)
                .Select(g => (g.Key, g.DistinctBy(m => (string.Join(' ', m.Record.Events), m.Level, m.Share, m.Part)).OrderBy(m => m.Level).ThenBy(m => m.Record.When.Day() ?? DateOnly.MinValue).ThenBy(m => m.Record.Id, StringComparer.Ordinal).ToImmutableArray()))
                .OrderByDescending(g => g.Item2.Count(m => m.Share is not null)).ThenByDescending(g => g.Item2.Length).ThenBy(g => g.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Position, Measure Measure)> Of(RecordedFact record, ILookup<string, string> electors)
    {
        switch (record.What)
        {
            case Counted { Position: { } position } c:
                var whole = c.Cast ?? (c is { Yes.Exact: { } yes, No.Exact: { } no } ? new Figure(yes + no + (c.Abstained?.Exact ?? 0)) : null);
                yield return (position, new(record, c.Vote, c.Body is { } body ? Level(body, electors, []) : c.Unit == CountUnit.Delegates ? 1 : 0, c.Share ?? Share(c.Yes, whole), c.Yes, whole, c.Unit) { Against = c is { Cast: null, Share: null } && c.Abstained?.Exact is null ? c.No : null });
                break;
            case Strength s:
                if (s.Base is { } below) yield return (s.Position, new(record, s.Body, 0, below, null, null, CountUnit.Share));
                yield return (s.Position, new(record, s.Body, Level(s.Body, electors, []), Share(s.Seats, s.Of), s.Seats, s.Of, CountUnit.Persons));
                break;
        }
    }

    private static int Level(string body, ILookup<string, string> electors, HashSet<string> walked) =>
        walked.Add(body) ? 1 + electors[body].Select(e => electors.Contains(e) ? Level(e, electors, walked) : 0).DefaultIfEmpty(0).Max() : 0;

    private static Fraction? Share(Figure? part, Figure? whole) => part?.Exact is { } p && whole?.Exact is > 0 and var w ? new Fraction(p, w) : null;
}
