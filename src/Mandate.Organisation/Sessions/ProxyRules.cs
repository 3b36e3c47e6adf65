using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>
/// Voting for somebody who is away, where the clause allows it; it is forbidden otherwise, with the reason that the clause states. A
/// proxy carries a vote by name and no presence: it makes no quorum. Whoever comes votes for themselves.
/// </summary>
public static class ProxyRules
{
    internal static Decision Give(Sitting s, GiveProxy c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (s.Body.Proxies is not { Allowed: true } clause) return SessionsRefusals.ProxiesForbidden(s.Body);
        if (c.Holder == s.By) return ProtocolRefusals.Malformed("holder", "another person", c.Holder);
        foreach (var person in new[] { s.By, c.Holder })
            if (Entitlement.WhyNot(s.State, s.Session, person, s.At) is { } not) return not;
        if (s.Session.Proxies.ContainsKey(s.By)) return ProtocolRefusals.Taken("proxy", s.By);
        if (Valid(s.State, s.Session, s.At).Any(p => p.Holder == s.By) || s.Session.Proxies.ContainsKey(c.Holder)) return SessionsRefusals.ProxyHandedOn(clause);
        if (clause.MaxPerHolder is { } max && Valid(s.State, s.Session, s.At).Count(p => p.Holder == c.Holder) >= max) return SessionsRefusals.TooManyProxies(clause, max, c.Holder);
        return Decision.Accept(clause.Clause.Path, new ProxyGiven(s.Session.Id, s.By, c.Holder));
    }

    internal static Decision Revoke(Sitting s) => s.Session.Proxies.ContainsKey(s.By)
        ? Decision.Accept(s.Body.Proxies?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body), new ProxyRevoked(s.Session.Id, s.By))
        : ProtocolRefusals.Unknown("proxy", s.By);

    /// <summary>Null when the holder may vote for the giver now.</summary>
    public static Refusal? WhyNot(State state, Session session, string giver, string holder, DateTimeOffset at)
    {
        var body = state.Statutes.At(at).Bodies[session.Body];
        if (body.Proxies is not { Allowed: true } clause) return SessionsRefusals.ProxiesForbidden(body);
        if (!Valid(state, session, at).Any(p => p.Giver == giver && p.Holder == holder)) return SessionsRefusals.NoProxy(clause, giver, holder);
        return Connections.IsPresent(state, session, giver, at) ? SessionsRefusals.GiverIsHere(clause, giver) : Entitlement.WhyNot(state, session, giver, at);
    }

    /// <summary>Those for whom somebody may vote now, in order of id.</summary>
    public static IEnumerable<string> CarriedBy(State state, Session session, string holder, DateTimeOffset at) =>
        Valid(state, session, at).Where(p => p.Holder == holder && WhyNot(state, session, p.Giver, holder, at) is null).Select(p => p.Giver);

    /// <summary>The proxies that have not lapsed, under a clause that still allows them.</summary>
    public static IEnumerable<Proxy> Valid(State state, Session session, DateTimeOffset at) =>
        state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Proxies is { Allowed: true } clause
            ? session.Proxies.Values.Where(p => clause.ValidFor is null || at <= Periods.After(p.At, clause.ValidFor))
            : [];
}
