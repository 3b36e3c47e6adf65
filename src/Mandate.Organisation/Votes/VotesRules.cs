using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public static class VotesRules
{
    public static Decision Decide(State state, Act act, VotesCommand command) => command switch
    {
        PutQuestion c => Questions.Put(state, act, c),
        OpenVote c => Questions.Open(state, act, c),
        CastVote c => Questions.Cast(state, act, c),
        RecordDissentSent c => Statements.Sent(state, act, c),
        StateOnVote c => Statements.State(state, act, c),
        CastFor c => Questions.CastFor(state, act, c),
        CastSplit c => Questions.CastSplit(state, act, c),
        CastAll c => Questions.CastAll(state, act, c),
        DemandRollCall c => BallotDemands.RollCall(state, act, c),
        DemandCount c => Questions.DemandCount(state, act, c),
        CloseVote c => Questions.Close(state, act, c),
        NameTellers c => Telling.Name(state, act, c),
        EnterFigures c => Telling.Enter(state, act, c),
        DeclareResult c => Results.Declare(state, act, c),
        StopVote c => Results.Stop(state, act, c),
        ChallengeResult c => Results.Challenge(state, act, c),
        ReportSlip c => Slips.Report(state, act, c),
        SignSlip c => Slips.Sign(state, act, c),
        RecordPaperDecision c => Sheets.Record(state, act, c),
        OpenNominations c => Nominations.Open(state, act, c),
        Nominate c => Nominations.Nominate(state, act, c),
        AcceptNomination c => Nominations.Accept(state, act, c),
        WithdrawCandidacy c => Nominations.Withdraw(state, act, c),
        AskCandidates c => CandidateQuestions.Ask(state, act, c),
        AnswerAsCandidate c => CandidateQuestions.Answer(state, act, c),
        CloseNominations c => Nominations.Close(state, act, c),
        IssuePapers c => Papers.Issue(state, act, c),
        EnterPapers c => Papers.Enter(state, act, c),
        PublishElection c => Publishing.Publish(state, act, c),
        ConfirmElected c => Confirming.Decide(state, act, c),
        DemandSecret c => BallotDemands.Secret(state, act, c),
        PrepareBox c => SecretRules.Prepare(state, act, c),
        ConfirmBox c => SecretRules.Confirm(state, act, c),
        AnchorHead c => SecretResults.Anchor(state, act, c),
        EndRemote c => SecretResults.EndRemote(state, act, c),
        CloseBox c => SecretResults.Close(state, act, c),
        PublishBox c => SecretResults.Publish(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>The vote of that id at one of these stages; the refusal otherwise.</summary>
    internal static Refusal? Find(State state, string id, out Vote vote, params ReadOnlySpan<VoteStage> stages)
    {
        if (!state.Votes.All.TryGetValue(id, out vote!)) return ProtocolRefusals.Unknown("vote", id);
        if (stages.IsEmpty || stages.Contains(vote.Stage)) return null;
        return ProtocolRefusals.WrongStage("vote", id, stages[0].ToString(), vote.Stage.ToString());
    }

    internal static Refusal? NewId(State state, string id) =>
        string.IsNullOrWhiteSpace(id) ? ProtocolRefusals.Malformed("id", "an id", id)
        : state.Votes.All.ContainsKey(id) ? ProtocolRefusals.Taken("vote", id) : null;
}
