using System.Collections.Immutable;

namespace Mandate.Organisation.Inspection;

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

public sealed record InspectionState(ImmutableDictionary<string, Complaint> All)
{
    public static InspectionState Empty { get; } = new(ImmutableDictionary.Create<string, Complaint>(StringComparer.Ordinal));
}
