using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Motions;

/// <summary>Taking a proposal on to the next body or the base, packages, and opening a decision again.</summary>
internal static class CourseRules
{
    /// <summary>Days after a decision in which it can be opened again; one of so many seats is enough; and the longest stay, in days (S300).</summary>
    private const int ReopenDays = 60, ReopenShare = 3, StayDays = 90;

    public static Decision CarryUp(Dealing d, CarryUp c)
    {
        if (c.Motion.Length == 0) return ProtocolRefusals.Malformed("motion", "a non-empty id", c.Motion);
        if (d.State.Motions.Find(c.Motion) is not null) return ProtocolRefusals.Taken("motion", c.Motion);
        if (NotOn(d) is { } not) return not;
        if (d.State.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        if (session.Stage is not (SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned)) return ProtocolRefusals.WrongStage("session", c.Session, SessionStage.Convened.ToString(), session.Stage.ToString());
        var next = Course.Next(d.Rules, d.Session.Body);
        if (!next.Contains(session.Body, StringComparer.Ordinal)) return MotionsRefusals.NotNext(d.Clause, next, session.Body);
        if (d.Motion.CarriedUpTo is { } already) return ProtocolRefusals.Taken("motion", already);
        if (MotionRule.NoticeWhyNot(d.State, d.Rules, d.Class, d.Motion.Class, d.Act.Day, session) is { } lacking) return lacking;
        var number = (d.State.Motions.All.Values.Count(m => m.Session == c.Session) + 1).ToString(CultureInfo.InvariantCulture);
        return Decision.Accept(d.Clause,
            new MotionFiled(c.Motion, number, c.Session, d.Motion.Class, d.Motion.Title, d.By, d.Motion.MovedFor, d.Motion.Current.Texts, [], null, null, null, d.Motion.Expires, Urgent: false, Gathering: false),
            Movers.ItemOf(c.Session, c.Motion, d.Motion.Title), new MotionCarriedUp(d.Motion.Id, c.Motion));
    }

    public static Decision LayBeforeBase(Dealing d) => NotOn(d) is { } not ? not
        : d.Motion.LaidBeforeBase is not null ? ProtocolRefusals.Taken("base", d.Motion.Id)
        : Decision.Accept(d.Clause, new MotionLaidBeforeBase(d.Motion.Id));

    public static Decision Package(State state, Act act, FormPackage c)
    {
        if (c.Package.Length == 0) return ProtocolRefusals.Malformed("package", "a non-empty id", c.Package);
        if (state.Motions.Packages.ContainsKey(c.Package)) return ProtocolRefusals.Taken("package", c.Package);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        var ids = c.Motions.IsDefault ? [] : c.Motions.Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count < 2) return ProtocolRefusals.Malformed("motions", "two motions at least", ids.Count);
        foreach (var id in ids)
        {
            if (state.Motions.Find(id) is not { } motion) return ProtocolRefusals.Unknown("motion", id);
            if (motion.Stage is not (MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering)) return ProtocolRefusals.WrongStage("motion", id, MotionStage.Filed.ToString(), motion.Stage.ToString());
            if (motion.MovedFor is null ? motion.Mover != act.By : motion.MovedFor != act.InNameOf) return MotionsRefusals.NotYourMotion(motion, act.By);
            if (state.Motions.PackageOf(id) is { } other) return ProtocolRefusals.Taken("package", other.Id);
        }
        return Decision.Accept(state.Statutes.At(act.At).Procedure.Default.Clause.Path, new PackageFormed(c.Package, c.Title, [.. ids]));
    }

    public static Decision Reopen(Dealing d, ReopenDecision c)
    {
        if (d.Motion.Stage != MotionStage.Adopted) return ProtocolRefusals.WrongStage("motion", d.Motion.Id, MotionStage.Adopted.ToString(), d.Motion.Stage.ToString());
        if (d.Motion.Class is ClassRule.Amendment or ClassRule.RemoveOfficer or ClassRule.DissolveUnit || d.Motion.Vote is not { } id || d.State.Votes.Find(id) is not { Outcome: { } outcome, Session: { } held } || d.State.Sessions.Find(held) is not { } session)
            return MotionsRefusals.NotReopened(d.Clause, d.Motion.Class);
        // An assembly of members has no list of who doubts a decision: there a motion is filed again.
        if (d.Rules.Bodies.GetValueOrDefault(session.Body) is not { } body || BodyShape.IsAssembly(body)) return MotionsRefusals.NotReopened(d.Clause, d.Motion.Class);
        if (d.Motion.Reopened?.StayedUntil is not null) return ProtocolRefusals.Taken("reopening", d.Motion.Id);
        // What those who voted could not know: a document that was opened after the vote.
        var unknown = c.NewFact is { } fact && d.State.Documents.All.TryGetValue(fact, out var document) && document.ReleasedAt > outcome.At;
        if (c.NewFact is not null && !unknown) return MotionsRefusals.NoNewFact(d.Clause, c.NewFact, outcome.At);
        if (!unknown && d.At > outcome.At.AddDays(ReopenDays)) return MotionsRefusals.ReopenTooLate(d.Clause, ReopenDays, outcome.At.AddDays(ReopenDays));
        if (!session.Credentials.ContainsKey(d.By) && !d.State.Offices.Holds(d.By, session.Body, d.At, session.Unit)) return ProtocolRefusals.NotYours(d.Clause, session.Body, d.By);
        var signed = d.Motion.Reopened?.Signed ?? [];
        if (signed.Contains(d.By)) return ProtocolRefusals.Taken("signature", d.By);
        if (c.Reason.Length is 0 or > 1000) return ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length);
        var events = ImmutableArray.Create<Event>(new ReopeningSigned(d.Motion.Id, d.By, c.Reason));
        if ((signed.Count + 1) * ReopenShare < Seating.SeatsOfSession(d.State, session, d.At)) return Decision.Accept(d.Clause, events);
        return Decision.Accept(d.Clause, [.. events, new DecisionReopened(d.Motion.Id, d.Act.Day.AddDays(StayDays)), new ResultChallenged(id, d.By, c.Reason), .. BeforeItsBody(d.State, d.Motion, session)]);
    }

    /// <summary>It stands before the coming sessions of the body that decided it; those convened later take it up by themselves.</summary>
    internal static IEnumerable<Event> BeforeItsBody(State state, Motion motion, Session decided)
    {
        foreach (var next in state.Sessions.Of(decided.Body, decided.Unit).Where(s => s.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned))
        {
            if (!motion.IsBefore(next.Id)) yield return new MotionPutBefore(motion.Id, next.Id);
            if (!next.Agenda.Any(i => i.Reference == motion.Id)) yield return Movers.ItemOf(next.Id, motion.Id, motion.Title);
        }
    }

    /// <summary>Null when its mover takes it on, because it came to nothing often or long enough.</summary>
    private static Refusal? NotOn(Dealing d)
    {
        if (d.NeedsMover() is { } notYours) return notYours;
        if (d.NeedsNoVote() is { } running) return running;
        if (Course.MayGoOn(d.State, d.Motion, d.Act.Day)) return null;
        var setbacks = Course.Of(d.State, d.Motion);
        return MotionsRefusals.NotOftenEnough(d.Clause, Course.Most, setbacks.All, setbacks.First.AddMonths(Course.Months));
    }
}
