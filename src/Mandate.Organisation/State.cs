using Mandate.Organisation.Accounts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Press;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Trust;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;
using Mandate.Organisation.Works;

namespace Mandate.Organisation;

/// <summary>
/// An organisation as its log has made it. Immutable: a tentative state costs nothing, and every reader keeps the one it has.
/// One part per domain word.
/// </summary>
public sealed record State
{
    public static State Empty { get; } = new();

    /// <summary>Number of entries folded so far.</summary>
    public long Size { get; init; }

    /// <summary>The time of the last entry, UTC; no act may be older.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.MinValue;

    public FoundingState Founding { get; init; } = FoundingState.Empty;

    public StatutesState Statutes { get; init; } = StatutesState.Empty;

    public RollState Roll { get; init; } = RollState.Empty;

    public OfficesState Offices { get; init; } = OfficesState.Empty;

    public SessionsState Sessions { get; init; } = SessionsState.Empty;

    public MotionsState Motions { get; init; } = MotionsState.Empty;

    public VotesState Votes { get; init; } = VotesState.Empty;

    public RestrictionsState Restrictions { get; init; } = RestrictionsState.Empty;

    public InspectionState Inspection { get; init; } = InspectionState.Empty;

    public PetitionsState Petitions { get; init; } = PetitionsState.Empty;

    public UndertakingsState Undertakings { get; init; } = UndertakingsState.Empty;

    public TendenciesState Tendencies { get; init; } = TendenciesState.Empty;

    public DecisionsState Decisions { get; init; } = DecisionsState.Empty;

    public DocumentsState Documents { get; init; } = DocumentsState.Empty;

    public PressState Press { get; init; } = PressState.Empty;

    public FederationState Federation { get; init; } = FederationState.Empty;

    public AccountsState Accounts { get; init; } = AccountsState.Empty;

    public PlanningState Planning { get; init; } = PlanningState.Empty;

    public WorksState Works { get; init; } = WorksState.Empty;

    /// <summary>What happened outside the rules. Gives no right: no rule that permits an act reads it.</summary>
    public FactsState Facts { get; init; } = FactsState.Empty;

    public TrustState Trust { get; init; } = TrustState.Empty;
}
