using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

public static partial class SessionsRefusals
{
    public static Refusal NotPresiding(Body body, Session session, string by) =>
        new("sessions.not-presiding", body.Chair?.Clause.Path ?? body.Clause.Path) { Needs = session.ChairPerson ?? "", Given = by };

    /// <summary>The queue says who is next; another speaks only with a reason on the record.</summary>
    public static Refusal NotNextSpeaker(Body body, SpeechRequest? next, SpeechRequest asked) =>
        new("sessions.not-next-speaker", body.Chair?.Clause.Path ?? body.Clause.Path) { Needs = next?.Person ?? "", Given = asked.Person, Way = "give-a-reason" };

    /// <summary>The clause lets nobody be present in this way; without a clause one is present in the room.</summary>
    public static Refusal PresenceMode(Body body, bool remote) =>
        new("sessions.presence-mode", body.Presence?.Clause.Path ?? BodyClause(body)) { Needs = remote ? "in_person" : "remote", Given = remote ? "remote" : "in_person", Way = remote ? "come-to-the-hall" : "take-part-at-a-distance" };

    /// <summary>A connection is lost and its grace not over: the vote waits.</summary>
    public static Refusal ConnectionAwaited(Presence clause, DateTimeOffset end, DateTimeOffset at) =>
        new("sessions.connection-awaited", clause.Clause.Path) { Needs = clause.Grace?.ToString(), Given = at, Earliest = end };

    /// <summary>A connection was lost while the vote ran: it is stopped and taken again.</summary>
    public static Refusal VoteRepeated(Presence clause) => new("sessions.vote-repeated", clause.Clause.Path) { Way = "stop-and-put-again" };

    public static Refusal ProxiesForbidden(Body body) =>
        new("sessions.proxies-forbidden", body.Proxies?.Clause.Path ?? BodyClause(body)) { Needs = body.Proxies?.Reason ?? "" };

    public static Refusal ProxyHandedOn(Proxies clause) => new("sessions.proxy-handed-on", clause.Clause.Path) { Needs = "somebody who neither holds nor gave one" };

    public static Refusal TooManyProxies(Proxies clause, int max, string holder) => new("sessions.too-many-proxies", clause.Clause.Path) { Needs = max, Given = holder };

    public static Refusal NoProxy(Proxies clause, string giver, string holder) => new Refusal("sessions.no-proxy", clause.Clause.Path) { Needs = giver, Given = holder };

    /// <summary>Whoever is here votes in person.</summary>
    public static Refusal GiverIsHere(Proxies clause, string giver) => new("sessions.giver-is-here", clause.Clause.Path) { Needs = "somebody who is not here", Given = giver };

    public static Refusal NotPresent(Body body, string person) => new("sessions.not-present", BodyClause(body)) { Given = person, Way = "arrive" };

    public static Refusal BeforeTime(Body body, Session session, DateTimeOffset at) =>
        new("sessions.before-time", BodyClause(body)) { Needs = session.Opens, Given = at, Earliest = session.Opens };

    public static Refusal BeforeResumption(Body body, Session session, DateTimeOffset at) =>
        new("sessions.before-time", BodyClause(body)) { Needs = session.Adjournments[^1].To, Given = at, Earliest = session.Adjournments[^1].To };

    public static Refusal DayIsOver(Body body, Session session, DateOnly day) =>
        new("sessions.day-is-over", BodyClause(body)) { Needs = session.LastDay, Given = day, Way = "convene-again" };

    public static Refusal NoQuorum(QuorumFigures quorum, Session session) =>
        new Refusal("sessions.no-quorum", quorum.Clause) { Needs = quorum.Needed, Given = quorum.Present, Way = "wait-or-adjourn" }
            .With("seats", quorum.Seats).With("rule", quorum.Text).With("missing", quorum.Needed - quorum.Present).With("session", session.Id);

    /// <summary>What members voted and what their delegates would vote lie apart, or cannot be compared: the credentials stand when that is explained (S013).</summary>
    public static Refusal GapUnexplained(string clause, Inspection.DelegateGap gap, Session session, Motions.Motion? motion) =>
        new Refusal("sessions.gap-unexplained", clause) { Needs = "an explanation", Given = motion?.Title ?? gap.Motion, Way = "explain-gap" }.With("session", session.Id).With("motion", gap.Motion);

    /// <summary>There is no gap that would have to be explained.</summary>
    public static Refusal NoGap(string clause, string motion) => new("sessions.no-gap", clause) { Given = motion, Way = "open-on-credentials" };

    public static Refusal NotServed(string clause, ServiceSummary served, DateOnly? earliest) =>
        new Refusal("sessions.not-served", clause)
        {
            Needs = served.Entitled,
            Given = served.Entitled - served.Lacking,
            Earliest = earliest is { } day ? Calendar.Start(day) : null,
            Way = earliest is null ? "serve-notice" : "postpone",
        }.With("late", served.Late).With("failed", served.Failed).With("none", served.None).With("cured", served.Cured).With("missing", served.Lacking);

    public static Refusal ChairByOffice(Ref chair) => new("sessions.chair-by-office", chair.Clause.Path) { Needs = chair.Id };

    public static Refusal VoteIsRunning(Body body, string vote) => new("sessions.vote-running", BodyClause(body)) { Given = vote, Way = "finish-vote" };

    public static Refusal NoSubstitutes(string clause, string person) => new("sessions.no-substitutes", clause) { Needs = 0, Given = person };

    public static Refusal DelegateIsHere(Body body, Tenure tenure) =>
        new Refusal("sessions.delegate-is-here", BodyClause(body)) { Needs = "a seat that is free", Given = tenure.Person }.With("tenure", tenure.Id);

    public static Refusal AlreadyReplaced(Body body, Tenure tenure) =>
        new Refusal("sessions.already-replaced", BodyClause(body)) { Needs = "a seat that is free", Given = tenure.Person }.With("tenure", tenure.Id);

    public static Refusal NotASubstitute(Body body, Tenure tenure, string person) =>
        new Refusal("sessions.not-a-substitute", BodyClause(body)) { Needs = "a substitute of that unit", Given = person }.With("tenure", tenure.Id).With("unit", tenure.Seat.Unit ?? "");

    public static Refusal NotFirstSubstitute(Body body, Substitute first, string person) =>
        new Refusal("sessions.not-first-substitute", BodyClause(body)) { Needs = first.Person, Given = person }.With("order", first.Order);

    public static Refusal TooManySubstitutes(string clause, int max) => new("sessions.too-many-substitutes", clause) { Needs = max, Given = max + 1 };

    public static Refusal AppealGranted(string clause, string person) => new("sessions.appeal-granted", clause) { Needs = "only once", Given = person };

    public static Refusal NoCredentialAppeal(Body body) =>
        new("sessions.no-credential-appeal", body.Credentials?.Clause.Path ?? BodyClause(body)) { Needs = "a clause that provides for it", Given = body.Id };

    public static Refusal MinutesNotDue(string clause, DateOnly due, DateOnly given) =>
        new("sessions.minutes-not-due", clause) { Needs = due, Given = given, Earliest = Calendar.Start(due.AddDays(1)) };

    public static Refusal ObjectionsOver(string clause, Session session, DateOnly given) =>
        new Refusal("sessions.objections-over", clause) { Needs = session.ObjectionsUntil, Given = given }.With("session", session.Id);

    public static Refusal ObjectionsRun(string clause, Session session, DateTimeOffset at) =>
        new Refusal("sessions.objections-run", clause)
        {
            Needs = session.ObjectionsUntil,
            Given = DateOnly.FromDateTime(at.UtcDateTime),
            Earliest = Calendar.Start(session.ObjectionsUntil!.Value.AddDays(1)),
        }.With("session", session.Id);

    public static Refusal ObjectionsOpen(string clause, Session session, int open) =>
        new Refusal("sessions.objections-open", clause) { Needs = 0, Given = open }.With("session", session.Id);
}
