using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>Consent on a condition, and what a motion does to decisions in force.</summary>
internal static class ConditionRules
{
    public static Decision Set(Dealing d, SetCondition c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (NotByName(d) is { } notYours) return notYours;
        if (c.Condition.Length is 0 or > 500) return ProtocolRefusals.Malformed("condition", "the condition, in at most 500 characters", c.Condition.Length);
        return d.Motion.Conditions.GetValueOrDefault(d.By) is { } stands && stands.Text == c.Condition && stands.Version == d.Motion.Current.Number
            ? ProtocolRefusals.Taken("condition", d.Motion.Id)
            : Decision.Accept(d.Clause, new ConditionSet(d.Motion.Id, d.By, c.Condition, d.Motion.Current.Number));
    }

    public static Decision Lift(Dealing d) => d.NeedsUndecided() is { } stage ? stage
        : d.Motion.Conditions.ContainsKey(d.By) ? Decision.Accept(d.Clause, new ConditionLifted(d.Motion.Id, d.By)) : ProtocolRefusals.Unknown("condition", d.Motion.Id);

    public static Decision Relate(Dealing d, RelateMotion c)
    {
        if (d.Motion.Stage == MotionStage.Adopted && Contradicting.Open(d.State, d.Motion, d.Act.Day).Any(e => e.Id == c.Earlier)) return Contradicting.Answer(d, c);
        if (d.NeedsUndecided() is { } stage) return stage;
        // Whoever presides says that both stand where the mover says nothing: nobody keeps a motion from the vote so, and nobody else makes it a repeal.
        if (d.NeedsMover() is { } notYours && !(d.Session.ChairPerson == d.By && c.Relation == DecisionRelation.LeavesInForce)) return notYours;
        if (d.NeedsNoVote() is { } running) return running;
        if (d.State.Motions.Find(c.Earlier) is not { Stage: MotionStage.Adopted } earlier || earlier.Id == d.Motion.Id) return ProtocolRefusals.Unknown("motion", c.Earlier);
        // What ends a text, or says with binding force what it means, is decided as the text was: in the same body, as the same class of decision.
        if (c.Relation is DecisionRelation.Repeals or DecisionRelation.Interprets && (earlier.Class != d.Motion.Class || d.State.Sessions.Find(earlier.Session)?.Body != d.Session.Body)) return MotionsRefusals.RepealedAsAdopted(d.Clause, earlier, d.Motion);
        var asked = d.Motion.Contradictions.GetValueOrDefault(earlier.Id) is { Answered: false };
        return !asked && d.Motion.Relations.TryGetValue(earlier.Id, out var stands) && stands == c.Relation ? ProtocolRefusals.Taken("relation", earlier.Id) : Decision.Accept(d.Clause, new MotionRelated(d.Motion.Id, c.Relation, earlier.Id));
    }

    /// <summary>Those who vote on it by name: delegates with a mandate for its session, members of its body. Nobody else stands on record here.</summary>
    private static Refusal? NotByName(Dealing d) =>
        d.Body.Of is null && (d.State.Offices.Holds(d.By, d.Body.Id, d.At, d.Session.Unit) || d.State.Offices.HeldBy(d.By, d.At).Any(t => t.Session == d.Session.Id)) ? null : ProtocolRefusals.NotYours(d.Clause, d.Body.Id, d.By);
}
