using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>What can be seen of a body whose forms are kept while little is decided in it. Each is a question to it, and never an answer.</summary>
public enum LifeSign { Dormant, Unanimous, Unamended, OneSpeaker, FallingTurnout, NoContest }

/// <summary>A part of a whole that was counted; where the whole is nothing, nothing is known.</summary>
public sealed record Ratio(int Part, int Of)
{
    public Fraction? Share => Distribution.Share(Part, Of);
}

/// <summary>
/// The life of one body over the twelve months up to a day: whether it met as often as its clause says, whether anybody disagreed in it, changed
/// anything, stood against anybody (requirements S002, S022).
/// </summary>
/// <param name="Unit">The unit whose body it is; null for one of the whole.</param>
/// <param name="Held">Meetings opened.</param>
/// <param name="Due">Meetings that its clause asks for in that time; null where it states none.</param>
/// <param name="Missed">Meetings that the clause asked for since the last one that was held.</param>
/// <param name="QuorumLost">Meetings convened whose day has passed and that were neither opened nor cancelled.</param>
/// <param name="WithoutMeeting">What was decided without a meeting: in writing, or by ballots of the members outside one. A body that does so does not sleep.</param>
/// <param name="Unanimous">Votes in which nobody voted otherwise, of all votes.</param>
/// <param name="Unamended">Motions adopted without any change, of all adopted.</param>
/// <param name="OneSpeaker">Items on which one alone spoke, of all on which anybody did.</param>
/// <param name="EarlierTurnout">Ballots of the first half of the time, of those entitled.</param>
/// <param name="Contested">Seats filled against competition, of all filled.</param>
public sealed record BodyLife(
    string Body, string? Unit, string Clause, int Held, int? Due, int? Missed, int QuorumLost, int Decided, int WithoutMeeting, Ratio Unanimous, Ratio Unamended, Ratio OneSpeaker, Ratio EarlierTurnout, Ratio LaterTurnout, Ratio Contested)
{
    /// <summary>Missed meetings from which a body counts as dormant, where the constitution does not say (<c>guards.missed</c>).</summary>
    public int DormantAfter { get; init; } = 2;

    /// <summary>Signs from which it is to be talked about, where the constitution does not say (<c>guards.signs</c>).</summary>
    public int SignsToTalk { get; init; } = 2;

    /// <summary>What is counted before a share says anything.</summary>
    private const int FewestCounted = 5;

    private static readonly Fraction Nearly = new(9, 10), Half = new(1, 2), Fall = new(1, 10);

    public ImmutableArray<LifeSign> Signs =>
    [
        .. Missed >= DormantAfter && WithoutMeeting == 0 ? [LifeSign.Dormant] : ImmutableArray<LifeSign>.Empty,
        .. Above(Unanimous, Nearly) ? [LifeSign.Unanimous] : ImmutableArray<LifeSign>.Empty,
        .. Above(Unamended, Nearly) ? [LifeSign.Unamended] : ImmutableArray<LifeSign>.Empty,
        .. Above(OneSpeaker, Half) ? [LifeSign.OneSpeaker] : ImmutableArray<LifeSign>.Empty,
        .. EarlierTurnout.Share is { } earlier && LaterTurnout.Share is { } later && earlier - later >= Fall ? [LifeSign.FallingTurnout] : ImmutableArray<LifeSign>.Empty,
        .. Contested is { Part: 0, Of: > 0 } ? [LifeSign.NoContest] : ImmutableArray<LifeSign>.Empty,
    ];

    /// <summary>Enough signs for those above and those below it to talk about it.</summary>
    public bool ToTalkAbout => Signs.Length >= SignsToTalk;

    private static bool Above(Ratio counted, Fraction from) => counted.Of >= FewestCounted && counted.Share >= from;
}

public static class BodyLives
{
    /// <summary>Every body that meets, those of units one by one, in the order of the constitution.</summary>
    /// <param name="wanted">Which bodies, with their unit; all where null.</param>
    public static ImmutableArray<BodyLife> On(State state, DateOnly day, Func<Body, string?, bool>? wanted = null)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        var rules = state.Statutes.At(state.At);
        var founded = DateOnly.FromDateTime((state.Founding.ClosedAt ?? state.At).UtcDateTime);
        var seen = new Records(state, day.AddYears(-1) < founded ? founded : day.AddYears(-1).AddDays(1), day);
        return
        [
            .. rules.Bodies.Values.Where(b => b.Meets is not null || b.Convene is not null).SelectMany(b => Units(state, b, day).Where(unit => wanted is null || wanted(b, unit)).Select(unit => Limited(rules, Of(state, b, unit, seen)))),
        ];
    }

    /// <summary>With the limits of the constitution, where it sets any.</summary>
    private static BodyLife Limited(Constitution rules, BodyLife life) => life with { DormantAfter = rules.Guards?.Missed ?? life.DormantAfter, SignsToTalk = rules.Guards?.Signs ?? life.SignsToTalk };

    private static IEnumerable<string?> Units(State state, Body body, DateOnly day) => (body.Per ?? body.Seats.Values.Select(s => s.Per).FirstOrDefault(p => p is not null)) is { } kind && body.Seats.Values.All(s => body.Per is not null || s.Per is not null) ? state.Roll.UnitsOf(kind.Id, day).Select(u => (string?)u.Id) : [null];

    /// <summary>The sessions and votes of that time, sorted once for all bodies.</summary>
    private sealed class Records(State state, DateOnly from, DateOnly to)
    {
        public DateOnly From => from;

        public DateOnly To => to;

        public ILookup<(string Body, string? Unit), Session> Sessions { get; } = state.Sessions.All.Values.Where(s => s.FirstDay <= to && s.Stage != SessionStage.Cancelled).ToLookup(s => (s.Body, s.Unit));

        public ILookup<string, Vote> Votes { get; } = state.Votes.All.Values.Where(v => v is { Session: not null, Outcome: not null, ReplacedBy: null }).ToLookup(v => v.Session!, StringComparer.Ordinal);

        public ILookup<string, Vote> Elections { get; } = state.Votes.All.Values.Where(v => v is { Place: not null, Outcome: not null, ReplacedBy: null }).ToLookup(v => v.Place!.Of, StringComparer.Ordinal);

        /// <summary>Decisions in writing by body, with its unit.</summary>
        public ILookup<(string Body, string? Unit), DateTimeOffset> Written { get; } = state.Offices.Resolutions.Values.Where(r => r.Carried).ToLookup(r => (r.Body, r.Unit), r => r.At);

        /// <summary>Ballots of the members of a unit outside a meeting.</summary>
        public ILookup<string, DateTimeOffset> Ballots { get; } = state.Votes.All.Values.Where(v => v is { Session: null, Unit: not null, Outcome: not null }).ToLookup(v => v.Unit!, v => v.Outcome!.At, StringComparer.Ordinal);

        public bool Covers(DateTimeOffset? at) => at is { } moment && DateOnly.FromDateTime(moment.UtcDateTime) is var d && from <= d && d <= to;

        /// <summary>Whether it lies in the first half of the time.</summary>
        public bool Early(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime).DayNumber - from.DayNumber < (to.DayNumber - from.DayNumber) / 2;
    }

    private static BodyLife Of(State state, Body body, string? unit, Records seen)
    {
        var all = seen.Sessions[(body.Id, unit)].ToList();
        var held = all.Where(s => seen.Covers(s.OpenedAt)).ToList();
        var votes = held.SelectMany(s => seen.Votes[s.Id]).Where(v => seen.Covers(v.Outcome!.At)).ToList();
        var questions = votes.Where(v => !v.IsElection && v.Outcome!.Figures.Sum > 1).ToList();
        var adopted = questions.Where(v => v.Outcome!.Carried && v.Question.Subject is { } m && state.Motions.Find(m) is { Stage: MotionStage.Adopted }).Select(v => state.Motions.Find(v.Question.Subject!)!).Distinct().ToList();
        var items = held.SelectMany(s => s.Speeches.Where(p => p.From is not null).GroupBy(p => p.Item, StringComparer.Ordinal)).Select(i => i.Select(p => p.Person).Distinct(StringComparer.Ordinal).Count()).ToList();
        var filled = seen.Elections[body.Id].Where(v => v.Place!.Unit == unit && seen.Covers(v.Outcome!.At)).ToList();
        return new(
            body.Id, unit, body.Clause.Path, held.Count, Due(body, seen.From, seen.To), Missed(body, all, seen),
            all.Count(s => s.Stage == SessionStage.Convened && seen.From <= s.FirstDay && s.LastDay < seen.To), votes.Count,
            seen.Written[(body.Id, unit)].Count(at => seen.Covers(at)) + (body.Of is not null && unit is not null ? seen.Ballots[unit].Count(at => seen.Covers(at)) : 0),
            new(questions.Count(v => v.Outcome!.Figures is var f && (f.Yes == f.Sum || f.No == f.Sum || f.Abstain == f.Sum)), questions.Count),
            new(adopted.Count(m => !m.Amendments.Any(a => a.Stage == MotionStage.Adopted)), adopted.Count),
            new(items.Count(n => n == 1), items.Count),
            Turnout(questions, v => seen.Early(v.Outcome!.At)), Turnout(questions, v => !seen.Early(v.Outcome!.At)),
            new(filled.Where(v => v.Candidates.Values.Count(c => c is { Accepted: true, Withdrawn: false }) > v.Seats).Sum(v => v.Seats), filled.Sum(v => v.Seats)));
    }

    private static Ratio Turnout(List<Vote> votes, Func<Vote, bool> which) => new(votes.Where(which).Sum(v => v.Outcome!.Figures.Sum), votes.Where(which).Sum(v => v.Electorate));

    /// <summary>How many meetings the clause asks for from one day to another.</summary>
    private static int? Due(Body body, DateOnly from, DateOnly to)
    {
        if (body.Meets?.Every is not { } every) return null;
        var due = 0;
        for (var next = Periods.After(from, every); next <= to; next = Periods.After(next, every)) due++;
        return due;
    }

    private static int? Missed(Body body, List<Session> all, Records seen)
    {
        var founded = seen.From;
        var last = all.Where(s => s.OpenedAt is not null).Select(s => DateOnly.FromDateTime(s.OpenedAt!.Value.UtcDateTime)).Where(d => d <= seen.To).Append(founded).Max();
        return Due(body, last, seen.To);
    }
}
