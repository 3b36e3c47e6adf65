using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tendencies;

namespace Mandate.Organisation.Sessions;

/// <summary>Who must have a notice of a session, and who may vote in it.</summary>
public static class Entitlement
{
    /// <summary>
    /// Who must have a notice, in order of id: the members of the unit for an assembly; for delegates all who elect them, and the
    /// holders of seats; for a standing body its holders; and always those with voice without vote.
    /// </summary>
    public static ImmutableArray<string> ToNotice(State state, string bodyId, string? unit, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        if (!rules.Bodies.TryGetValue(bodyId, out var body)) return [];
        var members = BodyShape.IsAssembly(body) || BodyShape.IsDelegated(body) ? state.Roll.Within(unit).Where(m => m.Counts).Select(m => m.Id) : [];
        var holders = body.Advisory.SelectMany(advisory => state.Offices.Holders(advisory.Id, at, null)).Concat(state.Offices.Holders(bodyId, at, unit)).Select(t => t.Person).Concat(TendencyPlaces.Voices(state, bodyId, at));
        return [.. members.Concat(holders).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>SHA-256 (lower hex) of the ids in order, each ended by a line feed.</summary>
    public static string Digest(ImmutableArray<string> persons)
    {
        var text = new StringBuilder();
        foreach (var person in persons) text.Append(person).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static bool MayVote(State state, Session session, string person, DateTimeOffset at) => WhyNot(state, session, person, at) is null;

    /// <summary>Null when the person has a vote in the session at that time, present or not; otherwise why not.</summary>
    public static Refusal? WhyNot(State state, Session session, string person, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        if (!rules.Bodies.TryGetValue(session.Body, out var body)) return ProtocolRefusals.Unknown("body", session.Body);
        if (BodyShape.IsAssembly(body))
        {
            if (state.Roll.Member(person) is not { } member || !LiesIn(state, member.Unit, session.Unit))
                return SessionsRefusals.NotOfBody(body, session, person);
            return member.InGoodStanding ? null : SessionsRefusals.NotInGoodStanding(body, person, member.Status);
        }
        if (TenureOf(state, session, person, at) is not { } tenure)
            return HadSeat(state, session, person, at) is { } ended ? SessionsRefusals.MandateEnded(body, ended) : SessionsRefusals.NotOfBody(body, session, person);
        if (state.Offices.SuspendedAt(tenure.Id, at) is { } suspended) return SessionsRefusals.Suspended(body, person, suspended.Until);
        if (body.Credentials is not null && session.Credentials.GetValueOrDefault(person)?.Tenure != tenure.Id)
            return SessionsRefusals.NoCredential(body, person);
        return null;
    }

    /// <summary>The mandate on which a person sits in the session at that time; null where there is none.</summary>
    public static Tenure? TenureOf(State state, Session session, string person, DateTimeOffset at) =>
        state.Offices.HeldBy(person, at).FirstOrDefault(t => Seats(t, session));

    /// <summary>Those who are present and have a vote, in order of id.</summary>
    public static IEnumerable<string> Present(State state, Session session, DateTimeOffset at) =>
        session.Present.Where(p => Connections.IsPresent(state, session, p, at) && MayVote(state, session, p, at));

    /// <summary>Those who have a vote in the session, present or not, in order of id.</summary>
    public static IEnumerable<string> Voters(State state, Session session, DateTimeOffset at)
    {
        if (!state.Statutes.At(at).Bodies.TryGetValue(session.Body, out var body)) return [];
        var candidates = BodyShape.IsAssembly(body)
            ? state.Roll.Within(session.Unit).Select(m => m.Id)
            : state.Offices.Holders(session.Body, at, session.Unit).Select(t => t.Person);
        return candidates.Distinct(StringComparer.Ordinal).Where(p => MayVote(state, session, p, at)).Order(StringComparer.Ordinal);
    }

    /// <summary>Voice without vote: holders of the bodies and offices that the clause calls advisory, and those whom tendencies send.</summary>
    public static bool HasVoice(State state, Session session, string person, DateTimeOffset at) =>
        state.Statutes.At(at).Bodies.TryGetValue(session.Body, out var body)
        && (body.Advisory.Any(a => state.Offices.Holds(person, a.Id, at)) || TendencyPlaces.HasVoice(state, body.Id, person, at) || CoReports.ReportsAt(state, session, person, at));

    private static Tenure? HadSeat(State state, Session session, string person, DateTimeOffset at) =>
        state.Offices.Career(person).LastOrDefault(t => Seats(t, session) && t.From <= at && !t.HeldAt(at));

    private static bool Seats(Tenure t, Session session) =>
        t.Seat.Of == session.Body
        && (t.Session is null || t.Session == session.Id)
        && (session.Unit is null || t.Seat.Unit == session.Unit);

    private static bool LiesIn(State state, string unit, string? outer) => outer is null || state.Roll.LiesIn(unit, outer);
}
