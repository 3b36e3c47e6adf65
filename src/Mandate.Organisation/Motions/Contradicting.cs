using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Contradictions that no program sees: any member says that a motion and a decision in force cannot both hold (S066). A motion waits for the answer, which its mover
/// gives, or whoever presides by saying that both stand; so it costs the meeting a sentence and cannot be used to delay. Of two decisions that are both in force the
/// body of the later one answers; or one of them is repealed.
/// </summary>
public static class Contradicting
{
    /// <summary>Decisions in force that somebody says it contradicts, of which it has not been said how they stand; the first raised first.</summary>
    public static IEnumerable<Motion> Open(State state, Motion motion, DateOnly day)
    {
        if (motion.Contradictions.Values.All(c => c.Answered)) return [];
        var inForce = state.Motions.InForceOn(day).Select(t => t.Motion).ToHashSet(StringComparer.Ordinal);
        // Where it is decided itself it has to be in force: what was repealed contradicts nothing.
        if (motion.Stage == MotionStage.Adopted && !inForce.Contains(motion.Id)) return [];
        return motion.Contradictions.Where(c => !c.Value.Answered && inForce.Contains(c.Key)).OrderBy(c => c.Value.At).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => state.Motions.All[c.Key]);
    }

    /// <summary>Pairs of decisions in force that are shown as contradicting each other, the later one first.</summary>
    public static IEnumerable<(Motion Later, Motion Earlier)> InForce(State state, DateOnly day) => state.Motions.All.Values
        .Where(m => m.Stage == MotionStage.Adopted && !m.Contradictions.IsEmpty).OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal).SelectMany(m => Open(state, m, day).Select(e => (m, e)));

    internal static Decision Raise(Dealing d, RaiseContradiction c)
    {
        if (d.State.Roll.Member(d.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(d.Clause, "member", d.By);
        var inForce = d.State.Motions.InForceOn(d.Act.Day).Select(t => t.Motion).ToHashSet(StringComparer.Ordinal);
        if (d.Motion.Stage == MotionStage.Adopted ? !inForce.Contains(d.Motion.Id) : d.NeedsUndecided() is not null)
            return ProtocolRefusals.WrongStage("motion", d.Motion.Id, MotionStage.Filed.ToString(), d.Motion.Stage.ToString());
        if (c.Earlier == d.Motion.Id || !inForce.Contains(c.Earlier)) return ProtocolRefusals.Unknown("motion", c.Earlier);
        if (d.Motion.Contradictions.ContainsKey(c.Earlier) || d.State.Motions.All[c.Earlier].Contradictions.ContainsKey(d.Motion.Id)) return ProtocolRefusals.Taken("contradiction", c.Earlier);
        // That it repeals the earlier one is the answer already.
        if (d.Motion.Relations.TryGetValue(c.Earlier, out var stands) && stands == DecisionRelation.Repeals) return ProtocolRefusals.Taken("relation", c.Earlier);
        if (d.NeedsNoVote() is { } running) return running;
        return c.Says.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("says", "where they contradict each other, in at most 1000 characters", c.Says.Length)
            : Decision.Accept(d.Clause, new ContradictionRaised(d.Motion.Id, c.Earlier, c.Says));
    }

    /// <summary>Of two decisions in force: the body that took the later one answers, or whoever moved it. That one ends is a new decision.</summary>
    internal static Decision Answer(Dealing d, RelateMotion c)
    {
        if (d.Act.InNameOf != Authority.NameOf(d.Session.Body, d.Session.Unit) && d.NeedsMover() is { } notYours) return notYours;
        return c.Relation is DecisionRelation.Repeals or DecisionRelation.Interprets ? MotionsRefusals.RepealedAsAdopted(d.Clause, d.State.Motions.All[c.Earlier], d.Motion)
            : Decision.Accept(d.Clause, new MotionRelated(d.Motion.Id, c.Relation, c.Earlier));
    }
}
