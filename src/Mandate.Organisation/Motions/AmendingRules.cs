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
        Amendment? of = null;
        if (c.Of is not null && Amended(d, c.Of, out of) is { } not) return not;
        var standing = of?.Text ?? d.Motion.Current;
        if (c.Texts.IsEmpty || c.Texts.Keys.FirstOrDefault(l => !standing.Texts.ContainsKey(l)) is not null)
            return ProtocolRefusals.Malformed("texts", $"languages of what it amends: {string.Join(", ", standing.Texts.Keys)}", string.Join(", ", c.Texts.Keys));
        foreach (var sha256 in c.Texts.Values)
            if (d.Act.Blobs.Read(sha256) is null) return ProtocolRefusals.BlobMissing(sha256);
        return Decision.Accept(d.Clause, new AmendmentFiled(d.Motion.Id, c.Amendment, d.By, standing.Number, c.Texts.WithComparers(StringComparer.Ordinal), c.Of));
    }

    /// <summary>How deep amendments may be amended: an amendment may, an amendment to it not, where nothing is said.</summary>
    private const int Levels = 1;

    /// <summary>Null when an amendment may itself be amended: it waits, no vote on it is under way, and it is not too deep.</summary>
    private static Refusal? Amended(Dealing d, string id, out Amendment? of)
    {
        of = d.Motion.Amendment(id);
        if (of is null) return ProtocolRefusals.Unknown("amendment", id);
        if (ProposalRules.Undecided(d, of) is { } decided) return decided;
        var rule = d.Rules.Procedure.MotionAmendments;
        var depth = 1;
        for (var outer = of; outer.Of is { } further; outer = d.Motion.Amendment(further)!) depth++;
        return depth <= (rule?.Levels ?? Levels) ? null : MotionsRefusals.TooDeep(rule?.Clause.Path ?? d.Clause, rule?.Levels ?? Levels, depth);
    }

    public static Decision Withdraw(Dealing d, Amendment amendment)
    {
        if (amendment.Stage != MotionStage.Filed) return ProtocolRefusals.WrongStage("amendment", amendment.Id, MotionStage.Filed.ToString(), amendment.Stage.ToString());
        if (ProposalRules.VoteRuns(d, amendment) is { } running) return running;
        return amendment.Mover == d.By
            ? Decision.Accept(d.Clause, new AmendmentWithdrawn(d.Motion.Id, amendment.Id))
            : MotionsRefusals.NotYourMotion(d.Motion, d.By);
    }
}
