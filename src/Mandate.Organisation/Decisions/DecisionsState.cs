using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Decisions;

/// <summary>A motion by which a decided matter comes up again.</summary>
public sealed record Again(string Motion, string Of, AgainGround Ground, ImmutableArray<Circumstance> Circumstances, string By, DateTimeOffset At);

/// <summary>An election that is held again because a restriction lay on one side.</summary>
/// <param name="By">The day by which it is.</param>
public sealed record ElectionAgain(string Vote, string Person, string Restriction, DateOnly By, DateTimeOffset At);

/// <summary>Somebody has barred themselves from a place for the sake of a motion.</summary>
public sealed record Renunciation(string Person, string Place, DateOnly Until, string Motion, DateTimeOffset At);

/// <summary>A figure by which a motion is judged, ended or watched, set before it was voted on.</summary>
/// <param name="Limit">In hundredths of the unit of the series.</param>
public sealed record Measure(string Id, string Motion, MeasureKind Kind, string Series, bool Above, long Limit, string Says, string By, DateTimeOffset At);

/// <summary>An agreement of those who hold places, open to every member.</summary>
/// <param name="With">The others whom it names; <paramref name="Confirmed"/> those of them who have said that it is so.</param>
public sealed record Agreement(string Id, string By, ImmutableArray<string> With, BargainSubject About, string Text, string? Concerns, DateTimeOffset At, ImmutableSortedSet<string> Confirmed)
{
    public IEnumerable<string> Parties => With.Prepend(By);
}

/// <summary>Somebody who votes in a session wants a closed document to be open to all who vote there.</summary>
public sealed record AccessDemand(string Document, string Session, string By, DateTimeOffset At);

/// <summary>What stands with decisions beside the votes on them.</summary>
public sealed record DecisionsState
{
    public static DecisionsState Empty { get; } = new();

    /// <summary>By the new motion.</summary>
    public ImmutableSortedDictionary<string, Again> Again { get; init; } = ImmutableSortedDictionary.Create<string, Again>(StringComparer.Ordinal);

    /// <summary>By the election that is held again.</summary>
    public ImmutableSortedDictionary<string, ElectionAgain> ElectionsAgain { get; init; } = ImmutableSortedDictionary.Create<string, ElectionAgain>(StringComparer.Ordinal);

    public ImmutableArray<Renunciation> Renounced { get; init; } = [];

    public ImmutableSortedDictionary<string, Measure> Measures { get; init; } = ImmutableSortedDictionary.Create<string, Measure>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Agreement> Agreements { get; init; } = ImmutableSortedDictionary.Create<string, Agreement>(StringComparer.Ordinal);

    /// <summary>By motion: who has said that nothing remains disputed.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Settled { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    public ImmutableArray<AccessDemand> Demands { get; init; } = [];

    /// <summary>Names, images and titles that a vote has given, each with its end.</summary>
    public ImmutableSortedDictionary<string, Honour> Honours { get; init; } = ImmutableSortedDictionary.Create<string, Honour>(StringComparer.Ordinal);

    /// <summary>Acts that were refused because they made opinion, advocacy or opposition an offence, in order.</summary>
    public ImmutableArray<RefusedOffence> Refused { get; init; } = [];

    /// <summary>What keeps somebody from a place on that day because they said so themselves; null where nothing does.</summary>
    public Renunciation? RenouncedBy(string person, string place, DateOnly day) => Renounced.LastOrDefault(r => r.Person == person && r.Place == place && day <= r.Until);

    public ImmutableSortedSet<string> SettledOf(string motion) => Settled.GetValueOrDefault(motion, NoOne);

    private static ImmutableSortedSet<string> NoOne { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
