using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Tally.Sortition;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Draws under the quotas of a clause (<c>lot: {quotas: [...], one_per: UNIT}</c>): quotas hold for all who sit there after the draw, so those who
/// sit already are counted. Everybody who can be on a permitted panel has the fairest chance, and the record says which (docs/decisions/0440).
/// </summary>
public static class LotPanels
{
    /// <summary>Whether a clause asks for more than a plain draw.</summary>
    public static bool Asked(Lot lot) => lot.OnePer is not null || !lot.Quotas.IsEmpty;

    /// <summary>The pool of a draw, with the features that its quotas tell apart.</summary>
    /// <param name="sitting">Those who hold such a seat already.</param>
    public static SortitionPool PoolOf(State state, Lot lot, IEnumerable<string> pool, IReadOnlyCollection<string> sitting, int seats, DateOnly day)
    {
        var features = lot.Quotas.Select(q => (q.Clause.Path, Of: ValueOf(state, q, day), Values: ValuesOf(state, q, day), Quota: q)).ToList();
        var taken = sitting.Select(p => UnitOf(state, lot.OnePer, p)).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);
        var people = pool.Where(p => UnitOf(state, lot.OnePer, p) is not { } unit || !taken.Contains(unit))
            .Select(p => new PoolMember(p, features.ToImmutableDictionary(f => f.Path, f => f.Of(p), StringComparer.Ordinal), UnitOf(state, lot.OnePer, p)));
        var quotas = features.SelectMany(f => f.Values.Select(v =>
        {
            var here = sitting.Count(p => f.Of(p) == v);
            var bound = v is Other ? (Min: 0, Max: (int?)null) : (f.Quota.Min, f.Quota.Max);
            return new Quota(f.Path, v, Math.Max(0, bound.Min - here), Math.Max(0, Math.Min(seats, (bound.Max ?? seats + here) - here)));
        }));
        return SortitionPool.Of(people, quotas, seats).Pool!;
    }

    /// <summary>A jury of so many, of each unit of that kind at most one as far as there are so many units; null where it cannot be so.</summary>
    public static ImmutableArray<string>? Jury(State state, IEnumerable<string> pool, string kind, int seats, string seed)
    {
        var people = pool.Select(p => new PoolMember(p, ImmutableDictionary<string, string>.Empty, Around(state, p, kind)));
        return LotterySolver.Solve(SortitionPool.Of(people, [], seats).Pool!).Lottery is { } lottery ? PanelDraw.Draw(lottery, seed) : null;
    }

    private const string Other = "-";

    private static Func<string, string> ValueOf(State state, LotQuota quota, DateOnly day) => quota.Per is { } per
        ? person => Around(state, person, per.Id) ?? Other
        : person => state.Roll.Member(person) is { } member && Periods.After(member.Since, quota.MemberFor!) <= day ? quota.MemberFor!.ToString() : Other;

    private static IEnumerable<string> ValuesOf(State state, LotQuota quota, DateOnly day) =>
        (quota.Per is { } per ? state.Roll.UnitsOf(per.Id, day).Select(u => u.Id) : [quota.MemberFor!.ToString()]).Append(Other);

    private static string? UnitOf(State state, Ref? kind, string person) => kind is null ? null : Around(state, person, kind.Id);

    /// <summary>The unit of that kind in which somebody is a member.</summary>
    private static string? Around(State state, string person, string kind)
    {
        var unit = state.Roll.Member(person) is { } member ? state.Roll.Unit(member.Unit) : null;
        while (unit is not null && unit.Kind != kind) unit = unit.Within is { } outer ? state.Roll.Unit(outer) : null;
        return unit?.Id;
    }

    /// <summary>What a refusal says of the first quota that would have to give: its clause, what it asks, what could be.</summary>
    internal static Acts.Refusal Unmet(State state, Lot lot, LotteryAnswer answer, int seats, int pool)
    {
        if (answer.Remedies.FirstOrDefault() is not { } remedy) return OfficesRefusals.PoolTooSmall(lot.Clause.Path, seats, pool);
        var bound = remedy.IsMinimum ? remedy.Quota.Min : remedy.Quota.Max;
        return state.Roll.Unit(remedy.Quota.Value) is { } unit
            ? OfficesRefusals.UnitQuotaUnmet(remedy.Quota.Feature, unit.Id, bound, remedy.Need)
            : OfficesRefusals.QuotaUnmet(remedy.Quota.Feature, bound, remedy.Need);
    }

    /// <summary>The chances of a lottery as the record keeps them, the smallest first.</summary>
    internal static ImmutableArray<LotChance> Chances(PanelLottery lottery) =>
        [.. lottery.Chances.GroupBy(c => c.Chance).OrderBy(g => g.Key).Select(g => new LotChance(g.Key, [.. g.Select(c => c.Person)]))];
}
