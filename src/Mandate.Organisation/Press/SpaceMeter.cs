using System.Collections.Immutable;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Press;

/// <summary>What a side of a debate has had by a day (requirement S119).</summary>
/// <param name="Words">Words that have appeared.</param>
/// <param name="Filed">Words sent in.</param>
/// <param name="Best">The foremost place that a text of the side had in an issue; null where none was printed.</param>
/// <param name="Days">Days on which its first text could be read while the debate was open.</param>
/// <param name="Mailings">Mailings of the tendency within the debate; null for a body, which has none of this kind.</param>
public sealed record MeasuredSpace(string Side, int Pieces, int Words, int Filed, int? Best, int Days, int? Mailings);

/// <summary>What appeared of a debate on one day: how many texts, of how many members, in how many words.</summary>
public sealed record DebateDay(DateOnly Day, int Texts, int Authors, int Words);

/// <summary>How a debate ended.</summary>
public enum DebateEnd { Open, Decided, OpenQuestion }

/// <summary>The measure of a debate: space per side, who took part, and whether it came to a decision (requirements S117, S119, S127).</summary>
public static class SpaceMeter
{
    /// <summary>Every side that has sent something in, in order of name.</summary>
    public static ImmutableArray<MeasuredSpace> Of(State state, Debate debate, DateOnly day)
    {
        var until = day < debate.Until ? day : debate.Until;
        return
        [
            .. state.Press.Pieces.Values.Where(p => p.Debate == debate.Id && p.Side is not null).GroupBy(p => p.Side!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(side =>
            {
                var shown = side.Where(p => p.PublicOn(day)).ToList();
                var first = shown.Select(p => p.Appears).Min();
                return new MeasuredSpace(
                    side.Key, shown.Count, shown.Sum(p => p.Words), side.Sum(p => p.Words), shown.Select(p => p.Place).Min(), first is { } from && from <= until ? until.DayNumber - from.DayNumber + 1 : 0,
                    state.Tendencies.All.ContainsKey(side.Key) ? state.Press.Mailings.Values.Count(m => m.Tendency == side.Key && DateOnly.FromDateTime(m.At.UtcDateTime) is var at && at >= debate.From && at <= until) : null);
            }),
        ];
    }

    /// <summary>Day by day what appeared, the last one first (requirement S117). Who reads is counted nowhere (DESIGN section 6).</summary>
    public static ImmutableArray<DebateDay> Daily(State state, Debate debate, DateOnly day) =>
        [.. state.Press.Pieces.Values.Where(p => p.Debate == debate.Id && p.PublicOn(day)).GroupBy(p => p.Appears!.Value).OrderByDescending(g => g.Key)
            .Select(g => new DebateDay(g.Key, g.Count(), g.Select(p => p.Author).Distinct(StringComparer.Ordinal).Count(), g.Sum(p => p.Words)))];

    /// <summary>Whether the body has decided: its motion is decided, or it voted on it. Without a motion the question stays open when the debate has ended.</summary>
    public static DebateEnd EndOf(State state, Debate debate, DateOnly day) =>
        debate.Motion is { } id && state.Motions.Find(id) is { } motion && motion.Stage is MotionStage.Adopted or MotionStage.Rejected ? DebateEnd.Decided
        : day <= debate.Until ? DebateEnd.Open : DebateEnd.OpenQuestion;
}
