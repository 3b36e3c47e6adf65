using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>Convening, postponing, cancelling.</summary>
internal static class ConveningRules
{
    public static Decision Convene(State state, Act act, ConveneSession c)
    {
        var rules = state.Statutes.At(act.At);
        if (Malformed(state, act, rules, c) is { } malformed) return malformed;
        var body = rules.Bodies[c.Body];
        var demand = c.Demand is null ? null : state.Sessions.Demands.GetValueOrDefault(c.Demand);
        if (c.Demand is not null && DemandRefusal(c, demand) is { } unmet) return unmet;
        if (WhoRefuses(state, act, rules, body, c, demand, out var clause) is { } notYours) return notYours;
        var first = DateOnly.FromDateTime(c.Opens.UtcDateTime);
        if (NoticeRefusal(rules, body, act.Day, first) is { } tooShort) return tooShort;
        if (demand?.Due is { } due && Latest(rules, body, due, act.Day) is var latest && first > latest)
            return SessionsRefusals.DemandPutOff(body, latest, first);
        var countDate = CountDate(body, act.Day, first);
        var entitled = Entitlement.ToNotice(state, c.Body, c.Unit, act.At);
        var returning = Course.Returning(state, c.Body, c.Unit, c.LastDay).ToList();
        return Decision.Accept(clause, [new SessionConvened(
            c.Session, c.Body, c.Unit, c.Place, act.InNameOf ?? act.By, c.Opens, c.LastDay, countDate,
            Seating.DelegatesOf(state, body, countDate), entitled.Length, Entitlement.Digest(entitled),
            [.. AgendaRules.Standing(state, rules, body, c.Unit, c.LastDay, act.At), .. returning.Select(m => Movers.ItemOf(c.Session, m.Id, m.Title).Item)], c.Demand), .. returning.Select(m => new MotionPutBefore(m.Id, c.Session))]);
    }

    public static Decision Postpone(Sitting s, PostponeSession c)
    {
        if (s.Needs(SessionStage.Convened) is { } stage) return stage;
        if (Convenors.Decides(s.State, s.Act, s.Rules, Convenors.Of(s.Rules, s.Body), s.Session.Unit) is { } refusal && s.Session.ConvenedBy != (s.Act.InNameOf ?? s.By)) return refusal;
        if (Sitting.NeedsText("reason", c.Reason) is { } text) return text;
        if (c.Opens <= s.Session.Opens || c.Opens <= s.At) return ProtocolRefusals.Malformed("opens", "a time after the present opening", c.Opens);
        var first = DateOnly.FromDateTime(c.Opens.UtcDateTime);
        if (c.LastDay < first) return ProtocolRefusals.Malformed("lastDay", "the day of the opening or a later one", c.LastDay);
        if (s.Session.Demand is { } id && s.State.Sessions.Demands[id].Due is { } due)
        {
            var latest = Latest(s.Rules, s.Body, due, s.Session.FirstDay);
            if (NoticeRules.EarliestOpening(s.State, s.Session) is { } needed && needed > latest) latest = needed;
            if (first > latest) return SessionsRefusals.DemandPutOff(s.Body, latest, first);
        }
        return Decision.Accept(Convenors.Clause(s.Rules, s.Body), new SessionPostponed(s.Session.Id, c.Opens, c.LastDay, c.Reason));
    }

    public static Decision Cancel(Sitting s, CancelSession c)
    {
        if (s.Needs(SessionStage.Convened) is { } stage) return stage;
        var convenor = Convenors.Of(s.Rules, s.Body);
        if (Convenors.Decides(s.State, s.Act, s.Rules, convenor, s.Session.Unit) is { } refusal && s.Session.ConvenedBy != (s.Act.InNameOf ?? s.By)) return refusal;
        if (s.Session.Demand is { } demand) return SessionsRefusals.DemandedCannotBeCancelled(s.Body, demand);
        if (Sitting.NeedsText("reason", c.Reason) is { } text) return text;
        ImmutableArray<Event> events = [new SessionCancelled(s.Session.Id, c.Reason)];
        return Decision.Accept(convenor.Clause.Path, PresidingRules.HasMandates(s) ? events.Add(new SessionMandatesEnded(s.Session.Id)) : events);
    }

    private static Refusal? Malformed(State state, Act act, Constitution rules, ConveneSession c)
    {
        if (c.Session.Length == 0) return ProtocolRefusals.Malformed("session", "a non-empty id", c.Session);
        if (state.Sessions.Find(c.Session) is not null) return ProtocolRefusals.Taken("session", c.Session);
        if (BodyUnit(state, rules, c.Body, c.Unit, act.Day) is { } wrong) return wrong;
        if (c.Place.Length is 0 or > 400) return ProtocolRefusals.Malformed("place", "where it meets, at most 400 characters", c.Place.Length);
        if (c.Opens <= act.At) return ProtocolRefusals.Malformed("opens", "a time to come", c.Opens);
        return c.LastDay < DateOnly.FromDateTime(c.Opens.UtcDateTime)
            ? ProtocolRefusals.Malformed("lastDay", "the day of the opening or a later one", c.LastDay)
            : null;
    }

    /// <summary>Null when the constitution has the body, and the unit is one of those that have it (none for a body of the whole).</summary>
    internal static Refusal? BodyUnit(State state, Constitution rules, string bodyId, string? unit, DateOnly day)
    {
        if (!rules.Bodies.TryGetValue(bodyId, out var body)) return ProtocolRefusals.Unknown("body", bodyId);
        var kind = BodyShape.UnitKindOf(rules, body);
        if (kind is null) return unit is null ? null : ProtocolRefusals.Malformed("unit", $"none: {bodyId} is a body of the whole", unit);
        if (unit is null) return ProtocolRefusals.Malformed("unit", $"the {kind} whose {bodyId} it is", "");
        return state.Roll.UnitsOf(kind, day).Any(u => u.Id == unit) ? null : ProtocolRefusals.Unknown(kind, unit);
    }

    private static Refusal? DemandRefusal(ConveneSession c, Demand? demand)
    {
        if (demand is null) return ProtocolRefusals.Unknown("demand", c.Demand!);
        if (demand.Body != c.Body || demand.Unit != c.Unit) return ProtocolRefusals.Malformed("demand", $"a demand for {c.Body}", demand.Body);
        if (demand.MetAt is null) return ProtocolRefusals.WrongStage("demand", demand.Id, "met", "open");
        return demand.Session is { } session ? ProtocolRefusals.WrongStage("demand", demand.Id, "unanswered", session) : null;
    }

    private static Refusal? WhoRefuses(State state, Act act, Constitution rules, Body body, ConveneSession c, Demand? demand, out string clause)
    {
        var convenor = Convenors.Of(rules, body);
        clause = convenor.Clause.Path;
        var refusal = Convenors.Decides(state, act, rules, convenor, c.Unit);
        if (refusal is not null && EmergencyReviews.MayConvene(state, act, c) is { } review)
        {
            clause = review;
            return null;
        }
        if (refusal is null || demand?.Due is not { } due) return refusal;
        foreach (var other in Convenors.Default(body))
        {
            var may = other.Kind == RefKind.Petitioners ? c.SignedAs is { } name && demand.Signed.Contains(name) : Convenors.Decides(state, act, rules, other, c.Unit) is null;
            if (!may) continue;
            clause = other.Clause.Path;
            return act.Day > due ? null : SessionsRefusals.ConvenorHasTime(body, convenor, due);
        }
        return refusal;
    }

    private static Refusal? NoticeRefusal(Constitution rules, Body body, DateOnly today, DateOnly first)
    {
        if (body.Convene?.Notice is not { } notice) return null;
        var earliest = Notices.Earliest(today, notice, rules.Procedure.ClearDays);
        return first >= earliest ? null : SessionsRefusals.NoticeTooShort(notice, Notices.Given(today, first, rules.Procedure.ClearDays, notice), earliest);
    }

    /// <summary>
    /// The last day on which a session that answers a demand can open: convened on the last day of the time, with its notice.
    /// Whoever convenes after that time has as much time again to choose a day.
    /// </summary>
    internal static DateOnly Latest(Constitution rules, Body body, DateOnly due, DateOnly today)
    {
        if (today <= due) return Notices.Earliest(due, body.Convene?.Notice, rules.Procedure.ClearDays);
        var earliest = Notices.Earliest(today, body.Convene?.Notice, rules.Procedure.ClearDays);
        return body.Convene?.Within is { } within ? Periods.After(earliest, within) : earliest;
    }

    /// <summary>Members are counted so long before the opening as the key says, never on a day to come.</summary>
    internal static DateOnly CountDate(Body body, DateOnly today, DateOnly first)
    {
        var before = body.Seats.Values.Select(g => g.Apportion?.CountedBefore).FirstOrDefault(p => p is not null);
        if (before is null) return today;
        var day = Periods.Before(first, before);
        return day < today ? day : today;
    }
}
