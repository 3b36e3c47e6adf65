using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mandate.Organisation.Restrictions;

/// <summary>How often something happened in the days of a restriction, and in as many days before it.</summary>
/// <param name="What">motions, petitions, tendencies, resignations, charges, complaints.</param>
/// <param name="Before">Null where the record does not reach so far back, or where there are too few to be shown.</param>
/// <param name="During">Null where there are too few to be shown.</param>
public sealed record EffectFigure(string What, int? Before, int? During);

/// <summary>
/// What happened while a right was narrowed beside the same time before it (S098, S099, S116): counts from the record and nothing about why. Complaints
/// under five are not shown (design, against misuse).
/// </summary>
public static partial class RestrictionEffects
{
    private const int Fewest = 5;

    public static ImmutableArray<EffectFigure> Of(State state, Restriction restriction, DateOnly day)
    {
        var last = day < restriction.Last ? day : restriction.Last;
        var length = Math.Max(1, last.DayNumber - restriction.From.DayNumber + 1);
        var (from, until) = (restriction.From.AddDays(-length), restriction.From.AddDays(-1));
        var known = state.Statutes.Versions is [var first, ..] && DateOnly.FromDateTime(first.From.UtcDateTime) <= from;

        EffectFigure Count(string what, IEnumerable<DateTimeOffset> moments, int fewest = 0)
        {
            var days = moments.Select(m => DateOnly.FromDateTime(m.UtcDateTime)).ToList();
            int? Within(DateOnly a, DateOnly b) => days.Count(d => a <= d && d <= b) is var count && (count == 0 || count >= fewest) ? count : null;
            return new(what, known ? Within(from, until) : null, Within(restriction.From, last));
        }

        return
        [
            Count("motions", state.Motions.All.Values.Select(m => m.FiledAt)),
            Count("petitions", state.Petitions.All.Values.Select(p => p.At)),
            Count("tendencies", state.Tendencies.All.Values.Select(t => new DateTimeOffset(t.From, TimeOnly.MinValue, TimeSpan.Zero))),
            Count("resignations", state.Offices.Tenures.Values.Where(t => t is { Ended: not null, EndReason: "resigned" or "left" }).Select(t => t.Ended!.Value)),
            Count("charges", state.Roll.Charges.Values.Select(c => c.At)),
            Count("complaints", state.Inspection.All.Values.Select(c => c.At), Fewest),
        ];
    }

    /// <summary>The restrictions that a text names, as <c>restriction:ID</c>: those of which a motion decides (S116).</summary>
    public static IEnumerable<Restriction> NamedIn(State state, string text) => Named().Matches(text).Select(m => state.Restrictions.All.GetValueOrDefault(m.Groups["id"].Value)).OfType<Restriction>().Distinct();

    [GeneratedRegex(@"\brestriction:(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    /// <summary>The restrictions that were in force on some day between those two (S092).</summary>
    public static IEnumerable<Restriction> Meanwhile(State state, DateOnly from, DateOnly until) => state.Restrictions.All.Values
        .Where(r => r.From <= until && from <= r.Until && !(r.Lifted <= from)).OrderBy(r => r.From).ThenBy(r => r.Id, StringComparer.Ordinal);
}
