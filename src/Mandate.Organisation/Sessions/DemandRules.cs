using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>Members, units or bodies demand that a body be convened.</summary>
internal static class DemandRules
{
    public static Decision Demand(State state, Act act, DemandSession c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Demand.Length == 0) return ProtocolRefusals.Malformed("demand", "a non-empty id", c.Demand);
        if (state.Sessions.Demands.ContainsKey(c.Demand)) return ProtocolRefusals.Taken("demand", c.Demand);
        if (ConveningRules.BodyUnit(state, rules, c.Body, c.Unit, act.Day) is { } wrong) return wrong;
        if (c.Purpose.Length is 0 or > 1000) return ProtocolRefusals.Malformed("purpose", "what it is for, at most 1000 characters", c.Purpose.Length);
        var body = rules.Bodies[c.Body];
        if (body.Convene is not { OnDemandOf.IsEmpty: false }) return SessionsRefusals.NoDemand(body);
        var clause = body.Convene.Clause.Path;
        if (!Pseudonyms.IsOne(act.By) && NotASigner(state, act.By, clause, c.Unit) is { } refusal) return refusal;
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(c.Unit).Count, clause, out var register) is { } bad) return bad;
        if (!register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, c.Unit ?? "member", act.By);
        var demanded = new SessionDemanded(c.Demand, c.Body, c.Unit, c.Purpose, c.Register!);
        return Sign(Evolve(state, act, demanded), act, body, c.Demand, [demanded], new DemandSigned(c.Demand, act.By));
    }

    public static Decision Sign(State state, Act act, SignDemand c)
    {
        if (Open(state, act, c.Demand, out var demand, out var body) is { } refusal) return refusal;
        if (!demand!.Register.Contains(act.By)) return ProtocolRefusals.NotYours(body!.Convene!.Clause.Path, demand.Unit ?? "member", act.By);
        if (demand.Signed.Contains(act.By)) return ProtocolRefusals.Taken("signature", act.By);
        return Sign(state, act, body!, c.Demand, [], new DemandSigned(c.Demand, act.By));
    }

    public static Decision SignFor(State state, Act act, SignDemandFor c)
    {
        if (Open(state, act, c.Demand, out var demand, out var body) is { } refusal) return refusal;
        if (c.Unit is null)
            return act.InNameOf is { } name
                ? Sign(state, act, body!, c.Demand, [], new DemandSignedFor(c.Demand, null, name, "in-writing"))
                : ProtocolRefusals.NotYours(body!.Convene!.Clause.Path, "body", act.By) with { Way = "decide-in-writing" };
        if (state.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (demand!.UnitsSigned.Contains(c.Unit)) return ProtocolRefusals.Taken("signature", c.Unit);
        if (UnitVoice.WhyNot(state, act, c.Unit, c.Vote, c.Demand, body!.Convene!.Clause.Path) is { } notIts) return notIts;
        return Sign(state, act, body!, c.Demand, [], new DemandSignedFor(c.Demand, c.Unit, null, c.Vote ?? "in-writing"));
    }

    private static Refusal? Open(State state, Act act, string id, out Demand? demand, out Body? body)
    {
        body = null;
        if (!state.Sessions.Demands.TryGetValue(id, out demand)) return ProtocolRefusals.Unknown("demand", id);
        body = state.Statutes.At(act.At).Bodies.GetValueOrDefault(demand.Body);
        if (body is not { Convene.OnDemandOf.IsEmpty: false }) return ProtocolRefusals.Unknown("body", demand.Body);
        return demand.MetAt is null ? null : ProtocolRefusals.WrongStage("demand", id, "open", "met");
    }

    private static Refusal? NotASigner(State state, string person, string clause, string? unit)
    {
        if (state.Roll.Member(person) is not { InGoodStanding: true } member) return ProtocolRefusals.NotYours(clause, "member", person);
        return unit is null || state.Roll.LiesIn(member.Unit, unit) ? null : ProtocolRefusals.NotYours(clause, unit, person);
    }

    private static Decision Sign(State state, Act act, Body body, string id, System.Collections.Immutable.ImmutableArray<Event> before, Event signed)
    {
        var after = Evolve(state, act, signed);
        var demand = after.Sessions.Demands[id];
        var backing = Backing.OfAny(after, body.Convene!.OnDemandOf, demand.Signed, demand.UnitsSigned, demand.BodiesSigned, demand.Unit, act.At)!;
        var events = before.Add(signed);
        if (backing.Met)
            events = events.Add(new DemandMet(id, backing.Clause, body.Convene.Within is { } within ? Periods.Due(act.Day, within) : act.Day));
        return Decision.Accept(backing.Clause, events);
    }

    private static State Evolve(State state, Act act, Event happened) => Decider.Evolve(state, happened, new Occasion(state.Size, act.At, act.By, act.Blobs));
}

/// <summary>When a unit says something: by a decision in writing of its assembly, or by a carried vote of it.</summary>
internal static class UnitVoice
{
    /// <param name="subject">What the vote must have been about.</param>
    public static Refusal? WhyNot(State state, Act act, string unit, string? vote, string subject, string clause)
    {
        if (vote is null)
            return act.InNameOf is { } name && name.EndsWith("@" + unit, StringComparison.Ordinal)
                ? null
                : ProtocolRefusals.NotYours(clause, unit, act.By) with { Way = "decide-in-writing" };
        if (state.Votes.Find(vote) is not { } held) return ProtocolRefusals.Unknown("vote", vote);
        var of = held.Unit ?? (held.Session is { } s ? state.Sessions.Find(s)?.Unit : null);
        if (of != unit || held.Question.Subject != subject) return ProtocolRefusals.Malformed("vote", $"a vote of {unit} on {subject}", vote);
        return held.Outcome is { Carried: true } ? null : ProtocolRefusals.WrongStage("vote", vote, "carried", held.Stage.ToString());
    }
}
