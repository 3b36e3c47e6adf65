using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Offices;

/// <summary>Officials of one organ whom the same authority appointed first in the same year.</summary>
/// <param name="By">Who appointed or hired them first.</param>
public sealed record FirstAppointed(string By, int Year, int Officials);

/// <summary>The officials of an organ by whom and when they were first appointed (requirement S412).</summary>
/// <param name="Organ">Who employs them now.</param>
/// <param name="Inherited">How many came from before this organisation was founded.</param>
public sealed record OriginOfOfficials(string Organ, int Officials, int Inherited, ImmutableArray<FirstAppointed> First)
{
    public Fraction Share => new(Inherited, Officials);

    /// <summary>Everybody in a paid post on that day, once for each organ that employs them; by organ.</summary>
    public static ImmutableArray<OriginOfOfficials> On(State state, DateOnly day)
    {
        var founded = DateOnly.FromDateTime((state.Founding.ClosedAt ?? state.At).UtcDateTime);
        var employed = state.Offices.Employments.Values.Where(e => e.From <= day).ToLookup(e => e.Person, StringComparer.Ordinal);
        return
        [
            .. state.Offices.Employments.Values.Where(e => e.From <= day && !(e.Until < day)).GroupBy(e => e.By.Split('@')[0], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(organ =>
            {
                var first = organ.Select(e => e.Person).Distinct(StringComparer.Ordinal).Select(person => Earliest(state, person, employed[person])).ToList();
                return new OriginOfOfficials(
                    organ.Key, first.Count, first.Count(f => f.From < founded),
                    [.. first.GroupBy(f => (f.By, f.From.Year)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.By, StringComparer.Ordinal).Select(g => new FirstAppointed(g.Key.By, g.Key.Year, g.Count()))]);
            }),
        ];
    }

    private static (DateOnly From, string By) Earliest(State state, string person, IEnumerable<Employment> posts) =>
        posts.Select(e => (e.From, By: e.By.Split('@')[0]))
            .Concat(state.Offices.Career(person).Where(t => t.Basis is { Kind: BasisKind.Appointment, By: not null }).Select(t => (From: DateOnly.FromDateTime(t.From.UtcDateTime), By: t.Basis.By!.Split('@')[0])))
            .OrderBy(f => f.From).ThenBy(f => f.By, StringComparer.Ordinal).First();
}
