using System.Collections.Immutable;
using Mandate.Tally.Apportionment;
using Mandate.Tally.Budgets;

namespace Mandate.Tally;

/// <summary>A change of the rule under which the published result would follow.</summary>
/// <param name="Size">The smaller, the nearer to the stated rule: 1 a tie decided otherwise, 2 a neighbouring rule, 3 other seats or candidates, 4 another method.</param>
/// <param name="Change">In words.</param>
public sealed record AuditExplanation(int Size, string Change);

/// <summary>
/// The auditor's answer: whether the published result follows from the published ballots under the stated rule, and if not, the smallest changes of the
/// rule that explain it.
/// </summary>
public sealed record AuditReport
{
    /// <summary>The count under the stated rule.</summary>
    public required Count Count { get; init; }

    public required ImmutableArray<string> Published { get; init; }

    /// <summary>Whether exactly the published were elected.</summary>
    public required bool Follows { get; init; }

    /// <summary>Published and not elected by the count.</summary>
    public required ImmutableArray<string> NotElected { get; init; }

    /// <summary>Elected by the count and not published.</summary>
    public required ImmutableArray<string> NotPublished { get; init; }

    /// <summary>The nearest explanations, all of one size; empty where the result follows or nothing tried explains it.</summary>
    public ImmutableArray<AuditExplanation> Explanations { get; init; } = [];

    /// <summary>Names published that are no candidate's.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];
}

/// <summary>Compares a published result with the ballots.</summary>
public static class Audit
{
    private const int MostTieOrders = 720;

    /// <returns>The report, or the reason why the stated rule cannot count the papers.</returns>
    public static (AuditReport? Report, string? Refusal) Check(LoadedPapers papers, Method method, CountOptions options, IReadOnlyCollection<string> published)
    {
        var answer = method.Count(papers, options);
        if (answer.Count is not { } count) return (null, answer.Refusal);
        var report = new AuditReport
        {
            Count = count,
            Published = [.. published],
            Follows = count.Undecided is null && Same(count, published),
            NotElected = [.. Beyond(published, count.ElectedNames)],
            NotPublished = [.. Beyond(count.ElectedNames, published)],
            Unknown = [.. published.Where(p => !count.Candidates.Contains(p, StringComparer.Ordinal))],
        };
        if (report.Follows) return (report, null);
        foreach (var attempts in (IEnumerable<AuditExplanation>[])[Ties(papers, method, options, count, published), Neighbours(papers, method, options, published), Conditions(papers, method, options, count, published), Others(papers, method, options, published)])
        {
            ImmutableArray<AuditExplanation> found = [.. attempts];
            if (!found.IsEmpty) return (report with { Explanations = found }, null);
        }
        return (report, null);
    }

    /// <summary>Those of one row that the other lacks, each as often as it lacks them: a list has a name for every seat.</summary>
    private static IEnumerable<string> Beyond(IEnumerable<string> names, IEnumerable<string> others)
    {
        var left = others.CountBy(n => n, StringComparer.Ordinal).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (left.GetValueOrDefault(name) == 0) yield return name;
            else left[name]--;
        }
    }

    private static bool Same(Count count, IReadOnlyCollection<string> published) =>
        count.Elected.Length == published.Count && count.ElectedNames.Order(StringComparer.Ordinal).SequenceEqual(published.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static bool Explains(LoadedPapers papers, Method method, CountOptions options, IReadOnlyCollection<string> published) =>
        method.Count(papers, options).Count is { Undecided: null } count && Same(count, published);

    /// <summary>The same rule with its ties decided otherwise.</summary>
    private static IEnumerable<AuditExplanation> Ties(LoadedPapers papers, Method method, CountOptions options, Count count, IReadOnlyCollection<string> published)
    {
        var tied = count.Ties.SelectMany(t => t.Tied).Concat(count.Undecided?.Tied ?? []).Distinct().ToArray();
        if (tied.Length == 0) yield break;
        foreach (var order in Permutations(tied).Take(MostTieOrders))
        {
            var names = order.Select(c => count.Candidates[c]).ToArray();
            if (!Explains(papers, method, options with { Ties = TieRule.Chair(names).Then(options.Ties) }, published)) continue;
            yield return new(1, $"ties decided in the order {string.Join(", ", names)}");
            yield break;
        }
    }

    private static IEnumerable<AuditExplanation> Neighbours(LoadedPapers papers, Method method, CountOptions options, IReadOnlyCollection<string> published) =>
        from other in Methods.All
        where other.Name != method.Name && other.Family == method.Family && other.Paper == method.Paper && Explains(papers, other, options, published)
        select new AuditExplanation(2, $"counted by {other.Name} ({other.Title}) instead of {method.Name}");

    /// <summary>Another number of seats, or a candidate who does not stand or stands after all.</summary>
    private static IEnumerable<AuditExplanation> Conditions(LoadedPapers papers, Method method, CountOptions options, Count count, IReadOnlyCollection<string> published)
    {
        if (papers.Other is BudgetPapers budget)
        {
            var found = BudgetAudit.Explanations(budget, method, options.Ties, published).ToList();
            foreach (var nearest in found.Where(e => e.Size == found.Min(f => f.Size))) yield return nearest with { Size = 3 };
        }
        if (papers.Other is ListVotes lists)
        {
            foreach (var change in ListAudit.Explanations(lists, count.Seats, published, (changed, seats) => Explains(papers with { Other = changed }, method, options with { Seats = seats }, published)))
                yield return new(3, change);
        }
        if (papers.Ranked is not { } ballots) yield break;
        if (published.Count != count.Seats && published.Count > 0 && Explains(papers, method, options with { Seats = published.Count }, published))
            yield return new(3, FormattableString.Invariant($"counted for {published.Count} seats instead of {count.Seats}"));
        for (var c = 0; c < ballots.Candidates.Length; c++)
        {
            var stands = ballots.Stands(c);
            if (stands && published.Contains(ballots.Candidates[c], StringComparer.Ordinal)) continue;
            var changed = ballots.With(withdrawn: stands ? ballots.Withdrawn.Add(c) : ballots.Withdrawn.Remove(c));
            if (Explains(papers with { Ranked = changed }, method, options, published))
                yield return new(3, stands ? $"counted as if {ballots.Candidates[c]} had withdrawn" : $"counted as if {ballots.Candidates[c]} had not withdrawn");
        }
    }

    private static IEnumerable<AuditExplanation> Others(LoadedPapers papers, Method method, CountOptions options, IReadOnlyCollection<string> published) =>
        from other in Methods.All
        where other.Paper == method.Paper && other.Family != method.Family && Explains(papers, other, options, published)
        select new AuditExplanation(4, $"counted by {other.Name} ({other.Title}) instead of {method.Name}");

    private static IEnumerable<int[]> Permutations(int[] items)
    {
        if (items.Length <= 1)
        {
            yield return items;
            yield break;
        }
        for (var i = 0; i < items.Length; i++)
            foreach (var rest in Permutations([.. items[..i], .. items[(i + 1)..]]))
                yield return [items[i], .. rest];
    }
}
