using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>A place that somebody can hold: a seat of a body or an office, in a unit where the constitution has one per unit.</summary>
/// <param name="Of">Name of the body or office in the constitution (<c>congress</c>, <c>branch.secretary</c>).</param>
/// <param name="Group">Seat group of the body (<c>delegates</c>); null for an office and for a body with one unnamed group.</param>
/// <param name="Unit">The unit that fills it or for which it exists; null where there is none.</param>
public sealed record Seat(string Of, string? Group = null, string? Unit = null)
{
    /// <summary>The place as rules name it: the office or body, or one group of the body's seats (<c>congress.delegates</c>).</summary>
    public string Place => Group is { Length: > 0 } group ? $"{Of}.{group}" : Of;

    /// <summary>Clause path of the seat group or office.</summary>
    public string Clause(bool isOffice) => isOffice ? $"offices.{Of}" : Group is null ? $"bodies.{Of}.seats" : $"bodies.{Of}.seats.{Group}";
}

/// <summary>How a place was filled: the chain of a mandate starts here.</summary>
public enum BasisKind { Founding, Election, Appointment, Lot, Countback, ExOfficio, Substitution, CoOption, Acting }

/// <param name="Reference">Id of the vote, draw or act it rests on.</param>
/// <param name="By">Who appointed or nominated; null where nobody did.</param>
public sealed record Basis(BasisKind Kind, string Reference, string? By = null);

/// <summary>
/// A mandate: somebody holds a place from a day until the end of a day. It lapses by the date alone, without an entry.
/// </summary>
/// <param name="Until">Last day of the term; null for the length of one congress (ends when the session is closed) or without term.</param>
/// <param name="Ended">When it ended before its time, and why (<c>recalled</c>, <c>resigned</c>, <c>removed</c>, <c>replaced</c>, <c>left</c>, <c>session-closed</c>, <c>filled</c>).</param>
/// <param name="Session">The session a delegate's mandate is for; null for standing places.</param>
public sealed record Tenure(
    string Id,
    string Person,
    Seat Seat,
    DateTimeOffset From,
    DateOnly? Until,
    Basis Basis,
    string? Session = null,
    DateTimeOffset? Ended = null,
    string? EndReason = null)
{
    /// <summary>The day by which the place is to be elected again though the term goes on; whoever is elected then takes it over. Null as a rule.</summary>
    public DateOnly? AgainBy { get; init; }

    public bool HeldAt(DateTimeOffset at) =>
        From <= at && (Ended is null || at < Ended) && (Until is null || DateOnly.FromDateTime(at.UtcDateTime) <= Until);
}

/// <summary>Elected but not seated: called in the order of the count, takes a place at the credentials desk only.</summary>
public sealed record Substitute(string Person, Seat Seat, string Session, string Vote, int Order);

/// <summary>A paid post or other tag that the constitution's rules read (<c>paid</c>).</summary>
public sealed record Employment(string Id, string Person, string Tag, string Post, DateOnly From, DateOnly? Until, string By);

/// <summary>An act that a body does by a decision in writing: it is done when more than half of the seats have signed.</summary>
public sealed record Resolution(string Id, string Body, string? Unit, Command Act, string Proposer, DateTimeOffset At, ImmutableHashSet<string> Signed, bool Carried)
{
    /// <summary>Who answered otherwise than by signing.</summary>
    public ImmutableSortedDictionary<string, WrittenReply> Answers { get; init; } = ImmutableSortedDictionary.Create<string, WrittenReply>(StringComparer.Ordinal);

    /// <summary>What was supplied to those who were not informed.</summary>
    public ImmutableArray<Supplied> Supplies { get; init; } = [];

    /// <summary>Signatures needed when it was proposed: as the clause of the act says, and more than half of all seats at least.</summary>
    public int Needed { get; init; }

    /// <summary>The stand-in through which another body decided it in its stead; null where the body did itself.</summary>
    public string? StandIn { get; init; }

    /// <summary>What the body itself has said about a decision in its stead; null while it has not.</summary>
    public Ratification? Ratification { get; init; }
}

/// <summary>Somebody proposed for a place that is filled by appointment, or for a paid post.</summary>
/// <param name="Seat">The place; null for a paid post.</param>
/// <param name="Tag">The tag of the paid post (<c>paid</c>).</param>
/// <param name="Consents">Bodies and offices that have consented.</param>
public sealed record Proposal(string Id, string Person, Seat? Seat, string? Tag, string? Post, DateOnly? From, string Proposer, DateTimeOffset At, ImmutableArray<string> Consents, bool Carried);

/// <summary>A holder cannot act from a moment to the end of a day.</summary>
public sealed record Absent(DateTimeOffset From, DateOnly Until);

/// <summary>A petition to recall a delegate or officer.</summary>
/// <param name="Needed">Signatures needed when it was started, from the clause.</param>
public sealed record RecallPetition(string Id, string Tenure, string Clause, string Starter, DateTimeOffset At, int Needed, ImmutableHashSet<string> Signed)
{
    /// <summary>The pseudonyms of those who may sign.</summary>
    public ImmutableHashSet<string> Register { get; init; } = Pseudonyms.None;

    /// <summary>All who hold the same place are recalled together.</summary>
    public bool Whole { get; init; }

    public bool Enough => Signed.Count >= Needed;
}

/// <summary>A draw of a body by lot: pool and seed procedure are published before the seed is known.</summary>
public sealed record Draw(string Id, Seat Seat, int Seats, ImmutableArray<string> Pool, string SeedProcedure, DateTimeOffset SeedDue, string? Seed, ImmutableArray<string> Drawn)
{
    /// <summary>Last day to volunteer.</summary>
    public DateOnly PoolCloses { get; init; }

    /// <summary>The chance that each had, where quotas made them differ; empty where all had the same.</summary>
    public ImmutableArray<LotChance> Chances { get; init; } = [];
}

public sealed record OfficesState(
    ImmutableDictionary<string, Tenure> Tenures,
    ImmutableDictionary<string, ImmutableArray<string>> TenuresOfPerson,
    ImmutableDictionary<string, ImmutableArray<string>> TenuresOfPlace,
    ImmutableArray<Substitute> Substitutes,
    ImmutableDictionary<string, Employment> Employments,
    ImmutableDictionary<string, Resolution> Resolutions,
    ImmutableDictionary<string, RecallPetition> Recalls,
    ImmutableDictionary<string, Draw> Draws)
{
    /// <summary>Holders who cannot act, by tenure, with the day until which they said so.</summary>
    public ImmutableDictionary<string, Absent> Unable { get; init; } = ImmutableDictionary.Create<string, Absent>(StringComparer.Ordinal);

    /// <summary>When a holder last said that they can act, by tenure.</summary>
    public ImmutableDictionary<string, DateTimeOffset> SaidAble { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>That the holder cannot act at that time; null where they can.</summary>
    public Absent? UnableAt(string tenure, DateTimeOffset at) =>
        Unable.TryGetValue(tenure, out var absent) && absent.From <= at && DateOnly.FromDateTime(at.UtcDateTime) <= absent.Until ? absent : null;

    /// <summary>Holders who are suspended, by tenure, with the last day.</summary>
    public ImmutableDictionary<string, Absent> Suspended { get; init; } = ImmutableDictionary.Create<string, Absent>(StringComparer.Ordinal);

    /// <summary>That the holder is suspended at that time; null where they are not. It ends by its date.</summary>
    public Absent? SuspendedAt(string tenure, DateTimeOffset at) =>
        Suspended.TryGetValue(tenure, out var until) && until.From <= at && DateOnly.FromDateTime(at.UtcDateTime) <= until.Until ? until : null;

    /// <summary>That the holder cannot act or is suspended: somebody acts for them meanwhile.</summary>
    public Absent? AwayAt(string tenure, DateTimeOffset at) => UnableAt(tenure, at) ?? SuspendedAt(tenure, at);

    /// <summary>Proposals for appointments and paid posts.</summary>
    public ImmutableDictionary<string, Proposal> Proposals { get; init; } = ImmutableDictionary.Create<string, Proposal>(StringComparer.Ordinal);

    /// <summary>Reasons of decisions in writing and of proposals, by what they belong to.</summary>
    public ImmutableDictionary<string, Grounds> Grounds { get; init; } = ImmutableDictionary.Create<string, Grounds>(StringComparer.Ordinal);

    /// <summary>Ties that holders and candidates have declared.</summary>
    public ImmutableDictionary<string, Interest> Interests { get; init; } = ImmutableDictionary.Create<string, Interest>(StringComparer.Ordinal);

    /// <summary>What goes with places: pay and other advantages.</summary>
    public ImmutableDictionary<string, Benefit> Benefits { get; init; } = ImmutableDictionary.Create<string, Benefit>(StringComparer.Ordinal);

    /// <summary>What all of it may come to for one holder; null where nobody has decided that.</summary>
    public PayCeiling? PayCeiling { get; init; }

    /// <summary>What is expected of whoever holds a place, by place.</summary>
    public ImmutableDictionary<string, Standard> Standards { get; init; } = ImmutableDictionary.Create<string, Standard>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Assessment> Assessments { get; init; } = ImmutableDictionary.Create<string, Assessment>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Portfolio> Portfolios { get; init; } = ImmutableDictionary.Create<string, Portfolio>(StringComparer.Ordinal);

    public ImmutableDictionary<string, BodyStandIn> StandIns { get; init; } = ImmutableDictionary.Create<string, BodyStandIn>(StringComparer.Ordinal);

    /// <summary>Elections that were promised.</summary>
    public ImmutableDictionary<string, ElectionPromise> Promises { get; init; } = ImmutableDictionary.Create<string, ElectionPromise>(StringComparer.Ordinal);

    /// <summary>Exceptions from incompatible places, by id.</summary>
    public ImmutableDictionary<string, PlaceException> Exceptions { get; init; } = ImmutableDictionary.Create<string, PlaceException>(StringComparer.Ordinal);

    public static OfficesState Empty { get; } = new(
        ImmutableDictionary.Create<string, Tenure>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal),
        [],
        ImmutableDictionary.Create<string, Employment>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Resolution>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, RecallPetition>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Draw>(StringComparer.Ordinal));

    /// <summary>What a person holds at that time.</summary>
    public IEnumerable<Tenure> HeldBy(string person, DateTimeOffset at) =>
        TenuresOfPerson.GetValueOrDefault(person, []).Select(id => Tenures[id]).Where(t => t.HeldAt(at));

    /// <summary>Everything a person has ever held; terms and cooling-off periods read it.</summary>
    public IEnumerable<Tenure> Career(string person) => TenuresOfPerson.GetValueOrDefault(person, []).Select(id => Tenures[id]);

    /// <summary>Who holds a body's seats or an office at that time; in one unit, or in all where null.</summary>
    public IEnumerable<Tenure> Holders(string of, DateTimeOffset at, string? unit = null) =>
        TenuresOfPlace.GetValueOrDefault(of, []).Select(id => Tenures[id]).Where(t => t.HeldAt(at) && (unit is null || t.Seat.Unit == unit));

    /// <summary>What a person holds and may act in: whoever is suspended keeps the place and does not act in it.</summary>
    public IEnumerable<Tenure> ServedBy(string person, DateTimeOffset at) => HeldBy(person, at).Where(t => SuspendedAt(t.Id, at) is null);

    /// <summary>For a unit speaks whoever holds a standing place in it and is not suspended.</summary>
    public bool SpeaksFor(string person, string unit, DateTimeOffset at) => ServedBy(person, at).Any(t => t.Seat.Unit == unit && t.Session is null);

    /// <summary>Whether a person may act in that body or office at that time.</summary>
    public bool Holds(string person, string of, DateTimeOffset at, string? unit = null) =>
        ServedBy(person, at).Any(t => t.Seat.Of == of && (unit is null || t.Seat.Unit == unit));
}
