using System.Collections.Immutable;
using System.Numerics;
using Mandate.Tally.Apportionment;

namespace Mandate.Constitutions.Rules;

/// <summary>A unit with its members on the counting day.</summary>
public sealed record UnitSize(string Unit, long Members);

/// <summary>The seats of one unit, and what they follow from.</summary>
public sealed record UnitSeats(string Unit, long Members, int Seats);

/// <summary>The delegate key applied. A tie for the last seats is resolved by a stated rule, not by the order of names.</summary>
public sealed record DelegateSeats(Clause Clause, ImmutableArray<UnitSeats> Units, SeatTie? Tie)
{
    public int Total => Units.Sum(u => u.Seats);
}

/// <summary>How many seats each unit has.</summary>
public static class Delegates
{
    /// <summary>
    /// <c>equal</c>: as many for each; <c>one_per</c>: one for each full number of members (or part of it, where parts count), between
    /// <c>min</c> and <c>max</c>; only a fixed <c>count</c>: that many seats over the units by Sainte-Laguë. A unit without members has none.
    /// </summary>
    public static DelegateSeats Of(SeatGroup group, IEnumerable<UnitSize> units)
    {
        var all = units.OrderBy(u => u.Unit, StringComparer.Ordinal).ToImmutableArray();
        if (group.Apportion is not { } apportion)
        {
            var each = group.Count ?? 1;
            return new(group.Clause, [.. all.Select(u => new UnitSeats(u.Unit, u.Members, u.Members > 0 ? each : 0))], null);
        }
        if (KeyOf(apportion, () => all.Sum(u => u.Members)) is { } key) return Fixed(apportion, all, key);
        var seats = group.Count ?? all.Count(u => u.Members > 0);
        var least = all.Count(u => u.Members > 0) * (long)(apportion.Min ?? 0);
        var limits = new SeatLimits([.. all.Select(u => u.Members > 0 ? apportion.Min ?? 0 : 0)], [.. all.Select(u => u.Members > 0 ? apportion.Max ?? int.MaxValue : 0)]);
        // Minimums beyond the fixed number enlarge it: the clause promises them.
        var result = HighestAverages.Apportion(Divisor.SainteLague, [.. all.Select(u => (BigInteger)u.Members)], (int)Math.Max(seats, least), limits);
        return new(apportion.Clause, [.. all.Select((u, i) => new UnitSeats(u.Unit, u.Members, result.Certain[i]))], result.Tie);
    }

    /// <summary>
    /// Seats of one unit where they follow from its own members; null where a fixed number of seats is shared out among all units,
    /// which <see cref="Of"/> does.
    /// </summary>
    /// <param name="all">Members of all units, asked for only where the key is a share of them.</param>
    public static int? OfUnit(Apportion apportion, long members, Func<long> all) => KeyOf(apportion, all)?.DelegatesOf(members);

    private static DelegateKey? KeyOf(Apportion apportion, Func<long> all) => apportion switch
    {
        { Equal: { } equal } => DelegateKey.SameForAll(equal),
        { OnePer: { } onePer } => DelegateKey.PerMembers(
            Math.Max(1, Quantities.NeededOf(onePer, onePer is CountOf ? 0 : all())), apportion.Min ?? 0, apportion.Max, apportion.PartCounts ? KeyRounding.Begun : KeyRounding.Full),
        _ => null,
    };

    private static DelegateSeats Fixed(Apportion apportion, ImmutableArray<UnitSize> units, DelegateKey key) =>
        new(apportion.Clause, [.. units.Select(u => new UnitSeats(u.Unit, u.Members, key.DelegatesOf(u.Members)))], null);
}
