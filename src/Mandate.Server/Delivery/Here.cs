using Mandate.Server.Wording;

namespace Mandate.Server.Delivery;

/// <summary>How a visitor wants the pages to look; <c>Auto</c> follows the device.</summary>
public enum Scheme { Auto, Light, Dark }

/// <summary>Who is in front of the page, where a person is known.</summary>
/// <param name="Id">Person id in the organisation.</param>
/// <param name="Name">Name as shown to this person.</param>
/// <param name="As">In what capacity, already worded: "delegate of Ghent 12".</param>
public sealed record Visitor(string Id, string Name, string? As);

/// <summary>The organisation whose page this is, for the head and foot of the page.</summary>
/// <param name="Address">Its address on this installation, without a final slash: <c>/o/fed</c>.</param>
/// <param name="RehearsalDay">The day in a rehearsal, which has its own clock; null where decisions are real.</param>
/// <param name="Sections">The sections that exist in it, in order.</param>
/// <param name="Proof">The state of its record, for the line at the foot.</param>
/// <param name="ReadOnly">Nobody acts in it, so nobody signs in.</param>
public sealed record Place(string Name, string Address, DateOnly? RehearsalDay, IReadOnlyList<Section> Sections, Proof? Proof, bool ReadOnly = false);

/// <param name="Key">Wording key <c>section.KEY</c>, and the section's path below the organisation.</param>
public sealed record Section(string Key, string Path);

/// <summary>The last entry of a record.</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="At">When the last one was recorded.</param>
/// <param name="Witnesses">How many outside witnesses have countersigned, of how many; null where none are appointed.</param>
public sealed record Proof(long Entries, DateTimeOffset At, (int Signed, int Of)? Witnesses = null);

/// <summary>
/// Everything that all parts of one page share: language, words, look, visitor, organisation. One per request, or per fragment
/// that is broadcast.
/// </summary>
public sealed class Here
{
    public Language Language { get; set; } = Language.English;

    public Glossary Glossary { get; set; } = Glossary.None;

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public Scheme Scheme { get; set; }

    /// <summary>Path and query of the page, to come back to after a change of language or look.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Whether the reader asked for this page in large print.</summary>
    public bool Large => Path.Contains("large=yes", StringComparison.Ordinal);

    /// <summary>Path without query, to mark where one is.</summary>
    public string PathOnly => Path.Split('?')[0];

    public Visitor? Visitor { get; set; }

    public Place? Place { get; set; }

    /// <summary>The visitor's registered device keys, parted by spaces: a device that holds one signs what it sends. Null where there are none.</summary>
    public string? DeviceKeys { get; set; }

    /// <summary>Today, in the organisation's own clock.</summary>
    public DateOnly Today { get; set; }

    public Words Words => field?.Language == Language && ReferenceEquals(field.Glossary, Glossary) ? field : field = new(Language, Glossary, Zone);
}
