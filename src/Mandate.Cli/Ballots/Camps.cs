using System.Globalization;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Formats;

namespace Mandate.Cli.Ballots;

/// <summary>No camp may be able to open ballots alone, and none to stop the count.</summary>
internal static class Camps
{
    /// <param name="camp">As <c>NAME=1,2</c>: the numbers of its trustees in the order of the archive.</param>
    /// <param name="trustees">All trustees.</param>
    public static void Check(string camp, IReadOnlyList<TrusteeItem> trustees)
    {
        var parts = camp.Split('=', 2);
        var all = trustees.Sum(t => t.Keys.Count);
        var held = parts.Length == 2 ? parts[1].Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= all ? number : 0).ToHashSet() : [0];
        if (held.Contains(0)) throw CommandException.BadInput($"--camp {camp}: NAME=1,2 is expected, with numbers of trustees from 1 to {all}");
        var (first, opens) = (1, true);
        foreach (var item in trustees)
        {
            var own = Enumerable.Range(first, item.Keys.Count).Count(held.Contains);
            if (own > item.Keys.Count - item.Needed) throw CommandException.BadInput($"--camp {camp}: of the trustees {first} to {first + item.Keys.Count - 1} it holds {own}; without them {item.Needed} cannot come together, so it could stop the count");
            opens &= own >= item.Needed;
            first += item.Keys.Count;
        }
        if (opens) throw CommandException.BadInput($"--camp {camp}: it holds enough keys to open ballots alone");
    }
}
