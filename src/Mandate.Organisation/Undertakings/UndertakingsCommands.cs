using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;


public abstract record UndertakingsCommand : Command;

/// <summary>Take on a task, an execution or a promise, with its day. Whoever takes it on says so themselves.</summary>
/// <param name="Measure">The result by which it can be seen that it is done; null where it says none (S058).</param>
/// <param name="Motion">The adopted motion that it carries out; null for others.</param>
/// <param name="Session">The meeting at which it is to be done, with the item of its agenda: whoever took it on is called there, somebody else can take it over, and an account is due seven days after (S049).</param>
[WireName("undertakings.take")]
public sealed record TakeUndertaking(string Id, Duty Duty, string What, DateOnly Due, string? Motion = null, string? Measure = null, string? Session = null, string? Item = null) : UndertakingsCommand;

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

/// <summary>Call the holder of a place to report, in the name of a unit or of a body.</summary>
/// <param name="Unit">The unit that calls; null for a body of the whole.</param>
/// <param name="Vote">The carried vote on the id of the summons; null for a decision in writing.</param>
[WireName("undertakings.summon")]
public sealed record CallToReport(string Id, string Tenure, string Asks, DateOnly Due, string? Unit = null, string? Vote = null) : UndertakingsCommand;

/// <summary>Say whether one comes, and answer.</summary>
[WireName("undertakings.reply-to-summons")]
public sealed record ReplyToSummons(string Summons, bool Comes, string Text) : UndertakingsCommand;

/// <summary>Whoever called records whether they reported, and what was asked and answered.</summary>
[WireName("undertakings.record-report")]
public sealed record RecordReport(string Summons, bool Reported, string Account, string? Session = null) : UndertakingsCommand;

/// <summary>The owner sets a new day because the last one passed, or will; that is a missed date, and after two the item is back on the agenda (S058).</summary>
[WireName("undertakings.set-new-date")]
public sealed record SetNewDate(string Undertaking, DateOnly Due, string Reason) : UndertakingsCommand;
