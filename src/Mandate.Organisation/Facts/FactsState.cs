using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

/// <summary>When something happened, as closely as the source says.</summary>
/// <param name="From">The first day it can have been; null where that is open.</param>
/// <param name="To">The last day it can have been; null where that is open.</param>
public sealed record Window(DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether it had happened by the end of that day: by its last possible day or, where that is open, its first.</summary>
    public bool By(DateOnly day) => (To ?? From) is not { } known || known <= day;

    /// <summary>Whether it may have come before the other: it cannot be ruled out.</summary>
    public bool MayPrecede(Window other) => From is not { } from || other.To is not { } to || from <= to;

    /// <summary>Whether it certainly came before the other.</summary>
    public bool Precedes(Window other) => To is { } to && other.From is { } from && to < from;
}

/// <summary>Whether the source says it, or whoever recorded it infers it from what the source says.</summary>
public enum Mode { Stated, Inferred }

/// <summary>
/// What kind of evidence a source is, the strongest first: a record made in an office while it happened, another document, somebody who was there and says so
/// (requirement S286). What is concluded stands below all three.
/// </summary>
public enum EvidenceClass { Record, Document, Testimony, Inference }

/// <summary>Where it stands.</summary>
/// <param name="Work">Id of the work, file or record.</param>
/// <param name="Lines">Lines, page or clause there.</param>
/// <param name="Quote">A short quotation, in the language of the work.</param>
/// <param name="Blob">SHA-256 of the evidence itself, where it lies beside the log.</param>
/// <param name="Citing">What the work itself gives as its source, the nearest first: the source of the source (requirement S420).</param>
/// <param name="Class">What kind of evidence it is, as whoever records it says; where they do not, a place in it or a file makes it a document.</param>
public sealed record Source(string Work, string? Lines = null, string? Quote = null, string? Blob = null, string? Citing = null, EvidenceClass? Class = null)
{
    /// <summary>What kind of evidence it is.</summary>
    public EvidenceClass Kind() => Class ?? (Lines is { Length: > 0 } || Blob is not null ? EvidenceClass.Document : EvidenceClass.Testimony);

    /// <summary>On what something rests: what is concluded on nothing else, anything else on its strongest source.</summary>
    public static EvidenceClass Of(Mode mode, IEnumerable<Source> sources) => mode == Mode.Inferred ? EvidenceClass.Inference : sources.Select(s => s.Kind()).DefaultIfEmpty(EvidenceClass.Testimony).Min();
}

/// <summary>An event as a story tells it. It becomes more than narrative by the facts that name it.</summary>
/// <param name="Texts">A paraphrase, by language.</param>
public sealed record Happening(
    string Id,
    Window When,
    ImmutableSortedDictionary<string, string> Titles,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<string> Persons,
    ImmutableArray<string> Bodies,
    ImmutableArray<string> Documents,
    Mode Mode,
    ImmutableArray<Source> Sources,
    string? Scope = null,
    string? Place = null,
    ImmutableArray<string> After = default,
    Dating? Dated = null);

/// <summary>How the date of an event is known.</summary>
/// <param name="Mode">Whether the source gives the date or it is worked out.</param>
/// <param name="Disputed">Whether accounts give different dates.</param>
/// <param name="Words">The date as the source words it.</param>
/// <param name="Note">What else must be said of it.</param>
public sealed record Dating(Mode Mode = Mode.Stated, bool Disputed = false, string? Words = null, string? Note = null);

/// <summary>A fact on record.</summary>
/// <param name="Events">Ids of the happenings that it tells of; empty for what merely holds (who elects whom).</param>
/// <param name="Recorder">Who recorded it.</param>
/// <param name="CorrectedBy">The later fact that corrects it; a corrected fact stays on record and counts no more.</param>
public sealed record RecordedFact(
    string Id,
    Fact What,
    Window When,
    Mode Mode,
    ImmutableArray<Source> Sources,
    ImmutableArray<string> Events,
    string Recorder,
    DateTimeOffset RecordedAt,
    string? CorrectedBy = null)
{
    /// <summary>Ids of the objections to it.</summary>
    public ImmutableArray<string> Contested { get; init; } = [];
}

/// <summary>Two accounts that do not agree. Neither is chosen.</summary>
/// <param name="Subject">What they disagree on, by language.</param>
/// <param name="About">Ids that it bears on, and <c>date:ID</c> where it is on when something was; empty for its events.</param>
public sealed record Contradiction(
    string Id,
    ImmutableSortedDictionary<string, string> Subject,
    ImmutableSortedDictionary<string, string> First,
    ImmutableSortedDictionary<string, string> Second,
    ImmutableArray<string> Events,
    ImmutableArray<string> Facts,
    ImmutableArray<Source> Sources,
    ImmutableArray<string> About = default)
{
    /// <summary>Whether it bears on something: on what it says that it is about; where it does not say, on its events.</summary>
    public bool BearsOn(string id) => (About.IsDefaultOrEmpty ? Events : About).Contains(id, StringComparer.Ordinal);
}

/// <summary>An objection of a person concerned, or of any member, to a fact. It stands beside the fact for ever.</summary>
public sealed record Objection(string Id, string Fact, string By, DateTimeOffset At, string Reason);

/// <summary>What somebody holds against a guard: it did not find what it is there for, or it found what is none.</summary>
public enum Misjudged { Missed, Wrong }

/// <summary>A case that a member filed against a guard; from then on the guard is tried on it (requirement S431).</summary>
/// <param name="About">Id of the event told or of the fact.</param>
public sealed record GuardCase(string Id, string Guard, Misjudged Misjudged, string About, string Reason, DateTimeOffset At);

public enum ThingKind { Person, Body, Group, Document, Matter, Office, Restriction, Place, Work }

/// <summary>What an id of the facts stands for, in words.</summary>
/// <param name="Names">By language; <c>und</c> where one form serves all.</param>
/// <param name="Attributes">What a list says of it in words: kind, author, size, how it was filled.</param>
public sealed record Thing(string Id, ThingKind Kind, ImmutableSortedDictionary<string, string> Names, ImmutableSortedDictionary<string, string> Notes, ImmutableArray<Source> Sources, ImmutableSortedDictionary<string, string>? Attributes = null)
{
    /// <summary>The id under which a chronology names itself: its title, and in the notes what a reader should know first.</summary>
    public const string Chronology = "chronology";
}

/// <summary>
/// Facts de facto: what happened outside the rules or before them. They give no right, seat, vote or quorum; no rule that permits
/// an act reads them (an architecture test and a property hold it). Only guards, questions and pages do.
/// </summary>
public sealed record FactsState(
    ImmutableArray<RecordedFact> All,
    ImmutableDictionary<string, int> Places,
    ImmutableDictionary<string, Happening> Happenings,
    ImmutableDictionary<string, Contradiction> Contradictions,
    ImmutableDictionary<string, Objection> Objections,
    ImmutableDictionary<string, Thing> Things)
{
    public static FactsState Empty { get; } = new(
        [],
        ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Happening>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Contradiction>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Objection>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Thing>(StringComparer.Ordinal));

    /// <summary>Cases filed against guards, by id.</summary>
    public ImmutableSortedDictionary<string, GuardCase> Cases { get; init; } = ImmutableSortedDictionary.Create<string, GuardCase>(StringComparer.Ordinal);

    public RecordedFact? Fact(string id) => Places.TryGetValue(id, out var place) ? All[place] : null;

    /// <summary>The facts that count: not corrected, and by their date in the past of that day.</summary>
    public IEnumerable<RecordedFact> By(DateOnly day) => All.Where(f => f.CorrectedBy is null && f.When.By(day));
}
