using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;


public abstract record UndertakingsEvent : Event;

[WireName("undertakings.taken")]
public sealed record UndertakingTaken(string Id, Duty Duty, string What, DateOnly Due, string? Motion) : UndertakingsEvent;

[WireName("undertakings.reported")]
public sealed record UndertakingReported(string Undertaking, bool Done, string Account) : UndertakingsEvent;

[WireName("undertakings.taken-over")]
public sealed record UndertakingTakenOver(string Undertaking, string From) : UndertakingsEvent;
