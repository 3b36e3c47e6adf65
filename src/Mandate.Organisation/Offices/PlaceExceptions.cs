using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Offices;

/// <summary>One person may take one place beside one that cannot be held with it, until a day. The place ends with it.</summary>
public sealed record PlaceException(string Id, string Person, string Place, string Beside, string Motion, DateOnly From, DateOnly Until)
{
    public bool InForceOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>
/// Dated, voted exceptions from incompatible places and from the number of offices (S162): by the body that amends the constitution and with two thirds
/// of its votes, for a year at most. None where one of the two places inspects, elects or checks the other.
/// </summary>
public static class PlaceExceptions
{
    /// <summary>The longest exception, in months.</summary>
    private const int MostMonths = 12;

    /// <summary>The exception by which a person may take a place on a day; null where there is none.</summary>
    public static PlaceException? Of(State state, string person, string place, DateOnly day) =>
        state.Offices.Exceptions.Values.Where(e => e.Person == person && e.Place == place && e.InForceOn(day)).MaxBy(e => e.Until);

    internal static Decision Enter(State state, Act act, EnterException c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = rules.Incompatible.IsEmpty ? rules.Amend.Ordinary.Clause.Path : "incompatible";
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Exceptions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("exception", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (state.Roll.Member(c.Person) is null) return ProtocolRefusals.Unknown("person", c.Person);
        foreach (var place in new[] { c.Place, c.Beside })
            if (!rules.Bodies.ContainsKey(place) && !rules.Offices.ContainsKey(place)) return ProtocolRefusals.Unknown("place", place);
        if (Linked(rules, c.Place, c.Beside)) return OfficesRefusals.NoException(clause, c.Place);
        var last = act.Day.AddMonths(MostMonths);
        if (c.Until < act.Day || c.Until > last) return ProtocolRefusals.Malformed("until", "a day within twelve months", c.Until);
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        var amends = Bodies(rules.Amend.Ordinary.Rule).ToList();
        if (motion is not { Stage: MotionStage.Adopted, Vote: { } vote } || state.Sessions.Find(motion.Session) is not { } session || !amends.Contains(session.Body, StringComparer.Ordinal))
            return OfficesRefusals.ExceptionNotDecided(clause, string.Join(", ", amends), motion.Session);
        if (state.Votes.Find(vote)?.Outcome is not { Carried: true, Figures: var figures } || figures.Yes * 3 < (figures.Yes + figures.No) * 2) return OfficesRefusals.ExceptionNotDecided(clause, "2/3 of votes cast", motion.Id);
        var name = $"exception:{c.Person}:{c.Place}";
        return motion.Current.Texts.ContainsValue(c.Text) && act.Blobs.Text(c.Text)?.Contains(name, StringComparison.Ordinal) == true
            ? Decision.Accept(clause, new ExceptionEntered(c.Id, c.Person, c.Place, c.Beside, c.Motion, c.Until))
            : OfficesRefusals.ExceptionNotDecided(clause, name, motion.Id);
    }

    /// <summary>What stands of a person's holdings when a place is asked about: without the one beside which an exception lets them take it.</summary>
    internal static PersonFacts Without(State state, string person, string place, PersonFacts facts, DateOnly day) => Of(state, person, place, day) is not { } exception ? facts
        : facts with { Holdings = [.. facts.Holdings.Where(h => h.Place != exception.Beside && !h.Place.StartsWith(exception.Beside + ".", StringComparison.Ordinal))] };

    private static bool Linked(Constitution rules, string one, string other) => OrgansOf.Relations(rules).Any(r => r.How is Relation.Checks or Relation.Elects && (r.Organ == one && r.Other == other || r.Organ == other && r.Other == one))
        || Places.TagsOf(rules, one).Concat(Places.TagsOf(rules, other)).Any(t => t is "inspector" or "electoral");

    private static IEnumerable<string> Bodies(Rule rule) => rule switch
    {
        BodyRule one => [one.Body.Id],
        AllOf all => all.Rules.SelectMany(Bodies),
        AnyOf any => any.Rules.SelectMany(Bodies),
        _ => [],
    };
}
