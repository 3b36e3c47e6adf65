using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>A key to which documents can be sealed.</summary>
/// <param name="Id">SHA-256 of the record of its ceremony.</param>
public sealed record SealingKey(string Id, int Threshold, ImmutableArray<KeyHolder> Holders, DateTimeOffset At)
{
    /// <summary>How long a holder may be silent before the key counts as theirs no more, in days.</summary>
    public const int SignEvery = 183;

    public ImmutableSortedSet<string> Confirmed { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>By number of the holder, from one: the last day on which they showed that their share is there.</summary>
    public ImmutableSortedDictionary<int, DateOnly> Shown { get; init; } = ImmutableSortedDictionary<int, DateOnly>.Empty;

    /// <summary>Whether all holders have confirmed it: then documents can be sealed to it.</summary>
    public bool Stands => Holders.All(h => Confirmed.Contains(h.Person));

    /// <summary>Holders who have confirmed or shown their share within half a year.</summary>
    public int ThereOn(DateOnly day) => Holders.Index().Count(h => day.DayNumber - LastSign(h.Index + 1).DayNumber <= SignEvery);

    /// <summary>The last day on which the record shows that a holder has their share.</summary>
    public DateOnly LastSign(int holder) => Shown.TryGetValue(holder, out var shown) ? shown : DateOnly.FromDateTime(At.UtcDateTime);
}

/// <summary>A unit that keeps a copy.</summary>
public sealed record KeptCopy(string Unit, string By, DateTimeOffset At);

/// <summary>The seal on a document.</summary>
/// <param name="File">SHA-256 of the sealed file.</param>
/// <param name="Key">The key that it is sealed to.</param>
public sealed record Seal(string File, string Key, OpeningTerms Opens)
{
    public ImmutableArray<KeptCopy> Copies { get; init; } = [];

    /// <summary>When who sealed it last gave a sign of life; null where never since.</summary>
    public DateTimeOffset? LifeShown { get; init; }

    /// <summary>When the body named on it decided to open it; null before.</summary>
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>SHA-256 of the shares that were lent, by number of the holder.</summary>
    public ImmutableSortedDictionary<int, string> Shares { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>Name of the file that came out; null while it is closed.</summary>
    public string? Name { get; init; }
}
