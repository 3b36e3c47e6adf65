using System.Collections.Immutable;

namespace Mandate.Simulation.ClosedForm;

/// <summary>
/// The deterministic core of the stress test: officers of units steer the elections of delegates, and are themselves replaced from above
/// for a part. All in [0,1].
/// </summary>
/// <param name="Support">b: genuine support of the apparatus.</param>
/// <param name="Steering">ι: share of the others whose vote a loyal officer turns.</param>
/// <param name="Turnover">ρ: officers replaced in a period.</param>
/// <param name="FromAbove">a: share of posts filled from above.</param>
/// <param name="Free">v: share of units that would choose a loyal officer of themselves.</param>
public sealed record CaptureCore(double Support, double Steering, double Turnover = 0.25, double FromAbove = 1, double Free = 0)
{
    /// <summary>D = b + ι(1−b)x: share of delegates for the apparatus when a share x of officers is loyal.</summary>
    public double Delegates(double loyal) => Support + (Steering * (1 - Support) * loyal);

    /// <summary>x* = (½−b)/(ι(1−b)): loyal officers above which the congress is captured. Above 1 it never is.</summary>
    public double LoyalNeeded => (0.5 - Support) / (Steering * (1 - Support));

    /// <summary>a* = (x*−v)/(1−v): posts filled from above, above which the congress is captured in the end.</summary>
    public double FromAboveNeeded => (LoyalNeeded - Free) / (1 - Free);

    /// <summary>n* = ln(1/(1−x*))/(−ln(1−ρ)) with all posts filled from above and none loyal at first; null where never.</summary>
    public double? PeriodsToCapture => LoyalNeeded >= 1 ? null : LoyalNeeded <= 0 ? 0 : Math.Log(1 / (1 - LoyalNeeded)) / -Math.Log(1 - Turnover);

    /// <summary>The first whole period in which the congress is captured; null where never.</summary>
    public int? FirstPeriod => PeriodsToCapture is { } n ? (int)Math.Floor(n) + 1 : null;

    /// <summary>x(n+1) = x(n) + ρ(a + (1−a)v − x(n)).</summary>
    public double Next(double loyal) => loyal + (Turnover * (FromAbove + ((1 - FromAbove) * Free) - loyal));

    /// <summary>Loyal officers in each period, from the first.</summary>
    public ImmutableArray<double> Loyal(int periods, double first = 0)
    {
        var all = ImmutableArray.CreateBuilder<double>(periods);
        for (var x = first; all.Count < periods; x = Next(x)) all.Add(x);
        return all.ToImmutable();
    }
}
