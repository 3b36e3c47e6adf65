using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>A partner without whose act a plan cannot go as drawn up.</summary>
/// <param name="Fallback">What is done if they do not act; null where that is for the body to say first (S354).</param>
public sealed record PartnerStep(string Name, string? Fallback = null);

/// <summary>What a body decides on its plan.</summary>
public enum PlanStep { Go, Fallback, Hold, Stop }

/// <summary>What a unit did of a common decision (S366).</summary>
public enum Execution { Done, NotDone, Otherwise }

/// <summary>What came of an action, as the body that held it voted (S362).</summary>
/// <summary>A strength on which a plan rests.</summary>
/// <param name="Number">Persons, units, firms, as <paramref name="What"/> says.</param>
/// <param name="Source">Who counted, or where it stands.</param>
/// <param name="On">The day of which it is.</param>
public sealed record StatedStrength(string What, long Number, string Source, DateOnly On);

/// <summary>What was found of it.</summary>
/// <param name="Number">Null where nobody could find out.</param>
public sealed record FoundStrength(string What, long? Number);

public enum ActionOutcome { Success, Partial, Defeat }

/// <summary>
/// Draw up a plan of action of several units. It goes by a date or by a condition, never by both (S351), and one body alone says go or stop (S350).
/// </summary>
/// <param name="On">The day of the action, where it goes by a date.</param>
/// <param name="Condition">What units confirm, where it goes by a condition.</param>
/// <param name="UnitsNeeded">How many of the units have to confirm it; a confirmation is good for <paramref name="ValidDays"/>.</param>
/// <param name="DecideBy">The hour from which no decision is one: then the plan lapses (S368).</param>
/// <param name="ValidDays">Days for which a go, or a confirmation, is good unless it is renewed: 1 is daily, 7 weekly (S357).</param>
/// <param name="ReviewDays">Days after the end of the action within which the body reviews it.</param>
/// <param name="Strengths">What it rests on: how many would come, how many there are; each with its source and day (S416).</param>
[WireName("federation.draw-up-plan")]
public sealed record DrawUpPlan(
    string Id, string What, ImmutableArray<string> To, DateTimeOffset DecideBy, int ValidDays, int ReviewDays, DateOnly? On = null, string? Condition = null, int? UnitsNeeded = null,
    ImmutableArray<PartnerStep> Partners = default, ImmutableArray<StatedStrength> Strengths = default) : FederationCommand;

/// <summary>A unit says whether the condition of a plan holds there.</summary>
[WireName("federation.confirm-condition")]
public sealed record ConfirmCondition(string Plan, string Unit, bool Holds) : FederationCommand;

/// <summary>Put on record whether a partner has confirmed, or does not act. Where they do not, the plan holds at once (S355).</summary>
[WireName("federation.confirm-partner")]
public sealed record ConfirmPartner(string Plan, string Partner, bool Acts, string Evidence) : FederationCommand;

/// <summary>Go, hold, stop, or go on with the fallback. Going is decided by the body; any member of it holds or stops (S356).</summary>
[WireName("federation.decide-plan")]
public sealed record DecidePlan(string Plan, PlanStep Step, string Reason) : FederationCommand;

/// <summary>Say, as a member of the body, that its go still stands. Without it the go expires by itself (S357).</summary>
[WireName("federation.renew-go")]
public sealed record RenewGo(string Plan) : FederationCommand;

/// <summary>A unit says that it has received what was decided last on the plan.</summary>
[WireName("federation.acknowledge-plan")]
public sealed record AcknowledgePlan(string Plan, string Unit) : FederationCommand;

/// <summary>A unit reports what it did: done, not done, or otherwise, with the reason (S366).</summary>
[WireName("federation.report-execution")]
public sealed record ReportExecution(string Plan, string Unit, Execution Execution, string Account) : FederationCommand;

/// <summary>The body votes what came of it. There is no review without the units that carried the action (S362).</summary>
/// <param name="Found">What was later found of each strength that the plan stated (S416).</param>
[WireName("federation.review-plan")]
public sealed record ReviewPlan(string Plan, ActionOutcome Outcome, string Account, ImmutableArray<FoundStrength> Found = default) : FederationCommand;
