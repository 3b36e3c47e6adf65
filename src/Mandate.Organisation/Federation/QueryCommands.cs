using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>A unit asks a body for a decision, with the day by which it needs the answer (S346).</summary>
[WireName("federation.ask")]
public sealed record AskBody(string Id, string Unit, string To, string Question, DateOnly AnswerBy) : FederationCommand;

/// <summary>The body answers, once and in its own name.</summary>
[WireName("federation.answer")]
public sealed record AnswerUnit(string Query, string Text) : FederationCommand;

/// <summary>The unit decides by itself, because no answer came by the day; its decision refers to the query (S347).</summary>
[WireName("federation.decide-alone")]
public sealed record DecideAlone(string Query, string Decision) : FederationCommand;

/// <summary>
/// A unit tells a body how things stand: to all its members at once, with the time as of which it holds, until when it is good and on what it
/// rests (S348, S369).
/// </summary>
[WireName("federation.report-situation")]
public sealed record ReportSituation(string Id, string Unit, string To, string Account, string Source, DateTimeOffset AsOf, DateTimeOffset ValidUntil) : FederationCommand;

[WireName("federation.asked")]
public sealed record BodyAsked(string Id, string Unit, string To, string Question, DateOnly AnswerBy) : FederationEvent;

[WireName("federation.answered")]
public sealed record UnitAnswered(string Query, string Text) : FederationEvent;

[WireName("federation.decided-alone")]
public sealed record DecidedAlone(string Query, string Decision) : FederationEvent;

[WireName("federation.situation-reported")]
public sealed record SituationReported(string Id, string Unit, string To, string Account, string Source, DateTimeOffset AsOf, DateTimeOffset ValidUntil) : FederationEvent;
