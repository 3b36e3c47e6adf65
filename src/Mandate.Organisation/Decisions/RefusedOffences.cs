using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Decisions;

/// <summary>By which act opinion, advocacy or opposition was to become an offence.</summary>
public enum OffenceAct { Charge, Restriction }

/// <summary>
/// Put on record that an act was refused because it made opinion, advocacy or opposition an offence (S373). It names the act and the ground alone:
/// neither whom it was directed at nor what was said of them. Whoever was refused has it recorded; the node that keeps the organisation does so at once.
/// </summary>
[WireName("decisions.record-refusal")]
public sealed record RecordRefusal(string Id, OffenceAct Kind, Ground Ground) : DecisionsCommand;

/// <param name="Clause">The clause that refuses it.</param>
[WireName("decisions.refusal-recorded")]
public sealed record RefusalRecorded(string Id, OffenceAct Kind, Ground Ground, string Clause) : DecisionsEvent;

/// <summary>A refusal of what would have made opinion, advocacy or opposition an offence; whose act it was stands in no list.</summary>
public sealed record RefusedOffence(string Id, OffenceAct Kind, Ground Ground, string Clause, DateTimeOffset At);

/// <summary>Refusals that are themselves published.</summary>
public static class RefusedOffences
{
    private const string Offence = "opinion-offence";

    /// <summary>The id under which the refusal of an act is recorded, once, from the id of the act.</summary>
    public static string IdOf(string act) => "refused-" + act[..Math.Min(act.Length, 180)];

    /// <summary>What is recorded of a refused act; null where it is none of this kind, or was refused for what it lacks before its ground was asked about.</summary>
    public static RecordRefusal? Of(Command command, Refusal refusal, string id) => command switch
    {
        Offices.ProposeAct proposed => Of(proposed.Act, refusal, id),
        ChargeMember charge when GroundOf(charge.Ground) is { } ground && (refusal.Code == "guards." + Offence || refusal.Args.GetValueOrDefault("guard") as string == Offence) => new(id, OffenceAct.Charge, ground),
        EnterRestriction { Aim: not RestrictionAim.Conduct } when refusal.Code == "restrictions.aimed-at-opinion" => new(id, OffenceAct.Restriction, Ground.Opinion),
        _ => null,
    };

    internal static Decision Record(State state, Act act, RecordRefusal c)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Decisions.Refused.Any(r => r.Id == c.Id)) return ProtocolRefusals.Taken("refusal", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        // The rules say it again: what they would let through is no refusal to record.
        return GuardCheck.Refuses(state, act, Offence, new Punishable([c.Ground])) is { } refusal
            ? Decision.Accept(refusal.Clause, new RefusalRecorded(c.Id, c.Kind, c.Ground, refusal.Clause))
            : ProtocolRefusals.Malformed("ground", "opinion, advocacy or opposition", c.Ground.ToString());
    }

    private static Ground? GroundOf(ChargeGround ground) => ground switch
    {
        ChargeGround.Opinion => Ground.Opinion,
        ChargeGround.Advocacy => Ground.Advocacy,
        ChargeGround.Opposition => Ground.Opposition,
        _ => null,
    };
}
