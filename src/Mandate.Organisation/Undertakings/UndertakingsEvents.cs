using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;


public abstract record UndertakingsEvent : Event;

[WireName("undertakings.taken")]
public sealed record UndertakingTaken(string Id, Duty Duty, string What, DateOnly Due, string? Motion, string? Measure = null, string? Session = null, string? Item = null) : UndertakingsEvent;

[WireName("undertakings.reported")]
public sealed record UndertakingReported(string Undertaking, bool Done, string Account) : UndertakingsEvent;

[WireName("undertakings.taken-over")]
public sealed record UndertakingTakenOver(string Undertaking, string From) : UndertakingsEvent;

[WireName("undertakings.need-posted")]
public sealed record NeedPosted(string Id, string Unit, string What, int Number, DateOnly Until, string? Person) : UndertakingsEvent;

[WireName("undertakings.help-offered")]
public sealed record HelpOffered(string Need, string What) : UndertakingsEvent;

[WireName("undertakings.help-withdrawn")]
public sealed record HelpWithdrawn(string Need) : UndertakingsEvent;

[WireName("undertakings.help-accepted")]
public sealed record HelpAccepted(string Need, string Person) : UndertakingsEvent;

/// <param name="For">The body in whose name it was refused; <c>self</c> where the person did.</param>
[WireName("undertakings.request-refused")]
public sealed record RequestRefused(string Need, string For, string Reason) : UndertakingsEvent;

[WireName("undertakings.summoned")]
public sealed record CalledToReport(string Id, string Tenure, string CalledBy, string Asks, DateOnly Due, string Clause) : UndertakingsEvent;

[WireName("undertakings.summons-replied")]
public sealed record SummonsReplied(string Summons, bool Comes, string Text) : UndertakingsEvent;

[WireName("undertakings.report-recorded")]
public sealed record ReportRecorded(string Summons, bool Reported, string Account, string? Session) : UndertakingsEvent;

[WireName("undertakings.new-date-set")]
public sealed record NewDateSet(string Undertaking, DateOnly Due, string Reason) : UndertakingsEvent;
