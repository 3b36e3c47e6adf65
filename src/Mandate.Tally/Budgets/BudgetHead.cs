using System.Collections.Immutable;

namespace Mandate.Tally.Budgets;

/// <summary>What a file says beside projects and papers. Counts use only <see cref="MostRanks"/>; the audit uses all.</summary>
/// <param name="Title">What the vote is about.</param>
/// <param name="Rule">The rule that the file names, e.g. <c>greedy-threshold</c>; empty where it names none.</param>
/// <param name="Threshold">The score below which nothing is funded, where the file states one.</param>
/// <param name="MostRanks">The longest ranking allowed, where the file states it: what a first rank is worth.</param>
/// <param name="Entries">All entries of the head as they stand.</param>
public sealed record BudgetHead(string Title, string Rule, long? Threshold, int? MostRanks, ImmutableDictionary<string, string> Entries)
{
    public static BudgetHead Empty { get; } = new("", "", null, null, ImmutableDictionary<string, string>.Empty);
}
