using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Motions;

public enum PartKind
{
    /// <summary>A vote of a body.</summary>
    Body,

    /// <summary>A vote of an electorate.</summary>
    Referendum,

    /// <summary>So many members sign.</summary>
    Petition,

    /// <summary>So many units say so.</summary>
    Units,

    /// <summary>Consent of an office; of a body it is a vote of it, or its decision in writing.</summary>
    Consent,

    /// <summary>The session lets an urgent motion in; before everything else.</summary>
    Urgency,
}

/// <summary>One of the things that must happen before a motion is adopted.</summary>
/// <param name="Clause">Clause path: the part's name in <see cref="Motion.Carried"/>, and the clause of the vote on it.</param>
/// <param name="Name">The body, electorate or office.</param>
/// <param name="Unit">The unit of that body or electorate; null for the whole.</param>
/// <param name="Majority">Null for signatures.</param>
/// <param name="Quorum">The quorum of this decision; null where that of the body holds.</param>
/// <param name="Signatures">For a petition or units: how many.</param>
/// <param name="Consent">It is the consent of somebody to what others decide.</param>
/// <param name="CarriedBy">The vote that carried it, or the basis of a consent.</param>
public sealed record Part(string Clause, PartKind Kind, string Name, string? Unit, Majority? Majority, Constitutions.Quantity? Quorum, Constitutions.Quantity? Signatures, bool Consent, string? CarriedBy, string? LostBy)
{
    public bool IsOpen => CarriedBy is null;
}

/// <summary>What a motion needs to be adopted, and whether it may be put to a vote now.</summary>
public static class MotionRule
{
    /// <summary>Everything the motion needs, in order; under the rules in force at that time.</summary>
    public static ImmutableArray<Part> Parts(State state, Motion motion, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var of = RuleOf(state, rules, motion);
        var parts = ImmutableArray.CreateBuilder<Part>();
        if (motion.Urgent && rules.Procedure.UrgentMotion is { Rule: { } urgency }) Flatten(state, rules, motion, urgency, parts, PartKind.Urgency, of.Quorum);
        Flatten(state, rules, motion, of.Rule, parts, PartKind.Body, of.Quorum);
        foreach (var consent in of.Consent) parts.Add(ConsentPart(state, rules, motion, consent));
        return parts.ToImmutable();
    }

    public static ImmutableArray<Part> Parts(State state, Motion motion) => Parts(state, motion, state.At);

    /// <summary>The part that a session can decide next: of its body and unit, still open or challenged; null where there is none.</summary>
    public static Part? PartFor(State state, Motion motion, Session session, DateTimeOffset at) => Parts(state, motion, at)
        .FirstOrDefault(p => p.Kind is PartKind.Body or PartKind.Consent && p.Name == session.Body && p.Unit == session.Unit && IsOpen(state, p));

    /// <summary>The part that a vote of an electorate can decide; null where there is none.</summary>
    public static Part? ReferendumFor(State state, Motion motion, string? unit, DateTimeOffset at) =>
        Parts(state, motion, at).FirstOrDefault(p => p.Kind == PartKind.Referendum && p.Unit == unit && IsOpen(state, p));

    /// <summary>Not decided yet, or decided by a vote whose result is challenged.</summary>
    private static bool IsOpen(State state, Part part) => (part.CarriedBy ?? part.LostBy) is not { } vote || IsChallenged(state, vote);

    private static bool IsChallenged(State state, string? vote) => vote is not null && state.Votes.Find(vote) is { Stage: VoteStage.Challenged or VoteStage.Replaced };

    /// <summary>Whether all that is needed is carried.</summary>
    public static bool IsMet(State state, Motion motion, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var of = RuleOf(state, rules, motion);
        return Met(of.Rule, Carried(state, motion, at)) && of.Consent.All(c => motion.Carried.ContainsKey(c.Clause.Path));
    }

    /// <summary>Whether it can still be adopted: a rejected part counts as never carried.</summary>
    public static bool IsReachable(State state, Motion motion, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var of = RuleOf(state, rules, motion);
        return Met(of.Rule, clause => !motion.Lost.ContainsKey(clause)) && of.Consent.All(c => !motion.Lost.ContainsKey(c.Clause.Path));
    }

    /// <summary>Secret or open, where the class says so; and the clause.</summary>
    public static (BallotKind Ballot, string Clause)? Ballot(State state, Motion motion, DateTimeOffset at) =>
        state.Statutes.At(at).Procedure.ByObject.GetValueOrDefault(motion.Class) is { Ballot: { } ballot } procedure ? (ballot, procedure.Clause.Path + ".ballot") : null;

    /// <summary>Null when the motion may be put to the vote in that session now; otherwise why not.</summary>
    public static Refusal? MayBePut(State state, Motion motion, Session session, DateTimeOffset at)
    {
        if (PartFor(state, motion, session, at) is null) return MotionsRefusals.NothingToDecide(motion, session);
        return IsBeforeSession(state, motion, session, at) ?? Readiness.WhyNot(state, motion, session, at);
    }

    /// <summary>Null when the motion may be put to the members now, in a unit or in the whole; otherwise why not.</summary>
    public static Refusal? MayBePutToMembers(State state, Motion motion, string? unit, DateTimeOffset at)
    {
        if (motion.Stage is not (MotionStage.Filed or MotionStage.OnAgenda) && !IsChallenged(state, motion.Vote))
            return ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Filed.ToString(), motion.Stage.ToString());
        if (ReferendumFor(state, motion, unit, at) is null) return MotionsRefusals.NothingToDecide(motion, state.Sessions.Find(motion.Session)!);
        return Readiness.WhyNot(state, motion, null, at);
    }

    /// <summary>Null when an amendment may be put to the vote in that session now.</summary>
    public static Refusal? AmendmentMayBePut(State state, Motion motion, Amendment amendment, Session session, DateTimeOffset at)
    {
        if (amendment.Stage != MotionStage.Filed) return ProtocolRefusals.WrongStage("amendment", amendment.Id, MotionStage.Filed.ToString(), amendment.Stage.ToString());
        if (motion.IsOutdated(amendment)) return MotionsRefusals.AmendmentOutdated("", motion, amendment);
        if (motion.OpenTo(amendment).Count() is > 0 and var open) return MotionsRefusals.ItsAmendmentsFirst(motion, amendment, open);
        if (state.Statutes.At(at).Procedure.MotionAmendments is { Order: AmendmentOrder.AsFiled } rule && EarlierThan(motion, amendment) is { } earlier) return MotionsRefusals.EarlierFirst(rule.Clause.Path, motion, earlier);
        return motion.Session != session.Id ? MotionsRefusals.NotBefore(motion, session) : IsBeforeSession(state, motion, session, at);
    }

    /// <summary>The first of those to the same text that waits and was filed earlier; one that a list takes in does not go before others.</summary>
    private static Amendment? EarlierThan(Motion motion, Amendment amendment) =>
        motion.Amendments.TakeWhile(a => a.Id != amendment.Id).FirstOrDefault(a => a.IsOpen && a.Of == amendment.Of && (a.Uncontested is null || a.Of is not null));

    /// <summary>Null when the motion is before the session with the notice of its class, or was let in as urgent.</summary>
    public static Refusal? IsBeforeSession(State state, Motion motion, Session session, DateTimeOffset at)
    {
        if (motion.Stage is not (MotionStage.Filed or MotionStage.OnAgenda) && !IsChallenged(state, motion.Vote)) return ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Filed.ToString(), motion.Stage.ToString());
        if (!motion.IsBefore(session.Id)) return MotionsRefusals.NotBefore(motion, session);
        // What comes back to a body was noticed when it was first before it.
        return motion.Urgent || motion.Reopened is { StayedUntil: not null } || motion.Referral is not null ? null : NoticeWhyNot(state, motion, session, at);
    }

    /// <summary>Null when the text, as it stands, was noticed in time for the session.</summary>
    public static Refusal? NoticeWhyNot(State state, Motion motion, Session session, DateTimeOffset at) =>
        NoticeWhyNot(state, state.Statutes.At(at), RuleOf(state, state.Statutes.At(at), motion), motion.Class, motion.AlsoBefore.GetValueOrDefault(session.Id, motion.NoticedOn), session);

    internal static Refusal? NoticeWhyNot(State state, Constitution rules, ClassRule of, string @class, DateOnly noticed, Session session)
    {
        if (of.Notice is null) return null;
        var earliest = Notices.Earliest(noticed, of.Notice, rules.Procedure.ClearDays);
        return session.FirstDay >= earliest
            ? null
            : MotionsRefusals.NoticeTooShort(of.Notice, Notices.Given(noticed, session.FirstDay, rules.Procedure.ClearDays, of.Notice), earliest, session, @class);
    }

    internal static ClassRule RuleOf(State state, Constitution rules, Motion motion) => ClassRule.Of(
        state, rules, motion.Class, motion.Changes.Select(c => c.Path), motion.Target, state.Sessions.Find(motion.Session)?.Body ?? "");

    private static Func<string, bool> Carried(State state, Motion motion, DateTimeOffset at) => clause =>
        motion.Carried.ContainsKey(clause) || Signed(state, motion, clause, at);

    /// <summary>Parts that signatures fulfil need no vote.</summary>
    private static bool Signed(State state, Motion motion, string clause, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        return Find(RuleOf(state, rules, motion).Rule, clause) is { } rule and (PetitionRule or UnitsRule)
            && Backing.Of(state, rule, motion.Supporters, motion.SupportingUnits, NoOne, null, at).Met;
    }

    private static Rule? Find(Rule rule, string clause) => rule switch
    {
        _ when rule.Clause.Path == clause && rule is not (AllOf or AnyOf) => rule,
        AllOf all => all.Rules.Select(r => Find(r, clause)).FirstOrDefault(r => r is not null),
        AnyOf any => any.Rules.Select(r => Find(r, clause)).FirstOrDefault(r => r is not null),
        _ => null,
    };

    private static bool Met(Rule rule, Func<string, bool> carried) => rule switch
    {
        AllOf all => all.Rules.All(r => Met(r, carried)),
        AnyOf any => any.Rules.Any(r => Met(r, carried)),
        _ => carried(rule.Clause.Path),
    };

    private static void Flatten(State state, Constitution rules, Motion motion, Rule rule, ImmutableArray<Part>.Builder parts, PartKind kind, Constitutions.Quantity? quorum)
    {
        var session = state.Sessions.Find(motion.Session);
        switch (rule)
        {
            case AllOf all:
                foreach (var each in all.Rules) Flatten(state, rules, motion, each, parts, kind, quorum);
                break;
            case AnyOf any:
                foreach (var each in any.Rules) Flatten(state, rules, motion, each, parts, kind, quorum);
                break;
            case MajorityRule r:
                parts.Add(New(motion, r.Clause, kind, session?.Body ?? "", session?.Unit, r.Majority, quorum));
                break;
            case BodyRule r:
                parts.Add(New(motion, r.Clause, kind, r.Body.Id, UnitOf(state, rules, motion, r.Body), r.Majority ?? ClassRule.DefaultMajority(rules), r.Quorum ?? quorum));
                break;
            case ReferendumRule r:
                parts.Add(New(motion, r.Clause, PartKind.Referendum, r.Electorate.Id, session?.Unit, r.Majority, r.Quorum));
                break;
            case PetitionRule r:
                parts.Add(New(motion, r.Clause, PartKind.Petition, "members", null, null, null) with { Signatures = r.Signatures, CarriedBy = Signed(state, motion, r.Clause.Path, state.At) ? "signatures" : null });
                break;
            case UnitsRule r:
                parts.Add(New(motion, r.Clause, PartKind.Units, "units", null, null, null) with { Signatures = r.Units, CarriedBy = Signed(state, motion, r.Clause.Path, state.At) ? "signatures" : null });
                break;
        }
    }

    private static Part ConsentPart(State state, Constitution rules, Motion motion, Ref who) =>
        New(motion, who.Clause, PartKind.Consent, who.Id, UnitOf(state, rules, motion, who), ClassRule.DefaultMajority(rules), null) with { Consent = true };

    private static Part New(Motion motion, Clause clause, PartKind kind, string name, string? unit, Majority? majority, Constitutions.Quantity? quorum) =>
        new(clause.Path, kind, name, unit, majority, quorum, null, false,
            kind == PartKind.Urgency ? motion.UrgencyVote : motion.Carried.GetValueOrDefault(clause.Path), motion.Lost.GetValueOrDefault(clause.Path));

    /// <summary>A body that exists per unit is that of the unit concerned: the target of a dissolution, else of the session.</summary>
    private static string? UnitOf(State state, Constitution rules, Motion motion, Ref who) =>
        Convenors.UnitFor(state, rules, who, motion.Class == ClassRule.DissolveUnit ? motion.Target : state.Sessions.Find(motion.Session)?.Unit);

    private static ImmutableHashSet<string> NoOne { get; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
}
