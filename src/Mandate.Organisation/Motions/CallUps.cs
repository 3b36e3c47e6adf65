using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Decisions that a petition calls up. One on which no unit was consulted goes to all members within thirty days, and is not carried out until they have voted
/// (S024); any other, and that one later, comes before its body again while it is carried out (S068). Amendments, removals and dissolutions have their own ways.
/// </summary>
public static class CallUps
{
    /// <summary>Days at most for which a decision is not carried out because members are to vote on it.</summary>
    public const int StayDays = 90;

    /// <summary>Whether a petition to that body can call it up: a decision of the whole that its body voted on and that nobody has opened again.</summary>
    public static bool Can(State state, Motion motion, string body) =>
        motion is { Stage: MotionStage.Adopted, Class: not (ClassRule.Amendment or ClassRule.RemoveOfficer or ClassRule.DissolveUnit), Reopened: not { StayedUntil: not null } } && Decided(state, motion) is var (_, session) && session.Body == body;

    /// <summary>What follows when enough have signed.</summary>
    /// <param name="byMembers">Whether all members vote on it.</param>
    internal static IEnumerable<Event> Ready(State state, Act act, string motion, string petition, string reason, bool byMembers)
    {
        if (state.Motions.Find(motion) is not { } found || Decided(state, found) is not var (vote, session) || !Can(state, found, session.Body)) return [];
        return byMembers
            ? [new DecisionCalledUp(motion, petition, reason, true, act.Day.AddDays(StayDays))]
            : [new DecisionCalledUp(motion, petition, reason, false, act.Day.AddDays(-1)), new ResultChallenged(vote.Id, act.By, reason), .. CourseRules.BeforeItsBody(state, found, session)];
    }

    /// <summary>What follows when the members have voted on whether it stands.</summary>
    internal static ImmutableArray<Event> Decide(Motion motion, Vote vote, bool stands, IEnumerable<Event> setAside) =>
        [new MembersDecided(motion.Id, vote.Id, stands), .. stands ? [] : setAside];

    private static (Vote Vote, Session Session)? Decided(State state, Motion motion) =>
        motion.Vote is { } id && state.Votes.Find(id) is { Outcome: not null, Session: { } held } vote && state.Sessions.Find(held) is { Unit: null } session ? (vote, session) : null;
}
