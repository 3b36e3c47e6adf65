using System.Collections.Immutable;

namespace Mandate.Organisation.Inspection;

/// <summary>What somebody brings to those who inspect.</summary>
public enum ComplaintKind { Complaint, Confidential, UndeclaredBloc }

/// <summary>One reader's finding.</summary>
public sealed record ReadersFinding(string Reader, bool Upheld, string Reasons, DateTimeOffset At);

/// <summary>A measure that stands still, with its end.</summary>
public sealed record Stay(string Measure, DateOnly From, DateOnly Until);

/// <summary>One reader's finding that a holder must not act meanwhile.</summary>
public sealed record SuspensionFinding(string Tenure, DateOnly Until, string Reader, string Reasons);

/// <summary>A finding before the next instance.</summary>
/// <param name="To">The body that decides.</param>
public sealed record Appeal(string To, string Commitment, DateTimeOffset At)
{
    /// <summary>The vote that decided it; null while it is open.</summary>
    public string? Vote { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>What is to follow from a finding.</summary>
public enum Consequence { None, Correction, Limitation, Recall }

/// <param name="Reference">The motion, recall or undertaking that puts it to those who decide.</param>
public sealed record ProposedConsequence(Consequence Consequence, string Reasons, string? Reference, string By, DateTimeOffset At);

/// <summary>A complaint against holders of places. Its file is with its readers; the log holds its commitment.</summary>
/// <param name="By">Who complains: a holder of a place by name, any other member under the pseudonym of this complaint.</param>
public sealed record Complaint(
    string Id,
    string By,
    ImmutableArray<string> Against,
    ImmutableArray<string> Accused,
    string Subject,
    string Commitment,
    DateTimeOffset At,
    DateOnly Reply,
    string SeedProcedure,
    DateTimeOffset SeedDue)
{
    /// <summary>About how an officer treated somebody: then those of other units read it (S201), and the two may settle it (S174).</summary>
    public bool Conduct { get; init; }

    /// <summary>Too many of the inspection were tied to those it inspects when it was made: a jury reads it (S197).</summary>
    public bool Drawn { get; init; }

    /// <summary>The item of a meeting that waits for it; null where none does.</summary>
    public Urgency? Urgent { get; init; }

    /// <summary>The reader whom the complainant chose to take it up first; null where they chose nobody (S204).</summary>
    public string? Lead { get; init; }

    public Mediation? Mediation { get; init; }

    /// <summary>It ended with what the complainant asked for, and nobody found on it.</summary>
    public bool Settled { get; init; }

    public ComplaintKind Kind { get; init; }

    /// <summary>When what was said was taken back; null where it was not.</summary>
    public DateTimeOffset? TakenBack { get; init; }

    /// <summary>Who was there when the answer was given, as it says itself.</summary>
    public string? Present { get; init; }

    public ImmutableArray<string> Aside { get; init; } = [];

    /// <summary>The drawn jury; empty while the inspection itself reads.</summary>
    public ImmutableArray<string> Jury { get; init; } = [];

    /// <summary>When those complained of answered; null while they have not.</summary>
    public DateTimeOffset? Replied { get; init; }

    public ImmutableArray<Stay> Stays { get; init; } = [];

    public ImmutableArray<SuspensionFinding> Suspensions { get; init; } = [];

    /// <summary>The appeal against a suspension; null where there is none.</summary>
    public Appeal? SuspensionAppeal { get; init; }

    public ImmutableArray<ReadersFinding> Findings { get; init; } = [];

    public bool? Upheld { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What its readers propose to follow; null while they have not.</summary>
    public ProposedConsequence? Follows { get; init; }

    /// <summary>Upheld, and after thirty days nothing is proposed to follow.</summary>
    public bool WithoutConsequenceOn(DateOnly day) => Upheld == true && Follows is null && DecidedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime).AddDays(30) < day;

    /// <summary>Where one of the sides took it further; null where neither did.</summary>
    public Appeal? Appeal { get; init; }
}

/// <summary>A comment of those who do the daily business on figures.</summary>
/// <param name="By">A holder of a place in the body that does it.</param>
public sealed record FigureComment(string Id, CommentedFigures Figures, string Text, string By, DateTimeOffset At);

public sealed record InspectionState(ImmutableDictionary<string, Complaint> All)
{
    /// <summary>Inspections of bodies and offices.</summary>
    public ImmutableDictionary<string, BodyInspection> Inspections { get; init; } = ImmutableDictionary.Create<string, BodyInspection>(StringComparer.Ordinal);

    /// <summary>What readers and inspectors asked to see.</summary>
    public ImmutableDictionary<string, EvidenceRequest> Requests { get; init; } = ImmutableDictionary.Create<string, EvidenceRequest>(StringComparer.Ordinal);

    /// <summary>Stays of measures against the members of units.</summary>
    public ImmutableDictionary<string, GroupStay> GroupStays { get; init; } = ImmutableDictionary.Create<string, GroupStay>(StringComparer.Ordinal);

    /// <summary>Matters that were declared settled, with the figure by which they come back.</summary>
    public ImmutableDictionary<string, SettledMatter> Settled { get; init; } = ImmutableDictionary.Create<string, SettledMatter>(StringComparer.Ordinal);

    public static InspectionState Empty { get; } = new(ImmutableDictionary.Create<string, Complaint>(StringComparer.Ordinal));

    /// <summary>Comments on figures, in order of time.</summary>
    public ImmutableArray<FigureComment> Comments { get; init; } = [];

    /// <summary>The last comment of the twelve months up to a day; null where none is there, and one is due if the figures ask for it.</summary>
    public FigureComment? CommentOn(CommentedFigures figures, DateTimeOffset at) => Comments.LastOrDefault(c => c.Figures == figures && c.At > at.AddYears(-1));
}
