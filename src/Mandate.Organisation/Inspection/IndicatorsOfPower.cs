using System.Collections.Immutable;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>How faithfully places mirror members, and who owes them to whom.</summary>
internal static class IndicatorsOfPower
{
    /// <summary>Index of disproportion (Gallagher 1991) between units' shares of members and of delegates, of the last session with delegates.</summary>
    public static Indicator UnitDistortion(Period p)
    {
        var session = p.State.Sessions.All.Values.Where(s => s.Delegates.Count > 0 && DateOnly.FromDateTime(s.ConvenedAt.UtcDateTime) <= p.Day && s.Stage != SessionStage.Cancelled)
            .OrderBy(s => s.ConvenedAt).ThenBy(s => s.Id, StringComparer.Ordinal).LastOrDefault();
        if (session is null) return Indicator.Of("unit-distortion", Measure.Share, null, new("members", null), new("delegates", null));
        var units = session.Delegates.Select(d => (Unit: d.Key, Members: p.State.Roll.CountOn(session.CountDate, d.Key), Delegates: d.Value)).ToList();
        var (members, delegates) = (units.Sum(u => (long)u.Members), units.Sum(u => (long)u.Delegates));
        return Indicator.Of(
            "unit-distortion", Measure.Share,
            members > 0 && delegates > 0 ? Distribution.Disproportion(units.Select(u => (new Fraction(u.Members, members), new Fraction(u.Delegates, delegates)))) : null,
            new("units", units.Count), new("members", members), new("delegates", delegates));
    }

    /// <summary>Index of disproportion between the votes of members and the votes of the body above, mean over motions voted on both tiers.</summary>
    public static Indicator PositionDistortion(Period p)
    {
        var tiers = Tiers.Of(p.State).Where(t => t.Rows.Any(r => r.Base) && t.Rows.Any(r => !r.Base) && p.Covers(t.Last)).ToList();
        var each = tiers.Select(t => t.Distortion).OfType<Fraction>().ToList();
        return Indicator.Of("position-distortion", Measure.Share, Distribution.Mean(each), new Input("motions", each.Count > 0 ? each.Count : null));
    }

    private static List<Tenure> Held(Period p) => [.. p.State.Offices.Tenures.Values.Where(t => t.Session is null && t.HeldAt(p.End)).OrderBy(t => t.Id, StringComparer.Ordinal)];

    internal static bool IsAppointed(Tenure t) => t.Basis.Kind is BasisKind.Appointment or BasisKind.CoOption or BasisKind.Acting;

    /// <summary>Places held by appointment over all that are held, by place; seats that go with an office stand apart.</summary>
    public static Indicator Appointed(Period p)
    {
        var held = Held(p).Where(t => t.Basis.Kind != BasisKind.ExOfficio).ToList();
        var share = Indicator.Share("appointed", "appointed", held.Count(IsAppointed), "held", held.Count > 0 ? held.Count : null);
        return (share with { Inputs = share.Inputs.AddRange(HowFilled(held)) })
            .With(held.GroupBy(t => t.Seat.Of, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
                new IndicatorPart(g.Key, Distribution.Share(g.Count(IsAppointed), g.Count()), [new("appointed", g.Count(IsAppointed)), new("held", g.Count()), .. HowFilled([.. g])])));
    }

    private static IEnumerable<Input> HowFilled(List<Tenure> held) =>
    [
        new("elected", held.Count(t => t.Basis.Kind is BasisKind.Election or BasisKind.Countback or BasisKind.Substitution)),
        new("by-lot", held.Count(t => t.Basis.Kind == BasisKind.Lot)),
        new("by-founders", held.Count(t => t.Basis.Kind == BasisKind.Founding)),
    ];

    /// <summary>Sum of the squared shares of those who appointed (Herfindahl): 1 where one appointed all.</summary>
    public static Indicator Appointers(Period p)
    {
        var by = Held(p).Where(IsAppointed).GroupBy(t => t.Basis.By ?? t.Basis.Reference, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Count: g.Count())).ToList();
        return Indicator.Of("appointers", Measure.Index, Distribution.Concentration(by.Select(b => (Fraction)b.Count)), new("appointed", by.Count > 0 ? by.Sum(b => b.Count) : null), new("appointers", by.Count > 0 ? by.Count : null));
    }

    /// <summary>Delegates whom the organisation pays, over delegates.</summary>
    public static Indicator PaidDelegates(Period p)
    {
        var paid = Paid.PersonsAt(p.State, p.End);
        var delegates = p.State.Offices.Tenures.Values.Where(t => t.Session is not null && p.Covers(t.From)).Select(t => t.Person).Distinct(StringComparer.Ordinal).ToList();
        return Indicator.Share("paid-delegates", "paid", delegates.Count(paid.Contains), "delegates", delegates.Count > 0 ? delegates.Count : null);
    }

    /// <summary>Paid posts per hundred members.</summary>
    public static Indicator Officials(Period p)
    {
        var (paid, members) = (Paid.PersonsAt(p.State, p.End).Count, p.State.Roll.CountOn(p.Day));
        return Indicator.Of("officials", Measure.PerHundred, Distribution.Share(paid, members) * 100, new("paid", paid), new("members", members));
    }

    /// <summary>What the best paid holder has in a month over the median wage of members; not given until somebody has stated that wage (S181).</summary>
    public static Indicator PayRatio(Period p)
    {
        var ceiling = p.State.Offices.PayCeiling is { } stated && DateOnly.FromDateTime(stated.At.UtcDateTime) <= p.Day ? stated : null;
        var paid = p.State.Offices.Benefits.Values.Where(b => b.Currency == ceiling?.Currency && b.InForceOn(p.Day)).Select(b => b.Place).Distinct(StringComparer.Ordinal)
            .SelectMany(of => p.State.Offices.Holders(of, p.End)).Select(t => t.Person).Distinct(StringComparer.Ordinal)
            .Select(person => Benefits.Monthly(p.State, p.State.Offices.HeldBy(person, p.End).Select(t => t.Seat.Of), ceiling!.Currency, p.Day)).ToList();
        Fraction? most = paid.Count > 0 ? paid.Max() / 100 : null;
        Fraction? wage = ceiling is null ? null : new Fraction(ceiling.MedianWage, 100);
        return Indicator.Of("pay-ratio", Measure.Number, most is { } m && wage is { } w ? m / w : null, new("highest-pay", most), new("median-wage", wage));
    }
}
