using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>The guards of funds, plans and distribution, and of culture.</summary>
internal static class EconomyGuards
{
    /// <summary>Funds are moved or reserves held without a published booking that members can recompute.</summary>
    public static IEnumerable<Breach> NoOpenAccount(FactView v) => v.Of<Booked>().Where(b => b.Fact.Published == false).Select(b => Breach.Of(b.Record));

    /// <summary>Two index series that a policy must hold together diverge beyond the limit.</summary>
    public static IEnumerable<Breach> PriceScissors(FactView v)
    {
        foreach (var pair in v.Of<Indexed>().GroupBy(i => i.Fact.Pair, StringComparer.Ordinal))
        {
            var latest = pair.GroupBy(i => i.Fact.Series, StringComparer.Ordinal).Select(s => s.OrderBy(i => i.When.To ?? i.When.From ?? DateOnly.MinValue).Last()).OrderBy(i => i.Fact.Value).ToList();
            if (latest.Count > 1 && latest[^1].Fact.Value > latest[0].Fact.Value * v.Limits.Apart) yield return Breach.Of(latest[^1].Record, latest[0].Record);
        }
    }

    /// <summary>A plan's forecast deviates from the outcome without a published review.</summary>
    public static IEnumerable<Breach> ForecastFailure(FactView v) =>
        from outturn in v.Of<Outturn>()
        where outturn.Fact is { Met: false, Reviewed: false }
        select Breach.Of([.. v.Of<Foreseen>(f => f.Forecast, outturn.Fact.Forecast).Select(f => f.Record), outturn.Record]);

    /// <summary>Those who distribute scarce goods are among the first to receive them.</summary>
    public static IEnumerable<Breach> SelfServingAllocation(FactView v) => v.Of<Distributed>().Where(d => v.Meet(d.Fact.By, d.Fact.First)).Select(d => Breach.Of(d.Record));

    /// <summary>The real value of the members' funds falls and is not reported.</summary>
    public static IEnumerable<Breach> ErodedFund(FactView v) => v.Of<Devalued>().Where(d => d.Fact.Reported == false).Select(d => Breach.Of(d.Record));

    /// <summary>A governing body prescribes form or content of artistic, scientific or educational work.</summary>
    public static IEnumerable<Breach> CommandOfCulture(FactView v) => v.Of<Prescribed>().Select(p => Breach.Of(p.Record));

    /// <summary>A person's word or image is used as binding authority in place of a voted rule.</summary>
    public static IEnumerable<Breach> CultOfPerson(FactView v) => v.Of<Invoked>().Where(i => i.Fact.InPlaceOfRule == true).Select(i => Breach.Of(i.Record));
}
