using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <summary>
/// Charge a member before the body that expels. Conduct is a ground; opinion, advocacy and opposition are none, and a label is none either: the
/// charge names the clause that was broken, which was in force when it was done and still is (S097, S389).
/// </summary>
/// <param name="Commitment">Salted SHA-256 (lower hex) of the charge and its evidence, which go to the member.</param>
/// <param name="SuspendDays">For how many days the member is to be suspended, at most 90; null where the charge is for expulsion.</param>
/// <param name="Rule">Path of the clause that was broken.</param>
/// <param name="Done">The day on which it was done.</param>
[WireName("roll.charge")]
public sealed record ChargeMember(string Id, string Person, ChargeGround Ground, string Commitment, int? SuspendDays = null, string? Rule = null, DateOnly? Done = null) : RollCommand;

/// <summary>The member answers.</summary>
[WireName("roll.answer-charge")]
public sealed record AnswerCharge(string Charge, string Commitment) : RollCommand;

/// <summary>Write down that the body has decided to expel, in a vote whose subject is the charge.</summary>
[WireName("roll.expel")]
public sealed record Expel(string Charge, string Vote) : RollCommand;

/// <summary>Take an expulsion to the body of <c>expel.appeal_to</c>.</summary>
[WireName("roll.appeal-expulsion")]
public sealed record AppealExpulsion(string Charge) : RollCommand;

/// <summary>Write down what that body decided, in a vote on <c>appeal/CHARGE</c>; carried, it overturns the expulsion.</summary>
[WireName("roll.conclude-appeal")]
public sealed record ConcludeExpulsionAppeal(string Charge, string Vote) : RollCommand;

/// <summary>Anybody, once the days of appeal have passed without one, where the expulsion waits for them.</summary>
[WireName("roll.complete-expulsion")]
public sealed record CompleteExpulsion(string Charge) : RollCommand;

/// <summary>Write down that the body has decided to suspend, in a vote whose subject is the charge. It ends by its date.</summary>
[WireName("roll.suspend")]
public sealed record SuspendMember(string Charge, string Vote) : RollCommand;
