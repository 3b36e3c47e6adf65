using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>The rules of motions; each aspect in its own file.</summary>
public static class MotionsRules
{
    public static Decision Decide(State state, Act act, MotionsCommand command) => command switch
    {
        FileMotion c => FilingRules.File(state, act, c),
        SupportMotion c => With(state, act, c.Motion, d => SupportRules.Support(d)),
        SupportForUnit c => With(state, act, c.Motion, d => SupportRules.SupportForUnit(d, c)),
        ReviseMotion c => With(state, act, c.Motion, d => FilingRules.Revise(d, c)),
        TranslateMotion c => With(state, act, c.Motion, d => TranslationRules.Translate(d, c)),
        WithdrawMotion c => With(state, act, c.Motion, d => MoverRules.Withdraw(d)),
        TakeOverMotion c => With(state, act, c.Motion, d => MoverRules.TakeOver(d)),
        AmendMotion c => With(state, act, c.Motion, d => AmendingRules.Amend(d, c)),
        WithdrawAmendment c => WithAmendment(state, act, c.Amendment, AmendingRules.Withdraw),
        FitAmendment c => WithAmendment(state, act, c.Amendment, (d, a) => FittingRules.Fit(d, a, c)),
        AdaptAmendment c => WithAmendment(state, act, c.Amendment, (d, a) => FittingRules.Adapt(d, a, c)),
        DropAmendment c => WithAmendment(state, act, c.Amendment, (d, a) => FittingRules.Drop(d, a, c)),
        ProposeProcedure c => WithAmendment(state, act, c.Amendment, (d, a) => ProposalRules.Propose(d, a, c)),
        AnswerProposal c => WithAmendment(state, act, c.Amendment, (d, a) => ProposalRules.Answer(d, a, c)),
        DemandSeparate c => WithAmendment(state, act, c.Amendment, ProposalRules.Separate),
        FormBloc c => With(state, act, c.Motion, d => BlocRules.Form(d, c)),
        InstructDelegates c => With(state, act, state.Motions.FindAmendment(c.Subject)?.Motion.Id ?? c.Subject, d => ProposalRules.Instruct(d, c)),
        ProposeComposite c => With(state, act, c.Of.IsDefaultOrEmpty ? "" : c.Of[0], d => CompositeRules.Propose(d, c)),
        AgreeComposite c => With(state, act, c.Motion, d => CompositeRules.Agree(d, c)),
        PutBefore c => With(state, act, c.Motion, d => MoverRules.PutBefore(d, c)),
        ConsentToMotion c => With(state, act, c.Motion, d => ConsentRules.Consent(d, c)),
        RecordHearing c => With(state, act, c.Motion, d => ConsentRules.Hear(d, c)),
        EraseText c => With(state, act, c.Motion, d => ErasingRules.Erase(d, c)),
        SetCondition c => With(state, act, c.Motion, d => ConditionRules.Set(d, c)),
        LiftCondition c => With(state, act, c.Motion, ConditionRules.Lift),
        RelateMotion c => With(state, act, c.Motion, d => ConditionRules.Relate(d, c)),
        RaiseContradiction c => With(state, act, c.Motion, d => Contradicting.Raise(d, c)),
        CarryUp c => With(state, act, c.Earlier, d => CourseRules.CarryUp(d, c)),
        LayBeforeBase c => With(state, act, c.Motion, CourseRules.LayBeforeBase),
        FormPackage c => CourseRules.Package(state, act, c),
        ReopenDecision c => With(state, act, c.Motion, d => CourseRules.Reopen(d, c)),
        DemandCount c => With(state, act, c.Motion, d => ConsentRules.DemandCount(d, c)),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision WithAmendment(State state, Act act, string id, Func<Dealing, Amendment, Decision> decide) =>
        state.Motions.FindAmendment(id) is var (motion, amendment) ? With(state, act, motion.Id, d => decide(d, amendment)) : ProtocolRefusals.Unknown("amendment", id);

    private static Decision With(State state, Act act, string id, Func<Dealing, Decision> decide)
    {
        if (state.Motions.Find(id) is not { } motion) return ProtocolRefusals.Unknown("motion", id);
        var session = state.Sessions.Find(motion.Session)!;
        return state.Statutes.At(act.At).Bodies.TryGetValue(session.Body, out var body)
            ? decide(new Dealing(state, act, motion, session, body))
            : ProtocolRefusals.Unknown("body", session.Body);
    }
}

/// <summary>An act on a motion: what its rules read.</summary>
internal sealed record Dealing(State State, Act Act, Motion Motion, Session Session, Body Body)
{
    public Constitution Rules => State.Statutes.At(Act.At);

    public string By => Act.By;

    public DateTimeOffset At => Act.At;

    public ClassRule Class => MotionRule.RuleOf(State, Rules, Motion);

    /// <summary>Clause path of the procedure that the motion follows.</summary>
    public string Clause => Class.Procedure?.Clause.Path ?? Rules.Procedure.Default.Clause.Path;

    /// <summary>Null when the motion is not yet decided, nor withdrawn.</summary>
    public Refusal? NeedsUndecided() => Motion.Stage is MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering
        ? null
        : ProtocolRefusals.WrongStage("motion", Motion.Id, MotionStage.Filed.ToString(), Motion.Stage.ToString());

    /// <summary>Null when no vote on the motion is under way.</summary>
    public Refusal? NeedsNoVote() => State.Votes.All.Values
        .Where(v => v.Question.Subject == Motion.Id && v.Stage is Votes.VoteStage.ReadBack or Votes.VoteStage.Running or Votes.VoteStage.Counting or Votes.VoteStage.Closed)
        .Select(v => v.Id).Order(StringComparer.Ordinal).FirstOrDefault() is { } vote ? MotionsRefusals.VoteIsRunning(Motion, vote) : null;

    /// <summary>Null when whoever acts moved it, in person or in the name of the same body.</summary>
    public Refusal? NeedsMover() =>
        (Motion.MovedFor is null && Motion.Mover == By) || (Motion.MovedFor is not null && Motion.MovedFor == Act.InNameOf) ? null : MotionsRefusals.NotYourMotion(Motion, By);

    /// <summary>Null when the session it was filed for is still to come or open.</summary>
    public Refusal? NeedsSession() => Session.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned
        ? null
        : ProtocolRefusals.WrongStage("session", Session.Id, SessionStage.Convened.ToString(), Session.Stage.ToString());
}
