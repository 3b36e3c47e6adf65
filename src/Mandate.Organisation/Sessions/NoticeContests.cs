using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Sessions;

/// <summary>Say what one's own notice said, where it says something else than the notice for all (S284).</summary>
/// <param name="Told">The day of the opening that it names.</param>
/// <param name="Where">The place that it names.</param>
/// <param name="Text">What it says, word for word.</param>
[WireName("sessions.contest-notice")]
public sealed record ContestNotice(string Session, DateOnly Told, string Where, string Text) : SessionCommand(Session);

/// <summary>The body of control voids the meeting for its differing notices, or lets it stand.</summary>
[WireName("sessions.judge-notices")]
public sealed record JudgeNotices(string Session, bool Voids, string Reason) : SessionCommand(Session);

[WireName("sessions.notice-contested")]
public sealed record NoticeContested(string Session, string Person, DateOnly Told, string Where, string Text, string Judge) : SessionEvent(Session);

/// <param name="Again">The first day on which the body can lawfully meet instead; null where the meeting stands.</param>
[WireName("sessions.notices-judged")]
public sealed record NoticesJudged(string Session, string By, bool Voids, string Reason, DateOnly? Again) : SessionEvent(Session);

/// <summary>A notice that said something else than the one for all.</summary>
/// <param name="Judge">The body that can void the meeting.</param>
public sealed record NoticeContest(string Person, DateOnly Told, string Where, string Text, string Judge, DateTimeOffset At);

/// <param name="Again">The first day on which the body can lawfully meet instead; null where the meeting stands.</param>
public sealed record NoticeJudgement(string By, bool Voids, string Reason, DateOnly? Again, DateTimeOffset At);

/// <summary>
/// Notices that differ between recipients make a meeting voidable (S284): whoever got another one says what it said, the rules compare it with
/// the convening, and the body of control voids the meeting or lets it stand. Before its opening a voided meeting is called off; afterwards
/// what it adopted is stayed and comes back before the body. What a constitution that was amended there says is changed by an amendment only.
/// </summary>
public static class NoticeContests
{
    /// <summary>Days after the last day of the meeting in which its notice can be contested.</summary>
    public const int Days = 30;

    /// <summary>Whether what somebody was told is what the notice for all says, or said before the opening was moved.</summary>
    public static bool IsTheSame(Session session, DateOnly told, string? where) =>
        (told == session.FirstDay || session.EarlierDays.Contains(told)) && (string.IsNullOrWhiteSpace(where) || session.Place.Contains(where.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Who can void a meeting of that body: a body tagged inspector, else the one that hears appeals; never the body itself or its convenor.</summary>
    public static string? JudgeOf(Constitution rules, Body body)
    {
        var convenor = Convenors.Of(rules, body).Id;
        var right = rules.Rights.GetValueOrDefault("appeal");
        return rules.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == "inspector")).Select(b => b.Id)
            .Concat(right?.To.Select(t => t.Id) ?? []).Concat(right?.Then is { } then ? [then.Id] : Array.Empty<string>())
            .FirstOrDefault(b => b != body.Id && b != convenor);
    }

    internal static Decision Contest(Sitting s, ContestNotice c)
    {
        if (s.Session.Stage == SessionStage.Cancelled || s.Session.Judged is { Voids: true }) return s.Needs(SessionStage.Convened)!;
        if (!NoticeRules.IsEntitled(s.Session, s.By)) return SessionsRefusals.NotOnNoticeList(s.Body, s.Session, s.By);
        if (s.Session.Contests.Any(n => n.Person == s.By)) return ProtocolRefusals.Taken("notice", s.By);
        var clause = NoticeRules.ClausePath(s.Rules, s.Body);
        var last = s.Session.LastDay.AddDays(Days);
        if (s.Act.Day > last) return SessionsRefusals.NoticeContestedTooLate(clause, last, s.Act.Day);
        if (c.Where.Length is 0 or > 400) return ProtocolRefusals.Malformed("where", "where it meets, at most 400 characters", c.Where.Length);
        if (Sitting.NeedsText("text", c.Text) is { } text) return text;
        if (IsTheSame(s.Session, c.Told, c.Where)) return SessionsRefusals.NoticeIsTheSame(clause, s.Session, c.Told);
        return JudgeOf(s.Rules, s.Body) is { } judge
            ? Decision.Accept(clause, new NoticeContested(s.Session.Id, s.By, c.Told, c.Where, c.Text, judge))
            : SessionsRefusals.NobodyVoids(s.Body);
    }

    internal static Decision Judge(Sitting s, JudgeNotices c)
    {
        if (s.Session.Contests is not [.., var contest] || !IsPending(s.Session)) return ProtocolRefusals.WrongStage("session", s.Session.Id, "contested", s.Session.Stage.ToString());
        var clause = NoticeRules.ClausePath(s.Rules, s.Body);
        if (s.Act.InNameOf != contest.Judge) return ProtocolRefusals.NotYours(clause, contest.Judge, s.By) with { Way = "decide-in-writing" };
        // A meeting that sits is not broken up: it is judged when it has closed.
        if (s.Session.Stage is SessionStage.Open or SessionStage.Adjourned) return SessionsRefusals.JudgedAfterClosing(clause, s.Session);
        if (Sitting.NeedsText("reason", c.Reason) is { } text) return text;
        if (!c.Voids) return Decision.Accept(clause, new NoticesJudged(s.Session.Id, contest.Judge, false, c.Reason, null));
        var again = Notices.Earliest(s.Act.Day, s.Body.Convene?.Notice, s.Rules.Procedure.ClearDays);
        var judged = ImmutableArray.Create<Event>(new NoticesJudged(s.Session.Id, contest.Judge, true, c.Reason, again));
        if (s.Session.Stage == SessionStage.Closed) return Decision.Accept(clause, judged.AddRange(BroughtBack(s, c.Reason)));
        judged = judged.Add(new SessionCancelled(s.Session.Id, c.Reason));
        return Decision.Accept(clause, PresidingRules.HasMandates(s) ? judged.Add(new SessionMandatesEnded(s.Session.Id)) : judged);
    }

    /// <summary>Whether a contest waits for the body of control.</summary>
    public static bool IsPending(Session session) => session.Contests is [.., var last] && !(session.Judged?.At >= last.At) && session is { Stage: not SessionStage.Cancelled, Judged: not { Voids: true } };

    /// <summary>What the meeting adopted and can be stayed is open again, also before those of its meetings that are convened.</summary>
    private static IEnumerable<Event> BroughtBack(Sitting s, string reason)
    {
        var next = s.State.Sessions.Of(s.Session.Body, s.Session.Unit).Where(o => o.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned).ToList();
        foreach (var motion in s.State.Motions.All.Values.Where(m => m is { Stage: MotionStage.Adopted, Vote: not null, Reopened: not { DecidedAt: null, StayedUntil: not null } } && m.Class is not (ClassRule.Amendment or ClassRule.RemoveOfficer or ClassRule.DissolveUnit)
            && s.State.Votes.Find(m.Vote) is { Outcome: not null } vote && vote.Session == s.Session.Id).OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal))
        {
            yield return new DecisionVoided(motion.Id, reason);
            yield return new ResultChallenged(motion.Vote!, s.By, reason);
            foreach (var session in next)
            {
                if (!motion.IsBefore(session.Id)) yield return new MotionPutBefore(motion.Id, session.Id);
                if (!session.Agenda.Any(i => i.Reference == motion.Id)) yield return Movers.ItemOf(session.Id, motion.Id, motion.Title);
            }
        }
    }
}
