using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Motions;

/// <summary>
/// A text that was deposited and came to nothing can be erased when it tells of persons what ought not to stand. That it was there, its
/// hash, and who had it erased on which grounds stays; what was adopted or can still be is never erased.
/// </summary>
internal static class ErasingRules
{
    public static Decision Erase(Dealing d, EraseText c)
    {
        if (d.Motion.Stage is not (MotionStage.Withdrawn or MotionStage.Rejected or MotionStage.NotTaken))
            return ProtocolRefusals.WrongStage("motion", d.Motion.Id, MotionStage.Withdrawn.ToString(), d.Motion.Stage.ToString());
        var texts = d.Motion.Versions.Concat(d.Motion.Amendments.Select(a => a.Text)).Where(t => t.Texts.Values.Contains(c.Text, StringComparer.Ordinal)).ToList();
        if (texts.Count == 0) return ProtocolRefusals.Unknown("text", c.Text);
        if (d.State.Motions.Erased.Contains(c.Text)) return ProtocolRefusals.Taken("erasure", c.Text);
        if (c.Grounds.Length is 0 or > 400) return ProtocolRefusals.Malformed("grounds", "why it is erased, at most 400 characters, without the data themselves", c.Grounds.Length);
        if (WasRead(d.State, d.Motion, c.Text)) return MotionsRefusals.TextMadeFrom(d.Clause, c.Text);
        if (Kept(d, c.Text)) return MotionsRefusals.TextKept(d.Clause, c.Text);
        var register = RollRules.Members(d.Rules).Register;
        if (!texts.Exists(t => t.By == d.By) && Authority.Serves(d.State, d.Act, register.KeptBy, register.Clause.Path) is { } refusal) return refusal;
        return Decision.Accept(register.Clause.Path, new TextErased(d.Motion.Id, c.Text, c.Grounds));
    }

    /// <summary>
    /// A rule has read it, to carry an amendment over or find that it collides, to draw up a list or to take in a composite: without it
    /// nobody could check that.
    /// </summary>
    private static bool WasRead(State state, Motion motion, string text)
    {
        var read = motion.Amendments.Where(a => motion.Blocs.Length > 0 || !a.Earlier.IsEmpty || a.Stage == MotionStage.NotTaken).ToList();
        var joined = state.Motions.All.Values.Any(m => m.CompositeOf.Contains(motion.Id, StringComparer.Ordinal));
        return ((read.Count > 0 || joined) && motion.Versions.Any(v => v.Texts.Values.Contains(text, StringComparer.Ordinal)))
            || read.Exists(a => a.Earlier.Add(a.Text).Any(t => t.Texts.Values.Contains(text, StringComparer.Ordinal)));
    }

    /// <summary>The same text stands elsewhere, where it is in force or can still be decided.</summary>
    private static bool Kept(Dealing d, string text) =>
        d.State.Statutes.Versions.Any(v => v.Yaml == text || v.Texts.Values.Contains(text, StringComparer.Ordinal))
        || d.State.Motions.Texts.Any(t => t.Texts.Values.Contains(text, StringComparer.Ordinal))
        || d.State.Motions.All.Values.Any(m => m.Id != d.Motion.Id && m.Stage is not (MotionStage.Withdrawn or MotionStage.Rejected or MotionStage.NotTaken)
            && m.Versions.Concat(m.Amendments.Select(a => a.Text)).Any(v => v.Texts.Values.Contains(text, StringComparer.Ordinal)));
}
