using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

public static partial class SessionsRefusals
{
    public static Refusal NoticeTooShort(Period notice, int given, DateOnly earliest) =>
        new("sessions.notice-too-short", notice.Clause.Path) { Needs = notice.ToString(), Given = given, Earliest = Calendar.Start(earliest) };

    /// <summary>Others may convene only when the convenor has let the time of the demand pass.</summary>
    public static Refusal ConvenorHasTime(Body body, Ref convenor, DateOnly due) =>
        new Refusal("sessions.convenor-has-time", body.Convene!.Within?.Clause.Path ?? convenor.Clause.Path)
        {
            Needs = due,
            Given = convenor.Id,
            Earliest = Calendar.Start(due.AddDays(1)),
        }.With("convenor", convenor.Id);

    /// <summary>A session on demand cannot be set so far away that the demand is worth nothing.</summary>
    public static Refusal DemandPutOff(Body body, DateOnly latest, DateOnly given) =>
        new("sessions.demand-put-off", body.Convene!.Within?.Clause.Path ?? body.Convene.Clause.Path) { Needs = latest, Given = given };

    public static Refusal DemandedCannotBeCancelled(Body body, string demand) =>
        new Refusal("sessions.demanded-cannot-be-cancelled", body.Convene!.Clause.Path) { Needs = "a session that nobody demanded", Given = demand }.With("demand", demand);

    /// <summary>The constitution knows no demand for this body.</summary>
    public static Refusal NoDemand(Body body) => new Refusal("sessions.no-demand", body.Convene?.Clause.Path ?? body.Clause.Path) { Needs = "a clause that provides for it", Given = body.Id }.With("body", body.Id);

    public static Refusal UnknownChannel(Constitutions.Service clause, string channel) =>
        new("sessions.unknown-channel", clause.Clause.Path) { Needs = string.Join(", ", clause.Channels.Keys), Given = channel };

    public static Refusal NotOnNoticeList(Body body, Session session, string person) =>
        new Refusal("sessions.not-on-notice-list", BodyClause(body)) { Needs = "somebody on the notice list", Given = person }.With("session", session.Id);

    /// <summary>What somebody was told is what everybody was told.</summary>
    public static Refusal NoticeIsTheSame(string clause, Session session, DateOnly given) =>
        new Refusal("sessions.notice-is-the-same", clause) { Needs = "a day or a place other than those of the notice for all", Given = given, Way = "dispute-service" }.With("place", session.Place);

    public static Refusal NoticeContestedTooLate(string clause, DateOnly last, DateOnly given) => new("sessions.notice-contested-too-late", clause) { Needs = last, Given = given };

    /// <summary>The constitution has no body of control apart from the one that meets and the one that convenes.</summary>
    public static Refusal NobodyVoids(Body body) => new("sessions.nobody-voids", BodyClause(body)) { Needs = "a body tagged inspector, or one that hears appeals", Given = body.Id };

    public static Refusal JudgedAfterClosing(string clause, Session session) =>
        new("sessions.judged-after-closing", clause) { Needs = "a meeting that has closed", Given = session.Stage.ToString(), Earliest = Calendar.Start(session.LastDay.AddDays(1)) };

    public static Refusal NeverSent(Session session, string person, string channel) =>
        new Refusal("sessions.never-sent", "") { Needs = channel, Given = person }.With("session", session.Id);

    public static Refusal NotTheirLanguage(string clause, string person, string needs, string given) =>
        new Refusal("sessions.not-their-language", clause) { Needs = needs, Given = given }.With("person", person);
}
