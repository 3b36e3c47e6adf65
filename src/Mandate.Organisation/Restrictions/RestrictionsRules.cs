using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Restrictions;

/// <summary>
/// No right is narrowed but by an adopted decision of its class, with an end, a purpose and an occasion; the rights of minorities not
/// at all. What was done beyond its purpose stays on record and is an alarm; the next use waits for a fresh decision (<see cref="WiderPurpose"/>).
/// </summary>
public static class RestrictionsRules
{
    /// <summary>The longest for which a right is narrowed by one decision (S034).</summary>
    private const int MostMonths = 12;

    public static Decision Decide(State state, Act act, RestrictionsCommand command) => command switch
    {
        EnterRestriction c => Enter(state, act, c),
        UseRestriction c => Use(state, act, c),
        LiftRestriction c => Lift(state, act, c),
        ConfirmWider c => WiderPurpose.Confirm(state, act, c),
        ReviewRestriction c => Review(state, act, c),
        TreatAlike c => EqualUse.Decide(state, act, c),
        DeclareEmergency c => Declare(state, act, c),
        ConfirmEmergency c => Confirm(state, act, c),
        RenewEmergency c => Renew(state, act, c),
        TakeMeasure c => Emergencies.Measure(state, act, c),
        GiveAccount c => Emergencies.Account(state, act, c),
        DisposeOfRemainder c => Emergencies.Dispose(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Enter(State state, Act act, EnterRestriction c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = rules.Procedure.ByObject.GetValueOrDefault(ClassRule.RestrictRight)?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Restrictions.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("restriction", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        var fact = new Restricted(c.Id, [c.Right], Until: c.Until, EndStated: c.Until is not null, ReviewNamed: false, Targets: c.Targets, Occasion: c.Occasion, Renews: c.Renews);
        if ((GuardCheck.Refuses("no-sunset", clause, act.Day, fact) ?? GuardCheck.Refuses("restriction-of-minority", rules.Rights.GetValueOrDefault("platform")?.Clause.Path ?? clause, act.Day, fact)) is { } guarded)
            return guarded;
        if (!RestrictionGrounds.Suffice(c.Grounds.Each())) return RestrictionsRefusals.NoGround(clause);
        if (c.Aim != RestrictionAim.Conduct) return RestrictionsRefusals.AimedAtOpinion(clause, c.Aim.ToString());
        if (c.Purpose.Length == 0) return ProtocolRefusals.Malformed("purpose", "what it is for", "");
        if (c.Occasion.Length == 0) return ProtocolRefusals.Malformed("occasion", "the occasion it answers", "");
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        if (motion is not { Class: ClassRule.RestrictRight, Stage: MotionStage.Adopted }) return RestrictionsRefusals.NotDecided(clause, c.Motion);
        if (NotAnEmergency(state, act, rules, motion, c) is { } needs) return needs;
        if (c.Review is { } review && !rules.Bodies.ContainsKey(review)) return ProtocolRefusals.Unknown("body", review);
        var longest = act.Day.AddMonths(MostMonths);
        if (c.Until > longest) return RestrictionsRefusals.TooLong(clause, longest, c.Until.Value);
        if (state.Restrictions.All.Values.Any(r => r.Motion == c.Motion)) return ProtocolRefusals.Taken("restriction", c.Motion);
        if (motion.Expires is { } decided && c.Until > decided) return RestrictionsRefusals.LongerThanDecided(clause, decided, c.Until!.Value);
        if (c.Renews is { } renews)
        {
            if (!state.Restrictions.All.TryGetValue(renews, out var earlier)) return ProtocolRefusals.Unknown("restriction", renews);
            if (earlier.Renews is not null || state.Restrictions.All.Values.Any(r => r.Renews == renews)) return RestrictionsRefusals.RenewedAlready(clause, renews);
            if (earlier.Reviews.IsEmpty) return RestrictionsRefusals.ReviewFirst(clause);
        }
        return Decision.Accept(clause, new RestrictionEntered(c.Id, c.Motion, c.Right, c.Targets, c.Purpose, c.Occasion, c.Until!.Value, c.Renews, c.Review, c.Grounds));
    }

    /// <summary>
    /// What members may read and quote is narrowed only while an emergency is in force and no longer than it, with a body that looks at it again, after a hearing
    /// (requirement S396). What they may say is not narrowed at all: the guard <c>restriction-of-minority</c> came before.
    /// </summary>
    private static Refusal? NotAnEmergency(State state, Act act, Constitution rules, Motion motion, EnterRestriction c)
    {
        if (c.Right is not (Liberty.Read or Liberty.Quote)) return null;
        var clause = rules.Emergency?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        var until = state.Restrictions.Emergencies.Values.Where(e => e.InForceOn(act.Day)).Select(e => (DateOnly?)e.Until).Max();
        return until is null || c.Until > until || c.Review is null || motion.Hearings.IsEmpty
            ? RestrictionsRefusals.OnlyInEmergency(clause, "an emergency in force, its end, a review and a hearing") : null;
    }

    private static Decision Use(State state, Act act, UseRestriction c)
    {
        if (state.Restrictions.Uses.ContainsKey(c.Id)) return ProtocolRefusals.Taken("use", c.Id);
        if (!state.Restrictions.All.TryGetValue(c.Restriction, out var restriction)) return ProtocolRefusals.Unknown("restriction", c.Restriction);
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours("", "office", act.By);
        if (!restriction.InForceOn(act.Day)) return RestrictionsRefusals.NotInForce(c.Restriction, restriction.Until);
        if (c.Reason.Length == 0) return ProtocolRefusals.Malformed("reason", "why it was used", "");
        if (state.Roll.Member(c.Against) is not null) return FactsRefusals.OrdinaryMember(c.Against);
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (state.Restrictions.BeyondPurpose(restriction).FirstOrDefault() is { } beyond) return RestrictionsRefusals.DecideFirst(clause, restriction.Occasion, beyond.Occasion, restriction.Until);
        if (EqualUse.Unequal(state, c.Restriction, act.Day) is { } unequal) return RestrictionsRefusals.AlikeFirst(clause, unequal.Undecided);
        return Decision.Accept(clause, new RestrictionUsed(c.Id, c.Restriction, c.Against, c.Occasion, c.Reason, EqualUse.To(state, restriction, c.Against, act.At)));
    }

    private static Decision Lift(State state, Act act, LiftRestriction c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = rules.Procedure.Default.Clause.Path;
        if (!state.Restrictions.All.TryGetValue(c.Restriction, out var restriction)) return ProtocolRefusals.Unknown("restriction", c.Restriction);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!restriction.InForceOn(act.Day)) return RestrictionsRefusals.NotInForce(c.Restriction, restriction.Lifted ?? restriction.Until);
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        // The body that narrowed the right widens it again.
        // The decision itself was set aside, by a vote put again or by the members.
        if (motion is { Stage: MotionStage.Rejected } && motion.Id == restriction.Motion) return Decision.Accept(clause, new RestrictionLifted(restriction.Id, motion.Id));
        if (motion.Stage != MotionStage.Adopted || BodyOf(state, motion) != BodyOf(state, state.Motions.Find(restriction.Motion))) return RestrictionsRefusals.NotRepealed(clause);
        if (!motion.Current.Texts.ContainsValue(c.Text) || act.Blobs.Text(c.Text) is not { } text || !RestrictionEffects.NamedIn(state, text).Contains(restriction)) return RestrictionsRefusals.NotNamed(clause, "restriction:" + restriction.Id);
        return Decision.Accept(clause, new RestrictionLifted(restriction.Id, motion.Id));
    }

    internal static string? BodyOf(State state, Motion? motion) => motion is null ? null : state.Sessions.Find(motion.Session) is { } session ? Authority.NameOf(session.Body, session.Unit) : motion.Session;

    private static Decision Review(State state, Act act, ReviewRestriction c)
    {
        var clause = state.Statutes.At(act.At).Procedure.ByObject.GetValueOrDefault(ClassRule.RestrictRight)?.Clause.Path ?? state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (!state.Restrictions.All.TryGetValue(c.Restriction, out var restriction)) return ProtocolRefusals.Unknown("restriction", c.Restriction);
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (c.Account.Length is 0 or > 2000) return ProtocolRefusals.Malformed("account", "what it has changed, in at most 2000 characters", c.Account.Length);
        return Decision.Accept(clause, new RestrictionReviewed(restriction.Id, c.Account, RestrictionEffects.Of(state, restriction, act.Day)));
    }

    private static Decision Declare(State state, Act act, DeclareEmergency c)
    {
        if (state.Statutes.At(act.At).Emergency is not { Declare.By: { } by } rules) return RestrictionsRefusals.NoEmergency();
        var clause = rules.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Restrictions.Emergencies.ContainsKey(c.Id)) return ProtocolRefusals.Taken("emergency", c.Id);
        if (Authority.Decides(state, act, by, rules.Declare.Clause.Path) is { } notYours) return notYours;
        var fact = new Restricted(c.Id, Form: RestrictionForm.Emergency, Until: c.Until, EndStated: c.Until is not null, ReviewNamed: false);
        if (GuardCheck.Refuses("no-sunset", rules.LapsesAfter.Clause.Path, act.Day, fact) is { } endless) return endless;
        var last = Periods.After(act.Day, rules.LapsesAfter);
        if (c.Until > last) return RestrictionsRefusals.TooLong(rules.LapsesAfter.Clause.Path, last, c.Until!.Value);
        if (!rules.Declare.Grounds.IsEmpty && !rules.Declare.Grounds.Contains(c.Ground, StringComparer.Ordinal))
            return RestrictionsRefusals.NoSuchGround(rules.Declare.Clause.Path, string.Join(", ", rules.Declare.Grounds), c.Ground);
        foreach (var power in c.Powers.Each())
            if (!rules.May.Contains(power, StringComparer.Ordinal) || rules.MayNot.Contains(power, StringComparer.Ordinal))
                return RestrictionsRefusals.NeverPermitted(clause, string.Join(", ", rules.May), power);
        if (c.Reason.Length == 0) return ProtocolRefusals.Malformed("reason", "what has happened", "");
        var watch = Emergencies.Watch(state.Statutes.At(act.At), act.Day);
        return Decision.Accept(rules.Declare.Clause.Path, new EmergencyDeclared(
            c.Id, c.Ground, c.Powers.Each(), c.Reason, c.Until!.Value, rules.Confirm.Within is { } within ? Periods.Due(act.Day, within) : null, watch?.Watcher, watch?.Every));
    }

    private static Decision Confirm(State state, Act act, ConfirmEmergency c)
    {
        if (state.Statutes.At(act.At).Emergency is not { Confirm.By: { } by } rules) return RestrictionsRefusals.NoEmergency();
        if (!state.Restrictions.Emergencies.TryGetValue(c.Id, out var emergency)) return ProtocolRefusals.Unknown("emergency", c.Id);
        if (Authority.Decides(state, act, by, rules.Confirm.Clause.Path) is { } notYours) return notYours;
        if (emergency.Confirmed) return ProtocolRefusals.WrongStage("emergency", c.Id, "declared", "confirmed");
        return emergency.InForceOn(act.Day)
            ? Decision.Accept(rules.Confirm.Clause.Path, new EmergencyConfirmed(c.Id))
            : RestrictionsRefusals.ConfirmedTooLate(rules.Confirm.Clause.Path, emergency.ConfirmBy ?? emergency.Until);
    }

    private static Decision Renew(State state, Act act, RenewEmergency c)
    {
        if (state.Statutes.At(act.At).Emergency is not { } rules) return RestrictionsRefusals.NoEmergency();
        if (!state.Restrictions.Emergencies.TryGetValue(c.Id, out var emergency)) return ProtocolRefusals.Unknown("emergency", c.Id);
        if (Authority.Decides(state, act, rules.Renew.By, rules.Renew.Clause.Path) is { } notYours) return notYours;
        if (!emergency.InForceOn(act.Day)) return RestrictionsRefusals.NotInForce(c.Id, emergency.Until);
        if (rules.Renew.MaxTimes is { } most && emergency.Renewals >= most) return RestrictionsRefusals.NoMoreRenewals(rules.Renew.Clause.Path, most);
        var last = Periods.After(emergency.Until, rules.LapsesAfter);
        return c.Until > last || c.Until <= emergency.Until
            ? RestrictionsRefusals.TooLong(rules.LapsesAfter.Clause.Path, last, c.Until)
            // Each renewal has its rule; the last holds for any further.
            : Decision.Accept(rules.Renew.Rules is { IsEmpty: false } each ? each[Math.Min(emergency.Renewals, each.Length - 1)].Clause.Path : rules.Renew.Clause.Path, new EmergencyRenewed(c.Id, c.Until));
    }
}
