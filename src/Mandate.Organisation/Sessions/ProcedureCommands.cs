using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Move a procedural motion of the body's rules of debate, on the running item.</summary>
/// <param name="Motion">Its name under <c>debate.motions</c>.</param>
/// <param name="Minutes">For a limit of speaking time, or more time for the item.</param>
/// <param name="Until">For an adjournment: when the meeting goes on.</param>
/// <param name="To">For a referral: the body that the item goes to.</param>
[WireName("sessions.move-procedure")]
public sealed record MoveProcedure(string Session, string Procedure, string Motion, int? Minutes = null, DateTimeOffset? Until = null, string? To = null) : SessionCommand(Session);

[WireName("sessions.second-procedure")]
public sealed record SecondProcedure(string Session, string Procedure) : SessionCommand(Session);

/// <summary>Object to a procedural motion: then it needs a vote.</summary>
[WireName("sessions.oppose-procedure")]
public sealed record OpposeProcedure(string Session, string Procedure) : SessionCommand(Session);

[WireName("sessions.withdraw-procedure")]
public sealed record WithdrawProcedure(string Session, string Procedure) : SessionCommand(Session);

/// <summary>State that nobody objects: carried without a vote, where the clause says so.</summary>
[WireName("sessions.accept-procedure")]
public sealed record AcceptProcedure(string Session, string Procedure) : SessionCommand(Session);
