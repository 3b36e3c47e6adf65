using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// The fewest members that hold a majority of a place through all tiers when the others are united against them, by dynamic programming
/// over seats. Units of a kind are taken as equal. Where several electorates fill one body their members are added up, although the
/// same person may vote in several: the number always suffices, and is the least where one group of seats is enough.
/// </summary>
internal sealed class BaseShare(Constitution constitution, Numbers numbers)
{
    private const long Impossible = long.MaxValue / 8;
    private const int MostSeats = 5000;
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Place, Scope Scope), long[]> tables = [];

    /// <summary>Members for a majority of the place's seats; null where no number of members suffices or the place chooses itself.</summary>
    public long? Of(string place) => Majority(place, new(numbers.Members, null)) is var least && least < Impossible ? least : null;

    /// <summary>What is looked at: all, or one unit of a kind with its share of the members.</summary>
    private readonly record struct Scope(long Members, string? Unit);

    private long Majority(string place, Scope scope)
    {
        if (!constitution.Offices.ContainsKey(place) && !constitution.Bodies.ContainsKey(place)) return constitution.Electorates.ContainsKey(place) ? (scope.Members / 2) + 1 : Impossible;
        if (constitution.Bodies.GetValueOrDefault(place) is { Of: not null } assembly) return (Inside(assembly.Per?.Id, scope).Members / 2) + 1;
        var table = Table(place, scope);
        return table[((table.Length - 1) / 2) + 1];
    }

    /// <summary>Members for each number of seats of a place, from none to all.</summary>
    private long[] Table(string place, Scope scope)
    {
        if (tables.TryGetValue((place, scope), out var known)) return known;
        // Who chooses itself through others is never won that way by members.
        if (!open.Add(place)) return [0, Impossible];
        var table = constitution.Offices.TryGetValue(place, out var office) ? [0, One(office.By, 1, 1, Inside(office.Per?.Id, scope))] : Seats(constitution.Bodies[place], Inside(FamilyOf(constitution.Bodies[place]), scope));
        open.Remove(place);
        return tables[(place, scope)] = table;
    }

    private static string? FamilyOf(Body body) => (body.Per ?? (body.Seats.Values.All(g => g.Per is not null) ? body.Seats.Values.FirstOrDefault()?.Per : null))?.Id;

    private Scope Inside(string? unit, Scope scope) => unit is null || unit == scope.Unit ? scope : new(Math.Max(1, scope.Members / Math.Max(1, CountIn(unit, scope))), unit);

    /// <summary>Units of that kind in the scope.</summary>
    private long CountIn(string unit, Scope scope) => Math.Max(1, numbers.Units(unit) / (scope.Unit is { } within ? numbers.Units(within) : 1));

    /// <summary>The cheapest way to each number of seats over the groups of a body: a knapsack.</summary>
    private long[] Seats(Body body, Scope scope)
    {
        var best = new long[Math.Min(numbers.Seats(body), MostSeats) + 1];
        Array.Fill(best, Impossible, 1, best.Length - 1);
        foreach (var group in body.Seats.Values)
        {
            var all = Math.Min(Math.Max(1, numbers.Seats(group)), best.Length - 1);
            var cost = Enumerable.Range(0, all + 1).Select(j => j == 0 ? 0 : One(group.By, all, j, scope)).ToArray();
            if (body.Seats.Count == 1) return cost.Length == best.Length ? cost : best;
            for (var n = best.Length - 1; n > 0; n--)
                for (var j = 1; j < cost.Length; j++) best[n] = Math.Min(best[n], best[Math.Max(0, n - j)] + cost[j]);
        }
        return best;
    }

    /// <summary>Members for j of the n seats that are filled in that way.</summary>
    private long One(Select by, long n, long j, Scope scope)
    {
        switch (by)
        {
            case Elect { Electorate: not null, Within: { } unit } elect when unit.Id != scope.Unit:
                var units = CountIn(unit.Id, scope);
                return OverUnits(units, scope.Members / units, Math.Max(1, n / units), j, Proportional(elect));
            case Elect { Electorate: not null } elect:
                return Proportional(elect) ? Droop(scope.Members, n, j) : (scope.Members / 2) + 1;
            case Elect { Body: { } body } elect:
                var chosen = constitution.Bodies[body.Id];
                var family = FamilyOf(chosen) ?? chosen.Per?.Id;
                if (family is not null && family != scope.Unit)
                {
                    var bodies = CountIn(family, scope);
                    return Add(((j * bodies) + n - 1) / n, Majority(body.Id, scope));
                }
                if (!Proportional(elect) || n == 1 || chosen.Of is not null) return Majority(body.Id, scope);
                var table = Table(body.Id, scope);
                return table[(int)Math.Min(table.Length - 1, Droop(table.Length - 1, n, j))];
            case Appoint appoint:
                return appoint.By.Concat(appoint.ConsentOf).Max(b => Majority(b.Id, scope));
            case ExOfficio ex:
                return Majority(ex.Office.Id, scope);
            default:
                return Impossible;
        }
    }

    private static bool Proportional(Elect elect) => elect.Method is ElectionMethod.Stv or ElectionMethod.ListPr;

    /// <summary>Votes that are sure of j of n seats whatever the others do.</summary>
    private static long Droop(long votes, long n, long j) => (votes * j / (n + 1)) + 1;

    /// <summary>j seats from equal units with s seats each; in a majoritarian unit the majority takes all.</summary>
    private static long OverUnits(long units, long members, long s, long j, bool proportional)
    {
        var majority = (members / 2) + 1;
        if (!proportional) return Add((j + s - 1) / s, majority);
        // One seat in a unit is never dearer per seat than several: quota upon quota, rounded up each time.
        var (least, rest) = (Droop(members, s, 1), j);
        long sum = 0;
        for (long i = 1; i <= s && rest > 0; i++)
        {
            var take = Math.Min(units, rest);
            sum += take * (i == 1 ? least : Droop(members, s, i) - Droop(members, s, i - 1));
            rest -= take;
        }
        return rest > 0 ? Impossible : sum;
    }

    private static long Add(long times, long each) => each >= Impossible ? Impossible : times * each;
}
