using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Decisions;

/// <summary>A closed document that some of those who vote in a session have and others have not (S263).</summary>
/// <param name="With">How many of them the record shows to have it.</param>
/// <param name="Of">How many vote there.</param>
/// <param name="DemandedBy">How many want it to be open to all of them.</param>
public sealed record UnequalAccess(Document Document, ImmutableSortedSet<string> With, int Of, int DemandedBy);

/// <summary>Which documents some who vote can read and others not, and what follows when one of them asks that it be equal.</summary>
public static class AccessRules
{
    /// <summary>The closed documents addressed to the body of a session that some of its voters have, in order of deposit; none for an assembly of members.</summary>
    public static ImmutableArray<UnequalAccess> Of(State state, Session session, DateTimeOffset at)
    {
        if (state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body) is not { Of: null }) return [];
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var voters = Voters(state, session, at);
        return
        [
            .. from document in state.Documents.All.Values
               where document.Text is null && document.AddresseesOn(day).Contains(session.Body, StringComparer.Ordinal)
               let with = Having(document, day).Intersect(voters)
               where with.Count > 0 && with.Count < voters.Count
               orderby document.At
               select new UnequalAccess(document, with, voters.Count, state.Decisions.Demands.Count(d => d.Document == document.Id && d.Session == session.Id)),
        ];
    }

    internal static Decision Demand(State state, Act act, DemandAccess c)
    {
        if (state.Documents.All.GetValueOrDefault(c.Document) is not { } document) return ProtocolRefusals.Unknown("document", c.Document);
        if (state.Sessions.Find(c.Session) is not { Stage: not SessionStage.Closed } session) return ProtocolRefusals.Unknown("session", c.Session);
        var clause = state.Statutes.At(act.At).Bodies.GetValueOrDefault(session.Body)?.Clause.Path ?? "";
        if (!Voters(state, session, act.At).Contains(act.By)) return ProtocolRefusals.NotYours(clause, session.Body, act.By);
        if (!Of(state, session, act.At).Any(u => u.Document.Id == document.Id)) return DecisionsRefusals.AllHaveIt(clause, document.Id);
        return state.Decisions.Demands.Any(d => d.Document == document.Id && d.Session == session.Id && d.By == act.By) ? ProtocolRefusals.Taken("demand", document.Id)
            : Decision.Accept(clause, new AccessDemanded(document.Id, session.Id));
    }

    /// <summary>The refusal of quoting a document while somebody who votes has asked that it be the same for all: open to all, or nobody cites it.</summary>
    internal static Refusal? Quoting(State state, Act act, string document)
    {
        foreach (var demand in state.Decisions.Demands.Where(d => d.Document == document))
            if (state.Sessions.Find(demand.Session) is { Stage: not SessionStage.Closed } session && Of(state, session, act.At).Any(u => u.Document.Id == document))
                return DecisionsRefusals.AccessFirst(state.Statutes.At(act.At).Bodies.GetValueOrDefault(session.Body)?.Clause.Path ?? "", document, session.Id);
        return null;
    }

    private static ImmutableSortedSet<string> Voters(State state, Session session, DateTimeOffset at) =>
        ImmutableSortedSet.CreateRange(StringComparer.Ordinal, session.Credentials.Keys.Concat(state.Offices.Holders(session.Body, at, session.Unit).Where(t => t.Session is null || t.Session == session.Id).Select(t => t.Person)));

    private static ImmutableSortedSet<string> Having(Document document, DateOnly day) =>
        ImmutableSortedSet.CreateRange(StringComparer.Ordinal, Custody.On(document, day).Where(e => e.Level != KnowledgeLevel.Exists).Select(e => e.Person).OfType<string>());
}
