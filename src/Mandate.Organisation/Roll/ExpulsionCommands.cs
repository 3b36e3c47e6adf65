using System.Collections.Immutable;
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
/// <param name="Occasion">On what occasion, without names: what the recorded purpose of the rule is held against (S037).</param>
/// <param name="Evidence">What proves it; past votes and offices do not, nor a statement of the person alone.</param>
/// <param name="Text">The adopted motion or the restriction that the charge rests on beside the clause; null where it rests on the clause alone (S035).</param>
[WireName("roll.charge")]
public sealed record ChargeMember(string Id, string Person, ChargeGround Ground, string Commitment, int? SuspendDays = null, string? Rule = null, DateOnly? Done = null, string? Occasion = null, string? Text = null,
    ImmutableArray<EvidenceKind> Evidence = default) : RollCommand;

/// <summary>
/// Whoever is charged says that it had been answered, before the day, that this is allowed. The charge is then not voted on, unless the body that gave the answer says that it was
/// about something else: it is asked so with the subject <c>plea/CHARGE</c> (S104).
/// </summary>
[WireName("roll.plead-answer")]
public sealed record PleadAnswer(string Charge, string Judgement) : RollCommand;

/// <summary>The member answers.</summary>
/// <param name="Defence">Against a charge of words: that they are true, or in the interest of all.</param>
/// <param name="Present">Who was there when it was given, so that those who decide see it (S382).</param>
[WireName("roll.answer-charge")]
public sealed record AnswerCharge(string Charge, string Commitment, Defence? Defence = null, string? Present = null) : RollCommand;

/// <summary>The member takes the answer back, once: it is as if it had not been given, and there are fourteen days for another (S382).</summary>
[WireName("roll.take-back-answer")]
public sealed record TakeBackAnswer(string Charge) : RollCommand;

/// <summary>The member opens the file of the charge to all (S384).</summary>
/// <param name="Text">SHA-256 of the file, equal to its commitment.</param>
[WireName("roll.open-file")]
public sealed record OpenChargeFile(string Charge, string Text) : RollCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Write down that the body has decided to expel, in a vote whose subject is the charge.</summary>
/// <param name="OnDefence">Why the defence that was raised against a charge of words does not hold (S387).</param>
[WireName("roll.expel")]
public sealed record Expel(string Charge, string Vote, string? OnDefence = null) : RollCommand;

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
public sealed record SuspendMember(string Charge, string Vote, string? OnDefence = null) : RollCommand;
