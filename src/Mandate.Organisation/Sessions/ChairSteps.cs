using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Sessions;

/// <summary>
/// What whoever presides does next, in the order in which a meeting goes: the vote that runs, what the floor must decide before
/// anything else, the speaker, the running item, the items to come, and at last ending the meeting. Each step was put to the rules.
/// </summary>
public static class ChairSteps
{
    /// <summary>Most items to come that are offered at once.</summary>
    private const int ItemsAhead = 3;

    public static IEnumerable<Offer> Of(State state, Session session, string person, DateTimeOffset at, Naming? names = null) =>
        session.Stage == SessionStage.Open ? Open(state, session, person, at, names) : SessionsOffers.Of(state, session, person, at, names).Where(o => IsOfConvenor(o.Prototype)).OrderBy(o => Turn(o.Prototype));

    /// <summary>Before it opens, while it is adjourned and once it is closed: what belongs to those who convened or presided.</summary>
    private static bool IsOfConvenor(Command command) => command is OpenSession or PostponeSession or CancelSession or PutItem or OrderAgenda or ResumeSession or PublishMinutes or AnswerObjection;

    /// <summary>When the hour has come, opening is what everybody waits for; what sends them home stands last.</summary>
    private static int Turn(Command command) => command switch
    {
        OpenSession or ResumeSession => 0,
        PostponeSession => 2,
        CancelSession => 3,
        _ => 1,
    };

    private static IEnumerable<Offer> Open(State state, Session s, string person, DateTimeOffset at, Naming? names)
    {
        foreach (var vote in state.Votes.All.Values.Where(v => v.Session == s.Id && v is { Outcome: null, ReplacedBy: null, Stage: not (VoteStage.Stopped or VoteStage.Challenged) }).OrderBy(v => v.PutAt).ThenBy(v => v.Id, StringComparer.Ordinal))
            foreach (var offer in VotesOffers.On(state, vote, person, at, names).Where(o => IsOfChair(o.Prototype)))
                yield return offer;
        foreach (var command in Procedure(state, s, at)) yield return Offer.Of(state, person, at, s.Id, command);
        foreach (var offer in VotesOffers.InSession(state, s, person, at, names).Where(o => o.Prototype is not RecordPaperDecision)) yield return offer;
        foreach (var command in Floor(state, s, at).Concat(Items(s))) yield return Offer.Of(state, person, at, s.Id, command);
        foreach (var vote in state.Votes.All.Values.Where(v => v.Session == s.Id && v.Stage == VoteStage.Result && v.Slips.Any(x => x.Chair is null)))
            foreach (var offer in VotesOffers.On(state, vote, person, at, names).Where(o => o.Prototype is SignSlip))
                yield return offer;
        foreach (var command in Frame(state, s, person, at)) yield return Offer.Of(state, person, at, s.Id, command);
        foreach (var offer in VotesOffers.InSession(state, s, person, at, names).Where(o => o.Prototype is RecordPaperDecision)) yield return offer;
        yield return Offer.Of(state, person, at, s.Id, new CloseSession(s.Id));
    }

    /// <summary>Not the votes and nominations that the chair has as a delegate like everybody else.</summary>
    private static bool IsOfChair(Command command) => command is not (CastVote or CastSplit or CastAll or CastFor or DemandSecret or DemandRollCall or Nominate or AcceptNomination or WithdrawCandidacy or DemandCount or EnterFigures or EnterPapers);

    /// <summary>A procedural motion that nobody objects to; where a vote is needed, that is offered among the questions to put.</summary>
    private static IEnumerable<Command> Procedure(State state, Session s, DateTimeOffset at)
    {
        if (Debates.Pending(state, s, at) is { Opposed: null } pending && Debates.RuleOf(state, s, pending, at) is { Unopposed: true }) yield return new AcceptProcedure(s.Id, pending.Id);
    }

    private static IEnumerable<Command> Floor(State state, Session s, DateTimeOffset at)
    {
        if (s.Speeches.FirstOrDefault(r => r is { From: not null, To: null }) is { } speaking)
        {
            yield return new EndSpeech(s.Id, speaking.Id);
            yield return s.Interruptions.Any(i => i.Speech == speaking.Id && i.To is null) ? new ContinueSpeech(s.Id, speaking.Id) : new InterruptSpeech(s.Id, speaking.Id);
        }
        else if (SpeakersQueue.Of(state, s, at) is [var next, ..]) yield return new GiveFloor(s.Id, next.Id);
        else if (s.RunningItem is { } running && s.Item(running) is { } item && Debates.ClauseOf(state, s, at) is { } rules && SittingRules.Unheard(s, rules, item) is { } side) yield return new DeclareSilence(s.Id, running, side);
    }

    private static IEnumerable<Command> Items(Session s)
    {
        if (s.RunningItem is { } running) yield return new FinishItem(s.Id, running);
        foreach (var item in s.Agenda.Where(i => !i.Done && i.Id != s.RunningItem).Take(ItemsAhead)) yield return new TakeUp(s.Id, item.Id);
    }

    private static IEnumerable<Command> Frame(State state, Session s, string person, DateTimeOffset at)
    {
        if (s.RunningItem is { } running) yield return new GiveRuling(s.Id, "offer", running, "text", "?");
        if (Entitlement.Present(state, s, at).FirstOrDefault(p => p != person) is { } other) yield return new AnnounceChair(s.Id, other, null);
        yield return new PutItem(s.Id, "offer", ItemKind.Other, "title", null);
        yield return new OrderAgenda(s.Id, [.. s.Agenda.Select(i => i.Id)]);
        yield return new AdjournSession(s.Id, at.AddHours(1), "reason");
    }
}
