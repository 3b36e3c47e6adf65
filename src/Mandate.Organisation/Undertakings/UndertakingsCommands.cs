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
