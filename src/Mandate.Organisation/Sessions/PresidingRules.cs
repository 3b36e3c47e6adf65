using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Sessions;

/// <summary>Opening, presiding, going through the agenda, adjourning, closing.</summary>
internal static class PresidingRules
{
    public static Decision Open(Sitting s, OpenSession c)
    {
        if (s.Needs(SessionStage.Convened) is { } stage) return stage;
        if (MayNotOpen(s, c.SignedAs, out var clause) is { } notYours) return notYours;
        if (s.At < s.Session.Opens) return SessionsRefusals.BeforeTime(s.Body, s.Session, s.At);
        if (s.Act.Day > s.Session.LastDay) return SessionsRefusals.DayIsOver(s.Body, s.Session, s.Act.Day);
        var quorum = Quorum.AtOpening(s.State, s.Session, s.At);
        if (!quorum.Met) return SessionsRefusals.NoQuorum(quorum, s.Session);
        if (DeskRules.GapWhyNot(s) is { } gap) return gap;
        var served = NoticeRules.Summary(s.State, s.Session, s.At);
        if (served.Lacking > 0)
            return SessionsRefusals.NotServed(NoticeRules.ClausePath(s.Rules, s.Body), served, NoticeRules.EarliestOpening(s.State, s.Session));
        return Decision.Accept(clause, new SessionOpened(s.Session.Id, s.By, quorum, served));
    }

    public static Decision Announce(Sitting s, AnnounceChair c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (s.Body.Chair is { } chair && s.Session.Present.Any(p => s.State.Offices.Holds(p, chair.Id, s.At)))
            return SessionsRefusals.ChairByOffice(chair);
        if (c.Person == s.By) return ProtocolRefusals.Taken("chair", c.Person);
        if (Entitlement.WhyNot(s.State, s.Session, c.Person, s.At) is { } not) return not;
        if (!s.Session.Present.Contains(c.Person)) return SessionsRefusals.NotPresent(s.Body, c.Person);
        if (c.Vote is { } vote && ElectionRefusal(s, vote, c.Person) is { } wrong) return wrong;
        return Decision.Accept(ChairClause(s), new ChairAnnounced(s.Session.Id, c.Person, c.Vote));
    }

    public static Decision TakeUp(Sitting s, TakeUp c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (s.Session.Item(c.Item) is not { } item) return ProtocolRefusals.Unknown("item", c.Item);
        if (item.Done) return ProtocolRefusals.WrongStage("item", c.Item, "open", "done");
        if (s.Session.RunningItem == c.Item) return ProtocolRefusals.Taken("item", c.Item);
        if (Debates.First(s.State, s.Session, s.At) is { } open) return SessionsRefusals.ProcedureFirst(open);
        if (RunningVote(s) is { } vote) return SessionsRefusals.VoteIsRunning(s.Body, vote);
        var taken = new ItemTakenUp(s.Session.Id, c.Item);
        var read = item.Kind == ItemKind.Motion && item.Reference is { } id && s.State.Motions.Find(id) is { } motion
            && motion.Readings.All(r => r.Session != s.Session.Id) && MotionRule.IsBeforeSession(s.State, motion, s.Session, s.At) is null;
        return read
            ? Decision.Accept(ChairClause(s), taken, new MotionRead(item.Reference!, s.Session.Id))
            : Decision.Accept(ChairClause(s), taken);
    }

    public static Decision Finish(Sitting s, FinishItem c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (s.Session.Item(c.Item) is not { } item) return ProtocolRefusals.Unknown("item", c.Item);
        if (item.Done) return ProtocolRefusals.WrongStage("item", c.Item, "open", "done");
        if (Debates.First(s.State, s.Session, s.At) is { } open) return SessionsRefusals.ProcedureFirst(open);
        if ((Reports.NotHeard(s.State, s.Session, item, s.At) ?? SittingRules.AccusedWait(s.Session, item.Id)) is { } unheard) return unheard;
        return RunningVote(s) is { } vote
            ? SessionsRefusals.VoteIsRunning(s.Body, vote)
            : Decision.Accept(ChairClause(s), new ItemFinished(s.Session.Id, c.Item));
    }

    public static Decision Adjourn(Sitting s, AdjournSession c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (Sitting.NeedsText("reason", c.Reason) is { } text) return text;
        if (c.To <= s.At) return ProtocolRefusals.Malformed("to", "a time to come", c.To);
        if (RunningVote(s) is { } vote) return SessionsRefusals.VoteIsRunning(s.Body, vote);
        var day = DateOnly.FromDateTime(c.To.UtcDateTime);
        return Decision.Accept(ChairClause(s), new SessionAdjourned(s.Session.Id, c.To, day > s.Session.LastDay ? day : s.Session.LastDay, c.Reason));
    }

    public static Decision Resume(Sitting s)
    {
        if (s.Needs(SessionStage.Adjourned) is { } stage) return stage;
        if (s.Session.ChairPerson != s.By && MayNotOpen(s, null, out _) is { } notYours) return notYours;
        return s.At < s.Session.Adjournments[^1].To
            ? SessionsRefusals.BeforeResumption(s.Body, s.Session, s.At)
            : Decision.Accept(ChairClause(s), new SessionResumed(s.Session.Id));
    }

    /// <summary>The session ends, and with it the mandates for it and the motions that did not come up; one partly carried waits for its other parts.</summary>
    public static Decision Close(Sitting s)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (RunningVote(s) is { } vote) return SessionsRefusals.VoteIsRunning(s.Body, vote);
        if ((s.Session.Agenda.Where(i => !i.Done).Select(i => Reports.NotHeard(s.State, s.Session, i, s.At)).FirstOrDefault(r => r is not null) ?? SittingRules.AccusedWait(s.Session, null)) is { } owed) return owed;
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var motion in s.State.Motions.Before(s.Session.Id).Where(m => m.Stage is MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering or MotionStage.Compositing && m.Carried.IsEmpty && m.Referral is not { Back: null } && !ElsewhereStill(s, m)))
            events.Add(new MotionNotTaken(motion.Id));
        events.Add(new SessionClosed(s.Session.Id));
        if (HasMandates(s)) events.Add(new SessionMandatesEnded(s.Session.Id));
        return Decision.Accept(ChairClause(s), events.ToImmutable());
    }

    /// <summary>Whether there are mandates for this session, which end with it.</summary>
    internal static bool HasMandates(Sitting s) => s.State.Offices.Tenures.Values.Any(t => t.Session == s.Session.Id && t.Ended is null);

    /// <summary>Clause path of who presides.</summary>
    public static string ChairClause(Sitting s) => s.Body.Chair?.Clause.Path ?? s.Body.Clause.Path;

    /// <summary>
    /// The chair by clause; else who convened, until the body has chosen from its midst; for a session on demand also those who
    /// demanded it.
    /// </summary>
    /// <param name="signedAs">The pseudonym under which whoever opens signed the demand.</param>
    private static Refusal? MayNotOpen(Sitting s, string? signedAs, out string clause)
    {
        clause = ChairClause(s);
        if (s.Body.Chair is { } chair && Convenors.Serves(s.State, s.Act, s.Rules, chair, s.Session.Unit) is null) return null;
        var demanded = s.Session.Demand is { } demand && signedAs is not null && s.State.Sessions.Demands[demand].Signed.Contains(signedAs);
        if (s.Body.Chair is { } named && !demanded) return ProtocolRefusals.NotYours(clause, named.Id, s.By);
        return demanded ? null : Convenors.ServesSession(s);
    }

    private static Refusal? ElectionRefusal(Sitting s, string vote, string person)
    {
        if (s.State.Votes.Find(vote) is not { } held) return ProtocolRefusals.Unknown("vote", vote);
        return held.Session == s.Session.Id && held.Outcome is { } outcome && (outcome.Elected.Contains(person, StringComparer.Ordinal) || outcome.Carried)
            ? null
            : ProtocolRefusals.Malformed("vote", $"a vote of this session that elected {person}", vote);
    }

    internal static string? RunningVote(Sitting s) => s.State.Votes.All.Values
        .Where(v => v.Session == s.Session.Id && v.Stage is VoteStage.Running or VoteStage.Counting).Select(v => v.Id).Order(StringComparer.Ordinal).FirstOrDefault();

    private static bool ElsewhereStill(Sitting s, Motion motion) => motion.AlsoBefore.Keys.Append(motion.Session)
        .Any(id => id != s.Session.Id && s.State.Sessions.Find(id) is { Stage: not (SessionStage.Closed or SessionStage.Cancelled) });
}
