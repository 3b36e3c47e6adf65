using System.Collections.Immutable;

namespace Mandate.Organisation.Documents;

/// <summary>Somebody received it, in which office, when.</summary>
public sealed record Receipt(string Person, string As, DateTimeOffset At);

public sealed record Handing(string To, string By, DateTimeOffset At);

public sealed record Document(string Id, string Title, string Commitment, ImmutableArray<string> To, DateOnly Release, string Depositor, DateTimeOffset At)
{
    /// <summary>The seal on it; null where only a commitment was deposited.</summary>
    public Seal? Seal { get; init; }

    public ImmutableArray<Receipt> Receipts { get; init; } = [];

    public ImmutableArray<Handing> Handings { get; init; } = [];

    /// <summary>SHA-256 of its published text; null while it is not open.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Everybody to whom it is addressed or was handed on.</summary>
    public IEnumerable<string> Addressees => To.Concat(Handings.Select(h => h.To)).Distinct(StringComparer.Ordinal);
}

public sealed record DocumentsState(ImmutableDictionary<string, Document> All)
{
    /// <summary>Keys to seal documents to, by the SHA-256 of their record.</summary>
    public ImmutableDictionary<string, SealingKey> Keys { get; init; } = ImmutableDictionary.Create<string, SealingKey>(StringComparer.Ordinal);

    public static DocumentsState Empty { get; } = new(ImmutableDictionary.Create<string, Document>(StringComparer.Ordinal));
}
