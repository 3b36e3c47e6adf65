using System.Collections.Concurrent;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;

namespace Mandate.Server.Statutes;

/// <summary>What the checker says of constitutions and of steps between them, remembered by their canonical form: pages ask again and again.</summary>
public static class Comparisons
{
    /// <summary>Beyond so many the memory begins anew.</summary>
    private const int Most = 64;

    private static readonly ConcurrentDictionary<(string Before, string After, DateOnly Day), ConstitutionComparison> Known = new();

    private static readonly ConcurrentDictionary<(string Rules, DateOnly Day), CheckResult> Checked = new();

    /// <summary>The findings of rules in force, without remedies.</summary>
    public static CheckResult Check(Constitution rules, DateOnly today)
    {
        if (Checked.Count >= Most) Checked.Clear();
        return Checked.GetOrAdd((Canonical.Hash(rules), today), _ => Checker.Check(rules, today));
    }

    public static ConstitutionComparison Of(Constitution before, Constitution after, DateOnly today)
    {
        if (Known.Count >= Most) Known.Clear();
        return Known.GetOrAdd((Canonical.Hash(before), Canonical.Hash(after), today), _ => ConstitutionComparison.Of(before, after, today));
    }
}
