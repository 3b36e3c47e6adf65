using System.Collections.Immutable;

namespace Mandate.Organisation.Acts;

/// <summary>The answer of the rules to an act: events under a clause, or a refusal that says which clause refuses.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <param name="Clause">Clause path that permits the act (<c>bodies.congress.convene.by</c>); empty for acts of the protocol itself.</param>
    public sealed record Accepted(string Clause, ImmutableArray<Event> Events) : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;

    public static Decision Accept(string clause, params ImmutableArray<Event> events) => new Accepted(clause, events);

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);
}

/// <summary>
/// Why an act is refused: the clause that refuses, what it needs, what was given, and the earliest lawful time or way.
/// Values are plain facts (text, whole numbers, dates, fractions); the wording in each language is made where it is shown,
/// from the template <c>refusal.CODE</c>.
/// </summary>
/// <param name="Code">Stable name, its word first: <c>sessions.notice-too-short</c>.</param>
/// <param name="Clause">Clause path of the constitution that refuses; empty where the protocol itself refuses.</param>
public sealed record Refusal(string Code, string Clause)
{
    /// <summary>What the clause needs, as it stands there (<c>90 days</c>, <c>2/3 of seats</c>) or as a number.</summary>
    public object? Needs { get; init; }

    /// <summary>What was given instead.</summary>
    public object? Given { get; init; }

    /// <summary>The earliest time at which the same act would be lawful, where there is one.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The lawful way to the same end, as the name of a template <c>way.NAME</c>, where there is one.</summary>
    public string? Way { get; init; }

    /// <summary>Named values for the wording.</summary>
    public ImmutableSortedDictionary<string, object> Args { get; init; } = ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal);

    public Refusal With(string name, object value) => this with { Args = Args.SetItem(name, value) };
}

/// <summary>The version of the rules in this program. A change that alters any decision is a new version.</summary>
public static class Engine
{
    public const string Version = "1";
}
