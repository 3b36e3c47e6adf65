using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>Who conducts a vote: puts, opens, closes and declares it.</summary>
internal static class Conduct
{
    /// <summary>Null when whoever acts conducts the vote.</summary>
    public static Refusal? Of(State state, Act act, Vote vote) => vote.Session is { } id
        ? InSession(state, act, id, mayBeConvened: vote.Stage is VoteStage.Nominations or VoteStage.Standing)
        : Outside(state, act, vote.Unit, RunBy(state, act, vote));

    /// <summary>In a session whoever presides; before it opens, and while nobody presides, whoever convenes the body.</summary>
    public static Refusal? InSession(State state, Act act, string id, bool mayBeConvened)
    {
        if (state.Sessions.Find(id) is not { } session) return ProtocolRefusals.Unknown("session", id);
        var body = state.Statutes.At(act.At).Bodies.GetValueOrDefault(session.Body);
        var clause = body?.Chair?.Clause.Path ?? body?.Clause.Path ?? "";
        if (session.Stage == SessionStage.Open && session.ChairPerson is { } chair) return act.By == chair ? null : ProtocolRefusals.NotYours(clause, chair, act.By);
        if (session.Stage != SessionStage.Open && !(mayBeConvened && session.Stage == SessionStage.Convened))
            return VotesRefusals.SessionNotOpen(id, session.Stage.ToString());
        return body?.Convene is { } convene
            ? Authority.Serves(state, act, convene.By, convene.Clause.Path, UnitOf(state, act, convene.By, session.Unit))
            : act.By == session.ConvenedBy || act.InNameOf == session.ConvenedBy ? null : ProtocolRefusals.NotYours(clause, session.ConvenedBy, act.By);
    }

    /// <summary>
    /// Outside a session: whom the clause makes conduct it, else the keeper of the register or, in a unit, whoever convenes the
    /// unit's assembly.
    /// </summary>
    public static Refusal? Outside(State state, Act act, string? unit, Ref? runBy)
    {
        var rules = state.Statutes.At(act.At);
        if (runBy is not null) return Authority.Serves(state, act, runBy, runBy.Clause.Path, UnitOf(state, act, runBy, unit));
        Refusal? refusal = null;
        foreach (var register in rules.Electorates.Values.Select(e => e.Register))
            if ((refusal = Authority.Serves(state, act, register.KeptBy, register.Clause.Path, UnitOf(state, act, register.KeptBy, unit))) is null) return null;
        if (unit is not null && state.Roll.Unit(unit) is { } place)
            foreach (var body in rules.Bodies.Values.Where(b => b.Of is not null && b.Per?.Id == place.Kind && b.Convene is not null))
                if ((refusal = Authority.Serves(state, act, body.Convene!.By, body.Convene.Clause.Path, unit)) is null) return null;
        return refusal ?? ProtocolRefusals.NotYours("", "", act.By);
    }

    private static Ref? RunBy(State state, Act act, Vote vote) =>
        vote.Place is { } place && ElectionRules.SelectOf(state, place, act.At) is Elect { RunBy: { } runBy } ? runBy : null;

    /// <summary>
    /// The unit for which a body or office acts that exists once per unit: the one concerned, or the one of its own kind in which that
    /// lies (the region's officer confirms for a branch). Null for a body or office of the whole.
    /// </summary>
    internal static string? UnitOf(State state, Act act, Ref who, string? unit)
    {
        var rules = state.Statutes.At(act.At);
        var kind = rules.Offices.TryGetValue(who.Id, out var office) ? office.Per?.Id : rules.Bodies.TryGetValue(who.Id, out var body) ? BodyShape.UnitKindOf(rules, body) : null;
        if (kind is null) return null;
        for (var at = unit is null ? null : state.Roll.Unit(unit); at is not null; at = at.Within is { } outer ? state.Roll.Unit(outer) : null)
            if (at.Kind == kind) return at.Id;
        return unit;
    }
}
