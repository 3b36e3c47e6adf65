using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>Units ask, are answered once and in time, or decide by themselves; what they report goes to a whole body and grows old.</summary>
internal static class QueryRules
{
    private const int MostText = 2000;

    public static Decision Ask(State state, Act act, AskBody c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Queries.ContainsKey(c.Id)) return ProtocolRefusals.Taken("query", c.Id);
        if (OfUnit(state, act, c.Unit, c.To) is { } refusal) return refusal;
        if (c.Question.Length is 0 or > 300) return ProtocolRefusals.Malformed("question", "what is asked, in at most 300 characters", c.Question.Length);
        return c.AnswerBy <= act.Day ? ProtocolRefusals.Malformed("answerBy", "a day after today", c.AnswerBy) : Decision.Accept("", new BodyAsked(c.Id, c.Unit, c.To, c.Question, c.AnswerBy));
    }

    public static Decision Answer(State state, Act act, AnswerUnit c)
    {
        if (!state.Federation.Queries.TryGetValue(c.Query, out var query)) return ProtocolRefusals.Unknown("query", c.Query);
        if (act.InNameOf != query.To) return ProtocolRefusals.NotYours("", query.To, act.By) with { Way = state.Offices.Holds(act.By, query.To, act.At) ? "decide-in-writing" : null };
        if (query.AnsweredAt is not null) return ProtocolRefusals.WrongStage("query", query.Id, "open", "answered");
        if (query.UnitDecidesOn(act.Day)) return FederationRefusals.UnitDecides(query.AnswerBy);
        return c.Text.Length is 0 or > MostText ? ProtocolRefusals.Malformed("text", "the answer, in at most 2000 characters", c.Text.Length) : Decision.Accept("", new UnitAnswered(query.Id, c.Text));
    }

    public static Decision DecideAlone(State state, Act act, DecideAlone c)
    {
        if (!state.Federation.Queries.TryGetValue(c.Query, out var query)) return ProtocolRefusals.Unknown("query", c.Query);
        if (!state.Offices.SpeaksFor(act.By, query.Unit, act.At)) return ProtocolRefusals.NotYours("", query.Unit, act.By);
        if (query.AnsweredAt is not null) return ProtocolRefusals.WrongStage("query", query.Id, "open", "answered");
        if (query.Decision is not null) return ProtocolRefusals.WrongStage("query", query.Id, "open", "decided");
        if (!query.UnitDecidesOn(act.Day)) return FederationRefusals.BodyHasTime(query.AnswerBy);
        return c.Decision.Length is 0 or > MostText ? ProtocolRefusals.Malformed("decision", "what the unit decided, in at most 2000 characters", c.Decision.Length) : Decision.Accept("", new DecidedAlone(query.Id, c.Decision));
    }

    public static Decision Report(State state, Act act, ReportSituation c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Situations.ContainsKey(c.Id)) return ProtocolRefusals.Taken("situation", c.Id);
        if (OfUnit(state, act, c.Unit, c.To) is { } refusal) return refusal;
        if (c.Account.Length is 0 or > MostText) return ProtocolRefusals.Malformed("account", "how things stand, in at most 2000 characters", c.Account.Length);
        if (c.Source.Length is 0 or > 300) return ProtocolRefusals.Malformed("source", "on what it rests, in at most 300 characters", c.Source.Length);
        if (c.AsOf > act.At) return ProtocolRefusals.Malformed("asOf", "a time that has come", c.AsOf);
        return c.ValidUntil <= c.AsOf ? ProtocolRefusals.Malformed("validUntil", "a time after it", c.ValidUntil)
            : Decision.Accept("", new SituationReported(c.Id, c.Unit, c.To, c.Account, c.Source, c.AsOf, c.ValidUntil));
    }

    /// <summary>For a unit speaks whoever holds a place in it, and to a body, not to one of its members.</summary>
    private static Refusal? OfUnit(State state, Act act, string unit, string to)
    {
        if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
        if (!state.Statutes.At(act.At).Bodies.ContainsKey(to)) return ProtocolRefusals.Unknown("body", to);
        return state.Offices.SpeaksFor(act.By, unit, act.At) ? null : ProtocolRefusals.NotYours("", unit, act.By);
    }
}
