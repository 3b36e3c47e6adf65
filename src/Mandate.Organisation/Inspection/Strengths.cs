using System.Collections.Immutable;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>What units of one kind said on a motion: how many of them, and how many of their members (requirements S012, S015, S027).</summary>
/// <param name="Few">Units in which fewer voted than may be shown; their votes are in the sums where those are shown.</param>
/// <param name="Turnable">Units whose result the members who have moved there within a year could have turned, had all voted the other way.</param>
public sealed record KindStrength(string Kind, int Units, int For, int Against, int Even, int Few, long Yes, long No, long Abstain, long Entitled, int Turnable)
{
    public long Cast => Yes + No + Abstain;

    /// <summary>Where most of the votes went: 1 for, -1 against, 0 even.</summary>
    public int Side => Math.Sign(Yes - No);
}

/// <summary>What delegates would vote if they followed the base ballots of their units (requirement S014).</summary>
/// <param name="ForByUnit">Delegates of units whose majority was for; all of a unit go one way.</param>
/// <param name="Unknown">Delegates of units that have not voted.</param>
/// <param name="ForByVotes">Delegates for, where those of each unit are divided as its votes were.</param>
public sealed record ExpectedStrength(string Session, int Delegates, int ForByUnit, int AgainstByUnit, int Unknown, Fraction ForByVotes, Fraction AgainstByVotes);

/// <summary>How strong each side of a motion is in the units: units won and votes won, never one without the other.</summary>
public sealed record MotionStrength(string Motion, ImmutableArray<KindStrength> Kinds, ImmutableArray<ExpectedStrength> Expected)
{
    /// <summary>Two kinds of units point in opposite directions: neither speaks for the members alone.</summary>
    public bool KindsDiffer => Kinds.Any(k => k.Side > 0) && Kinds.Any(k => k.Side < 0);
}

public static class Strengths
{
    /// <summary>Months within which a transfer counts as recent.</summary>
    private const int RecentMonths = 12;

    /// <summary>Votes of fewer members than this are shown only in sums (design, against misuse).</summary>
    private const int Fewest = 10;

    /// <summary>Every motion on which the members of units have voted, the latest first.</summary>
    public static ImmutableArray<MotionStrength> Of(State state) =>
    [
        .. state.Votes.All.Values.Where(v => v is { Outcome: not null, Place: null, ReplacedBy: null, Question.Subject: not null, ClosedAt: not null } && UnitOf(state, v) is not null)
            .GroupBy(v => v.Question.Subject!, StringComparer.Ordinal).Where(g => state.Motions.Find(g.Key) is not null)
            .OrderByDescending(g => g.Max(v => v.ClosedAt)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Of(state, state.Motions.Find(g.Key)!, [.. g.GroupBy(v => UnitOf(state, v)!, StringComparer.Ordinal).Select(u => u.OrderBy(v => v.ClosedAt).Last())]))
            .Where(m => m.Kinds.Length > 0),
    ];

    /// <summary>The unit whose members voted; null where delegates or all members did.</summary>
    internal static string? UnitOf(State state, Vote vote)
    {
        if (vote.Session is null) return vote.Unit;
        return state.Sessions.Find(vote.Session) is { Unit: { } unit } session && state.Statutes.At(vote.PutAt).Bodies.GetValueOrDefault(session.Body)?.Of is not null ? unit : null;
    }

    private static MotionStrength Of(State state, Motion motion, List<Vote> votes) => new(
        motion.Id,
        [
            .. votes.GroupBy(v => state.Roll.Unit(UnitOf(state, v)!)?.Kind ?? "", StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal)
                .Select(k => Kind(state, k.Key, [.. k])).Where(k => k.Cast >= Fewest),
        ],
        [.. state.Sessions.All.Values.Where(s => s.Delegates.Count > 0 && motion.IsBefore(s.Id) && s.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => Expect(state, s, votes))]);

    private static KindStrength Kind(State state, string kind, List<Vote> votes)
    {
        var shown = votes.Where(v => v.Outcome!.Figures.Sum >= Fewest).ToList();
        return new(
            kind, votes.Count, shown.Count(v => Margin(v) > 0), shown.Count(v => Margin(v) < 0), shown.Count(v => Margin(v) == 0), votes.Count - shown.Count,
            votes.Sum(v => (long)v.Outcome!.Figures.Yes), votes.Sum(v => (long)v.Outcome!.Figures.No), votes.Sum(v => (long)v.Outcome!.Figures.Abstain), votes.Sum(v => (long)v.Electorate),
            shown.Count(v => MovedIn(state, UnitOf(state, v)!, DateOnly.FromDateTime(v.ClosedAt!.Value.UtcDateTime)) is var moved && moved > 0 && 2 * moved >= Math.Abs(Margin(v))));
    }

    /// <summary>Members who have moved to the unit within a year before that day. How they voted is nobody's knowledge.</summary>
    private static int MovedIn(State state, string unit, DateOnly day) => state.Roll.Moves.Count(m => m.To == unit && m.Day <= day && m.Day > day.AddMonths(-RecentMonths));

    private static int Margin(Vote vote) => vote.Outcome!.Figures.Yes - vote.Outcome.Figures.No;

    private static ExpectedStrength Expect(State state, Session session, List<Vote> votes)
    {
        var byUnit = votes.ToDictionary(v => UnitOf(state, v)!, StringComparer.Ordinal);
        var (forUnit, againstUnit, unknown) = (0, 0, 0);
        var (forVotes, againstVotes) = (Fraction.Zero, Fraction.Zero);
        foreach (var (unit, delegates) in session.Delegates)
        {
            if (!byUnit.TryGetValue(unit, out var vote) || vote.Outcome!.Figures is not { } figures || figures.Yes + figures.No == 0)
            {
                unknown += delegates;
                continue;
            }
            if (Margin(vote) > 0) forUnit += delegates;
            else if (Margin(vote) < 0) againstUnit += delegates;
            else unknown += delegates;
            forVotes += new Fraction((long)delegates * figures.Yes, figures.Yes + figures.No);
            againstVotes += new Fraction((long)delegates * figures.No, figures.Yes + figures.No);
        }
        return new(session.Id, session.Delegates.Values.Sum(), forUnit, againstUnit, unknown, forVotes, againstVotes);
    }
}
