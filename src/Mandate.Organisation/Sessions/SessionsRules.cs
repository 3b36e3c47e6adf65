using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>The rules of meetings; each aspect in its own file.</summary>
public static class SessionsRules
{
    public static Decision Decide(State state, Act act, SessionsCommand command) => command switch
    {
        ConveneSession c => ConveningRules.Convene(state, act, c),
        DemandSession c => DemandRules.Demand(state, act, c),
        SignDemand c => DemandRules.Sign(state, act, c),
        SignDemandFor c => DemandRules.SignFor(state, act, c),
        SessionCommand c => state.Sessions.Find(c.Session) is { } session
            && state.Statutes.At(act.At).Bodies.TryGetValue(session.Body, out var body)
            ? Decide(new Sitting(state, act, session, body), c)
            : ProtocolRefusals.Unknown("session", c.Session),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Decide(Sitting sitting, SessionCommand command) => command switch
    {
        RecordService c => NoticeRules.Record(sitting, c),
        DisputeService => NoticeRules.Dispute(sitting),
        WaiveNotice => NoticeRules.Waive(sitting),
        ContestNotice c => NoticeContests.Contest(sitting, c),
        JudgeNotices c => NoticeContests.Judge(sitting, c),
        PostponeSession c => ConveningRules.Postpone(sitting, c),
        CancelSession c => ConveningRules.Cancel(sitting, c),
        PutItem c => AgendaRules.Put(sitting, c),
        OrderAgenda c => AgendaRules.Order(sitting, c),
        Accredit c => DeskRules.Accredit(sitting, c),
        SeatSubstitute c => DeskRules.Substitute(sitting, c),
        RejectCredential c => DeskRules.Reject(sitting, c),
        AppealCredential => DeskRules.Appeal(sitting),
        ExplainGap c => DeskRules.Explain(sitting, c),
        Arrive c => DeskRules.Arrive(sitting, c),
        Depart c => DeskRules.Depart(sitting, c),
        LoseConnection c => DeskRules.Lose(sitting, c),
        RestoreConnection c => DeskRules.Restore(sitting, c),
        GiveProxy c => ProxyRules.Give(sitting, c),
        RevokeProxy => ProxyRules.Revoke(sitting),
        OpenSession c => PresidingRules.Open(sitting, c),
        AnnounceChair c => PresidingRules.Announce(sitting, c),
        TakeUp c => PresidingRules.TakeUp(sitting, c),
        FinishItem c => PresidingRules.Finish(sitting, c),
        AdjournSession c => PresidingRules.Adjourn(sitting, c),
        ResumeSession => PresidingRules.Resume(sitting),
        CloseSession => PresidingRules.Close(sitting),
        AskToSpeak c => FloorRules.Ask(sitting, c),
        WithdrawSpeech c => FloorRules.Withdraw(sitting, c),
        GiveFloor c => FloorRules.Give(sitting, c),
        EndSpeech c => FloorRules.End(sitting, c),
        AskQuestion c => FloorQuestions.Ask(sitting, c),
        AnswerQuestion c => FloorQuestions.Answer(sitting, c),
        LeaveQuestion c => FloorQuestions.Leave(sitting, c),
        ContradictSpeech c => FloorQuestions.Contradict(sitting, c),
        InterruptSpeech c => FloorQuestions.Interrupt(sitting, c),
        ContinueSpeech c => FloorQuestions.GoOn(sitting, c),
        NominateRapporteur c => ReportRules.Nominate(sitting, c),
        AnswerRapporteur c => ReportRules.Answer(sitting, c),
        ChooseRapporteur c => ReportRules.Choose(sitting, c),
        BackRapporteur c => ReportRules.Back(sitting, c),
        FileReport c => ReportRules.File(sitting, c),
        CloseDoors c => SittingRules.CloseDoors(sitting, c),
        OpenDoors c => SittingRules.OpenDoors(sitting, c),
        SealMinutes c => SittingRules.Seal(sitting, c),
        RecordAccusation c => SittingRules.Accuse(sitting, c),
        AnswerAccusation c => SittingRules.AnswerAccusation(sitting, c),
        SetHour c => SittingRules.SetHour(sitting, c),
        DemandPlenary c => SittingRules.Plenary(sitting, c),
        DeclareSilence c => SittingRules.Silence(sitting, c),
        MoveProcedure c => ProcedureRules.Move(sitting, c),
        SecondProcedure c => ProcedureRules.Second(sitting, c),
        OpposeProcedure c => ProcedureRules.Oppose(sitting, c),
        WithdrawProcedure c => ProcedureRules.Withdraw(sitting, c),
        AcceptProcedure c => ProcedureRules.Accept(sitting, c),
        GiveRuling c => FloorRules.Rule(sitting, c),
        AppealRuling c => FloorRules.Appeal(sitting, c),
        PublishMinutes => MinutesRules.Publish(sitting),
        ObjectToMinutes c => MinutesRules.Object(sitting, c),
        AnswerObjection c => MinutesRules.Answer(sitting, c),
        CorrectSpeech c => MinutesRules.Correct(sitting, c),
        ApproveMinutes c => MinutesRules.Approve(sitting, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };
}

/// <summary>An act on a session: what its rules read.</summary>
/// <param name="Body">The body that meets, as the constitution in force describes it.</param>
internal sealed record Sitting(State State, Act Act, Session Session, Body Body)
{
    public Constitution Rules => State.Statutes.At(Act.At);

    public string By => Act.By;

    public DateTimeOffset At => Act.At;

    /// <summary>Null when the session is at one of these stages.</summary>
    public Refusal? Needs(params ReadOnlySpan<SessionStage> stages) => stages.Contains(Session.Stage)
        ? null
        : ProtocolRefusals.WrongStage("session", Session.Id, stages[0].ToString(), Session.Stage.ToString());

    /// <summary>Null when the session is open and whoever acts presides.</summary>
    public Refusal? NeedsChair() => Needs(SessionStage.Open)
        ?? (Session.ChairPerson == By ? null : SessionsRefusals.NotPresiding(Body, Session, By));

    public static Refusal? NeedsText(string field, string text) => text.Length switch
    {
        0 => ProtocolRefusals.Malformed(field, "a text", ""),
        > 4000 => ProtocolRefusals.Malformed(field, "at most 4000 characters", text.Length),
        _ => null,
    };
}
