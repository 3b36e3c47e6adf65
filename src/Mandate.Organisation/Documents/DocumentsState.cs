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

    /// <summary>What the depositor said of it, each version with its date.</summary>
    public ImmutableArray<DocumentTerms> Terms { get; init; } = [];

    /// <summary>By person: the number of versions of the terms that they have seen since they received it.</summary>
    public ImmutableDictionary<string, int> Acknowledged { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    public ImmutableArray<DocumentPart> Parts { get; init; } = [];

    public ImmutableArray<TaskWord> Answers { get; init; } = [];

    public ImmutableArray<OwnKnowledge> Learned { get; init; } = [];

    public ImmutableArray<Discharge> Discharges { get; init; } = [];

    public ImmutableArray<QuotedPassage> Quotes { get; init; } = [];

    /// <summary>The last demand of delegates that it be published; null where there was none.</summary>
    public PublicationDemand? Demand { get; init; }

    /// <summary>SHA-256 of its published text; null while it is not open.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Its text lies with the organisation's server until its day.</summary>
    public bool Kept { get; init; }

    /// <summary>It was delivered by the rules, not by anybody who had it.</summary>
    public bool ByItself { get; init; }

    /// <summary>Bodies and offices that had it and left its day to the rules, or let it pass (S266).</summary>
    public ImmutableArray<string> LeftBy { get; init; } = [];

    /// <summary>Days of silence after which what is asked passes to the next bearer.</summary>
    public const int TaskDays = 14;

    /// <summary>Everybody to whom it is addressed or was handed on.</summary>
    public IEnumerable<string> Addressees => To.Concat(Handings.Select(h => h.To)).Distinct(StringComparer.Ordinal);

    /// <summary>Those and the next bearer, once the first have declined what is asked or said nothing for fourteen days.</summary>
    public IEnumerable<string> AddresseesOn(DateOnly day) => Terms.LastOrDefault() is { Task: not null, Next: { } next } terms && Passed(terms, day) ? Addressees.Append(next).Distinct(StringComparer.Ordinal) : Addressees;

    /// <summary>How many versions of the terms somebody has seen: those of the day they received it, and what they acknowledged since.</summary>
    public int TermsSeen(Receipt receipt) => Math.Max(Terms.Count(t => t.At < receipt.At), Acknowledged.GetValueOrDefault(receipt.Person));

    private bool Passed(DocumentTerms terms, DateOnly day)
    {
        var said = Answers.Where(a => a.At >= terms.At).ToList();
        return said.Exists(a => a.Answer == TaskAnswer.Declines) && !said.Exists(a => a.Answer == TaskAnswer.Accepts)
            || said.Count == 0 && DateOnly.FromDateTime(terms.At.UtcDateTime).AddDays(TaskDays) < day;
    }
}

public sealed record DocumentsState(ImmutableDictionary<string, Document> All)
{
    /// <summary>Keys to seal documents to, by the SHA-256 of their record.</summary>
    public ImmutableDictionary<string, SealingKey> Keys { get; init; } = ImmutableDictionary.Create<string, SealingKey>(StringComparer.Ordinal);

    /// <summary>Directions that members left.</summary>
    public ImmutableDictionary<string, Directions> Directions { get; init; } = ImmutableDictionary.Create<string, Directions>(StringComparer.Ordinal);

    /// <summary>Motions whose vote was put off over a paper that came late, and until when; once for each.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Adjourned { get; init; } = ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public static DocumentsState Empty { get; } = new(ImmutableDictionary.Create<string, Document>(StringComparer.Ordinal));
}
