using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <param name="Seconds">How many others must second it; 0: it is before the body at once.</param>
[WireName("sessions.procedure-moved")]
public sealed record ProcedureMoved(string Session, string Procedure, string Motion, DebateEffect Effect, string Item, string Mover, string Clause, int Seconds, int? Minutes, DateTimeOffset? Until, string? To) : SessionEvent(Session);

[WireName("sessions.procedure-seconded")]
public sealed record ProcedureSeconded(string Session, string Procedure, string Person) : SessionEvent(Session);

[WireName("sessions.procedure-opposed")]
public sealed record ProcedureOpposed(string Session, string Procedure, string Person) : SessionEvent(Session);

[WireName("sessions.procedure-withdrawn")]
public sealed record ProcedureWithdrawn(string Session, string Procedure) : SessionEvent(Session);

/// <param name="Vote">The vote that decided it; null where it was carried on demand or without objection.</param>
[WireName("sessions.procedure-decided")]
public sealed record ProcedureDecided(string Session, string Procedure, bool Carried, string? Vote) : SessionEvent(Session);
