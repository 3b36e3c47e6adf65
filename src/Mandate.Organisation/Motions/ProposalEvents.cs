using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <param name="To">Version of the text that a modified adoption is for.</param>
[WireName("motions.procedure-proposed")]
public sealed record ProcedureProposed(
    string Motion, string Amendment, ProposedProcedure Procedure, ImmutableSortedDictionary<string, string> Texts, int To, string? SettledBy, string? ReferTo, string? Reason) : MotionEvent(Motion);

[WireName("motions.proposal-answered")]
public sealed record ProposalAnswered(string Motion, string Amendment, int Version, bool Accepted, string? Reason) : MotionEvent(Motion);

/// <summary>An amendment is voted on by itself; a list it stood in must be drawn up again.</summary>
[WireName("motions.separate-vote-demanded")]
public sealed record SeparateVoteDemanded(string Motion, string Amendment, string Person) : MotionEvent(Motion);

/// <summary>All that were uncontested are in one list, which may be thousands: the entry names those that are not.</summary>
/// <param name="LeftOut">Of them: those that collide with one filed before them.</param>
[WireName("motions.bloc-formed")]
public sealed record BlocFormed(string Motion, string Bloc, int To, ImmutableArray<string> LeftOut, ImmutableSortedDictionary<string, string> Texts) : MotionEvent(Motion);

/// <summary>One vote has decided a list of amendments. Where it is lost, each of them is voted on by itself.</summary>
[WireName("motions.bloc-decided")]
public sealed record BlocDecided(string Motion, string Bloc, bool Carried, string Vote) : MotionEvent(Motion);

[WireName("motions.delegates-instructed")]
public sealed record DelegatesInstructed(string Motion, string Subject, string Unit, Position Position, string? Reason, string Basis) : MotionEvent(Motion);

/// <param name="NoticedOn">The day of the last of its originals where it holds nothing but paragraphs of theirs; otherwise that of its proposal.</param>
[WireName("motions.composite-proposed")]
public sealed record CompositeProposed(
    string Motion, string Number, string Session, string Title, string Mover, ImmutableArray<string> Of, ImmutableSortedDictionary<string, string> Texts, DateOnly NoticedOn) : MotionEvent(Motion);

[WireName("motions.composite-agreed")]
public sealed record CompositeAgreed(string Motion, string Original, string Person) : MotionEvent(Motion);

/// <summary>Two movers have agreed: it is before the body.</summary>
[WireName("motions.composite-came-before")]
public sealed record CompositeCameBefore(string Motion) : MotionEvent(Motion);

/// <summary>A motion has gone into another one.</summary>
[WireName("motions.composited")]
public sealed record MotionComposited(string Motion, string Into) : MotionEvent(Motion);
