using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

public abstract record RollCommand : Command;

/// <summary>Ask to be admitted. By the person concerned, who need not be a member yet.</summary>
/// <param name="Personal">Salted commitment to the personal data in the vault.</param>
[WireName("roll.apply")]
public sealed record Apply(string Application, string Unit, string Language, string Personal) : RollCommand;

/// <summary>Rows of a later import that are not on the roll: each becomes an application, which the admission clause decides.</summary>
[WireName("roll.propose-rows")]
public sealed record ProposeRows(ImmutableArray<Application> Rows) : RollCommand;

/// <summary>The body that admits has decided.</summary>
/// <param name="Vote">The decided vote, where it was decided in a session; null for a decision in writing.</param>
/// <param name="Reason">Of a refusal, the rule and the facts.</param>
[WireName("roll.decide-application")]
public sealed record DecideApplication(string Application, bool Admit, string? Vote, string? Reason = null) : RollCommand;

/// <summary>Silence has admitted: anybody may say so once the day has come.</summary>
[WireName("roll.admit-by-silence")]
public sealed record AdmitBySilence(string Application) : RollCommand;

/// <summary>Move to another unit. Only the member, where the constitution says that nobody is moved against their will.</summary>
[WireName("roll.transfer")]
public sealed record Transfer(string Person, string To) : RollCommand;

[WireName("roll.leave")]
public sealed record Leave : RollCommand;

/// <summary>The keeper of the register records a fact: arrears, payment, death.</summary>
[WireName("roll.record-status")]
public sealed record RecordStatus(string Person, MemberStatus Status, string Evidence) : RollCommand;

/// <summary>Create a unit, by the body that creates units of that kind.</summary>
[WireName("roll.create-unit")]
public sealed record CreateUnit(string Id, string Kind, string Name, string? Within, string? Vote) : RollCommand;

/// <summary>Erase the private data of somebody who has left, at their own request.</summary>
[WireName("roll.erase")]
public sealed record Erase(string Person) : RollCommand;
