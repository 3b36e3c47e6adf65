using System.Collections.Immutable;

namespace Mandate.Organisation.Press;

public enum PieceKind { Article, Report, Reply, Rectification, Letter, Explanation, Question }

/// <summary>A debate in the bulletin: it is opened with its question, who decides it, and its end.</summary>
/// <param name="Words">Words for each side.</param>
public sealed record Debate(string Id, string Question, string Body, DateOnly From, DateOnly Until, int Words)
{
    /// <summary>Petitions that it answers.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>The motion that decides it; null where there is none.</summary>
    public string? Motion { get; init; }

    /// <summary>The meeting before which a clause opened it; null where editors did.</summary>
    public string? Session { get; init; }

    /// <summary>Whether every member writes for themselves, with as many words each, instead of sides.</summary>
    public bool Everybody => Session is not null;

    public bool OpenOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>A text for the bulletin. It appears in an issue, or by itself on its day.</summary>
public sealed record Piece(
    string Id, PieceKind Kind, string Author, string Title, string Text, int Words, bool Signed, string? Debate, string? Side, ImmutableArray<string> Against, string? Session, string? To, DateTimeOffset At, DateOnly? Due)
{
    /// <summary>For a letter: the unit it is written to; null for all members.</summary>
    public string? Unit { get; init; }

    /// <summary>The case or motion that it is about.</summary>
    public string? About { get; init; }

    /// <summary>For an explanation: its language.</summary>
    public string? Language { get; init; }

    /// <summary>What it quotes and exists, as <c>document:ID</c>, <c>piece:ID</c> or <c>motion:ID</c>.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Whether the body whose side it is decided it; otherwise it is its author's alone (requirement S132).</summary>
    public bool InName { get; init; }

    /// <summary>The issue that printed it.</summary>
    public string? Issue { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Where it stood in its issue, from 1.</summary>
    public int? Place { get; init; }

    /// <summary>For a demand: SHA-256 of what the editors put right; for a question: of the answer. Null while there is none.</summary>
    public string? Rectified { get; init; }

    public DateTimeOffset? RectifiedAt { get; init; }

    /// <summary>The day from which everybody reads it; null while that is not fixed. No entry is needed for it.</summary>
    public DateOnly? Appears
    {
        get
        {
            var issued = IssuedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
            var answered = RectifiedAt is { } put ? DateOnly.FromDateTime(put.UtcDateTime) : (DateOnly?)null;
            return new[] { issued, answered, Due }.Min();
        }
    }

    public bool PublicOn(DateOnly day) => Appears is { } appears && appears <= day;

    /// <summary>A demand whose day has passed without an answer: it stands in place of it.</summary>
    public bool UnansweredOn(DateOnly day) => Kind == PieceKind.Rectification && RectifiedAt is null && Due < day;
}

public sealed record Issue(string Id, DateTimeOffset At, ImmutableArray<string> Pieces);

public sealed record Instruction(string Id, string What, string By, DateTimeOffset At);

/// <summary>An editor's protest, with the tenure in which it was made.</summary>
public sealed record Protest(string Id, string Tenure, string What, DateTimeOffset At);

public sealed record Mailing(string Id, string Tendency, string Title, string Text, DateTimeOffset At)
{
    /// <summary>The language in which it was written; null where it says none.</summary>
    public string? Language { get; init; }

    /// <summary>Its texts in other working languages.</summary>
    public ImmutableSortedDictionary<string, string> Translations { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>When its first letters went out; null while none has.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Working languages of members in which it went out without a text; null where it had all.</summary>
    public string? Lacked { get; init; }

    /// <summary>Letters that a mail server took.</summary>
    public int Sent { get; init; }

    /// <summary>Letters that it refused.</summary>
    public int Refused { get; init; }
}

/// <summary>How much space a side of a debate has had, and asked for.</summary>
public sealed record SideSpace(string Side, int Pieces, int Published, int Filed);

public sealed record PressState(
    ImmutableDictionary<string, Debate> Debates,
    ImmutableDictionary<string, Piece> Pieces,
    ImmutableArray<Issue> Issues,
    ImmutableDictionary<string, Instruction> Instructions,
    ImmutableDictionary<string, Protest> Protests,
    ImmutableDictionary<string, Mailing> Mailings)
{
    /// <summary>Accusing words of official texts that those whose text it is have defined.</summary>
    public ImmutableArray<DefinedLabel> Labels { get; init; } = [];

    public static PressState Empty { get; } = new(
        ImmutableDictionary.Create<string, Debate>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Piece>(StringComparer.Ordinal),
        [],
        ImmutableDictionary.Create<string, Instruction>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Protest>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Mailing>(StringComparer.Ordinal));

    /// <summary>Claims of sides on equal space.</summary>
    public ImmutableDictionary<string, SpaceClaim> Claims { get; init; } = ImmutableDictionary.Create<string, SpaceClaim>(StringComparer.Ordinal);

    /// <summary>Positions of office-holders that were set beside each other.</summary>
    public ImmutableDictionary<string, Contrast> Contrasts { get; init; } = ImmutableDictionary.Create<string, Contrast>(StringComparer.Ordinal);

    /// <summary>The words of each side of a debate by a day, in order of side.</summary>
    public IEnumerable<SideSpace> SpaceOf(string debate, DateOnly day) => Pieces.Values.Where(p => p.Debate == debate && p.Side is not null)
        .GroupBy(p => p.Side!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new SideSpace(g.Key, g.Count(p => p.PublicOn(day)), g.Where(p => p.PublicOn(day)).Sum(p => p.Words), g.Sum(p => p.Words)));
}
