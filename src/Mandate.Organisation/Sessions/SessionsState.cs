using System.Collections.Immutable;

namespace Mandate.Organisation.Sessions;

public enum SessionStage { Convened, Open, Closed, Cancelled }

/// <summary>How a notice reached somebody, or did not. What counts as service is for the constitution.</summary>
public enum ServiceOutcome { Sent, Posted, Bounced, Returned, Delivered, Disputed }

/// <summary>One step in the service of a notice to one person.</summary>
public sealed record Service(ServiceOutcome Outcome, string Channel, DateOnly Day, string Language);

public enum ItemKind { Opening, Report, Motion, Election, Removal, Minutes, Other }

/// <param name="Reference">Id of the motion, or of the place to be filled (<c>council/congress_elected</c>).</param>
/// <param name="Contested">Somebody demands a count; then it is not decided without one.</param>
public sealed record AgendaItem(string Id, ItemKind Kind, string Title, string? Reference, bool Contested = false, bool Done = false);

/// <summary>A delegate or member whose right to sit has been checked at the desk.</summary>
/// <param name="Replaces">Tenure id of the delegate a substitute has taken the place of; null otherwise.</param>
public sealed record Credential(string Person, string? Tenure, string? Unit, DateTimeOffset At, string? Replaces = null, string? Card = null);

/// <summary>Arrivals and departures: quorum is live.</summary>
public sealed record PresenceChange(string Person, DateTimeOffset At, bool Present);

public sealed record SpeechRequest(string Id, string Person, string Item, string Side, DateTimeOffset At, DateTimeOffset? From = null, DateTimeOffset? To = null, bool Withdrawn = false);

/// <summary>A ruling of the chair; the floor can be asked whether it stands.</summary>
public sealed record ChairRuling(string Id, string Item, string Text, string Clause, DateTimeOffset At, string Chair, string? AppealVote = null, bool Overturned = false);

public enum MinutesStage { None, Draft, Objections, Approved }

public sealed record MinutesObjection(string Id, string Person, string Text, DateTimeOffset At, string? Answer = null);

/// <summary>A meeting of a body: convened, served, opened with a quorum, closed, minuted.</summary>
/// <param name="Unit">The unit whose meeting it is (a branch meeting); null for a body of the whole.</param>
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
    ImmutableArray<MinutesObjection> Objections);

/// <summary>A demand by members or units that a body be convened, when its convenor has not done so.</summary>
public sealed record Demand(string Id, string Body, string? Unit, string Purpose, DateTimeOffset At, ImmutableHashSet<string> Signed, ImmutableHashSet<string> UnitsSigned, DateTimeOffset? MetAt, DateOnly? Due, string? Session);

public sealed record SessionsState(ImmutableDictionary<string, Session> All, ImmutableDictionary<string, Demand> Demands)
{
    public static SessionsState Empty { get; } = new(
        ImmutableDictionary.Create<string, Session>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Demand>(StringComparer.Ordinal));

    public Session? Find(string id) => All.GetValueOrDefault(id);
}
