using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>How a decision stands to an earlier one (S066).</summary>
public enum DecisionRelation
{
    /// <summary>The earlier text ends with it.</summary>
    Repeals,

    Amends,

    Implements,

    /// <summary>It says what the earlier one means; only the body that adopted a text does that with binding force (S133).</summary>
    Interprets,

    /// <summary>Both stand, as its mover says.</summary>
    LeavesInForce,
}

/// <summary>Say on what condition one will vote for a motion. A text that changes after that takes the consent back until it is renewed (S065).</summary>
[WireName("motions.set-condition")]
public sealed record SetCondition(string Motion, string Condition) : MotionsCommand;

/// <summary>Take the condition back: it is met, or no longer wanted.</summary>
[WireName("motions.lift-condition")]
public sealed record LiftCondition(string Motion) : MotionsCommand;

/// <summary>
/// Say, as any member, that a motion contradicts a decision in force: until it is answered how they stand the motion is not put to the vote; where it is adopted already
/// both are shown with the contradiction (S066). Once for each pair.
/// </summary>
/// <param name="Says">Where they contradict each other.</param>
[WireName("motions.raise-contradiction")]
public sealed record RaiseContradiction(string Motion, string Earlier, string Says) : MotionsCommand;

/// <summary>Say how a motion stands to a decision that is in force.</summary>
/// <param name="Earlier">The motion by which that was adopted.</param>
[WireName("motions.relate")]
public sealed record RelateMotion(string Motion, DecisionRelation Relation, string Earlier) : MotionsCommand;

[WireName("motions.condition-set")]
public sealed record ConditionSet(string Motion, string Person, string Condition, int Version) : MotionEvent(Motion);

[WireName("motions.condition-lifted")]
public sealed record ConditionLifted(string Motion, string Person) : MotionEvent(Motion);

[WireName("motions.contradiction-raised")]
public sealed record ContradictionRaised(string Motion, string Earlier, string Says) : MotionEvent(Motion);

[WireName("motions.related")]
public sealed record MotionRelated(string Motion, DecisionRelation Relation, string Earlier) : MotionEvent(Motion);

/// <summary>Somebody says that two decisions contradict each other.</summary>
/// <param name="Answered">It has been said since how they stand.</param>
public sealed record RaisedContradiction(string Says, DateTimeOffset At, bool Answered = false);

/// <summary>A condition of consent, with the version of the text for which it was met.</summary>
public sealed record Condition(string Text, int Version, DateTimeOffset At);
