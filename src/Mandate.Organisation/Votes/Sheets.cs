using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>
/// What a hall decided on printed sheets while power or system failed. The rules judge it as of then; what they would have
/// refused is recorded as an irregularity, is not lawfully adopted and has no consequences.
/// </summary>
internal static class Sheets
{
    public static Decision Record(State state, Act act, RecordPaperDecision c)
    {
        if (VotesRules.NewId(state, c.Id) is { } id) return id;
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        if (session.OpenedAt is not { } opened || session.Stage is SessionStage.Convened or SessionStage.Cancelled) return VotesRefusals.SessionNotOpen(c.Session, session.Stage.ToString());
        if (act.By != session.ChairPerson) return ProtocolRefusals.NotYours($"bodies.{session.Body}", session.ChairPerson ?? "", act.By);
        if (string.IsNullOrWhiteSpace(c.Text)) return ProtocolRefusals.Malformed("text", "the question in words", c.Text);
        if (c.DecidedAt < opened || c.DecidedAt > act.At || c.DecidedAt > session.ClosedAt) return ProtocolRefusals.Malformed("decidedAt", "a time while the session was open", c.DecidedAt);
        if (c.Figures.Yes < 0 || c.Figures.No < 0 || c.Figures.Abstain < 0 || c.Present < 0) return ProtocolRefusals.Malformed("figures", "whole numbers from 0", c.Present);
        if (c.Tellers.IsDefaultOrEmpty) return VotesRefusals.TellersMissing(1, 0);
        if (c.Tellers.FirstOrDefault(t => state.Roll.Member(t) is null) is { } stranger) return ProtocolRefusals.Unknown("person", stranger);
        var refused = Matter.Find(state, c.Subject, session, unit: null, c.DecidedAt, out var matter);
        if (refused is { Code: "protocol.unknown" }) return refused;
        var electorate = Entitlement.Voters(state, session, c.DecidedAt).Count();
        var quorum = Deciding.Quorum(state, matter, session, electorate, c.DecidedAt);
        refused ??= Judge(state, c, matter, electorate, quorum);
        var question = new Question(c.Text, c.Subject, c.TextVersion, matter.Majority, matter.Clause, quorum?.Text, quorum?.Clause, quorum?.Needed, matter.Secret);
        var probe = VotesEvolve.Unopened(c.Id, VoteKind.OnPaperAfterFailure, c.Session, null, question) with { Electorate = electorate };
        var outcome = Deciding.Outcome(state, probe, c.Figures, 0, new(c.Present, Carrying.Of(state, session, c.DecidedAt) is null ? null : c.Figures.Sum), c.DecidedAt);
        outcome = outcome with { Carried = outcome.Carried && refused is null };
        var recorded = new PaperDecisionRecorded(c.Id, c.Session, question, electorate, c.DecidedAt, c.Figures, c.Tellers, c.Sheets, outcome, refused?.Code, refused?.Clause);
        if (refused is not null) return Decision.Accept(matter.Clause, recorded);
        var vote = probe with { Stage = VoteStage.Result, Outcome = outcome, ClosedAt = c.DecidedAt };
        return Decision.Accept(matter.Clause, [recorded, .. Deciding.Consequences(state, act, vote, outcome)]);
    }

    /// <summary>What a vote of this kind would have met.</summary>
    private static Refusal? Judge(State state, RecordPaperDecision c, Matter matter, int electorate, (int Needed, string Clause, string Text)? quorum)
    {
        if (matter.TextVersion is { } version && version != c.TextVersion) return VotesRefusals.TextMoved(c.Subject, version, c.TextVersion ?? 0);
        if (state.Votes.All.Values.FirstOrDefault(v => v.Question.Subject == c.Subject && v.Session == c.Session && v.Outcome is not null && v.Irregularity is null && v.Stage == VoteStage.Result) is { } standing)
            return VotesRefusals.AlreadyPut(standing.Id);
        if (matter.Secret is { } clause && !c.Secret) return VotesRefusals.Secret(clause, VoteKind.OnPaperAfterFailure);
        if (c.Present > electorate) return VotesRefusals.MoreThanPresent(electorate, c.Present);
        var votes = state.Sessions.Find(c.Session) is { } session && Carrying.Of(state, session, c.DecidedAt) is { } shares ? shares.Total : c.Present;
        if (c.Figures.Sum > votes) return VotesRefusals.MoreThanPresent(votes, c.Figures.Sum);
        return quorum is { } q && c.Present < q.Needed ? VotesRefusals.NoQuorum(q.Clause, q.Text, q.Needed, c.Present) : null;
    }
}
