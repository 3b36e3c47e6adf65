using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Restrictions;

/// <summary>
/// After a use on another occasion, or against somebody else, than was decided a restriction is used no further until the body that adopted it has decided
/// freshly: it confirms the wider purpose by a motion of the class that narrows rights, with its notice and majority, or it does not and nothing changes (S036).
/// </summary>
internal static class WiderPurpose
{
    public static Decision Confirm(State state, Act act, ConfirmWider c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = rules.Procedure.ByObject.GetValueOrDefault(ClassRule.RestrictRight)?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (!state.Restrictions.All.TryGetValue(c.Restriction, out var restriction)) return ProtocolRefusals.Unknown("restriction", c.Restriction);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!restriction.InForceOn(act.Day)) return RestrictionsRefusals.NotInForce(c.Restriction, restriction.Lifted ?? restriction.Until);
        var beyond = state.Restrictions.BeyondPurpose(restriction).ToList();
        if (beyond.Count == 0) return RestrictionsRefusals.NothingBeyond(clause, c.Restriction);
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        // A decision that was on its way before the use is no answer to it.
        var last = beyond.Max(u => u.At);
        if (motion is not { Class: ClassRule.RestrictRight, Stage: MotionStage.Adopted } || motion.FiledAt <= last || RestrictionsRules.BodyOf(state, motion) != RestrictionsRules.BodyOf(state, state.Motions.Find(restriction.Motion)))
            return RestrictionsRefusals.NotConfirmed(clause, last);
        if (!motion.Current.Texts.ContainsValue(c.Text) || act.Blobs.Text(c.Text) is not { } text || !RestrictionEffects.NamedIn(state, text).Contains(restriction)) return RestrictionsRefusals.NotNamed(clause, "restriction:" + restriction.Id);
        return Decision.Accept(clause, new RestrictionWidened(
            restriction.Id, motion.Id,
            [.. beyond.Select(u => u.Against).Where(a => !restriction.Targets.IsEmpty && !restriction.Targets.Contains(a, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. beyond.Select(u => u.Occasion).Where(o => o != restriction.Occasion).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }
}
