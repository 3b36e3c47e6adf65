using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public enum SessionStage { Convened, Open, Adjourned, Closed, Cancelled }

/// <summary>How a notice reached somebody, or did not. What counts as service is for the constitution.</summary>
public enum ServiceOutcome { Sent, Posted, Bounced, Returned, Delivered, Disputed, Waived }

/// <summary>How it stands with the notice to one person.</summary>
public enum ServiceStanding
{
    /// <summary>Served with the whole notice before the opening.</summary>
    InTime,

    /// <summary>Served, but too late.</summary>
    Late,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>No attempt on record.</summary>
    None,

    /// <summary>Late, failed or none; but the person is present or has waived it.</summary>
    Cured,
}

/// <summary>One step in the service of a notice to one person.</summary>
public sealed record Service(ServiceOutcome Outcome, string Channel, DateOnly Day, string Language);

public enum ItemKind { Opening, Report, Motion, Election, Removal, Minutes, Other }

/// <param name="Reference">Id of the motion, of the session whose minutes are approved, or the place to be filled (<c>council/congress_elected</c>).</param>
/// <param name="Contested">Somebody demands a count; then it is not decided without one.</param>
public sealed record AgendaItem(string Id, ItemKind Kind, string Title, string? Reference, bool Contested = false, bool Done = false);

/// <summary>A delegate or member whose right to sit has been checked at the desk.</summary>
/// <param name="Replaces">Tenure id of the delegate a substitute has taken the place of; null otherwise.</param>
public sealed record Credential(string Person, string? Tenure, string? Unit, DateTimeOffset At, string? Replaces = null, string? Card = null);

/// <summary>A credential refused at the desk; the appeal goes where the constitution says.</summary>
/// <param name="Vote">The vote on the appeal, once there is one.</param>
/// <param name="Upheld">Whether the refusal stands after the appeal; null while it is open or nobody appealed.</param>
public sealed record Rejection(string Person, string? Tenure, string Reason, DateTimeOffset At, string By, bool Appealed = false, string? Vote = null, bool? Upheld = null);

/// <summary>What was said of a gap between members and delegates, with the figures that it is said of.</summary>
public sealed record GapExplanation(Inspection.DelegateGap Of, string Text, string By, DateTimeOffset At);

/// <summary>Arrivals and departures: quorum is live.</summary>
public sealed record PresenceChange(string Person, DateTimeOffset At, bool Present);

/// <param name="Side">One of <see cref="SpeechSides"/>.</param>
/// <param name="OutOfTurn">Why the chair gave the floor before others who were next; null in turn.</param>
public sealed record SpeechRequest(string Id, string Person, string Item, string Side, DateTimeOffset At, DateTimeOffset? From = null, DateTimeOffset? To = null, bool Withdrawn = false, string? OutOfTurn = null)
{
    /// <summary>The list of speakers on which it was asked for; null where the rules of debate have none.</summary>
    public string? List { get; init; }

    /// <summary>The tendency on whose time it is; null where somebody speaks for themselves.</summary>
    public string? Platform { get; init; }
}

/// <summary>A ruling of the chair; the floor can be asked whether it stands.</summary>
/// <param name="Appellant">Who asked the floor; null while nobody has.</param>
public sealed record ChairRuling(string Id, string Item, string Text, string Clause, DateTimeOffset At, string Chair, string? AppealVote = null, bool Overturned = false, string? Appellant = null);

/// <summary>An adjournment: when, until when, why.</summary>
public sealed record Adjournment(DateTimeOffset At, DateTimeOffset To, string Reason, DateTimeOffset? Resumed = null);

public enum MinutesStage { None, Draft, Objections, Approved }

/// <param name="Upheld">Whether the minutes are corrected accordingly; null while unanswered.</param>
public sealed record MinutesObjection(string Id, string Person, string Text, DateTimeOffset At, string? Answer = null, bool? Upheld = null);

/// <summary>What a speaker says they said: it stands beside the minutes.</summary>
public sealed record SpeechCorrection(string Id, string Speech, string Person, string Text, DateTimeOffset At);

/// <summary>A connection of somebody present at a distance that was lost.</summary>
/// <param name="Restored">When it was back; null while it is not.</param>
public sealed record ConnectionLoss(string Person, DateTimeOffset Lost, DateTimeOffset? Restored = null);

/// <summary>A vote carried for somebody who is away.</summary>
public sealed record Proxy(string Giver, string Holder, DateTimeOffset At);

/// <summary>A quorum at one moment, with its arithmetic.</summary>
/// <param name="Needed">The smallest number that reaches it; 0 where the constitution asks for none.</param>
/// <param name="Present">Present and entitled to vote.</param>
/// <param name="Seats">What a share is taken of: all seats, vacant ones too, or the members.</param>
/// <param name="Clause">Clause path; empty where there is none.</param>
/// <param name="Text">The quantity as the clause writes it.</param>
public sealed record QuorumFigures(int Needed, int Present, int Seats, string Clause, string Text)
{
    public bool Met => Present >= Needed;
}

/// <summary>The service of a notice in figures, as the opening page shows it.</summary>
/// <param name="InTime">Served with the whole notice period before the opening.</param>
/// <param name="Late">Served, but too late.</param>
/// <param name="Failed">Every attempt failed (bounced, disputed in time).</param>
/// <param name="None">No attempt on record.</param>
/// <param name="Cured">Of the late, failed and unserved: those who are present or have waived.</param>
/// <param name="Posted">Of those in time: served by post.</param>
public sealed record ServiceSummary(int Entitled, int InTime, int Late, int Failed, int None, int Cured, int Posted)
{
    public int Lacking => Late + Failed + None - Cured;
}

/// <summary>A meeting of a body: convened, served, opened with a quorum, closed, minuted.</summary>
/// <param name="Unit">The unit whose meeting it is (a branch meeting); null for a body of the whole.</param>
/// <param name="ConvenedBy">The body in whose name, else the person.</param>
/// <param name="Opens">First lawful moment of the meeting.</param>
/// <param name="LastDay">Last day; some classes of decision may not be taken on it.</param>
/// <param name="CountDate">Members on this day give the delegate key.</param>
/// <param name="Delegates">Seats per unit, as apportioned at convening.</param>
/// <param name="Entitled">Who must have a notice, in order of id.</param>
/// <param name="ChairPerson">Who presides while it is open.</param>
public sealed record Session(
    string Id,
    string Body,
    string? Unit,
    string Place,
    DateTimeOffset ConvenedAt,
    string ConvenedBy,
    DateTimeOffset Opens,
    DateOnly LastDay,
    DateOnly CountDate,
    ImmutableSortedDictionary<string, int> Delegates,
    ImmutableArray<string> Entitled,
    ImmutableDictionary<string, ImmutableArray<Service>> Services,
    ImmutableArray<AgendaItem> Agenda,
    SessionStage Stage,
    ImmutableSortedDictionary<string, Credential> Credentials,
    ImmutableSortedSet<string> Present,
    ImmutableArray<PresenceChange> Comings,
    ImmutableArray<SpeechRequest> Speeches,
    ImmutableArray<ChairRuling> Rulings,
    string? ChairPerson,
    string? RunningItem,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    MinutesStage Minutes,
    ImmutableArray<MinutesObjection> Objections)
{
    /// <summary>The demand that this session answers; then its convenor cannot cancel it.</summary>
    public string? Demand { get; init; }

    public ImmutableArray<Rejection> Rejections { get; init; } = [];

    public ImmutableArray<Adjournment> Adjournments { get; init; } = [];

    public ImmutableArray<SpeechCorrection> Corrections { get; init; } = [];

    /// <summary>Those of the present who take part at a distance.</summary>
    public ImmutableSortedSet<string> Remote { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableArray<ConnectionLoss> Losses { get; init; } = [];

    public ImmutableArray<ProceduralMotion> Procedures { get; init; } = [];

    /// <summary>By who gave it.</summary>
    public ImmutableSortedDictionary<string, Proxy> Proxies { get; init; } = ImmutableSortedDictionary.Create<string, Proxy>(StringComparer.Ordinal);

    public ImmutableArray<FloorQuestion> Questions { get; init; } = [];

    public ImmutableArray<Contradiction> Contradictions { get; init; } = [];

    public ImmutableArray<Interruption> Interruptions { get; init; } = [];

    /// <summary>Who put an item on the agenda, by item; what stands there by itself has nobody (S180).</summary>
    public ImmutableSortedDictionary<string, string> PutBy { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableArray<RapporteurNomination> Nominations { get; init; } = [];

    public ImmutableArray<WrittenReport> Reports { get; init; } = [];

    /// <summary>Parts behind closed doors, in order.</summary>
    public ImmutableArray<ClosedPart> ClosedParts { get; init; } = [];

    public ImmutableArray<Accusation> Accusations { get; init; } = [];

    public ImmutableArray<DecisionHour> Hours { get; init; } = [];

    public ImmutableArray<PlenaryDemand> Plenary { get; init; } = [];

    /// <summary>Item and side of which whoever presides stated that nobody asks to speak.</summary>
    public ImmutableHashSet<(string Item, string Side)> Silences { get; init; } = [];

    /// <summary>Quorum and service as they stood when it was opened.</summary>
    public QuorumFigures? AtOpening { get; init; }

    public ServiceSummary? Served { get; init; }

    /// <summary>Vote that elected the chair; null where an office presides or the convenor opened.</summary>
    public string? ChairVote { get; init; }

    public DateTimeOffset? MinutesPublishedAt { get; init; }

    /// <summary>Last day for objections to the draft.</summary>
    public DateOnly? ObjectionsUntil { get; init; }

    /// <summary>The vote that approved the minutes.</summary>
    public string? MinutesVote { get; init; }

    public string? CancelReason { get; init; }

    /// <summary>Days of the opening that notices named before it was moved.</summary>
    public ImmutableArray<DateOnly> EarlierDays { get; init; } = [];

    /// <summary>Notices that said something else than the one for all, in order.</summary>
    public ImmutableArray<NoticeContest> Contests { get; init; } = [];

    /// <summary>What the body of control last said about them.</summary>
    public NoticeJudgement? Judged { get; init; }

    /// <summary>By motion: what the credentials say of a gap between members and delegates (S013).</summary>
    public ImmutableSortedDictionary<string, GapExplanation> Explained { get; init; } = ImmutableSortedDictionary.Create<string, GapExplanation>(StringComparer.Ordinal);

    /// <summary>Index of the entry that convened it, for links.</summary>
    public long Entry { get; init; }

    public AgendaItem? Item(string id) => Agenda.FirstOrDefault(i => i.Id == id);

    /// <summary>Day of the opening, UTC.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(Opens.UtcDateTime);
}

/// <summary>A demand by members or units that a body be convened, when its convenor has not done so.</summary>
/// <param name="Signed">Pseudonyms of the members who signed (<see cref="Pseudonyms.Demand"/>).</param>
/// <param name="MetAt">When enough had signed.</param>
/// <param name="Due">Last day on which the convenor can still convene before the others may.</param>
/// <param name="Session">The session that answers it.</param>
public sealed record Demand(string Id, string Body, string? Unit, string Purpose, DateTimeOffset At, ImmutableHashSet<string> Signed, ImmutableHashSet<string> UnitsSigned, DateTimeOffset? MetAt, DateOnly? Due, string? Session)
{
    /// <summary>Pseudonyms of those who may sign.</summary>
    public ImmutableHashSet<string> Register { get; init; } = Pseudonyms.None;

    /// <summary>Bodies and offices that have signed in their own name.</summary>
    public ImmutableHashSet<string> BodiesSigned { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
}

public sealed record SessionsState(ImmutableDictionary<string, Session> All, ImmutableDictionary<string, Demand> Demands)
{
    public static SessionsState Empty { get; } = new(
        ImmutableDictionary.Create<string, Session>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Demand>(StringComparer.Ordinal));

    public Session? Find(string id) => All.GetValueOrDefault(id);

    /// <summary>The sessions of a body (in a unit), in order of their opening.</summary>
    public IEnumerable<Session> Of(string body, string? unit = null) =>
        All.Values.Where(s => s.Body == body && s.Unit == unit).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal);
}
