using System.Collections.Immutable;

namespace Mandate.Organisation.Petitions;

/// <summary>What was answered to a concern.</summary>
/// <param name="Unit">The unit in whose name it was answered; null for the whole organisation.</param>
public sealed record ConcernAnswer(string Text, string By, string? Unit, DateTimeOffset At);

/// <summary>What a member wants looked at, laid before the own unit in one step (requirement S029).</summary>
/// <param name="Unit">The unit of whoever raised it.</param>
/// <param name="By">Pseudonym in this matter.</param>
/// <param name="Clause">The clause of the meeting of the unit, on whose agenda it stands.</param>
public sealed record Concern(string Id, string Unit, string Says, string By, string Clause, DateTimeOffset At)
{
    /// <summary>It says that criticism is hindered in the unit, and lies with the organ of control from the first day (S045).</summary>
    public bool Hindered { get; init; }

    public ImmutableArray<ConcernAnswer> Answers { get; init; } = [];

    public DateTimeOffset? AnsweredAt => Answers.IsEmpty ? null : Answers[0].At;
}

/// <summary>Where a concern lies on a day.</summary>
/// <param name="Unit">The unit that has to answer; null for the whole organisation.</param>
/// <param name="Level">How many levels it has moved up, from 0.</param>
/// <param name="Due">The last day for the answer there.</param>
public sealed record ConcernPlace(string? Unit, int Level, DateOnly Due);

/// <summary>The concerns of one unit that came in one month, and how many of them have an answer by now.</summary>
public sealed record ConcernCount(string Unit, DateOnly Month, int Raised, int Answered);

/// <summary>Statements of one unit in one year that criticism is hindered, how many have an answer, and how many are past their day without one.</summary>
public sealed record HinderedCount(string Unit, int Year, int Stated, int Answered, int Overdue);

/// <summary>Concerns that lie unanswered at one level.</summary>
/// <param name="Unit">Null for the whole organisation.</param>
public sealed record ConcernsWaiting(string? Unit, int Level, int Open, int Overdue);

/// <summary>
/// Where concerns lie. A concern that nobody has answered moves up one level after each full time for an answer: by the calendar, so that
/// nobody has to pass it on and nobody can keep it.
/// </summary>
public static class Concerns
{
    /// <summary>Fewest members of a unit that is counted by itself.</summary>
    private const int FewestMembers = 10;

    /// <summary>Days for an answer at each level.</summary>
    public const int AnswerDays = 30;

    public static ConcernPlace On(State state, Concern concern, DateOnly day)
    {
        var path = Path(state, concern);
        var raised = DateOnly.FromDateTime(concern.At.UtcDateTime);
        var until = concern.AnsweredAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : day;
        var level = Math.Clamp((until.DayNumber - raised.DayNumber - 1) / AnswerDays, 0, path.Count - 1);
        return new(path[level], level, raised.AddDays(AnswerDays * (level + 1)));
    }

    /// <summary>The unanswered concerns that lie with a unit, or with the whole organisation where null, on that day, the oldest first.</summary>
    public static IEnumerable<Concern> With(State state, string? unit, DateOnly day) => state.Petitions.Concerns.Values
        .Where(c => c is { AnsweredAt: null, Hindered: false } && On(state, c, day).Unit == unit).OrderBy(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal);

    /// <summary>Raised and answered by unit and month, in order (requirement S223).</summary>
    public static ImmutableArray<ConcernCount> ByUnitAndMonth(State state, DateOnly day) =>
    [
        .. state.Petitions.Concerns.Values.Where(c => !c.Hindered && DateOnly.FromDateTime(c.At.UtcDateTime) <= day)
            .GroupBy(c => (c.Unit, Month: new DateOnly(c.At.UtcDateTime.Year, c.At.UtcDateTime.Month, 1)))
            .Select(g => new ConcernCount(g.Key.Unit, g.Key.Month, g.Count(), g.Count(c => c.AnsweredAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) <= day)))
            .OrderBy(c => c.Unit, StringComparer.Ordinal).ThenBy(c => c.Month),
    ];

    /// <summary>
    /// Statements that criticism is hindered, by unit and year, in order (S045): the annex of every account that a body gives. A unit of which fewer
    /// than ten members stand on the roll counts with the one around it.
    /// </summary>
    public static ImmutableArray<HinderedCount> Hindered(State state, DateOnly day)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        string Shown(string unit) => shown.TryGetValue(unit, out var known) ? known : shown[unit] = state.Roll.In(unit).Count >= FewestMembers || state.Roll.Unit(unit)?.Within is not { } around ? unit : Shown(around);
        return
        [
            .. state.Petitions.Concerns.Values.Where(c => c.Hindered && DateOnly.FromDateTime(c.At.UtcDateTime) <= day).GroupBy(c => (Unit: Shown(c.Unit), c.At.UtcDateTime.Year))
                .Select(g => new HinderedCount(g.Key.Unit, g.Key.Year, g.Count(), g.Count(c => c.AnsweredAt <= new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)), g.Count(c => c.AnsweredAt is null && On(state, c, day).Due < day)))
                .OrderBy(c => c.Year).ThenBy(c => c.Unit, StringComparer.Ordinal),
        ];
    }

    /// <summary>What waits at each level, the own units first.</summary>
    public static ImmutableArray<ConcernsWaiting> Waiting(State state, DateOnly day) =>
    [
        .. state.Petitions.Concerns.Values.Where(c => c.AnsweredAt is null).Select(c => On(state, c, day)).GroupBy(p => (p.Unit, p.Level))
            .Select(g => new ConcernsWaiting(g.Key.Unit, g.Key.Level, g.Count(), g.Count(p => p.Due < day)))
            .OrderBy(w => w.Level).ThenBy(w => w.Unit, StringComparer.Ordinal),
    ];

    /// <summary>From the unit outward: the unit, those in which it lies, the whole. That criticism is hindered is not for the unit to judge.</summary>
    internal static List<string?> Path(State state, Concern concern)
    {
        var path = new List<string?>();
        for (var u = concern.Hindered ? null : concern.Unit; u is not null; u = state.Roll.Unit(u)?.Within) path.Add(u);
        path.Add(null);
        return path;
    }
}
