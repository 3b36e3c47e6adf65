using System.Collections.Immutable;

namespace Mandate.Constitutions.Checks.Capture;

/// <summary>
/// The earliest time at which a seed comes to hold a target: seats change hands only when they are filled anew. All are taken to
/// have been filled on day 0, and again each term; of staggered seats a part at a time.
/// </summary>
public static class CaptureTime
{
    private const int Horizon = 40 * 365;

    /// <summary>Days until the target holds, and how often each group was filled anew until then; null where it does not within forty years.</summary>
    public static (int Days, ImmutableArray<int> Renewals)? Of(CaptureModel model, Strength strength, ReadOnlySpan<int> seed, Condition target)
    {
        var system = model.System;
        var ways = system.Upto(strength).GroupBy(w => w.Group).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        var due = Enumerable.Range(0, system.Groups.Length).Where(g => !system.Groups[g].IsBase && ways.ContainsKey(g)).Select(g => (Group: g, model.Renewal(g).Days, model.Renewal(g).Parts)).ToImmutableArray();
        var state = seed.ToArray();
        var renewals = new int[state.Length];
        if (target.Holds(state)) return (0, [.. renewals]);
        if (due.IsEmpty) return null;
        for (var day = Next(due, 0); day <= Horizon; day = Next(due, day))
        {
            var before = (int[])state.Clone();
            var today = due.Where(d => day % Math.Max(1, d.Days / d.Parts) == 0).ToList();
            foreach (var (group, days, _) in today)
                if (day % days == 0) renewals[group]++;
            // Who is elected by a body that meets today is elected by those who came today; who presides, confirms or admits had to be in place before.
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var (group, _, parts) in today)
                {
                    var filled = ways[group].Max(w => system.Fills(w, w.Strength == Strength.Decisive ? state : before));
                    var size = system.Groups[group].Size;
                    var now = Math.Max(before[group], Math.Min(filled, before[group] + ((size + parts - 1) / parts)));
                    if (now <= state[group]) continue;
                    state[group] = now;
                    changed = true;
                }
            }
            if (target.Holds(state)) return (day, [.. renewals]);
        }
        return null;
    }

    private static int Next(ImmutableArray<(int Group, int Days, int Parts)> due, int day) => due.Min(d => ((day / Math.Max(1, d.Days / d.Parts)) + 1) * Math.Max(1, d.Days / d.Parts));
}
