using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>The guards of units: autonomy, language, orders, plans that hang on others.</summary>
internal static class UnitGuards
{
    /// <summary>The centre or its emissary decides, commands or presses in a matter that belongs to a self-governing unit.</summary>
    public static IEnumerable<Breach> CentreOverride(FactView v) => v.Of<Intervened>().Where(i => i.Fact.OwnMatter == true).Select(i => Breach.Of(i.Record));

    /// <summary>Members or units of a language or nationality cannot read, file, be heard or decide on equal terms.</summary>
    public static IEnumerable<Breach> LanguageDisadvantage(FactView v) => v.Of<Disadvantaged>().Where(d => d.Fact.Who.Each().Any()).Select(d => Breach.Of(d.Record));

    /// <summary>A countermanded order is still executed because a unit did not receive or acknowledge the recall.</summary>
    public static IEnumerable<Breach> BrokenRecallOfOrder(FactView v)
    {
        foreach (var recalls in v.Of<Countermanded>().GroupBy(c => c.Fact.Order, StringComparer.Ordinal))
        {
            var missed = v.Of<Acknowledged>(a => a.Order, recalls.Key).Where(a => !a.Fact.Received).Select(a => a.Record).ToList();
            var done = v.Of<CarriedOut>(c => c.Order, recalls.Key).Where(c => recalls.Any(r => r.When.MayPrecede(c.When))
                && !v.Of<Acknowledged>(a => a.Order, recalls.Key).Any(a => a.Fact.Unit == c.Fact.Unit && a.Fact.Received && a.When.MayPrecede(c.When))).Select(c => c.Record).ToList();
            // A recall that nobody has acknowledged yet stands in the register of orders; it is broken by whoever acts all the same.
            if (done.Count > 0) yield return Breach.Of([.. recalls.Select(r => r.Record), .. missed, .. done]);
        }
    }

    /// <summary>A plan is set in motion although a step depends on a partner's unconfirmed act and has no fallback.</summary>
    public static IEnumerable<Breach> UnsecuredDependency(FactView v)
    {
        foreach (var planned in v.Of<Planned>().Where(p => p.Fact is { Confirmed: false, Fallback: false }))
            yield return Breach.Of([planned.Record, .. v.Of<PartnerFailed>().Where(f => f.Fact.Plan == planned.Fact.Plan && f.Fact.Partner == planned.Fact.Partner).Select(f => f.Record)]);
    }
}
