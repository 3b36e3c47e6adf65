using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>Amendments: another text for an ordinary motion. What has a procedure of its own needs the notice of it, thus a motion of its own.</summary>
internal static class AmendingRules
{
    public static Decision Amend(Dealing d, AmendMotion c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsSession() is { } session) return session;
        if (c.Amendment.Length == 0) return ProtocolRefusals.Malformed("amendment", "a non-empty id", c.Amendment);
        if (d.State.Motions.FindAmendment(c.Amendment) is not null) return ProtocolRefusals.Taken("amendment", c.Amendment);
        if (d.Class.Procedure is { } procedure) return MotionsRefusals.AmendmentNeedsNotice(procedure.Clause.Path, d.Motion);
        if (d.NeedsNoVote() is { } running) return running;
        if (Movers.Directly(d.State, d.Act, d.Session, d.Body) is { } refusal) return refusal;
        if (c.Texts.IsEmpty || c.Texts.Keys.FirstOrDefault(l => !d.Motion.Current.Texts.ContainsKey(l)) is not null)
            return ProtocolRefusals.Malformed("texts", $"languages of the motion: {string.Join(", ", d.Motion.Current.Texts.Keys)}", string.Join(", ", c.Texts.Keys));
        foreach (var sha256 in c.Texts.Values)
            if (d.Act.Blobs.Read(sha256) is null) return ProtocolRefusals.BlobMissing(sha256);
        return Decision.Accept(d.Clause, new AmendmentFiled(d.Motion.Id, c.Amendment, d.By, d.Motion.Current.Number, c.Texts.WithComparers(StringComparer.Ordinal)));
    }

    public static Decision Withdraw(Dealing d, Amendment amendment)
    {
        if (amendment.Stage != MotionStage.Filed) return ProtocolRefusals.WrongStage("amendment", amendment.Id, MotionStage.Filed.ToString(), amendment.Stage.ToString());
        return amendment.Mover == d.By
            ? Decision.Accept(d.Clause, new AmendmentWithdrawn(d.Motion.Id, amendment.Id))
            : MotionsRefusals.NotYourMotion(d.Motion, d.By);
    }
}
