using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Planning;

namespace Mandate.Organisation.Decisions;

/// <summary>A measure beside the figures entered since the adoption.</summary>
/// <param name="Since">The first day on which a figure was beyond the limit; null where none was.</param>
/// <param name="Last">The last figure; null where none was entered.</param>
public sealed record Measured(Measure Measure, DateOnly? Since, SeriesValue? Last);

/// <summary>What was set before a vote, held against what came (S310, S312, S331).</summary>
public static class Measures
{
    /// <summary>In the order in which they were set.</summary>
    public static ImmutableArray<Measured> Of(State state, Motion motion)
    {
        var adopted = AdoptedOn(state, motion);
        return
        [
            .. state.Decisions.Measures.Values.Where(m => m.Motion == motion.Id).OrderBy(m => m.At).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m =>
            {
                var values = adopted is { } day ? state.Planning.Series[m.Series].Values.Where(v => v.On >= day).ToList() : [];
                return new Measured(m, values.Find(v => m.Above ? v.Value > m.Limit : v.Value < m.Limit)?.On, values.LastOrDefault());
            }),
        ];
    }

    /// <summary>The day on which its end was reached: by a figure, or by its last day; null while it was not, or it is not in force.</summary>
    public static DateOnly? EndReached(State state, Motion motion, DateOnly day) =>
        motion.Stage != MotionStage.Adopted || !state.Motions.Texts.Any(t => t.Motion == motion.Id && !(t.Until < day)) ? null
        : Of(state, motion).Where(m => m.Measure.Kind == MeasureKind.End && m.Since <= day).Select(m => m.Since).Min();

    /// <summary>Motions filed since it was adopted that would amend, interpret or repeal it and set measures of their own: attempts to be judged otherwise.</summary>
    public static IEnumerable<Motion> Attempts(State state, Motion motion) => state.Motions.All.Values
        .Where(m => m.Relations.TryGetValue(motion.Id, out var relation) && relation is DecisionRelation.Amends or DecisionRelation.Interprets && state.Decisions.Measures.Values.Any(x => x.Motion == m.Id))
        .OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal);

    private static DateOnly? AdoptedOn(State state, Motion motion) => motion.Stage != MotionStage.Adopted ? null
        : state.Motions.Texts.Where(t => t.Motion == motion.Id).Select(t => (DateOnly?)DateOnly.FromDateTime(t.From.UtcDateTime)).FirstOrDefault();
}
