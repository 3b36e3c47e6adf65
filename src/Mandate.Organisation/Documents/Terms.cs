using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>How finished a text is. It is a label on what is published, never a ground to withhold it (requirement S271).</summary>
public enum TextState { Approved, Draft, Dictated }

/// <summary>What those who receive a document may do with it before it opens (requirement S265).</summary>
public enum DocumentUse { Read, Quote, Publish }

/// <summary>What whoever is asked to do something with a document says to it (requirement S293).</summary>
public enum TaskAnswer { Accepts, Asks, Declines }

/// <summary>How well somebody knew a document: that there is one, what it says, or as a copy in their hands (requirement S261).</summary>
public enum KnowledgeLevel { Exists, Read, Copy }

/// <summary>
/// The depositor says what the document is and what is to be done with it. Each time is a further version with its date; the day can only come earlier
/// (requirements S259, S265).
/// </summary>
/// <param name="Task">What the addressees are asked to do with it; null for nothing.</param>
/// <param name="Next">The body or office that is asked if they decline or say nothing for fourteen days; needed with a task.</param>
/// <param name="Release">An earlier day on which it opens; null leaves the day.</param>
[WireName("documents.set-terms")]
public sealed record SetTerms(string Document, TextState State, DocumentUse Use, string? Task = null, string? Next = null, DateOnly? Release = null) : DocumentsCommand;

/// <summary>Whoever received the document has seen the terms that came after.</summary>
[WireName("documents.acknowledge-terms")]
public sealed record AcknowledgeTerms(string Document) : DocumentsCommand;

/// <summary>A further part with its own date and commitment; all parts open together (requirements S260, S275).</summary>
[WireName("documents.add-part")]
public sealed record AddPart(string Document, string Title, string Commitment) : DocumentsCommand;

/// <summary>Answer what the depositor asks. Declining, and fourteen days of silence, pass it to the next bearer (requirement S293).</summary>
[WireName("documents.answer-task")]
public sealed record AnswerTask(string Document, TaskAnswer Answer, string Remark) : DocumentsCommand;

/// <summary>Whoever holds a place says since when and from whom they know a document. It is their own word and shown as such (requirement S261).</summary>
/// <param name="From">The body or office from which; null where they do not say.</param>
[WireName("documents.tell-knowledge")]
public sealed record TellKnowledge(string Document, KnowledgeLevel Level, DateOnly Since, string? From = null) : DocumentsCommand;

/// <summary>
/// Whoever received a document gives it over to a body, all of it, and is rid of the duty. The body accepts, or has accepted when forty-eight hours have
/// passed (requirements S268, S270).
/// </summary>
[WireName("documents.discharge")]
public sealed record DischargeHolder(string Document, string To) : DocumentsCommand;

[WireName("documents.accept-custody")]
public sealed record AcceptCustody(string Document) : DocumentsCommand;

/// <summary>
/// Quote a passage before the document opens: from then on everybody reads it. The depositor always may; whoever received it as far as its terms allow, as
/// soon as somebody else has quoted it, and when they are attacked or complained of over it (requirements S128, S273).
/// </summary>
[WireName("documents.quote")]
public sealed record QuotePassage(string Document, string Text) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("documents.terms-set")]
public sealed record TermsSet(string Document, TextState State, DocumentUse Use, string? Task, string? Next, DateOnly? Release) : DocumentsEvent;

[WireName("documents.terms-acknowledged")]
public sealed record TermsAcknowledged(string Document, int Version) : DocumentsEvent;

[WireName("documents.part-added")]
public sealed record PartAdded(string Document, string Title, string Commitment) : DocumentsEvent;

/// <param name="As">The body or office in which they answered.</param>
[WireName("documents.task-answered")]
public sealed record TaskAnswered(string Document, TaskAnswer Answer, string Remark, string As) : DocumentsEvent;

[WireName("documents.knowledge-told")]
public sealed record KnowledgeTold(string Document, KnowledgeLevel Level, DateOnly Since, string? From) : DocumentsEvent;

[WireName("documents.discharged")]
public sealed record HolderDischarged(string Document, string To) : DocumentsEvent;

[WireName("documents.custody-accepted")]
public sealed record CustodyAccepted(string Document, string To) : DocumentsEvent;

[WireName("documents.quoted")]
public sealed record PassageQuoted(string Document, string Text) : DocumentsEvent;

/// <summary>One version of what the depositor wants, with its date.</summary>
public sealed record DocumentTerms(TextState State, DocumentUse Use, string? Task, string? Next, DateTimeOffset At);

/// <param name="Text">SHA-256 of its published text; null while it is not open.</param>
public sealed record DocumentPart(string Title, string Commitment, DateTimeOffset At, string? Text = null);

public sealed record TaskWord(TaskAnswer Answer, string Remark, string As, DateTimeOffset At);

/// <summary>What somebody said themselves of what they knew.</summary>
public sealed record OwnKnowledge(string Person, KnowledgeLevel Level, DateOnly Since, string? From, DateTimeOffset At);

public sealed record Discharge(string Person, string To, DateTimeOffset At)
{
    /// <summary>Hours of silence after which a body has accepted.</summary>
    public const int Hours = 48;

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>From when the duty and the proof are the body's.</summary>
    public DateTimeOffset Since => AcceptedAt ?? At.AddHours(Hours);
}

public sealed record QuotedPassage(string Text, string By, DateTimeOffset At);
