using System.Collections.Immutable;

namespace Mandate.Organisation.Inspection;

/// <summary>What one of the drawn inspectors found.</summary>
/// <param name="Text">SHA-256 of the published text.</param>
/// <param name="Data">SHA-256 of the figures it rests on, as text anybody can compute again (S199); null where it rests on none.</param>
/// <param name="LeftOut">What was left out of the published text, and why; empty where nothing was.</param>
public sealed record InspectionReport(string By, string Text, string? Data, string LeftOut, DateTimeOffset At);

/// <summary>What became of the findings, as one of the inspectors saw it when they looked again.</summary>
public sealed record FollowUp(string By, string Account, bool Done, DateTimeOffset At);

/// <summary>One inspection of a body or an office by drawn inspectors whom no rule ties to it (S193).</summary>
/// <param name="Place">The body or office; <c>region.council@r1</c> where there is one in each unit.</param>
/// <param name="SeedDue">The inspectors are drawn from then on.</param>
public sealed record BodyInspection(string Id, string Place, string SeedProcedure, DateTimeOffset SeedDue, DateTimeOffset At)
{
    /// <summary>Days for the inspected to answer the first report.</summary>
    public const int AnswerDays = 30;

    public ImmutableArray<string> Inspectors { get; init; } = [];

    public ImmutableArray<InspectionReport> Reports { get; init; } = [];

    /// <summary>SHA-256 of the answer of the inspected; null while there is none.</summary>
    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The last day for the answer; null before the first report.</summary>
    public DateOnly? AnswerDue => Reports.IsEmpty ? null : DateOnly.FromDateTime(Reports[0].At.UtcDateTime).AddDays(AnswerDays);

    public bool UnansweredOn(DateOnly day) => Answer is null && AnswerDue < day;

    /// <summary>A complaint or report was read, answered and looked at again.</summary>
    public bool Over => FollowUps.Any(f => f.Done);
}

/// <summary>Something that readers of a complaint or drawn inspectors need to see (S204). The right has no refusal.</summary>
/// <param name="For">The complaint or the inspection.</param>
/// <param name="From">The body or office that has it.</param>
public sealed record EvidenceRequest(string Id, string For, string From, string What, string By, DateOnly Due, DateTimeOffset At)
{
    /// <summary>Salted SHA-256 of what was handed over; null while nothing was.</summary>
    public string? Commitment { get; init; }

    public DateTimeOffset? HandedAt { get; init; }

    public bool OverdueOn(DateOnly day) => HandedAt is null && Due < day;
}
