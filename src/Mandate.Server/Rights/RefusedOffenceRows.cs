using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>What was refused because it made opinion, advocacy or opposition an offence: act, ground, clause and day, and nobody's name (S373).</summary>
internal static class RefusedOffenceRows
{
    public static IEnumerable<FigureTable> Of(Visit v) => v.State.Decisions.Refused.IsEmpty ? [] :
    [
        new(v.Words["refused-offences.title"], [v.Words["refused-offences.act"], v.Words["refused-offences.ground"], v.Words["refused-offences.clause"], v.Words["refused-offences.day"]],
            [.. v.State.Decisions.Refused.Reverse().Take(50).Select(r => (IReadOnlyList<Cell>)[v.Words.Value(r.Kind), v.Words.Value(r.Ground), new Cell(r.Clause, Page: "/constitution/" + r.Clause), v.Words.Moment(r.At)])],
            v.Words["refused-offences.note"]),
    ];
}
