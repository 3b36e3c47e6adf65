using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Decisions;

/// <summary>In what way a result is under challenge.</summary>
public enum ContestedBy
{
    /// <summary>Somebody who could vote has challenged it, and it has not been put again.</summary>
    Challenge,

    /// <summary>The same matter has been moved again as of right and is not decided yet.</summary>
    MovedAgain,

    /// <summary>A unit disputes it, or units protest against it.</summary>
    Protest,

    /// <summary>Somebody entitled got another notice of the meeting, and the body of control has not judged yet (S284).</summary>
    Notice,

    /// <summary>The meeting was voided for its notices.</summary>
    Void,
}

/// <param name="Case">Id of the vote, of the motion, of the protest, or of the meeting.</param>
public sealed record ContestedCase(ContestedBy By, string Case);

/// <summary>Results under challenge (S250): every place that links to one says so, with the case.</summary>
public static class ContestedResults
{
    /// <summary>The first case open against a vote; null where there is none.</summary>
    public static ContestedCase? Of(State state, Vote vote)
    {
        if (vote.Outcome is null) return null;
        if (OfMeeting(state, vote) is { } meeting) return meeting;
        if (vote is { Stage: VoteStage.Challenged }) return new(ContestedBy.Challenge, vote.Id);
        return vote.Question.Subject is { } subject && state.Motions.Find(subject) is { } motion && (motion.Vote == vote.Id || motion.Carried.ContainsValue(vote.Id)) ? Of(state, motion) : null;
    }

    /// <summary>Of a meeting: its notices are contested, or it was voided for them.</summary>
    public static ContestedCase? Of(Sessions.Session session) => session.Contests.IsEmpty ? null
        : session.Judged is { Voids: true } ? new(ContestedBy.Void, session.Id) : Sessions.NoticeContests.IsPending(session) ? new(ContestedBy.Notice, session.Id) : null;

    public static ContestedCase? Of(State state, Motion motion)
    {
        if (motion.Vote is { } decided && state.Votes.Find(decided) is { } by && OfMeeting(state, by) is { } meeting) return meeting;
        if (motion.Vote is { } vote && state.Votes.Find(vote) is { Stage: VoteStage.Challenged }) return new(ContestedBy.Challenge, vote);
        if (state.Decisions.Again.Values.FirstOrDefault(a => a.Of == motion.Id && state.Motions.Find(a.Motion)?.Stage is MotionStage.Filed or MotionStage.OnAgenda) is { } again) return new(ContestedBy.MovedAgain, again.Motion);
        return state.Petitions.Protests.Values.Where(p => p.Against == motion.Id && !p.Answered).OrderBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault() is { } protest ? new(ContestedBy.Protest, protest.Id) : null;
    }

    private static ContestedCase? OfMeeting(State state, Vote vote) => vote is { Session: { } id, ReplacedBy: null } && state.Sessions.Find(id) is { } session ? Of(session) : null;
}
