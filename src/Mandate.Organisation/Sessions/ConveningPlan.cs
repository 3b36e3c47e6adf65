using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>What follows from the day of a meeting.</summary>
public enum PlannedKind
{
    /// <summary>Last day on which a notice through a channel can go out and still be in time.</summary>
    Serve,

    /// <summary>Last day on which a motion of a class can be filed.</summary>
    File,

    /// <summary>Members on this day give the delegate key.</summary>
    Count,

    /// <summary>The register closes for elections that are held at the meeting.</summary>
    Register,

    /// <summary>The meeting.</summary>
    Meeting,

    /// <summary>The draft minutes are to be published by then.</summary>
    Minutes,
}

/// <param name="About">The channel or the class of motions; null where there is nothing to add.</param>
/// <param name="Clause">Clause path that sets it.</param>
public sealed record PlannedDay(PlannedKind Kind, DateOnly Day, string Clause, string? About = null);

/// <summary>
/// What convening a body means before anybody does it: which days are lawful, what each deadline will be, who must have a notice.
/// The rules of convening answer with the same figures.
/// </summary>
/// <param name="Earliest">First lawful day, if it is convened today.</param>
/// <param name="Latest">Last lawful day, where a demand sets one.</param>
/// <param name="Notice">The period of notice; null where the constitution sets none.</param>
/// <param name="Clause">Clause path of the earliest day.</param>
/// <param name="LatestClause">Clause path of the latest day.</param>
/// <param name="Entitled">Who must have a notice, in order of id.</param>
public sealed record ConveningPlan(
    State State, Body Body, string? Unit, Demand? Demand, DateTimeOffset At, DateOnly Earliest, DateOnly? Latest, Period? Notice, string Clause, string? LatestClause, ImmutableArray<string> Entitled)
{
    /// <summary>Null where the constitution has no such body, or the body no such unit.</summary>
    public static ConveningPlan? Of(State state, string bodyId, string? unit, string? demandId, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (ConveningRules.BodyUnit(state, rules, bodyId, unit, today) is not null) return null;
        var body = rules.Bodies[bodyId];
        var demand = demandId is null ? null : state.Sessions.Demands.GetValueOrDefault(demandId);
        var notice = body.Convene?.Notice;
        var earliest = Notices.Earliest(today, notice, rules.Procedure.ClearDays);
        return new(state, body, unit, demand, at, earliest,
            demand?.Due is { } due ? ConveningRules.Latest(rules, body, due, today) : null, notice,
            notice?.Clause.Path ?? Convenors.Clause(rules, body), demand?.Due is null ? null : body.Convene?.Within?.Clause.Path ?? body.Convene?.Clause.Path,
            Entitlement.ToNotice(state, bodyId, unit, at));
    }

    private DateOnly Today => DateOnly.FromDateTime(At.UtcDateTime);

    private Constitution Rules => State.Statutes.At(At);

    /// <summary>A demand can leave no lawful day: then the convenor has let the time pass and others convene.</summary>
    public bool IsLawful(DateOnly day) => day >= Earliest && (Latest is not { } latest || day <= latest);

    /// <summary>
    /// The first day for which a notice that goes out today through this channel is still in time; null where the service counts
    /// only when it is delivered, which nobody can know beforehand.
    /// </summary>
    public DateOnly? SafeFor(ServiceChannel channel) => channel.Counts == ServiceEvent.Delivered
        ? null
        : Notices.Earliest(channel.Plus is { } plus ? Periods.After(Today, plus) : Today, Notice, Rules.Procedure.ClearDays);

    /// <summary>The channels through which a notice counts; empty where the constitution names none and any counts.</summary>
    public ImmutableArray<ServiceChannel> Channels => NoticeRules.ChannelsOf(Rules, Body);

    public DateOnly CountDate(DateOnly opens) => ConveningRules.CountDate(Body, Today, opens);

    /// <summary>Seats per unit as they would be apportioned; empty for a body that is not made of delegates.</summary>
    public ImmutableSortedDictionary<string, int> Delegates(DateOnly opens) => Seating.DelegatesOf(State, Body, CountDate(opens));

    /// <summary>What a meeting from that day to <paramref name="lastDay"/> sets going, in order of the days.</summary>
    public ImmutableArray<PlannedDay> Days(DateOnly opens, DateOnly lastDay)
    {
        var days = ImmutableArray.CreateBuilder<PlannedDay>();
        days.Add(new(PlannedKind.Meeting, opens, Convenors.Clause(Rules, Body)));
        var served = Notices.LastService(opens, Notice, Rules.Procedure.ClearDays);
        foreach (var channel in Channels)
            days.Add(new(PlannedKind.Serve, LastSending(served, channel), channel.Clause.Path, channel.Channel));
        if (Channels.IsEmpty && Notice is not null) days.Add(new(PlannedKind.Serve, served, Notice.Clause.Path));
        foreach (var (name, notice) in ClassNotices())
            days.Add(new(PlannedKind.File, Notices.LastService(opens, notice, Rules.Procedure.ClearDays), notice.Clause.Path, name));
        if (Body.Seats.Values.Select(g => g.Apportion).FirstOrDefault(a => a?.OnePer is not null) is { } key)
            days.Add(new(PlannedKind.Count, CountDate(opens), key.CountedBefore?.Clause.Path ?? key.Clause.Path));
        if (Body.Of is { } of && Rules.Electorates.GetValueOrDefault(of.Id)?.Register.Closes is { Before: { } before, Event: "vote" } closes)
            days.Add(new(PlannedKind.Register, Periods.Before(opens, before), closes.Clause.Path));
        if (Rules.Rights.GetValueOrDefault("minutes")?.PublishWithin is { } within)
            days.Add(new(PlannedKind.Minutes, Periods.Due(lastDay, within), within.Clause.Path));
        return [.. days.OrderBy(d => d.Day).ThenBy(d => d.Kind).ThenBy(d => d.About, StringComparer.Ordinal)];
    }

    /// <summary>Classes of decisions that may not be taken on the last day, with the clause of each.</summary>
    public IEnumerable<(string Class, string Clause)> NotOnLastDay =>
        Rules.Procedure.ByObject.Where(p => p.Value.NotOnLastDay).Select(p => (p.Key, p.Value.Clause.Path));

    private IEnumerable<(string Class, Period Notice)> ClassNotices()
    {
        if (Rules.Procedure.Default.Notice is { } notice) yield return ("ordinary", notice);
        foreach (var (name, procedure) in Rules.Procedure.ByObject)
            if (procedure.Notice is { } own) yield return (name, own);
    }

    /// <summary>The last day on which to send, so that it counts as served on that day.</summary>
    private static DateOnly LastSending(DateOnly served, ServiceChannel channel)
    {
        if (channel.Plus is not { } plus) return served;
        var day = Periods.Before(served, plus);
        while (Periods.After(day.AddDays(1), plus) <= served) day = day.AddDays(1);
        while (Periods.After(day, plus) > served) day = day.AddDays(-1);
        return day;
    }
}
