using System.Collections.Immutable;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Sessions;

/// <summary>Time spoken by one side, or by those of one kind.</summary>
/// <param name="Name">A side (<see cref="SpeechSides"/>); a seat group, <c>voice</c> for those without a vote, <c>members</c> in an assembly.</param>
public sealed record SpokenTime(string Name, int Speeches, TimeSpan Time);

/// <summary>What the pages and the minutes tell about the parts of a meeting, computed from its record.</summary>
public static class SittingParts
{
    /// <summary>The part behind closed doors that runs now; null where they are open, or the floor opened them again.</summary>
    public static ClosedPart? ClosedNow(Session session) => session.Stage != SessionStage.Open ? null : session.ClosedParts.FirstOrDefault(p => p.To is null);

    /// <summary>Who was there during a closed part, at any time of it, in order of id (S288).</summary>
    public static ImmutableArray<string> Attended(Session session, ClosedPart part, DateTimeOffset at)
    {
        var there = session.Comings.Where(c => c.At <= part.From).GroupBy(c => c.Person, StringComparer.Ordinal).Where(g => g.MaxBy(c => c.At)!.Present).Select(g => g.Key);
        return [.. there.Concat(session.Comings.Where(c => c.Present && c.At > part.From && c.At <= (part.To ?? at)).Select(c => c.Person)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>What was decided in a closed part: told at once, because it binds others (S288).</summary>
    public static ImmutableArray<Votes.Vote> Decided(State state, Session session, ClosedPart part, DateTimeOffset at) =>
        [.. state.Votes.All.Values.Where(v => v.Session == session.Id && v.Outcome is { } outcome && outcome.At >= part.From && outcome.At <= (part.To ?? at)).OrderBy(v => v.Outcome!.At).ThenBy(v => v.Id, StringComparer.Ordinal)];

    /// <summary>By when the full minutes of a closed part lie under seal.</summary>
    public static DateOnly MinutesDue(State state, Session session, ClosedPart part, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime((session.ClosedAt ?? part.To ?? part.From).UtcDateTime);
        return state.Statutes.At(at).Rights.GetValueOrDefault("minutes")?.PublishWithin is { } within ? Constitutions.Rules.Periods.Due(day, within) : day.AddDays(14);
    }

    /// <summary>Speaking time by side, those of a report first (S044).</summary>
    public static ImmutableArray<SpokenTime> BySide(Session session, DateTimeOffset at) =>
        [.. new[] { SpeechSides.Report, SpeechSides.For, SpeechSides.Against, SpeechSides.Answer, SpeechSides.Question, SpeechSides.Order }.Select(side => Of(side, session, at, r => r.Side == side)).Where(t => t.Speeches > 0)];

    /// <summary>Speaking time by kind of delegate: the group of seats, voice without vote (S044).</summary>
    public static ImmutableArray<SpokenTime> ByKind(State state, Session session, DateTimeOffset at)
    {
        var assembly = state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body) is { } body && BodyShape.IsAssembly(body);
        string Kind(SpeechRequest speech) => assembly ? "members" : Entitlement.TenureOf(state, session, speech.Person, speech.From!.Value) is { } tenure ? tenure.Seat.Group is { Length: > 0 } group ? group : session.Body : "voice";
        return [.. session.Speeches.Where(r => r.From is not null).GroupBy(Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, session, at, r => g.Contains(r)))];
    }

    /// <summary>The item whose hour has passed without a decision: what was said to hold then holds (S368).</summary>
    public static bool IsOver(State state, Session session, DecisionHour hour, DateTimeOffset at)
    {
        var item = session.Item(hour.Item);
        if (item is null || at <= hour.Hour) return false;
        return !state.Votes.All.Values.Any(v => v.Session == session.Id && (v.Question.Subject == hour.Item || (item.Reference is not null && v.Question.Subject == item.Reference)) && v.Outcome is { } outcome && outcome.At <= hour.Hour)
            && (item.Reference is null || state.Motions.Find(item.Reference) is not { Stage: MotionStage.Adopted or MotionStage.Rejected, Vote: { } vote } || state.Votes.Find(vote)?.Outcome?.At > hour.Hour);
    }

    private static SpokenTime Of(string name, Session session, DateTimeOffset at, Func<SpeechRequest, bool> which) =>
        new(name, session.Speeches.Count(r => r.From is not null && which(r)), Debates.Spoken(session, at, which));
}
