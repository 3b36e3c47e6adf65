using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

/// <summary>
/// What happened, outside the rules or before them, as somebody has recorded it: a typed sentence about persons, bodies, matters
/// and documents, which it names by id. A fact gives nobody a right. Whatever the source does not say is left out: absent means
/// <em>not known</em>, never no and never zero.
/// </summary>
public abstract record Fact
{
    /// <summary>Every person, group or body that the fact speaks of; the rules against dossiers read it.</summary>
    public virtual IEnumerable<string> Names => [];
}

/// <summary>How far a thing had got when the fact speaks of it.</summary>
public enum Stage { Adopted, Proposed, Practice }

/// <summary>An order of magnitude, where a source gives a word instead of a number.</summary>
public enum Scale { One, Several, Tens, Hundreds, Thousands, Most }

/// <summary>A number as the source gives it: exact, about, or only an order of magnitude.</summary>
/// <param name="Exact">The number; null where the source gives a word only.</param>
/// <param name="Scale">The order of magnitude of that word.</param>
/// <param name="About">The source itself says about.</param>
public sealed record Figure(long? Exact = null, Scale? Scale = null, bool About = false)
{
    /// <summary>The least that this figure means; null where that cannot be said.</summary>
    public long? AtLeast => Exact ?? Scale switch
    {
        Facts.Scale.One => 1,
        Facts.Scale.Several => 2,
        Facts.Scale.Tens => 20,
        Facts.Scale.Hundreds => 200,
        Facts.Scale.Thousands => 2000,
        _ => null,
    };
}

internal static class Lists
{
    /// <summary>The elements of a list that may have been left out.</summary>
    public static ImmutableArray<T> Each<T>(this ImmutableArray<T> list) => list.IsDefault ? [] : list;

    public static IEnumerable<string> All(params IEnumerable<string?> ids) => ids.OfType<string>();
}
