using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Facts;

namespace Mandate.Server.History;

/// <summary>
/// An organisation that does nothing but keep a chronology: a rehearsal that tells events and has never met, moved or voted. It is
/// read, not acted in.
/// </summary>
public static class Chronicle
{
    public static bool Is(State state) =>
        state.Founding.Rehearsal && state.Facts.Happenings.Count > 0 && state.Sessions.All.Count == 0 && state.Votes.All.Count == 0;

    /// <summary>Whether anybody may stand in anybody's place: a rehearsal that is no case study.</summary>
    public static bool IsPlayable(State state) => state.Founding.Rehearsal && !Is(state);

    /// <summary>Up to when its story is told; null for a record that is kept to this day.</summary>
    public static Window? Extent(State state) => Is(state) ? state.Facts.Span() : null;

    /// <summary>What the chronology calls itself, by language; null where it does not say.</summary>
    public static Thing? Itself(State state) => state.Facts.Things.GetValueOrDefault(Thing.Chronology);

    /// <summary>The events that the chronology itself names as its short form, in its order; empty where it names none.</summary>
    public static ImmutableArray<Happening> Short(State state) =>
        [.. (Itself(state)?.Attributes?.GetValueOrDefault("short") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(state.Facts.Happenings.GetValueOrDefault).OfType<Happening>()];

    public static string Title(State state, string language) =>
        Itself(state) is { } own ? Told.Best(own.Names, language).Text : state.Roll.Units.Values.Select(u => u.Name).FirstOrDefault() ?? "";
}

/// <summary>Texts of a chronology in the reader's language, or the best of those it has.</summary>
public static class Told
{
    /// <summary>One form that serves all languages: a name.</summary>
    private const string Any = "und";

    /// <summary>The text, and its language where that is not the reader's own.</summary>
    public static (string Text, string? Language) Best(ImmutableSortedDictionary<string, string> texts, string language)
    {
        if (texts.GetValueOrDefault(language) is { } own) return (own, null);
        foreach (var other in new[] { Any, "en" })
            if (texts.GetValueOrDefault(other) is { } text) return (text, other == Any ? null : other);
        return texts.Count > 0 ? (texts.First().Value, texts.First().Key) : ("", null);
    }

    /// <summary>A list that may have been left out.</summary>
    public static ImmutableArray<T> Each<T>(this ImmutableArray<T> list) => list.IsDefault ? [] : list;

    /// <summary>The day at which a story tells something of an uncertain date: by its last possible day, else its first.</summary>
    public static DateOnly? Day(this Window when) => when.To ?? when.From;
}
