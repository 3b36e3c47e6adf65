using Mandate.Constitutions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;

namespace Mandate.Server.Sessions;

/// <summary>What the hall is at, computed once for a fragment: the item, procedural motions, who speaks and who waits, votes, quorum.</summary>
public sealed class Floor
{
    private readonly Visit visit;
    private readonly Debate? rules;

    public Floor(Visit visit, Session session)
    {
        (this.visit, Session) = (visit, session);
        rules = Debates.ClauseOf(visit.State, session, visit.Now);
        Quorum = Organisation.Sessions.Quorum.AtVote(visit.State, session, visit.Now);
        Waiting = SpeakersQueue.Of(visit.State, session, visit.Now);
        var votes = visit.State.Votes.All.Values.Where(v => v.Session == session.Id && !v.IsElection).ToList();
        Votes = [.. votes.Where(v => v.Stage is VoteStage.ReadBack or VoteStage.Running or VoteStage.Closed or VoteStage.Counting).OrderBy(v => v.PutAt).ThenBy(v => v.Id, StringComparer.Ordinal)];
        LastResult = votes.Where(v => v.Outcome is not null).OrderByDescending(v => v.Outcome!.At).ThenBy(v => v.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    public Session Session { get; }

    public AgendaItem? Item => Session.RunningItem is { } running ? Session.Item(running) : null;

    /// <summary>The items to come, next first.</summary>
    public IEnumerable<AgendaItem> Ahead => Session.Agenda.Where(i => !i.Done && i.Id != Session.RunningItem);

    public QuorumFigures Quorum { get; }

    public IReadOnlyList<SpeechRequest> Waiting { get; }

    public SpeechRequest? Speaking => Session.Speeches.LastOrDefault(s => s is { From: not null, To: null });

    /// <summary>Procedural motions that are open, the one that is decided first before the others.</summary>
    public IEnumerable<ProceduralMotion> Open => Session.Procedures.Where(p => p.IsOpen).OrderByDescending(p => rules?.Motions.GetValueOrDefault(p.Kind)?.Rank ?? 0);

    public IReadOnlyList<Vote> Votes { get; }

    public Vote? LastResult { get; }

    /// <summary>What stands before the meeting: when it changes, so may what each person can do.</summary>
    public string Turn => string.Join(' ', [Session.Stage.ToString(), Item?.Id, .. Votes.Select(v => $"{v.Id}:{v.Stage}:{v.Kind}"), LastResult?.Id]);

    /// <summary>The longest that the speech now given may last; points of order have the same limit.</summary>
    /// <summary>What a speaker lost by interruptions, and gets back.</summary>
    public TimeSpan Lost(SpeechRequest speech) => FloorQuestions.Lost(Session, speech.Id, visit.Now);

    public TimeSpan? Limit => Speaking is { } speech ? Debates.Limit(Session, rules, speech) : null;

    public TimeSpan? Total => Item is { } item ? Debates.Total(Session, rules, item.Id) : null;

    /// <summary>What tendencies have used of their own time on the running item, where the rules of debate give them any.</summary>
    public IEnumerable<(string Name, TimeSpan Used, TimeSpan Of)> Platforms => Item is not { } item || PlatformTime.Each(rules) is not { } each ? []
        : visit.State.Tendencies.All.Values.Where(t => t.StandsOn(DateOnly.FromDateTime(visit.Now.UtcDateTime))).OrderBy(t => t.Id, StringComparer.Ordinal)
            .Select(t => (t.Name, PlatformTime.Used(Session, item.Id, t.Id, visit.Now), each));

    /// <summary>How far demands for a roll call or a secret vote have got.</summary>
    public IEnumerable<BallotDemand> Demands(Vote vote) => BallotDemands.On(visit.State, vote, visit.Now);

    public TimeSpan Used => Item is { } item ? Debates.Used(Session, item.Id, visit.Now) : TimeSpan.Zero;

    /// <summary>Key of the sentence that the debate or its list is closed; null where it is open.</summary>
    public string? Closed => Item is not { } item ? null
        : Debates.Closed(Session, item.Id, DebateEffect.CloseDebate) is not null ? "floor.debate-closed"
        : Debates.Closed(Session, item.Id, DebateEffect.CloseList) is not null ? "floor.list-closed" : null;

    /// <summary>Their first speech on the item.</summary>
    public bool IsFirst(SpeechRequest request) => !Session.Speeches.Any(r => r.Item == request.Item && r.Person == request.Person && r.From is not null);

    public string Title => Item is { } item ? Home.Describe.Item(visit, item)
        : Session is { Stage: SessionStage.Adjourned, Adjournments: [.., var last] } ? visit.Words.Moment(last.To) : visit.Words["sessions.between-items"];

    public string Kicker => visit.Words[Session.Stage == SessionStage.Adjourned ? "sessions.adjourned-until" : "sessions.now"];

    /// <summary>"3 minutes", a time, a body: what a procedural motion asks for, after its name.</summary>
    public string Name(ProceduralMotion motion) => Procedures.Detail(visit, motion) is { } detail
        ? visit.Words.Say("offer.about", ("act", Procedures.Name(visit, Session, motion)), ("what", detail)) : Procedures.Name(visit, Session, motion);

    /// <summary>A procedural motion has its own name in the organisation's words, other questions the words in which they were put.</summary>
    public string Question(Vote vote) => Session.Procedures.FirstOrDefault(p => p.Id == vote.Question.Subject) is { } motion ? Name(motion) : Home.Describe.Question(visit, vote);
}
