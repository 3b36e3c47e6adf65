using System.Numerics;
using Mandate.Constitutions;
using Mandate.Tally.Apportionment;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// Places with voice in a body, shared among the tendencies that stand in proportion to their members, where the constitution gives
/// them: <c>rights.platform.gives.presence: {council: 3}</c>. By Sainte-Laguë; a place to which several have the same claim stays empty,
/// for nobody is there to choose.
/// </summary>
public static class TendencyPlaces
{
    /// <summary>The places that the constitution gives in that body, and the clause; null where it gives none.</summary>
    public static (int Places, string Clause)? In(Constitution rules, string body) =>
        rules.Rights.GetValueOrDefault("platform")?.Gives?["presence"] is Datum.Map map && map[body] is Datum.Number number
        && int.TryParse(number.Canonical, System.Globalization.CultureInfo.InvariantCulture, out var places) && places > 0
            ? (places, number.Clause.Path)
            : null;

    /// <summary>How many of them a tendency has on that day.</summary>
    public static int PlacesOf(State state, string tendency, string body, DateTimeOffset at)
    {
        if (In(state.Statutes.At(at), body) is not var (places, _)) return 0;
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var standing = state.Tendencies.All.Values.Where(t => t.StandsOn(day)).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var mine = standing.FindIndex(t => t.Id == tendency);
        return mine < 0 ? 0 : HighestAverages.Apportion(Divisor.SainteLague, [.. standing.Select(t => new BigInteger(t.Members.Count))], places).Certain[mine];
    }

    /// <summary>Whether somebody speaks there for a tendency: one of the first that it sent, as many as it has places.</summary>
    public static bool HasVoice(State state, string body, string person, DateTimeOffset at) => Voices(state, body, at).Contains(person, StringComparer.Ordinal);

    /// <summary>All who speak there for tendencies, in order of id.</summary>
    public static IEnumerable<string> Voices(State state, string body, DateTimeOffset at) => In(state.Statutes.At(at), body) is null ? [] : state.Tendencies.All.Values
        .SelectMany(t => t.SentTo(body).Take(PlacesOf(state, t.Id, body, at))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
