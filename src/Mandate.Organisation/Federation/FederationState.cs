using System.Collections.Immutable;

namespace Mandate.Organisation.Federation;

/// <summary>An order to units: to whom, by which body, who has acknowledged it or its taking back, who has carried it out.</summary>
/// <param name="For">The body in whose name it was given.</param>
public sealed record Order(string Id, string What, ImmutableArray<string> To, string For, string? DependsOn, string? Fallback, DateTimeOffset At)
{
    /// <summary>What of it is left to the units; null where it says nothing.</summary>
    public string? LeftToUnits { get; init; }

    /// <summary>The latest plan of each unit that has one.</summary>
    public ImmutableSortedDictionary<string, LocalPlan> Plans { get; init; } = ImmutableSortedDictionary.Create<string, LocalPlan>(StringComparer.Ordinal);

    /// <summary>When it expires by itself; null where it does not.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool ExpiredAt(DateTimeOffset at) => at > Until;

    public DateTimeOffset? CountermandedAt { get; init; }

    public string? Reason { get; init; }

    public ImmutableDictionary<string, DateTimeOffset> Acknowledged { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public ImmutableDictionary<string, DateTimeOffset> RecallAcknowledged { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public ImmutableDictionary<string, DateTimeOffset> CarriedOut { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>Units that have not acknowledged what stands now: the order, or that it was taken back.</summary>
    public ImmutableArray<string> NotAcknowledged => [.. To.Except((CountermandedAt is null ? Acknowledged : RecallAcknowledged).Keys, StringComparer.Ordinal)];
}

/// <param name="Stars">From 1 to 5.</param>
public sealed record HelpRating(int Stars, string Remark, DateTimeOffset At);

/// <summary>An emissary of a body in a unit: for what, until when. It ends by its date alone.</summary>
/// <param name="For">The body in whose name the emissary was sent.</param>
public sealed record Mission(string Id, string Unit, string Person, string Purpose, string For, DateOnly From, DateOnly Until)
{
    /// <summary>Whether the unit itself invited them; then it ends the visit whenever it wants.</summary>
    public bool Invited { get; init; }

    /// <summary>What the unit said of the help; null while it has not.</summary>
    public HelpRating? Rating { get; init; }

    /// <summary>When the person took it up; null while they have not.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>The day on which it was ended before its time.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>The day on which the unit rejected this person; null where it has not.</summary>
    public DateOnly? RejectedOn { get; init; }

    public ImmutableArray<MissionNote> Reports { get; init; } = [];

    /// <summary>What the unit holds to be beyond the purpose.</summary>
    public ImmutableArray<MissionNote> Objections { get; init; } = [];

    /// <summary>Its last day.</summary>
    public DateOnly Last => Ended < Until ? Ended.Value : Until;

    /// <summary>The day by which the emissary has reported.</summary>
    public DateOnly ReportDue => Last.AddDays(Missions.ReportDays);

    public bool InForceOn(DateOnly day) => TakenAt is not null && From <= day && day <= Last;
}

public sealed record MissionNote(string Text, DateTimeOffset At);

public sealed record FederationState(ImmutableDictionary<string, Order> Orders)
{
    public ImmutableDictionary<string, Mission> Missions { get; init; } = ImmutableDictionary.Create<string, Mission>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Dispute> Disputes { get; init; } = ImmutableDictionary.Create<string, Dispute>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Plan> Plans { get; init; } = ImmutableDictionary.Create<string, Plan>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Query> Queries { get; init; } = ImmutableDictionary.Create<string, Query>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Situation> Situations { get; init; } = ImmutableDictionary.Create<string, Situation>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Charter> Charters { get; init; } = ImmutableDictionary.Create<string, Charter>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Committee> Committees { get; init; } = ImmutableDictionary.Create<string, Committee>(StringComparer.Ordinal);

    /// <summary>The pages that units have of their own, by unit.</summary>
    public ImmutableDictionary<string, UnitPage> Pages { get; init; } = ImmutableDictionary.Create<string, UnitPage>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Conflict> Conflicts { get; init; } = ImmutableDictionary.Create<string, Conflict>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Treaty> Treaties { get; init; } = ImmutableDictionary.Create<string, Treaty>(StringComparer.Ordinal);

    /// <summary>Units that leave, or have left.</summary>
    public ImmutableSortedDictionary<string, Separation> Separations { get; init; } = ImmutableSortedDictionary.Create<string, Separation>(StringComparer.Ordinal);

    public static FederationState Empty { get; } = new(ImmutableDictionary.Create<string, Order>(StringComparer.Ordinal));
}
