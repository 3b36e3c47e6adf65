using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Service of notices: what was done, per person, and what it counts for.</summary>
public static class NoticeRules
{
    public const int MostPerAct = 500;

    internal static Decision Record(Sitting s, RecordService c)
    {
        if (s.Needs(SessionStage.Convened) is { } stage) return stage;
        if (Convenors.ServesSession(s) is { } notYours) return notYours;
        if (c.Persons.IsDefaultOrEmpty || c.Persons.Length > MostPerAct) return ProtocolRefusals.Malformed("persons", "1 to 500 ids", c.Persons.IsDefault ? 0 : c.Persons.Length);
        if (c.Outcome is ServiceOutcome.Disputed or ServiceOutcome.Waived) return ProtocolRefusals.Malformed("outcome", "what the sender knows", c.Outcome.ToString());
        var convened = DateOnly.FromDateTime(s.Session.ConvenedAt.UtcDateTime);
        if (c.Day < convened || c.Day > s.Act.Day) return ProtocolRefusals.Malformed("day", "a day from the convening until today", c.Day);
        var service = Clause(s.Rules, s.Body);
        if (service is not null && !service.Channels.ContainsKey(c.Channel)) return SessionsRefusals.UnknownChannel(service, c.Channel);
        if (c.Channel.Length is 0 or > 40) return ProtocolRefusals.Malformed("channel", "a channel such as email or post", c.Channel);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in c.Persons)
        {
            if (!seen.Add(person)) return ProtocolRefusals.Taken("person", person);
            if (!IsEntitled(s.Session, person)) return SessionsRefusals.NotOnNoticeList(s.Body, s.Session, person);
            if (LanguageRefusal(s, person, c.Language) is { } language) return language;
            // What is put into somebody's hand was not sent before.
            if (c.Outcome is ServiceOutcome.Bounced or ServiceOutcome.Returned
                && !s.Session.Services.GetValueOrDefault(person, []).Any(e => e.Channel == c.Channel && e.Outcome is ServiceOutcome.Sent or ServiceOutcome.Posted))
                return SessionsRefusals.NeverSent(s.Session, person, c.Channel);
        }
        return Decision.Accept(ClausePath(s.Rules, s.Body), new ServiceRecorded(s.Session.Id, c.Persons, c.Outcome, c.Channel, c.Day, c.Language));
    }

    internal static Decision Dispute(Sitting s) => Own(s, ServiceOutcome.Disputed);

    internal static Decision Waive(Sitting s) => Own(s, ServiceOutcome.Waived);

    private static Decision Own(Sitting s, ServiceOutcome outcome)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open) is { } stage) return stage;
        if (!IsEntitled(s.Session, s.By)) return SessionsRefusals.NotOnNoticeList(s.Body, s.Session, s.By);
        if (s.Session.Services.GetValueOrDefault(s.By, []) is [.., { } last] && last.Outcome == outcome) return ProtocolRefusals.Taken("service", s.By);
        return Decision.Accept(ClausePath(s.Rules, s.Body), new ServiceRecorded(s.Session.Id, [s.By], outcome, "self", s.Act.Day, s.State.Roll.Member(s.By)?.Language ?? ""));
    }

    /// <summary>
    /// The day on which a person counts as served; null when no service counts. Where the constitution names none, any channel
    /// counts on the day it was sent. What bounced on a channel does not count; post that came back does, at the posting. A
    /// dispute voids what was sent otherwise than by post, if it was raised while there was still time to serve again.
    /// </summary>
    public static DateOnly? ServedOn(State state, Session session, string person, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        if (!rules.Bodies.TryGetValue(session.Body, out var body)) return null;
        DateOnly? served = null;
        var steps = session.Services.GetValueOrDefault(person, []);
        for (var i = 0; i < steps.Length; i++)
            if (Counts(rules, body, steps[i]) is { } day && !Voided(rules, body, session, steps.AsSpan()[(i + 1)..], steps[i]) && (served is null || day < served))
                served = day;
        return served;
    }

    /// <summary>How it stands with the notice to one person.</summary>
    public static ServiceStanding StandingOf(State state, Session session, string person, DateTimeOffset at)
    {
        var standing = Served(state, session, person, at, NoticeOf(state, session, at), state.Statutes.At(at).Procedure.ClearDays);
        return standing != ServiceStanding.InTime && IsCured(session, person) ? ServiceStanding.Cured : standing;
    }

    /// <summary>Served in time, late, failed, none; and how many of those lacking it is cured for by presence or waiver.</summary>
    public static ServiceSummary Summary(State state, Session session, DateTimeOffset at)
    {
        int entitled = 0, inTime = 0, late = 0, failed = 0, none = 0, cured = 0, posted = 0;
        var notice = NoticeOf(state, session, at);
        var clear = state.Statutes.At(at).Procedure.ClearDays;
        foreach (var person in Still(state, session))
        {
            entitled++;
            switch (Served(state, session, person, at, notice, clear))
            {
                case ServiceStanding.InTime:
                    inTime++;
                    if (session.Services[person].Any(e => e.Outcome == ServiceOutcome.Posted)) posted++;
                    continue;
                case ServiceStanding.Late: late++; break;
                case ServiceStanding.Failed: failed++; break;
                default: none++; break;
            }
            if (IsCured(session, person)) cured++;
        }
        return new ServiceSummary(entitled, inTime, late, failed, none, cured, posted);
    }

    private static ServiceStanding Served(State state, Session session, string person, DateTimeOffset at, Period? notice, bool clear) =>
        ServedOn(state, session, person, at) is { } day
            ? Notices.Earliest(day, notice, clear) <= session.FirstDay ? ServiceStanding.InTime : ServiceStanding.Late
            : session.Services.GetValueOrDefault(person, []).Any(e => e.Outcome is ServiceOutcome.Sent or ServiceOutcome.Posted) ? ServiceStanding.Failed : ServiceStanding.None;

    private static bool IsCured(Session session, string person) =>
        session.Present.Contains(person) || session.Services.GetValueOrDefault(person, []).Any(e => e.Outcome == ServiceOutcome.Waived);

    /// <summary>The first day on which everybody served so far would have had the whole notice; null when somebody has not been served at all.</summary>
    public static DateOnly? EarliestOpening(State state, Session session)
    {
        var at = state.At;
        var notice = NoticeOf(state, session, at);
        var clear = state.Statutes.At(at).Procedure.ClearDays;
        var earliest = session.FirstDay;
        foreach (var person in Still(state, session))
        {
            if (IsCured(session, person)) continue;
            if (ServedOn(state, session, person, at) is not { } day) return null;
            if (Notices.Earliest(day, notice, clear) is var first && first > earliest) earliest = first;
        }
        return earliest;
    }

    /// <summary>Those entitled who have not left or died since.</summary>
    public static IEnumerable<string> Still(State state, Session session) => session.Entitled.Where(p => state.Roll.Member(p) is null or { Counts: true });

    public static Period? NoticeOf(State state, Session session, DateTimeOffset at) =>
        state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Convene?.Notice;

    public static bool IsEntitled(Session session, string person) => session.Entitled.AsSpan().BinarySearch(person, StringComparer.Ordinal) >= 0;

    /// <summary>Clause path of what makes a notice due: its period, else the convening.</summary>
    public static string ClausePath(Constitution rules, Body body) => body.Convene?.Notice?.Clause.Path ?? Convenors.Clause(rules, body);

    /// <summary>The channels through which a notice of that body counts; empty where the constitution names none and any counts.</summary>
    public static ImmutableArray<ServiceChannel> ChannelsOf(Constitution rules, Body body) => [.. Clause(rules, body)?.Channels.Values ?? []];

    private static Constitutions.Service? Clause(Constitution rules, Body body) => body.Convene?.ServedBy ?? rules.Procedure.ServedBy;

    private static DateOnly? Counts(Constitution rules, Body body, Service step)
    {
        var clause = Clause(rules, body);
        if (clause is null) return step.Outcome is ServiceOutcome.Sent or ServiceOutcome.Posted ? step.Day : null;
        if (!clause.Channels.TryGetValue(step.Channel, out var channel)) return null;
        var counts = step.Outcome switch
        {
            ServiceOutcome.Sent => channel.Counts == ServiceEvent.Sent,
            ServiceOutcome.Posted => channel.Counts is ServiceEvent.Posted or ServiceEvent.Sent,
            ServiceOutcome.Delivered => true,
            _ => false,
        };
        if (!counts) return null;
        return channel.Plus is { } plus ? Periods.After(step.Day, plus) : step.Day;
    }

    private static bool Voided(Constitution rules, Body body, Session session, ReadOnlySpan<Service> later, Service step)
    {
        foreach (var next in later)
        {
            if (next.Outcome == ServiceOutcome.Bounced && next.Channel == step.Channel) return true;
            if (next.Outcome == ServiceOutcome.Disputed && step.Outcome == ServiceOutcome.Sent
                && Notices.Earliest(next.Day, body.Convene?.Notice, rules.Procedure.ClearDays) <= session.FirstDay) return true;
        }
        return false;
    }

    /// <summary>Where notices bind only in every official language, each has it in theirs.</summary>
    private static Refusal? LanguageRefusal(Sitting s, string person, string language)
    {
        var languages = s.Rules.Languages;
        if (!languages.Official.Contains(language, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", languages.Official), language);
        var own = s.State.Roll.Member(person)?.Language;
        return own is null || own == language || !languages.RequiredFor.Contains("notice", StringComparer.Ordinal) || !languages.Official.Contains(own, StringComparer.Ordinal)
            ? null
            : SessionsRefusals.NotTheirLanguage(languages.Clause.Path, person, own, language);
    }
}
