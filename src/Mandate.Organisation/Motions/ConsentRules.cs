using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>Consent of others, the hearing of those concerned, and the demand for a count.</summary>
internal static class ConsentRules
{
    public static Decision Consent(Dealing d, ConsentToMotion c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        var part = MotionRule.Parts(d.State, d.Motion, d.At).FirstOrDefault(p => p.Consent && p.Clause == c.Part);
        if (part is null) return MotionsRefusals.NotAPart(d.Motion, c.Part);
        if (!part.IsOpen) return ProtocolRefusals.Taken("consent", c.Part);
        var who = d.Class.Consent.First(r => r.Clause.Path == c.Part);
        if (Authority.Decides(d.State, d.Act, who, c.Part, part.Unit) is { } refusal) return refusal;
        return Decision.Accept(c.Part, Consequences.Carry(d.State, d.Act, d.Motion, c.Part, "in-writing:" + d.Act.Id));
    }

    /// <summary>The person concerned says that they were heard or waive it; or whoever presides records it.</summary>
    public static Decision Hear(Dealing d, RecordHearing c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.Class.Procedure is not { HearingRequired: true } procedure) return MotionsRefusals.NotAPart(d.Motion, "hearing");
        var concerned = d.Motion.Target is { } target && d.State.Offices.Tenures.TryGetValue(target, out var tenure) ? tenure.Person : d.Motion.Target ?? "";
        var presides = d.Motion.AlsoBefore.Keys.Prepend(d.Motion.Session).Select(d.State.Sessions.Find).Any(s => s is { Stage: SessionStage.Open } && s.ChairPerson == d.By);
        var clause = procedure.Clause.Path + ".hearing";
        var may = c.Outcome switch
        {
            HearingOutcome.Waived => d.By == concerned,
            HearingOutcome.Heard => d.By == concerned || presides,
            _ => presides,
        };
        return may
            ? Decision.Accept(clause, new HearingRecorded(d.Motion.Id, concerned, c.Outcome))
            : MotionsRefusals.NotYourHearing(clause, c.Outcome == HearingOutcome.Waived ? concerned : "chair", d.By);
    }

    public static Decision DemandCount(Dealing d, DemandCount c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.State.Sessions.Find(c.Session) is not { } session || !d.Motion.IsBefore(c.Session)) return ProtocolRefusals.Unknown("session", c.Session);
        if (session.Stage != SessionStage.Open) return ProtocolRefusals.WrongStage("session", c.Session, SessionStage.Open.ToString(), session.Stage.ToString());
        if (d.Motion.Contested) return ProtocolRefusals.Taken("count", d.Motion.Id);
        if (Entitlement.WhyNot(d.State, session, d.By, d.At) is { } not) return not;
        if (!session.Present.Contains(d.By)) return SessionsRefusals.NotPresent(d.Rules.Bodies[session.Body], d.By);
        var demanded = new CountDemanded(d.Motion.Id, d.By);
        return session.Agenda.FirstOrDefault(i => i.Reference == d.Motion.Id) is { } item
            ? Decision.Accept(d.Clause, demanded, new ItemContested(session.Id, item.Id))
            : Decision.Accept(d.Clause, demanded);
    }
}

/// <summary>What may be decided without a count when nobody demands one.</summary>
public static class Uncontested
{
    /// <summary>
    /// Null when a motion may be decided without a count: an ordinary one, by a majority of the votes cast, that nobody contests.
    /// Never an amendment of the constitution, a restriction, a removal or any matter with a procedure of its own.
    /// </summary>
    public static Refusal? WhyNot(State state, Motion motion, Session session, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var of = MotionRule.RuleOf(state, rules, motion);
        var clause = of.Procedure?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (of.Procedure is not null || motion.Class != ClassRule.Ordinary || motion.Urgent) return MotionsRefusals.AlwaysCounted(clause, motion.Class);
        if (motion.Contested) return MotionsRefusals.CountDemanded(motion);
        var part = MotionRule.PartFor(state, motion, session, at);
        return part?.Majority is ShareMajority { Basis: Constitutions.Basis.VotesCast } or Unanimous ? MotionRule.MayBePut(state, motion, session, at) : MotionsRefusals.AlwaysCounted(clause, motion.Class);
    }
}
