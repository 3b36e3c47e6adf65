using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Press;

public abstract record PressEvent : Event;

[WireName("press.debate-opened")]
public sealed record DebateOpened(string Id, string Question, string Body, DateOnly Until, int Words, ImmutableArray<string> Answers = default, string? Motion = null) : PressEvent;

/// <param name="Words">Counted in the text.</param>
/// <param name="Due">The day on which it appears by itself; null for what the editors may leave out.</param>
/// <param name="Unit">The unit that a letter is written to.</param>
/// <param name="About">The case or motion that it is about.</param>
/// <param name="InName">Whether the body whose side it is decided it in writing; otherwise it is its author's alone.</param>
/// <param name="Sources">What it quotes and exists, as <c>document:ID</c>: whose words they are is told and may reply.</param>
/// <param name="To">The text that it replies to, or whose statement it demands to put right.</param>
[WireName("press.submitted")]
public sealed record PieceSubmitted(
    string Id, PieceKind Kind, string Title, string Text, int Words, bool Signed, string? Debate, string? Side, ImmutableArray<string> Against, string? Session, string? To, DateOnly? Due,
    string? Unit = null, string? About = null, string? Language = null, bool InName = false, ImmutableArray<string> Sources = default) : PressEvent;

[WireName("press.rectified")]
public sealed record PieceRectified(string Demand, string Text) : PressEvent;

[WireName("press.issued")]
public sealed record IssueBroughtOut(string Id, ImmutableArray<string> Pieces) : PressEvent;

[WireName("press.instructed")]
public sealed record EditorsInstructed(string Id, string What) : PressEvent;

[WireName("press.protested")]
public sealed record EditorProtested(string Id, string Tenure, string What) : PressEvent;

[WireName("press.mailed")]
public sealed record MailingSent(string Id, string Tendency, string Title, string Text, string? Language = null) : PressEvent;

[WireName("press.mailing-translated")]
public sealed record MailingTranslated(string Mailing, string Language, string Text) : PressEvent;

/// <param name="Lacked">Working languages of members in which it had no text, parted by commas; null where it had all.</param>
[WireName("press.mailing-handed-over")]
public sealed record MailingHandedOver(string Mailing, int Sent, int Refused, string? Lacked = null) : PressEvent;
