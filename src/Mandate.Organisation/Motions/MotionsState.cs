using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

public enum MotionStage { Filed, OnAgenda, Withdrawn, Adopted, Rejected, NotTaken }

/// <summary>One version of a motion's text, per language, as blobs that the log commits to.</summary>
public sealed record TextVersion(int Number, ImmutableSortedDictionary<string, string> Texts, DateTimeOffset At, string By);

/// <summary>A change of the constitution's YAML at one clause path: the fragment that replaces it; null strikes it out.</summary>
public sealed record ClauseChange(string Path, string? Yaml);

/// <summary>An amendment to a motion: another text for it, decided before it.</summary>
public sealed record Amendment(string Id, string Motion, string Mover, int To, TextVersion Text, DateTimeOffset At, MotionStage Stage, string? Vote);

/// <param name="Class">Class of decision, as <c>procedure.by_object</c> names it; <c>ordinary</c> otherwise.</param>
/// <param name="Changes">For an amendment of the constitution: what it changes.</param>
/// <param name="Target">For a removal: the tenure; for the dissolution of a unit: the unit.</param>
/// <param name="Urgent">Filed without the notice of its class; heard only if the urgency rule is met.</param>
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
}

/// <summary>An adopted text and the days on which it is in force.</summary>
public sealed record TextInForce(string Id, string Motion, string Title, ImmutableSortedDictionary<string, string> Texts, DateTimeOffset From, DateOnly? Until, string Vote);

public sealed record MotionsState(ImmutableDictionary<string, Motion> All, ImmutableArray<TextInForce> Texts)
{
    public static MotionsState Empty { get; } = new(ImmutableDictionary.Create<string, Motion>(StringComparer.Ordinal), []);

    public Motion? Find(string id) => All.GetValueOrDefault(id);

    /// <summary>The adopted texts in force on that day.</summary>
    public IEnumerable<TextInForce> InForceOn(DateOnly day) =>
        Texts.Where(t => DateOnly.FromDateTime(t.From.UtcDateTime) <= day && (t.Until is null || day <= t.Until));
}
