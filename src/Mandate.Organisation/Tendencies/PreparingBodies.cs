using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// Bodies that prepare what others decide seat every tendency that stands; what one proposes that sits without them carries the mark that a minority is
/// not seated (S107). A tendency is seated where somebody it has sent has a place, or its speaker holds one.
/// </summary>
public static class PreparingBodies
{
    /// <summary>Those that set the agenda of others or propose to them, but for meetings of all members.</summary>
    public static IEnumerable<string> Of(Constitution rules) => rules.Powers.Where(p => p.Verb is Verb.SetAgenda or Verb.Propose).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>()
        .Where(b => Prepares(rules, b)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static bool Prepares(Constitution rules, string body) => rules.Bodies.TryGetValue(body, out var known) && known is { Per: null, Kind: not BodyKind.Assembly };

    /// <summary>The tendencies that stand and have no seat there; none in a body that prepares nothing.</summary>
    public static ImmutableArray<Tendency> NotSeated(State state, string body, DateTimeOffset at) => !Prepares(state.Statutes.At(at), body) ? []
        : [.. state.Tendencies.All.Values.Where(t => t.StandsOn(DateOnly.FromDateTime(at.UtcDateTime)) && !Sits(state, t, body, at)).OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)];

    private static bool Sits(State state, Tendency tendency, string body, DateTimeOffset at) =>
        state.Offices.Holds(tendency.Speaker, body, at) || tendency.SentTo(body).Take(TendencyPlaces.PlacesOf(state, tendency.Id, body, at)).Any();
}
