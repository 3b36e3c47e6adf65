using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public static class OfficesRules
{
    public static Decision Decide(State state, Act act, OfficesCommand command) => command switch
    {
        ProposeAct c => Resolutions.Propose(state, act, c),
        AnswerAct c => WrittenAnswers.Answer(state, act, c),
        InformAct c => WrittenAnswers.Inform(state, act, c),
        SignAct c => Resolutions.Sign(state, act, c),
        ProposeAppointment c => Appointments.Propose(state, act, c),
        ConsentToAppointment c => Appointments.Consent(state, act, c),
        AppointProposed c => Appointments.Appoint(state, act, c),
        Resign c => Mandates.Resign(state, act, c),
        ProposePost c => Posts.Propose(state, act, c),
        BeginPost c => Posts.Begin(state, act, c),
        EndPost c => Posts.End(state, act, c),
        StartRecall c => Recalls.Start(state, act, c),
        SignRecall c => Recalls.Sign(state, act, c),
        FillByCountback c => Vacancies.Countback(state, act, c),
        BeginActing c => Vacancies.Act(state, act, c),
        ReportUnable c => StandIns.Unable(state, act, c),
        ReportAble c => StandIns.Able(state, act, c),
        StateGrounds c => GroundsRules.Decide(state, act, c),
        DeclareInterest c => Interests.Declare(state, act, c),
        EndInterest c => Interests.End(state, act, c),
        GrantBenefit c => Benefits.Grant(state, act, c),
        EndBenefit c => Benefits.End(state, act, c),
        SetPayCeiling c => Benefits.Limit(state, act, c),
        SetStandard c => Assessments.Set(state, act, c),
        AssessHolder c => Assessments.Assess(state, act, c),
        OpenAssessment c => Assessments.Open(state, act, c),
        ReplyToAssessment c => Assessments.Reply(state, act, c),
        AssignPortfolio c => Assessments.Assign(state, act, c),
        LetStandIn c => BodyStandIns.Let(state, act, c),
        EndStandIn c => BodyStandIns.End(state, act, c),
        RatifyDecision c => BodyStandIns.Ratify(state, act, c),
        PromiseElection c => PromisedElections.Promise(state, act, c),
        EnterException c => PlaceExceptions.Enter(state, act, c),
        OpenDraw c => Lots.Open(state, act, c),
        Volunteer c => Lots.Volunteer(state, act, c),
        WithdrawVolunteer c => Lots.Withdraw(state, act, c),
        DrawLots c => Lots.Draw(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };
}
