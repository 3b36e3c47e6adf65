using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>Signing a motion, as a member or for a unit.</summary>
internal static class SupportRules
{
    public static Decision Support(Dealing d)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsSession() is { } session) return session;
        if (d.State.Roll.Member(d.By) is not { InGoodStanding: true } member || (d.Session.Unit is { } unit && !d.State.Roll.LiesIn(member.Unit, unit)))
            return ProtocolRefusals.NotYours(d.Clause, d.Session.Unit ?? "member", d.By);
        return d.Motion.Supporters.Contains(d.By) ? ProtocolRefusals.Taken("signature", d.By) : Sign(d, new MotionSupported(d.Motion.Id, d.By));
    }

    public static Decision SupportForUnit(Dealing d, SupportForUnit c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsSession() is { } session) return session;
        if (d.State.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (d.Motion.SupportingUnits.Contains(c.Unit)) return ProtocolRefusals.Taken("signature", c.Unit);
        return UnitVoice.WhyNot(d.State, d.Act, c.Unit, c.Vote, d.Motion.Id, d.Clause) is { } not
            ? not
            : Sign(d, new MotionSupportedByUnit(d.Motion.Id, c.Unit, c.Vote ?? "in-writing"));
    }

    /// <summary>With enough signatures the motion is before the body, and its notice runs from that day.</summary>
    private static Decision Sign(Dealing d, MotionEvent signed)
    {
        if (d.Motion.Stage != MotionStage.Gathering) return Decision.Accept(d.Clause, signed);
        var after = Decider.Evolve(d.State, signed, new Occasion(d.State.Size, d.At, d.By, d.Act.Blobs));
        return Movers.Fulfilled(after, d.Rules, after.Motions.All[d.Motion.Id], d.Session, d.At) is { } backing
            ? Decision.Accept(backing.Clause, signed, new MotionReady(d.Motion.Id, backing.Clause), Movers.ItemOf(d.Session.Id, d.Motion.Id, d.Motion.Title))
            : Decision.Accept(d.Clause, signed);
    }
}
