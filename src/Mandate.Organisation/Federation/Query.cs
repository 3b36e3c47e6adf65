namespace Mandate.Organisation.Federation;

/// <summary>A unit's question to a body; one answer by the day, else the unit decides (S346, S347).</summary>
public sealed record Query(string Id, string Unit, string To, string Question, DateOnly AnswerBy, DateTimeOffset At)
{
    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>What the unit decided without an answer.</summary>
    public string? Decision { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public bool UnitDecidesOn(DateOnly day) => AnsweredAt is null && day > AnswerBy;
}

/// <summary>How things stand, as a unit reports it to a body (S348, S369).</summary>
/// <param name="AsOf">The time that it tells of.</param>
/// <param name="ValidUntil">After which it is shown as stale.</param>
public sealed record Situation(string Id, string Unit, string To, string Account, string Source, DateTimeOffset AsOf, DateTimeOffset ValidUntil, DateTimeOffset At)
{
    public bool IsStaleAt(DateTimeOffset at) => at > ValidUntil;
}
