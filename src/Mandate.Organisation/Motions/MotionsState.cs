using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

public enum MotionStage
{
    Filed,
    OnAgenda,
    Withdrawn,
    Adopted,
    Rejected,

    /// <summary>Not taken up before its session closed.</summary>
    NotTaken,

    /// <summary>Filed by a member who needs others to sign before it is before the body.</summary>
    Gathering,

    /// <summary>Handed to another body without being decided.</summary>
    Referred,

    /// <summary>Its mover has joined it with others into one motion.</summary>
    Composited,

    /// <summary>Several motions in one, until two of their movers have agreed to it.</summary>
    Compositing,
}

/// <summary>One version of a motion's text, per language, as blobs that the log commits to.</summary>
public sealed record TextVersion(int Number, ImmutableSortedDictionary<string, string> Texts, DateTimeOffset At, string By)
{
    /// <summary>Languages in which the text was delivered after it was filed, and when.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Later { get; init; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>Whether it could be read in that language at that time.</summary>
    public bool ReadableAt(string language, DateTimeOffset at) => Texts.ContainsKey(language) && (!Later.TryGetValue(language, out var delivered) || delivered <= at);
}

/// <summary>A change of the constitution's YAML at one clause path: the fragment that replaces it; null strikes it out.</summary>
public sealed record ClauseChange(string Path, string? Yaml);

/// <summary>The constitution as it will stand when the amendment is adopted.</summary>
/// <param name="Yaml">SHA-256 of the whole YAML with exactly the named changes.</param>
/// <param name="Texts">SHA-256 of the whole legal text per language; a language left out keeps its text.</param>
public sealed record ProposedConstitution(string Yaml, ImmutableSortedDictionary<string, string> Texts);

/// <summary>What the rules found when a proposed constitution was filed.</summary>
/// <param name="Canonical">SHA-256 of its canonical JSON.</param>
/// <param name="BasedOn">SHA-256 of the YAML that it was made from; when another is in force by now, it must be merged first.</param>
public sealed record ProposalBasis(string Canonical, string BasedOn);

/// <summary>The motion was put before a session; each counts towards the readings that its class needs.</summary>
public sealed record Reading(string Session, DateTimeOffset At);

/// <summary>The person or unit concerned has been heard, has waived it, or did not come though called.</summary>
public sealed record Hearing(string Person, HearingOutcome Outcome, DateTimeOffset At, string By);

public enum HearingOutcome { Heard, Waived, DidNotCome }

/// <param name="Session">The session that it was filed for.</param>
/// <param name="Class">Class of decision, as <c>procedure.by_object</c> names it; <c>ordinary</c> otherwise.</param>
/// <param name="Changes">For an amendment of the constitution: what it changes.</param>
/// <param name="Target">For a removal: the tenure; for the dissolution of a unit: the unit.</param>
/// <param name="Urgent">Filed without the notice of its class; heard only if the urgency rule is met.</param>
/// <param name="Vote">The vote that decided it in the end.</param>
public sealed record Motion(
    string Id,
    string Number,
    string Session,
    string Class,
    string Title,
    string Mover,
    DateTimeOffset FiledAt,
    ImmutableArray<TextVersion> Versions,
    ImmutableArray<ClauseChange> Changes,
    string? Target,
    DateOnly? Expires,
    bool Urgent,
    ImmutableHashSet<string> Supporters,
    ImmutableArray<Amendment> Amendments,
    MotionStage Stage,
    string? Vote)
{
    public TextVersion Current => Versions[^1];

    /// <summary>The body in whose name it was filed; null for a person.</summary>
    public string? MovedFor { get; init; }

    public ProposedConstitution? Proposed { get; init; }

    public ProposalBasis? Basis { get; init; }

    /// <summary>Units that support it.</summary>
    public ImmutableHashSet<string> SupportingUnits { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Day from which its present text counts as noticed.</summary>
    public DateOnly NoticedOn { get; init; }

    /// <summary>Further sessions it was put before, and on which day notice of that was given.</summary>
    public ImmutableSortedDictionary<string, DateOnly> AlsoBefore { get; init; } = ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal);

    public ImmutableArray<Reading> Readings { get; init; } = [];

    public ImmutableArray<Hearing> Hearings { get; init; } = [];

    /// <summary>Parts of the rule that are carried: clause path of the part, and the vote that carried it.</summary>
    public ImmutableSortedDictionary<string, string> Carried { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Parts that a vote has rejected.</summary>
    public ImmutableSortedDictionary<string, string> Lost { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Somebody demands a count.</summary>
    public bool Contested { get; init; }

    /// <summary>The vote by which the session let it in without notice; only for urgent motions.</summary>
    public string? UrgencyVote { get; init; }

    /// <summary>Lists of amendments that are voted on together.</summary>
    public ImmutableArray<Bloc> Blocs { get; init; } = [];

    /// <summary>How units ask their delegates to vote on it and on what is moved to it.</summary>
    public ImmutableArray<Instruction> Instructions { get; init; } = [];

    /// <summary>The motions that it joins into one; empty for others.</summary>
    public ImmutableArray<string> CompositeOf { get; init; } = [];

    /// <summary>Of those: the ones whose movers have agreed.</summary>
    public ImmutableSortedSet<string> Agreed { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The motion that it was joined into.</summary>
    public string? Into { get; init; }

    /// <summary>Of those who vote on it by name: on what condition they consent.</summary>
    public ImmutableSortedDictionary<string, Condition> Conditions { get; init; } = ImmutableSortedDictionary.Create<string, Condition>(StringComparer.Ordinal);

    /// <summary>How it stands to earlier decisions, by the motion that each was adopted by.</summary>
    public ImmutableSortedDictionary<string, DecisionRelation> Relations { get; init; } = ImmutableSortedDictionary.Create<string, DecisionRelation>(StringComparer.Ordinal);

    /// <summary>Decisions that members say it contradicts, by the motion that each was adopted by.</summary>
    public ImmutableSortedDictionary<string, RaisedContradiction> Contradictions { get; init; } = ImmutableSortedDictionary.Create<string, RaisedContradiction>(StringComparer.Ordinal);

    /// <summary>It was sent to another body; null where it never was.</summary>
    public Referral? Referral { get; init; }

    /// <summary>The decision is, or may be, opened again; null where nobody has asked.</summary>
    public Reopening? Reopened { get; init; }

    /// <summary>The motion as it is before the next body; null where it was not taken there.</summary>
    public string? CarriedUpTo { get; init; }

    /// <summary>When its mover laid it before the base; null where they did not.</summary>
    public DateTimeOffset? LaidBeforeBase { get; init; }

    public Amendment? Amendment(string id) => Amendments.FirstOrDefault(a => a.Id == id);

    /// <summary>The text as it stands that an amendment is to: the motion's, or that of the amendment it amends.</summary>
    public TextVersion Standing(Amendment amendment) => amendment.Of is { } of ? Amendment(of)!.Text : Current;

    /// <summary>The text that an amendment was moved on.</summary>
    public TextVersion MovedOn(Amendment amendment) => amendment.Of is { } of ? Amendment(of)!.Version(amendment.To) : Versions[amendment.To - 1];

    /// <summary>Whether what an amendment is to has moved on since it was moved or carried over.</summary>
    public bool IsOutdated(Amendment amendment) => amendment.To != Standing(amendment).Number;

    /// <summary>Amendments to this amendment that wait, in the order in which they were filed.</summary>
    public IEnumerable<Amendment> OpenTo(Amendment amendment) => Amendments.Where(a => a.Of == amendment.Id && a.IsOpen);

    /// <summary>What an amendment is called: its place among those to the motion, and below it among those to an amendment (<c>12.1</c>).</summary>
    public string NumberOf(Amendment amendment)
    {
        var place = (Amendments.Where(a => a.Of == amendment.Of).TakeWhile(a => a.Id != amendment.Id).Count() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return amendment.Of is { } of ? $"{NumberOf(Amendment(of)!)}.{place}" : place;
    }

    public bool IsBefore(string session) => Session == session || AlsoBefore.ContainsKey(session);
}

/// <summary>An adopted text and the days on which it is in force.</summary>
public sealed record TextInForce(string Id, string Motion, string Title, ImmutableSortedDictionary<string, string> Texts, DateTimeOffset From, DateOnly? Until, string Vote);

public sealed record MotionsState(ImmutableDictionary<string, Motion> All, ImmutableArray<TextInForce> Texts)
{
    public static MotionsState Empty { get; } = new(ImmutableDictionary.Create<string, Motion>(StringComparer.Ordinal), []);

    /// <summary>SHA-256 of the texts that were erased.</summary>
    public ImmutableSortedSet<string> Erased { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Motions that belong together, by the id of the package.</summary>
    public ImmutableSortedDictionary<string, MotionPackage> Packages { get; init; } = ImmutableSortedDictionary.Create<string, MotionPackage>(StringComparer.Ordinal);

    public MotionPackage? PackageOf(string motion) => Packages.Values.FirstOrDefault(p => p.Motions.Contains(motion, StringComparer.Ordinal));

    public Motion? Find(string id) => All.GetValueOrDefault(id);

    /// <summary>The motion that an amendment belongs to; null where there is no such amendment.</summary>
    public (Motion Motion, Amendment Amendment)? FindAmendment(string id)
    {
        foreach (var motion in All.Values)
            if (motion.Amendments.FirstOrDefault(a => a.Id == id) is { } amendment) return (motion, amendment);
        return null;
    }

    /// <summary>A list of amendments and the motion it is to; null where there is none of that id.</summary>
    public (Motion Motion, Bloc Bloc)? FindBloc(string id)
    {
        foreach (var motion in All.Values)
            if (motion.Blocs.FirstOrDefault(b => b.Id == id) is { } bloc) return (motion, bloc);
        return null;
    }

    /// <summary>The motions before a session, in order of their numbers.</summary>
    public IEnumerable<Motion> Before(string session) =>
        All.Values.Where(m => m.IsBefore(session)).OrderBy(m => m.Number.Length).ThenBy(m => m.Number, StringComparer.Ordinal).ThenBy(m => m.Id, StringComparer.Ordinal);

    /// <summary>The adopted texts in force on that day; not those that are stayed because the decision was opened again.</summary>
    public IEnumerable<TextInForce> InForceOn(DateOnly day) =>
        Texts.Where(t => DateOnly.FromDateTime(t.From.UtcDateTime) <= day && (t.Until is null || day <= t.Until) && All.GetValueOrDefault(t.Motion)?.Reopened?.StaysOn(day) != true);
}
