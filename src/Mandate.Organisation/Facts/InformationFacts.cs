using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Facts;

/// <summary>A document was addressed to somebody, or is needed by a body.</summary>
/// <param name="Due">When it ought to be there.</param>
public sealed record Addressed(string Document, ImmutableArray<string> To, ImmutableArray<string> By = default, DateOnly? Due = null) : Fact
{
    public override IEnumerable<string> Names => [.. To.Each(), .. By.Each()];
}

/// <summary>How something was known.</summary>
public enum KnownBy { Text, Copy, ReadOut, Hearsay, Vaguely, Told }

/// <summary>A document changed hands or was shown.</summary>
/// <param name="Words">How it came there, as the source words it.</param>
/// <param name="Entitled">All who had the same title to it; where the readers are fewer, they were selected.</param>
public sealed record Delivered(string Document, ImmutableArray<string> To, string? From = null, KnownBy Form = KnownBy.Text, ImmutableArray<string> Entitled = default, string? ChosenBy = null, string? Words = null) : Fact
{
    public override IEnumerable<string> Names => [.. To.Each(), .. Lists.All(From, ChosenBy)];
}

/// <summary>A document did not reach somebody to whom it was addressed or who needed it.</summary>
public sealed record Withheld(string Document, ImmutableArray<string> From, ImmutableArray<string> By = default) : Fact
{
    public override IEnumerable<string> Names => [.. From.Each(), .. By.Each()];
}

/// <summary>A document was published.</summary>
public sealed record Published(string Document, string? Where = null) : Fact;

/// <summary>Who knew a document and who of the same deciding body did not.</summary>
/// <param name="Body">The body that had to decide on the matter.</param>
public sealed record Known(string Document, ImmutableArray<string> By = default, ImmutableArray<string> NotBy = default, string? Body = null, KnownBy Form = KnownBy.Text, string? Words = null) : Fact
{
    public override IEnumerable<string> Names => [.. By.Each(), .. NotBy.Each()];
}

/// <summary>Somebody entitled to take part was given notice of a sitting, ballot or ceremony.</summary>
/// <param name="Accurate">Whether time, place and content were right.</param>
public sealed record Noticed(string What, ImmutableArray<string> To, bool? Accurate = null, DateOnly? Said = null, DateOnly? True = null) : Fact
{
    public override IEnumerable<string> Names => To.Each();
}

/// <summary>A contribution and the record of the sitting.</summary>
public sealed record Minuted(string Session, ImmutableArray<string> By, bool Included, bool? Altered = null) : Fact
{
    public override IEnumerable<string> Names => By.Each();
}

/// <summary>How an organ of the press covered a debate or a sitting.</summary>
/// <param name="Given">Sides whose contributions stood there.</param>
/// <param name="Omitted">Sides whose contributions did not.</param>
/// <param name="Report">Whether it was an official report of a sitting.</param>
/// <param name="Equal">Whether space, place and time were equal.</param>
/// <param name="VotesGiven">Sides whose votes stood there.</param>
/// <param name="VotesOmitted">Sides whose votes did not.</param>
public sealed record Covered(
    string Organ,
    string Subject,
    ImmutableArray<string> Given = default,
    ImmutableArray<string> Omitted = default,
    bool? Report = null,
    bool? Equal = null,
    ImmutableArray<string> VotesGiven = default,
    ImmutableArray<string> VotesOmitted = default) : Fact;

/// <summary>An organ printed a text against somebody.</summary>
public sealed record Printed(string Organ, ImmutableArray<string> Against, bool? Signed = null, string? Document = null) : Fact
{
    public override IEnumerable<string> Names => Against.Each();
}

public enum EditorChange { Replaced, Instructed, Resigned }

/// <summary>The editors of a debate changed.</summary>
/// <param name="Protest">Whether they went under protest.</param>
/// <param name="DebateOpen">Whether the debate was still open.</param>
public sealed record EditorsChanged(string Organ, EditorChange How, ImmutableArray<string> Editors = default, bool? Protest = null, bool? DebateOpen = null) : Fact
{
    public override IEnumerable<string> Names => Editors.Each();
}

/// <summary>A decision or debate was presented to others.</summary>
/// <param name="Origin">The petition, letter or pressure that it answers, or its true author.</param>
/// <param name="OriginNamed">Whether that was said.</param>
public sealed record Presented(string Matter, ImmutableArray<string> Origin = default, bool? OriginNamed = null, ImmutableArray<string> By = default) : Fact
{
    public override IEnumerable<string> Names => By.Each();
}

/// <summary>A view was attributed to somebody, or somebody was quoted.</summary>
/// <param name="Sourced">Whether a document that can be checked was given.</param>
/// <param name="Faithful">Whether the quotation agrees with it.</param>
public sealed record Attributed(string To, ImmutableArray<string> By = default, bool? Sourced = null, bool? Faithful = null, string? Document = null) : Fact
{
    public override IEnumerable<string> Names => [To, .. By.Each()];
}

public enum CountUnit { Votes, Delegates, Persons, Units, Share }

/// <summary>A result as it was given. What is not given is left out.</summary>
/// <param name="Unit">What was counted: votes, delegates, persons, units won, or only a share.</param>
/// <param name="Yes">For the matter, or for the position named.</param>
/// <param name="Cast">All votes cast, or all units.</param>
public sealed record Counted(
    string Vote,
    CountUnit Unit = CountUnit.Votes,
    string? Matter = null,
    string? Body = null,
    string? Position = null,
    Figure? Yes = null,
    Figure? No = null,
    Figure? Abstained = null,
    Figure? Cast = null,
    Figure? Entitled = null,
    Fraction? Share = null) : Fact;

/// <summary>A member left word on their own person, papers or proposals.</summary>
public sealed record Willed(string Person, string About, string? Document = null) : Fact
{
    public override IEnumerable<string> Names => [Person];
}

/// <summary>Such a will was set aside.</summary>
/// <param name="Consent">Whether those whom the member had named consented.</param>
public sealed record SetAside(string Person, string About, ImmutableArray<string> By = default, bool? Consent = null) : Fact
{
    public override IEnumerable<string> Names => [Person, .. By.Each()];
}
