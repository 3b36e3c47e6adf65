using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Offices;

/// <summary>What those who hold one place have in a month, all their places together, in hundredths.</summary>
public sealed record PayOfPlace(string Place, int Persons, Fraction Lowest, Fraction Highest);

/// <summary>
/// How far apart those are whom the organisation pays (requirement S224): by place, and over all. What goes with a place that nobody holds counts for nobody.
/// </summary>
/// <param name="Median">Of all persons paid; of two in the middle the lower.</param>
public sealed record PaySpread(string Currency, ImmutableArray<PayOfPlace> Places, int Persons, Fraction Lowest, Fraction Median, Fraction Highest)
{
    /// <summary>How many times the highest is the lowest; null where the lowest is nothing.</summary>
    public Fraction? Times => Lowest == Fraction.Zero ? null : Highest / Lowest;

    /// <summary>One for each currency in which somebody is paid.</summary>
    public static IEnumerable<PaySpread> Of(State state, DateTimeOffset at)
    {
        var day = Calendar.Day(at);
        foreach (var currency in state.Offices.Benefits.Values.Where(b => b.InForceOn(day)).Select(b => b.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var holders = state.Offices.Benefits.Values.Where(b => b.Currency == currency && b.Amount > 0 && b.InForceOn(day)).Select(b => b.Place).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .SelectMany(place => state.Offices.Holders(place, at).Where(t => t.Session is null).Select(t => (Place: place, t.Person))).Distinct().ToList();
            if (holders.Count == 0) continue;
            var paid = holders.Select(h => h.Person).Distinct(StringComparer.Ordinal)
                .ToDictionary(p => p, p => Benefits.Monthly(state, state.Offices.HeldBy(p, at).Where(t => t.Session is null).Select(t => t.Seat.Of), currency, day), StringComparer.Ordinal);
            var all = paid.Values.Order().ToList();
            yield return new(
                currency, [.. holders.GroupBy(h => h.Place, StringComparer.Ordinal).Select(g => new PayOfPlace(g.Key, g.Count(), g.Min(h => paid[h.Person]), g.Max(h => paid[h.Person])))],
                all.Count, all[0], all[(all.Count - 1) / 2], all[^1]);
        }
    }
}
