using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Motions;

/// <summary>What follows when a vote is decided.</summary>
public static class Consequences
{
    /// <summary>
    /// The events that the outcome of a vote on a motion, an amendment, a ruling, minutes or a credential brings with it. For a
    /// vote put again (<see cref="Vote.Replaces"/>) also what undoes the earlier outcome, where it differs.
    /// </summary>
    public static ImmutableArray<Event> Of(State state, Act act, Vote vote, Outcome outcome)
    {
        if (vote.Question.Subject is not { } subject) return [];
        if (state.Motions.Find(subject) is { } motion) return OfMotion(state, act, motion, vote, outcome);
        if (state.Motions.FindAmendment(subject) is var (amended, amendment)) return [new AmendmentDecided(amended.Id, amendment.Id, outcome.Carried, vote.Id)];
        if (state.Motions.FindBloc(subject) is var (listed, bloc)) return [new BlocDecided(listed.Id, bloc.Id, outcome.Carried, vote.Id)];
        if (subject.StartsWith(Urgency, StringComparison.Ordinal) && state.Motions.Find(subject[Urgency.Length..]) is { } urgent) return [new UrgencyDecided(urgent.Id, outcome.Carried, vote.Id)];
        var session = vote.Session is { } id ? state.Sessions.Find(id) : null;
        if (session is null) return [];
        if (session.Rulings.Any(r => r.Id == subject)) return [new RulingDecided(session.Id, subject, vote.Id, outcome.Carried)];
        if (session.Procedures.FirstOrDefault(p => p.Id == subject) is { } procedure) return procedure.IsOpen ? Debates.Decide(session, procedure, outcome.Carried, vote.Id) : [];
        if (session.Rejections.LastOrDefault(r => r.Appealed && subject == CredentialSubject(session.Id, r.Person)) is { } appealed)
            return [new CredentialAppealDecided(session.Id, appealed.Person, vote.Id, !outcome.Carried)];
        if (subject.StartsWith(ChairSubject(session.Id, ""), StringComparison.Ordinal))
            return outcome.Carried ? [new ChairAnnounced(session.Id, subject[ChairSubject(session.Id, "").Length..], vote.Id)] : [];
        return state.Sessions.Find(subject) is { Minutes: MinutesStage.Objections } minuted && outcome.Carried ? [new MinutesApproved(minuted.Id, vote.Id)] : [];
    }

    /// <summary>Subject of a vote on an appeal against the desk.</summary>
    public static string CredentialSubject(string session, string person) => $"credential:{session}:{person}";

    /// <summary>Subject of a vote on who presides.</summary>
    public static string ChairSubject(string session, string person) => $"chair:{session}:{person}";

    /// <summary>A vote on whether an urgent motion is let in has the subject <c>urgency/MOTION</c>.</summary>
    public const string Urgency = "urgency/";

    /// <summary>A part is carried: the motion may be adopted with it.</summary>
    internal static ImmutableArray<Event> Carry(State state, Act act, Motion motion, string part, string basis)
    {
        var carried = new PartCarried(motion.Id, part, basis);
        if (motion.Stage == MotionStage.Adopted) return [carried];
        return Complete(state, act, motion, carried, basis);
    }

    /// <summary>A proposal is merged into the constitution in force: if all that it needs was carried before, it is adopted with that.</summary>
    internal static ImmutableArray<Event> Merge(State state, Act act, Motion motion, MotionMerged merged) =>
        Complete(state, act, motion, merged, motion.Carried.Values.LastOrDefault() ?? "");

    private static ImmutableArray<Event> Complete(State state, Act act, Motion motion, MotionEvent last, string basis)
    {
        var after = Decider.Evolve(state, last, Now(state, act));
        var now = after.Motions.All[motion.Id];
        return MotionRule.IsMet(after, now, act.At) && !Readiness.IsOutdated(after, now, act.At) ? [last, .. Adopt(after, act, now, basis)] : [last];
    }

    private static ImmutableArray<Event> OfMotion(State state, Act act, Motion motion, Vote vote, Outcome outcome)
    {
        if (vote is { Session: null, Unit: null } && motion.Reopened is { AwaitsMembers: true }) return CallUps.Decide(motion, vote, outcome.Carried, SetAside(state, act, motion, vote.Id));
        if (PartOf(state, motion, vote, act.At) is not { } part) return [];
        if (outcome.Carried) return Carry(state, act, motion, part.Clause, vote.Id);
        var lost = new PartLost(motion.Id, part.Clause, vote.Id);
        var after = Decider.Evolve(state, lost, Now(state, act));
        if (motion.Stage == MotionStage.Adopted)
            return MotionRule.IsMet(after, after.Motions.All[motion.Id], act.At) ? [lost] : [lost, .. SetAside(state, act, motion, vote.Id)];
        return MotionRule.IsReachable(after, after.Motions.All[motion.Id], act.At) ? [lost] : [lost, new MotionRejected(motion.Id, vote.Id)];
    }

    /// <summary>The part that a vote decided: the one whose clause it was put under, and which is of its body.</summary>
    private static Part? PartOf(State state, Motion motion, Vote vote, DateTimeOffset at)
    {
        var session = vote.Session is { } id ? state.Sessions.Find(id) : null;
        var parts = MotionRule.Parts(state, motion, at).Where(p => session is null
            ? p.Kind == PartKind.Referendum && p.Unit == vote.Unit
            : p.Kind is PartKind.Body or PartKind.Consent && p.Name == session.Body && p.Unit == session.Unit).ToList();
        return parts.FirstOrDefault(p => p.Clause == vote.Question.Clause) ?? parts.FirstOrDefault(p => p.IsOpen) ?? parts.FirstOrDefault();
    }

    /// <summary>In force from the entry that records it, which is also what publishes it.</summary>
    private static IEnumerable<Event> Adopt(State state, Act act, Motion motion, string basis)
    {
        yield return new MotionAdopted(motion.Id, basis);
        switch (motion.Class)
        {
            case ClassRule.Amendment:
                var texts = state.Statutes.VersionAt(act.At)!.Texts.SetItems(motion.Proposed!.Texts);
                yield return new ConstitutionAdopted(motion.Proposed.Yaml, motion.Basis!.Canonical, texts, act.At, basis, []);
                break;
            case ClassRule.RemoveOfficer when state.Offices.Tenures[motion.Target!].HeldAt(act.At):
                yield return new TenureEnded(motion.Target!, "removed");
                break;
            case ClassRule.DissolveUnit:
                yield return new UnitDissolved(motion.Target!, act.Day, basis);
                break;
        }
        if (motion.Class is not (ClassRule.Amendment or ClassRule.RemoveOfficer or ClassRule.DissolveUnit))
            yield return new TextCameIntoForce(motion.Id, motion.Id, act.At, motion.Expires, basis);
    }

    /// <summary>A vote put again has gone the other way: what the first one did ends from now on; it is never undone backwards.</summary>
    private static IEnumerable<Event> SetAside(State state, Act act, Motion motion, string vote)
    {
        yield return new AdoptionSetAside(motion.Id, vote);
        switch (motion.Class)
        {
            case ClassRule.Amendment when state.Statutes.Versions is [.., var before, var adopted] && adopted.Yaml == motion.Proposed!.Yaml:
                yield return new ConstitutionAdopted(before.Yaml, before.Canonical, before.Texts, act.At, vote, []);
                break;
            case ClassRule.RemoveOfficer when state.Offices.Tenures[motion.Target!].EndReason == "removed":
                yield return new TenureRestored(motion.Target!, vote);
                break;
        }
    }

    private static Occasion Now(State state, Act act) => new(state.Size, act.At, act.By, act.Blobs);
}
