using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>A mover withdraws, others take over, a motion goes before a further body.</summary>
internal static class MoverRules
{
    public static Decision Withdraw(Dealing d)
    {
        if (d.Motion.Stage != MotionStage.Compositing && d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsMover() is { } notYours) return notYours;
        return d.NeedsNoVote() is { } running ? running : Decision.Accept(d.Clause, new MotionWithdrawn(d.Motion.Id));
    }

    /// <summary>
    /// A motion outlives its mover: whoever could have filed it, or has signed it, takes it over with its notice; also while the
    /// mover is no longer a member in good standing.
    /// </summary>
    public static Decision TakeOver(Dealing d)
    {
        var orphaned = d.Motion.MovedFor is null && d.NeedsUndecided() is null && d.State.Roll.Member(d.Motion.Mover) is not { InGoodStanding: true };
        if (d.Motion.Stage != MotionStage.Withdrawn && !orphaned) return ProtocolRefusals.WrongStage("motion", d.Motion.Id, MotionStage.Withdrawn.ToString(), d.Motion.Stage.ToString());
        // A composite that was withdrawn before two movers had agreed was never before the body.
        if (!d.Motion.CompositeOf.IsEmpty && d.Motion.Agreed.Count < 2) return ProtocolRefusals.WrongStage("motion", d.Motion.Id, MotionStage.Filed.ToString(), MotionStage.Compositing.ToString());
        if (d.Motion.Current.Texts.Values.FirstOrDefault(d.State.Motions.Erased.Contains) is { } erased) return ProtocolRefusals.Unknown("text", erased);
        if (d.NeedsSession() is { } session) return session;
        if (d.By == d.Motion.Mover) return ProtocolRefusals.Taken("mover", d.By);
        var signer = d.Motion.Supporters.Contains(d.By) && d.State.Roll.Member(d.By) is { InGoodStanding: true };
        if (!signer && Movers.Directly(d.State, d.Act with { InNameOf = null }, d.Session, d.Body) is { } refusal) return refusal;
        return Decision.Accept(d.Clause, new MotionTakenOver(d.Motion.Id, d.By));
    }

    public static Decision PutBefore(Dealing d, PutBefore c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.State.Sessions.Find(c.Session) is not { } session || !d.Rules.Bodies.TryGetValue(session.Body, out var body)) return ProtocolRefusals.Unknown("session", c.Session);
        if (session.Stage != SessionStage.Convened) return ProtocolRefusals.WrongStage("session", c.Session, SessionStage.Convened.ToString(), session.Stage.ToString());
        if (d.Motion.IsBefore(c.Session)) return ProtocolRefusals.Taken("session", c.Session);
        if (!MotionRule.Parts(d.State, d.Motion, d.At).Any(p => p.Name == session.Body && p.Unit == session.Unit)) return MotionsRefusals.NothingToDecide(d.Motion, session);
        var mine = d.NeedsMover() is null || d.Motion.Supporters.Contains(d.By) || Movers.Directly(d.State, d.Act, session, body) is null
            || Convenors.ServesSession(new Sitting(d.State, d.Act, session, body)) is null;
        if (!mine) return MotionsRefusals.NotYourMotion(d.Motion, d.By);
        if (MotionRule.NoticeWhyNot(d.State, d.Rules, d.Class, d.Motion.Class, d.Act.Day, session) is { } lacking) return lacking;
        return Decision.Accept(d.Clause, new MotionPutBefore(d.Motion.Id, c.Session), Movers.ItemOf(c.Session, d.Motion.Id, d.Motion.Title));
    }
}
