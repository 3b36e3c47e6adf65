using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// A tendency with its platform, named on a page of its own by right. Pages show its name, text and number of members; who joined stands
/// nowhere, each being there under a pseudonym of this matter; whoever formed it speaks for it, by name.
/// </summary>
/// <param name="Needed">Members with whom it stands.</param>
public sealed record Tendency(string Id, string Name, string Platform, DateOnly From, DateOnly Until, string Clause, int Needed, string Speaker, ImmutableHashSet<string> Members)
{
    /// <summary>Pseudonyms of those who may join: all members but the speaker.</summary>
    public ImmutableHashSet<string> Register { get; init; } = Pseudonyms.None;

    /// <summary>What it is about; null for one of the time before subjects were named.</summary>
    public string? Subject { get; init; }

    /// <summary>Points of its platform, parted by empty lines.</summary>
    public int Points { get; init; } = 1;

    /// <summary>How often its register was opened anew, and how many members had ever been entered on the roll then.</summary>
    public int Opening { get; init; }

    public int Entered { get; init; }

    /// <summary>What those who belong to it hold against it, by their pseudonym (S102).</summary>
    public ImmutableSortedDictionary<string, Reservation> Reservations { get; init; } = ImmutableSortedDictionary.Create<string, Reservation>(StringComparer.Ordinal);

    /// <summary>How many share a point of the platform, from 1.</summary>
    public int SupportOf(int point) => Members.Count - Reservations.Values.Count(r => r.Except.Contains(point));

    /// <summary>Who edits its paper by name, and the issues.</summary>
    public ImmutableSortedSet<string> Editors { get; init; } = NoOne;

    public ImmutableArray<PaperIssue> Papers { get; init; } = [];

    /// <summary>Its money, in order of time.</summary>
    public ImmutableArray<MoneyAccount> Accounts { get; init; } = [];

    /// <summary>Who has offered to serve it by name: by the vote or the body.</summary>
    public ImmutableDictionary<string, ImmutableSortedSet<string>> Offered { get; init; } = ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    /// <summary>Its scrutineers, by the vote whose count they watch.</summary>
    public ImmutableDictionary<string, ImmutableSortedSet<string>> Scrutineers { get; init; } = ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    /// <summary>What they said of the counts, in order of time.</summary>
    public ImmutableArray<Observation> Observations { get; init; } = [];

    /// <summary>Who speaks for it in a body, in the order in which they were sent; as many as <see cref="TendencyPlaces.PlacesOf"/> have voice.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Sent { get; init; } = ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Who reports for it beside the rapporteur, by session and item.</summary>
    public ImmutableDictionary<string, string> CoReporters { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>When its speaker asked that it be heard in every unit; null while nobody has.</summary>
    public DateTimeOffset? HearingAsked { get; init; }

    /// <summary>What units recorded of it, by unit.</summary>
    public ImmutableDictionary<string, UnitHearing> Hearings { get; init; } = ImmutableDictionary.Create<string, UnitHearing>(StringComparer.Ordinal);

    public ImmutableSortedSet<string> OfferedFor(string what) => Offered.GetValueOrDefault(what, NoOne);

    public ImmutableSortedSet<string> ScrutineersAt(string vote) => Scrutineers.GetValueOrDefault(vote, NoOne);

    public ImmutableArray<string> SentTo(string body) => Sent.GetValueOrDefault(body, []);

    private static ImmutableSortedSet<string> NoOne { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public bool StandsOn(DateOnly day) => Members.Count >= Needed && From <= day && day <= Until;
}

/// <summary>Points of a platform that a signatory does not share, and what they hold against it.</summary>
public sealed record Reservation(ImmutableArray<int> Except, string? Words);

/// <summary>An issue of a tendency's own paper.</summary>
public sealed record PaperIssue(string Id, string Title, string Text, string By, DateTimeOffset At);

/// <summary>The account of a tendency's money up to a day; amounts in hundredths.</summary>
public sealed record MoneyAccount(DateOnly Until, string Currency, long Received, long Spent, string Statement, DateTimeOffset At);

/// <summary>What a scrutineer said of a count.</summary>
public sealed record Observation(string Vote, string By, bool InOrder, string Remark, DateTimeOffset At);

/// <summary>What a minority of a body says on a resolution of it, kept with the resolution once enough have signed.</summary>
public sealed record MinorityReport(string Id, string Motion, string Text, string Clause, int Needed, DateTimeOffset At, ImmutableSortedSet<string> Signed)
{
    public bool Stands => Signed.Count >= Needed;
}

public sealed record TendenciesState(ImmutableDictionary<string, Tendency> All)
{
    public ImmutableDictionary<string, MinorityReport> Reports { get; init; } = ImmutableDictionary.Create<string, MinorityReport>(StringComparer.Ordinal);

    public ImmutableDictionary<string, JointInitiative> Joints { get; init; } = ImmutableDictionary.Create<string, JointInitiative>(StringComparer.Ordinal);

    /// <summary>The reports that are kept with a resolution, in order of their filing.</summary>
    public IEnumerable<MinorityReport> On(string motion) => Reports.Values.Where(r => r.Motion == motion).OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal);

    public static TendenciesState Empty { get; } = new(ImmutableDictionary.Create<string, Tendency>(StringComparer.Ordinal));
}
