namespace Mandate.Constitutions.Rules;

/// <summary>
/// The answer of a rule: whether it holds, by which clause, what the clause needs and what was given. Needs and given are plain
/// facts (the constitution's words, whole numbers, dates); sentences are made where they are shown.
/// </summary>
public sealed record Answer(bool Holds, Clause Clause, object? Needs = null, object? Given = null)
{
    /// <summary>The earliest day on which it would hold, where waiting helps.</summary>
    public DateOnly? Earliest { get; init; }
}
