using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Planning;
using Mandate.Server.Keeping;
using Mandate.Server.Rights;

namespace Mandate.Server.Planning;

/// <summary>The figures of a plan as tables, computed from the state: the alternatives beside one another, the count, budget beside actual, forecasts beside outcomes.</summary>
internal static class PlanFigures
{
    /// <summary>Counts of fewer papers are not split up.</summary>
    private const int Few = 10;

    public static string Money(Visit v, Plan plan, long hundredths) => AccountRows.Money(v, hundredths, v.State.Accounts.Funds[plan.Fund].Currency);

    /// <summary>A figure in hundredths without its unit: <c>12</c>, <c>12.5</c>.</summary>
    public static string Number(Visit v, long hundredths)
    {
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        var tail = rest.ToString("00", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{(hundredths < 0 ? "\u2212" : "")}{v.Words.Number(whole)}{(tail.Length == 0 ? "" : v.Words.Language.DecimalMark + tail)}";
    }

    /// <summary>By whom an alternative is filed; of a member only that it is one, and how much support there is.</summary>
    public static string FiledFor(Visit v, Plan plan, Alternative a) => a.For is null
        ? v.Words.Say("plan.a-member", ("given", a.Supporters.Count), ("needed", plan.Needed))
        : v.State.Tendencies.All.GetValueOrDefault(a.For)?.Name ?? v.Words.Place(a.For);

    /// <summary>The body, office or unit, or whoever else is named.</summary>
    public static string Group(Visit v, string id) => v.State.Roll.Unit(id)?.Name ?? v.Words.Place(id);

    public static FigureTable Compare(Visit v, Plan plan) => new(
        v.Words["plan.compare"], [v.Words["plan.alternative"], v.Words["plan.filed-for"], v.Words["plan.total"], v.Words["plan.success"]],
        [
            .. v.State.Planning.Of(plan).Select(a => (IReadOnlyList<Cell>)
            [
                a.Text.Title, FiledFor(v, plan, a), new(Money(v, plan, a.Text.Total), Number: true), string.Join("; ", a.Text.Forecasts.Where(f => f.Success).Select(f => Range(v, f))),
            ]),
        ],
        v.Words["plan.compare-note"]);

    public static string Range(Visit v, Forecast f) => v.Words.Say("plan.range", ("indicator", f.Indicator), ("low", Number(v, f.Low)), ("high", Number(v, f.High)), ("unit", f.Unit), ("day", v.Words.Date(f.On)));

    public static FigureTable Lines(Visit v, Plan plan, Alternative a) => new(
        $"{v.Words["plan.lines"]}: {a.Text.Title}", [v.Words["plan.purpose"], v.Words["plan.amount"], v.Words["plan.owner"], v.Words["plan.depends"]],
        [
            .. a.Text.Lines.Select(l => (IReadOnlyList<Cell>)[l.Purpose, new(Money(v, plan, l.Amount), Number: true), v.Words.Place(l.Owner), Depends(v, l)]),
            [v.Words["plan.sum"], new(Money(v, plan, a.Text.Total), Number: true), "", ""],
        ]);

    private static string Depends(Visit v, PlanLine l) => l.DependsOn is null ? v.Words["plan.nothing"]
        : v.Words.Say(l.Secured switch { true => "plan.secured", false => "plan.not-secured", _ => "plan.secured-unknown" }, ("what", l.DependsOn));

    /// <summary>The count, once it is over: nobody reads it while others still choose.</summary>
    public static IEnumerable<FigureTable> Count(Visit v, Plan plan)
    {
        if (plan.Result is not { } result) yield break;
        var note = result.Papers < Few ? v.Words["plan.few-papers"] : null;
        if (plan.By == Choosing.EqualShares)
        {
            var approvals = PlanCount.Approvals(plan);
            yield return new(v.Words["plan.approvals"], [v.Words["plan.alternative"], v.Words["plan.total"], v.Words["plan.votes"], v.Words["plan.result"]],
            [
                .. plan.Order.OrderByDescending(o => approvals[o]).ThenBy(o => o, StringComparer.Ordinal).Select(o => (IReadOnlyList<Cell>)
                [
                    v.State.Planning.Alternatives[o].Text.Title, new(Money(v, plan, v.State.Planning.Alternatives[o].Text.Total), Number: true),
                    note is null ? Cell.Of(v, approvals[o]) : "", v.Words[result.Chosen.Contains(o, StringComparer.Ordinal) ? "plan.chosen" : "plan.not-chosen"],
                ]),
            ], note);
            yield break;
        }
        if (note is not null) yield break;
        var (_, matrix, names) = PlanCount.Ranked(plan);
        string Title(string id) => id == Plan.None ? v.Words["plan.none-of-these"] : v.State.Planning.Alternatives[id].Text.Title;
        yield return new(v.Words["plan.pairwise"], [v.Words["plan.alternative"], .. names.Select(Title)],
            [.. names.Select((row, i) => (IReadOnlyList<Cell>)[Title(row), .. names.Select((_, j) => i == j ? new Cell("") : Cell.Of(v, matrix[i, j]))])]);
    }

    /// <summary>Budget against actual; what was paid beside the plan stands in lines of its own.</summary>
    public static IEnumerable<FigureTable> Execution(Visit v, Plan plan)
    {
        if (plan.Stage != PlanStage.Decided) yield break;
        var lines = Budget.Execution(v.State, plan);
        Cell Amount(long hundredths) => new(Money(v, plan, hundredths), Number: true);
        yield return new(v.Words["plan.budget"], [v.Words["plan.line"], v.Words["plan.decided"], v.Words["plan.released"], v.Words["plan.spent"], v.Words["plan.left"]],
        [
            .. lines.Select(l => (IReadOnlyList<Cell>)[l.Line.Purpose, Amount(l.Decided), Amount(l.Released), Amount(l.Spent), Amount(l.Decided - l.Spent)]),
            [v.Words["plan.sum"], Amount(lines.Sum(l => l.Decided)), Amount(lines.Sum(l => l.Released)), Amount(lines.Sum(l => l.Spent)), Amount(lines.Sum(l => l.Decided - l.Spent))],
        ]);
        yield return new(v.Words["plan.beside"], [v.Words["plan.purpose"], v.Words["plan.spent"]], [.. Budget.Beside(v.State, plan).Select(b => (IReadOnlyList<Cell>)[b.Purpose, Amount(b.Spent)])]);
    }

    /// <summary>Forecasts of all that stood, those that lost too, beside what came.</summary>
    public static FigureTable Forecasts(Visit v, Plan plan)
    {
        var scores = plan.Order.IsEmpty
            ? [.. v.State.Planning.Of(plan).SelectMany(a => a.Text.Forecasts.Select(f => new Score(a.Id, f, null, null)))]
            : Scores.Of(v.State.Planning, plan);
        return new(
            v.Words["plan.forecasts"], [v.Words["plan.indicator"], v.Words["plan.alternative"], v.Words["plan.on"], v.Words["plan.low"], v.Words["plan.high"], v.Words["plan.outcome"], v.Words["plan.score"]],
            [
                .. scores.Select(s => (IReadOnlyList<Cell>)
                [
                    $"{s.Forecast.Indicator} ({s.Forecast.Unit})", v.State.Planning.Alternatives[s.Alternative].Text.Title, v.Words.Date(s.Forecast.On),
                    new(Number(v, s.Forecast.Low), Number: true), new(Number(v, s.Forecast.High), Number: true),
                    s.Outcome is { } outcome ? new Cell(Number(v, outcome), Number: true) : v.Words["plan.unknown"],
                    s.Off switch
                    {
                        null => v.Words["plan.unknown"],
                        0 => v.Words["plan.in-range"],
                        > 0 => v.Words.Say("plan.above", ("by", Number(v, s.Off.Value))),
                        _ => v.Words.Say("plan.below", ("by", Number(v, -s.Off.Value))),
                    },
                ]),
            ]);
    }
}
