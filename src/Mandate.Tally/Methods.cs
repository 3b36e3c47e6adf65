using System.Collections.Immutable;
using Mandate.Tally.Apportionment;
using Mandate.Tally.Budgets;
using Mandate.Tally.Committees;
using Mandate.Tally.Condorcet;
using Mandate.Tally.Ranked;
using Mandate.Tally.Single;

namespace Mandate.Tally;

/// <summary>Every method by name. A family lists its own methods in its own file and is named here once.</summary>
public static class Methods
{
    public static ImmutableArray<Method> All => [.. Families().SelectMany(f => f)];

    /// <summary>The method of that name, or null.</summary>
    public static Method? Find(string name)
    {
        foreach (var family in Families())
            foreach (var method in family)
                if (method.Name == name) return method;
        return null;
    }

    /// <summary>Family by family: a search ends before the families behind the one that is sought are made.</summary>
    private static IEnumerable<IReadOnlyList<Method>> Families()
    {
        yield return TransferMethods.All;
        yield return MeekMethods.All;
        yield return CondorcetMethods.All;
        yield return SimpleMethods.All;
        yield return ListMethods.All;
        yield return CommitteeMethods.All;
        yield return BudgetMethods.All;
    }

    /// <summary>The method of that name that counts what was read; where none does, the one of that name, which says why not; or null.</summary>
    public static Method? Find(string name, LoadedPapers papers) =>
        papers.Other is BudgetPapers && All.FirstOrDefault(m => m.Name == name && m.Paper == PaperKind.Projects) is { } method ? method : Find(name);

    /// <summary>Which methods count such papers, those of a like name first.</summary>
    internal static string Advice(Method asked, PaperKind papers)
    {
        var fitting = All.Where(m => m.Paper == papers).Select(m => m.Name).ToList();
        var like = fitting.Where(n => n.StartsWith(asked.Name + "-", StringComparison.Ordinal)).ToList();
        var named = like.Count > 0 ? like : fitting.Take(8).ToList();
        return $"such papers are counted by {string.Join(", ", named)}{(named.Count < fitting.Count ? ", ... ('--methods' lists all)" : "")}";
    }

    /// <summary>The method of that name if it counts ranked papers, or null.</summary>
    public static RankedMethod? Ranked(string name) => Find(name) as RankedMethod;
}
