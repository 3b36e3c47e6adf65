using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Ask a question in writing on an item; it is numbered, and answered or marked as unanswered before the vote (S053).</summary>
[WireName("sessions.ask-question")]
public sealed record AskQuestion(string Session, string Question, string Item, string Text) : SessionCommand(Session);

/// <summary>Answer a question, by whoever has a voice.</summary>
[WireName("sessions.answer-question")]
public sealed record AnswerQuestion(string Session, string Question, string Text) : SessionCommand(Session);

/// <summary>State, by whoever presides, that a question remains unanswered. It stands so in the minutes.</summary>
[WireName("sessions.leave-question")]
public sealed record LeaveQuestion(string Session, string Question) : SessionCommand(Session);

/// <summary>Contradict something that a speaker claimed as a fact, with a document where there is one; both stand side by side in the minutes (S046).</summary>
/// <param name="Document">Id of a deposited document; also of a closed one, of which only its day and digest are shown.</param>
[WireName("sessions.contradict")]
public sealed record ContradictSpeech(string Session, string Contradiction, string Speech, string Text, string? Document = null) : SessionCommand(Session);

/// <summary>Stop the clock of a speaker who is interrupted, by whoever presides (S048).</summary>
/// <param name="From">The side from which the interruption came; null where it had none.</param>
[WireName("sessions.interrupt")]
public sealed record InterruptSpeech(string Session, string Speech, string? From = null) : SessionCommand(Session);

/// <summary>The speaker goes on; the time lost is given back.</summary>
[WireName("sessions.go-on")]
public sealed record ContinueSpeech(string Session, string Speech) : SessionCommand(Session);

[WireName("sessions.question-asked")]
public sealed record QuestionAsked(string Session, string Question, string Item, string Person, string Text) : SessionEvent(Session);

[WireName("sessions.question-answered")]
public sealed record QuestionAnswered(string Session, string Question, string Person, string Text) : SessionEvent(Session);

[WireName("sessions.question-left")]
public sealed record QuestionLeft(string Session, string Question) : SessionEvent(Session);

[WireName("sessions.contradicted")]
public sealed record SpeechContradicted(string Session, string Contradiction, string Speech, string Person, string Text, string? Document) : SessionEvent(Session);

[WireName("sessions.interrupted")]
public sealed record SpeechInterrupted(string Session, string Speech, string? From) : SessionEvent(Session);

[WireName("sessions.went-on")]
public sealed record SpeechWentOn(string Session, string Speech) : SessionEvent(Session);

/// <summary>A question in writing.</summary>
/// <param name="Number">Its number in the session, from 1.</param>
/// <param name="Left">Whoever presides has stated that it remains unanswered.</param>
public sealed record FloorQuestion(string Id, int Number, string Item, string Person, string Text, DateTimeOffset At, string? Answer = null, string? AnsweredBy = null, DateTimeOffset? AnsweredAt = null, bool Left = false)
{
    public bool IsOpen => Answer is null && !Left;
}

/// <summary>A claim contradicted.</summary>
public sealed record Contradiction(string Id, string Speech, string Person, string Text, string? Document, DateTimeOffset At);

/// <summary>A speaker was interrupted; the clock stood still.</summary>
/// <param name="From">The side it came from; null where it had none.</param>
/// <param name="To">When the speaker went on; null while they are kept from it.</param>
public sealed record Interruption(string Speech, string? From, DateTimeOffset At, DateTimeOffset? To = null);
