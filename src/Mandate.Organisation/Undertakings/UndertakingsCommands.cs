using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;


public abstract record UndertakingsCommand : Command;

/// <summary>Take on a task, an execution or a promise, with its day. Whoever takes it on says so themselves.</summary>
/// <param name="Motion">The adopted motion that it carries out; null for others.</param>
[WireName("undertakings.take")]
public sealed record TakeUndertaking(string Id, Duty Duty, string What, DateOnly Due, string? Motion = null) : UndertakingsCommand;

/// <summary>Report on it: done or not, and why.</summary>
[WireName("undertakings.report")]
public sealed record ReportUndertaking(string Undertaking, bool Done, string Account) : UndertakingsCommand;

/// <summary>Take over what somebody else can no longer do.</summary>
[WireName("undertakings.take-over")]
public sealed record TakeOverUndertaking(string Undertaking) : UndertakingsCommand;

/// <summary>Say what a unit needs hands for; for nobody in particular, or asking for one person (S172, S178).</summary>
/// <param name="Number">How many.</param>
/// <param name="Person">Whom the unit asks for by name; null where anybody is welcome.</param>
[WireName("undertakings.post-need")]
public sealed record PostNeed(string Id, string Unit, string What, int Number, DateOnly Until, string? Person) : UndertakingsCommand;

/// <summary>Offer one's own hands. Nobody is offered by anybody else.</summary>
[WireName("undertakings.offer-help")]
public sealed record OfferHelp(string Need, string What) : UndertakingsCommand;

[WireName("undertakings.withdraw-help")]
public sealed record WithdrawHelp(string Need) : UndertakingsCommand;

/// <summary>The unit takes an offer.</summary>
[WireName("undertakings.accept-help")]
public sealed record AcceptHelp(string Need, string Person) : UndertakingsCommand;

/// <summary>Refuse a request for a named person, with the reason: the person, or a body in which they sit. Who refuses does not forbid: the person may go all the same.</summary>
[WireName("undertakings.refuse-request")]
public sealed record RefuseRequest(string Need, string Reason) : UndertakingsCommand;
