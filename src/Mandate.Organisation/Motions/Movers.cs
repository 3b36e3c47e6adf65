using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Who may bring a motion before a body: those who have a vote there; any body of the organisation in its own name; and any
/// member with the signatures that a right of initiative, or the duty to put an item on the agenda, asks for.
/// </summary>
internal static class Movers
{
    /// <summary>Null when the motion is before the body as soon as it is filed.</summary>
    public static Refusal? Directly(State state, Act act, Session session, Body body)
    {
        if (act.InNameOf is not null) return null;
        if (BodyShape.IsAssembly(body)) return Entitlement.WhyNot(state, session, act.By, act.At);
        return Entitlement.TenureOf(state, session, act.By, act.At) is not null ? null : MotionsRefusals.NotYoursToFile(body, act.By);
    }

    /// <summary>Rules under which a member's motion comes before the body with signatures.</summary>
    public static ImmutableArray<Rule> Initiatives(Constitution rules, string body, string @class) =>
    [
        .. rules.Powers.Where(p => p.Verb == Verb.Propose && p.Object.Any(o => o.Id == @class || o.Id == body)).Select(p => p.Rule ?? (p.Holder as RuleHolder)?.Rule).OfType<Rule>(),
        .. AgendaRules.MustInclude(rules, body),
    ];

    /// <summary>How far the signatures of a motion go; null where there is no such right.</summary>
    public static Backing? Backing(State state, Constitution rules, Motion motion, Session session, DateTimeOffset at) => Sessions.Backing.OfAny(
        state, Initiatives(rules, session.Body, motion.Class), motion.Supporters, motion.SupportingUnits, ImmutableHashSet.Create<string>(StringComparer.Ordinal), session.Unit, at);

    /// <summary>The fulfilled rule that brings the motion before the body; null while signatures are lacking.</summary>
    public static Backing? Fulfilled(State state, Constitution rules, Motion motion, Session session, DateTimeOffset at) =>
        Initiatives(rules, session.Body, motion.Class).Any(r => Sessions.Backing.WithinReach(state, r, motion.Supporters.Count, motion.SupportingUnits.Count, session.Unit, at))
        && Backing(state, rules, motion, session, at) is { Met: true } backing ? backing : null;

    /// <summary>The agenda item that a motion makes.</summary>
    public static ItemPut ItemOf(string session, string motion, string title) => new(session, new AgendaItem("motion:" + motion, ItemKind.Motion, title, motion));
}
