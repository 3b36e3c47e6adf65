using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>
/// What those who prepare a session propose for its amendments, what the movers answer, and who wants which amendment voted on by itself.
/// Nothing of this decides anything: it says what one vote may settle, and what has to be debated.
/// </summary>
internal static class ProposalRules
{
    public static Decision Propose(Dealing d, Amendment amendment, ProposeProcedure c)
    {
        if (Undecided(d, amendment) is { } stage) return stage;
        if (NotPreparing(d) is { } notYours) return notYours;
        if (c.Reason is { Length: > 400 }) return ProtocolRefusals.Malformed("reason", "at most 400 characters", c.Reason.Length);
        if (Content(d, amendment, c) is { } content) return content;
        if (amendment.Proposal is { } last && last.Procedure == c.Procedure && last.SettledBy == c.SettledBy && last.ReferTo == c.ReferTo && last.Reason == c.Reason
            && (last.Texts?.Values ?? []).SequenceEqual(c.Texts.Values, StringComparer.Ordinal)) return ProtocolRefusals.Taken("proposal", amendment.Id);
        return Decision.Accept(Clause(d), new ProcedureProposed(d.Motion.Id, amendment.Id, c.Procedure, c.Texts.WithComparers(StringComparer.Ordinal), d.Motion.Standing(amendment).Number, c.SettledBy, c.ReferTo, c.Reason));
    }

    public static Decision Answer(Dealing d, Amendment amendment, AnswerProposal c)
    {
        if (Undecided(d, amendment) is { } stage) return stage;
        if (amendment.Mover != d.By) return MotionsRefusals.NotYourAmendment(amendment, d.By);
        if (amendment.Proposal is not { } proposal) return ProtocolRefusals.Unknown("proposal", amendment.Id);
        if (proposal.Version != c.Version) return MotionsRefusals.ProposalMoved(amendment, proposal.Version, c.Version);
        if (proposal.Answer is { } given && given.Accepted == c.Accepted) return ProtocolRefusals.Taken("answer", amendment.Id);
        if (c.Reason is { Length: > 400 }) return ProtocolRefusals.Malformed("reason", "at most 400 characters", c.Reason.Length);
        if (!c.Accepted && string.IsNullOrWhiteSpace(c.Reason)) return ProtocolRefusals.Malformed("reason", "why it is refused", "");
        // Once it is in the mover's own text, another answer does not take it back.
        if (proposal is { Texts: not null, Answer.Accepted: true }) return ProtocolRefusals.Taken("answer", amendment.Id);
        if (c.Accepted && proposal.Texts is not null && proposal.To != d.Motion.Standing(amendment).Number) return MotionsRefusals.AmendmentOutdated(Clause(d), d.Motion, amendment);
        return Decision.Accept(Clause(d), new ProposalAnswered(d.Motion.Id, amendment.Id, c.Version, c.Accepted, c.Reason));
    }

    public static Decision Separate(Dealing d, Amendment amendment)
    {
        if (Undecided(d, amendment) is { } stage) return stage;
        if (Movers.Directly(d.State, d.Act, d.Session, d.Body) is { } notYours) return notYours;
        return amendment.Separate is not null
            ? ProtocolRefusals.Taken("separate-vote", amendment.Id)
            : Decision.Accept(Clause(d), new SeparateVoteDemanded(d.Motion.Id, amendment.Id, d.By));
    }

    public static Decision Instruct(Dealing d, InstructDelegates c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsSession() is { } session) return session;
        if (d.State.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (c.Reason is { Length: > 400 }) return ProtocolRefusals.Malformed("reason", "at most 400 characters", c.Reason.Length);
        if (d.Motion.Instructions.Any(i => i.Subject == c.Subject && i.Unit == c.Unit && i.Position == c.Position && i.Reason == c.Reason)) return ProtocolRefusals.Taken("instruction", c.Subject);
        return UnitVoice.WhyNot(d.State, d.Act, c.Unit, c.Vote, c.Subject, d.Clause) is { } not
            ? not
            : Decision.Accept(d.Clause, new DelegatesInstructed(d.Motion.Id, c.Subject, c.Unit, c.Position, c.Reason, c.Vote ?? "in-writing"));
    }

    /// <summary>Null when whoever acts prepares the session: whom the constitution names, else those who convene it, and whoever presides.</summary>
    internal static Refusal? NotPreparing(Dealing d)
    {
        if (d.Session.Stage == SessionStage.Open && d.Session.ChairPerson == d.By) return null;
        var named = d.Rules.Procedure.MotionAmendments?.ProposedBy ?? [];
        if (named.IsEmpty) return Convenors.ServesSession(new Sitting(d.State, d.Act, d.Session, d.Body));
        return named.Any(who => Authority.Serves(d.State, d.Act, who, who.Clause.Path) is null) ? null : ProtocolRefusals.NotYours(named[0].Clause.Path, string.Join(", ", named.Select(r => r.Id)), d.By);
    }

    /// <summary>The clause on amendments, where there is one.</summary>
    internal static string Clause(Dealing d) => d.Rules.Procedure.MotionAmendments?.Clause.Path ?? d.Clause;

    /// <summary>Null when the amendment waits, its session is still to come or open, and no vote on it is under way.</summary>
    internal static Refusal? Undecided(Dealing d, Amendment amendment)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsSession() is { } session) return session;
        if (!amendment.IsOpen) return ProtocolRefusals.WrongStage("amendment", amendment.Id, MotionStage.Filed.ToString(), amendment.Stage.ToString());
        return VoteRuns(d, amendment);
    }

    /// <summary>Null when neither it nor a list that it stands in is being voted on.</summary>
    internal static Refusal? VoteRuns(Dealing d, Amendment amendment)
    {
        var bloc = d.Motion.Blocs.FirstOrDefault(b => b.Stage == MotionStage.Filed && b.Items.Any(i => i.Amendment == amendment.Id))?.Id;
        return d.State.Votes.All.Values.Where(v => (v.Question.Subject == amendment.Id || (bloc is not null && v.Question.Subject == bloc))
                && v.Stage is Votes.VoteStage.Running or Votes.VoteStage.Counting or Votes.VoteStage.Closed).Select(v => v.Id).Order(StringComparer.Ordinal).FirstOrDefault() is { } vote
            ? MotionsRefusals.VoteIsRunning(d.Motion, vote) : null;
    }

    private static Refusal? Content(Dealing d, Amendment amendment, ProposeProcedure c)
    {
        if ((c.Procedure == ProposedProcedure.AdoptModified) == c.Texts.IsEmpty) return ProtocolRefusals.Malformed("texts", c.Texts.IsEmpty ? "the whole text in other words" : "no text but for a modified adoption", c.Procedure.ToString());
        if ((c.Procedure == ProposedProcedure.SettledBy) == (c.SettledBy is null)) return ProtocolRefusals.Malformed("settledBy", c.SettledBy is null ? "the amendment that does it" : "no other amendment", c.Procedure.ToString());
        if ((c.Procedure == ProposedProcedure.Refer) == (c.ReferTo is null)) return ProtocolRefusals.Malformed("referTo", c.ReferTo is null ? "the body that it is handed to" : "no body", c.Procedure.ToString());
        if (c.ReferTo is { } body && !d.Rules.Bodies.ContainsKey(body)) return ProtocolRefusals.Unknown("body", body);
        if (c.SettledBy is { } other && (other == amendment.Id || d.Motion.Amendment(other) is not { Stage: MotionStage.Filed or MotionStage.Adopted } settling || settling.Proposal?.SettledBy == amendment.Id))
            return ProtocolRefusals.Malformed("settledBy", "another amendment of the motion that is open or adopted", other);
        if (c.Texts.Keys.FirstOrDefault(l => !amendment.Text.Texts.ContainsKey(l)) is not null)
            return ProtocolRefusals.Malformed("texts", $"languages of what it amends: {string.Join(", ", amendment.Text.Texts.Keys)}", string.Join(", ", c.Texts.Keys));
        return c.Texts.Values.FirstOrDefault(t => d.Act.Blobs.Read(t) is null) is { } missing ? ProtocolRefusals.BlobMissing(missing) : null;
    }
}
