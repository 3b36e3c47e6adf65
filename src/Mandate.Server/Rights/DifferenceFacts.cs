using Mandate.Organisation.Planning;
using Mandate.Server.Keeping;
using Mandate.Server.Planning;

namespace Mandate.Server.Rights;

/// <summary>Figures that somebody made again and found otherwise, beside the calculation they are about (S297).</summary>
internal static class DifferenceFacts
{
    public static IEnumerable<Difference> About(Visit v, string of) => v.State.Planning.Differences.Values.Where(d => d.Of == of).OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>Each difference and what became of it.</summary>
    public static IEnumerable<(string Label, string Value)> On(Visit v, string of) => About(v, of).Select(d => ("difference.filed", Told(v, d)));

    public static string Told(Visit v, Difference d) => v.Words.Say(
        d.Explanation is null ? d.OverdueOn(v.Today) ? "difference.overdue" : "difference.open" : d.Agreed == true ? "difference.agreed" : "difference.explained",
        ("where", d.Where), ("figure", PlanFigures.Number(v, d.Figure)), ("how", d.How), ("day", v.Words.Date(d.Due)), ("explanation", d.Explanation ?? ""));

    public static IEnumerable<RowAct> Acts(Visit v, string of) =>
        [new("planning.differ", ("calculation", of)), .. About(v, of).Where(d => d.ExplainedAt is null).Select(d => new RowAct("planning.explain", ("difference", d.Id)))];
}
