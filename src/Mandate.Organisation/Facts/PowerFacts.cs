using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Facts;

public enum Manner { Elected, Appointed, Selected, Transferred, CoOpted, ByLot }

/// <summary>How posts or seats were filled and by whom.</summary>
/// <param name="Place">The body, office or kind of post.</param>
/// <param name="By">The organ or person who chose, composed or certified.</param>
/// <param name="Manner">How; left out where no source says.</param>
/// <param name="Elective">Whether the place is one that ought to be elected.</param>
/// <param name="ElectionBy">The fixed date by which an election must follow.</param>
/// <param name="ElectionFixed">False where the source shows that no date for an election was fixed.</param>
public sealed record Filled(
    string Place,
    string? By = null,
    Manner? Manner = null,
    bool? Elective = null,
    DateOnly? ElectionBy = null,
    ImmutableArray<string> Persons = default,
    Stage Stage = Stage.Adopted,
    bool? ElectionFixed = null) : Fact
{
    /// <summary>Whether it was filled from above, as far as a source says: neither by those below nor by chance.</summary>
    public bool FromAbove => Manner is Facts.Manner.Appointed or Facts.Manner.Selected or Facts.Manner.Transferred or Facts.Manner.CoOpted;

    public override IEnumerable<string> Names => [.. Persons.Each(), .. Lists.All(By)];
}

/// <summary>Those who sit in a body owe their posts to an organ.</summary>
/// <param name="Count">How many of them, where a source counts; left out where it says so of the body as a whole.</param>
/// <param name="Of">How many sit there.</param>
public sealed record Beholden(string Who, string To, Figure? Count = null, Figure? Of = null) : Fact
{
    public override IEnumerable<string> Names => [Who, To];

    /// <summary>Whether they are the body: it is said of it as a whole, or they are more than half of it.</summary>
    public bool Dominates => Count is null || Count.Scale == Scale.Most || Count.AtLeast is { } count && Of?.Exact is { } of && 2 * count > of;
}

public enum Relation { Elects, Fills, Supervises, Checks, Defends, PartOf }

/// <summary>How two organs stand to each other by the rules or the customs of the organisation: <c>congress elects council</c>.</summary>
public sealed record Related(string Organ, Relation How, string Other) : Fact;

public enum Rank { Head, Executive, Member, Rapporteur, Editor, Other }

/// <summary>Somebody held an office or seat, from some day of the fact's date on, until a fact says that it ended.</summary>
/// <param name="Until">The last day, where it is known; an end on a day that is not known is an <see cref="Ended"/> with an open date.</param>
/// <param name="Words">How it was filled, as the source words it.</param>
/// <param name="How">How it was filled, as far as known.</param>
public sealed record Held(string Person, string Office, string? Body = null, Rank Rank = Rank.Other, Manner? How = null, string? By = null, DateOnly? Until = null, bool? Paid = null, string? Words = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(Person, By);
}

public enum Ending { Resigned, Removed, Transferred, Expired, Died, Replaced }

/// <summary>Somebody ceased to hold an office or seat.</summary>
public sealed record Ended(string Person, string Office, string? Body = null, Ending? How = null) : Fact
{
    public override IEnumerable<string> Names => [Person];
}

/// <summary>Persons or groups belong to a group.</summary>
public sealed record BelongsTo(ImmutableArray<string> Who, string Group) : Fact
{
    public override IEnumerable<string> Names => [.. Who.Each(), Group];
}

public enum Absence { Ill, Absent, Dead, Detained }

/// <summary>Somebody could not do what fell to them.</summary>
/// <param name="Unable">Whether they could not act at all: true for the dead, false for somebody ill who still took part.</param>
public sealed record Unavailable(string Person, Absence Cause, bool? Unable = null) : Fact
{
    public override IEnumerable<string> Names => [Person];
}

/// <summary>A stand-in took over for somebody who could not act.</summary>
public sealed record StoodIn(string For, string By) : Fact
{
    public override IEnumerable<string> Names => [For, By];
}

/// <summary>How strong a position was in a body, and among the members below it.</summary>
/// <param name="Base">Its share of the votes of the members or units from which the body stems.</param>
/// <param name="Traceable">False where the seats cannot be traced to votes of the members, so that the comparison cannot be made.</param>
public sealed record Strength(string Body, string Position, Figure? Seats = null, Figure? Of = null, Fraction? Base = null, bool? Traceable = null) : Fact;

/// <summary>How many paid officials an organ has.</summary>
/// <param name="Members">The members whom it serves.</param>
/// <param name="Before">Its officials at the time of comparison; exactly 0 for an organ that was newly set up.</param>
/// <param name="Inherited">Those taken over from a former administration.</param>
public sealed record Staffed(string Body, Figure Officials, Figure? Members = null, Figure? Before = null, Figure? Inherited = null, bool? InheritedReported = null) : Fact;

/// <summary>An apparatus took a share of what there was.</summary>
public sealed record Absorbed(string Apparatus, string Of, Fraction Share) : Fact;

/// <summary>A body competent for a matter was passed over, doubled or replaced.</summary>
/// <param name="With">The body that was put in its place.</param>
/// <param name="Elected">Whether the body passed over was elected.</param>
/// <param name="Agreed">Whether it, or those who elect it, agreed to that (requirement S214).</param>
public sealed record PassedOver(string Body, string? By = null, string? With = null, bool? Elected = null, Stage Stage = Stage.Adopted, bool? Agreed = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

/// <summary>Which bodies acted on a matter.</summary>
/// <param name="CompetenceRecorded">Whether one single competence for it was on record.</param>
public sealed record Handled(string Matter, ImmutableArray<string> Bodies, bool? CompetenceRecorded = null) : Fact;

/// <summary>A body stopped meeting or deciding.</summary>
/// <param name="DecidedBy">The body that decides in its place.</param>
public sealed record Idle(string Body, bool? Elected = null, string? DecidedBy = null) : Fact;

public enum Fusion { Merged, Staffed, Directed }

/// <summary>An organ was merged with another, staffed from it or made to run it.</summary>
public sealed record Joined(string Organ, string With, Fusion How, Stage Stage = Stage.Adopted) : Fact;

/// <summary>Office-holders had an advantage.</summary>
/// <param name="Voted">Whether it was openly voted.</param>
public sealed record Advantaged(ImmutableArray<string> Who, string What, bool? Voted = null) : Fact
{
    public override IEnumerable<string> Names => Who.Each();
}
