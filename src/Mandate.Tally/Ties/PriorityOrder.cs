using System.Collections.Immutable;

namespace Mandate.Tally.Ties;

/// <summary>One order of all candidates from the stated rule, for methods that break every tie of a count by the same order.</summary>
internal static class PriorityOrder
{
    /// <summary>The order and the rule that gave it in words, or null where the rule does not decide between some of them.</summary>
    public static (ImmutableArray<int> Order, string By)? Of(TieRule rule, ImmutableArray<string> names)
    {
        var ties = new TieBreaker(rule, names, [.. Enumerable.Range(0, names.Length)]);
        var left = Enumerable.Range(0, names.Length).ToList();
        var order = ImmutableArray.CreateBuilder<int>(names.Length);
        while (left.Count > 0)
        {
            if (ties.Choose<long>("who comes first", left.ToArray(), Wanted.Best, [], LookBack.None) is not { } first) return null;
            order.Add(first);
            left.Remove(first);
        }
        return (order.ToImmutable(), rule.ToString());
    }
}
