using Mandate.Organisation.Planning;
using Mandate.Server.Keeping;
using Mandate.Server.Rights;
using Mandate.Tally;

namespace Mandate.Server.Planning;

/// <summary>A policy whose gainers are looked at: a decided plan or an adopted text.</summary>
internal sealed record Policy(string Id, string Title, DateOnly From, DateOnly? Until);

/// <summary>Who gained by a policy, in each currency (S313).</summary>
internal static class GainFigures
{
    /// <summary>Policies of the last years, the newest first.</summary>
    private const int Most = 100;

    public static IReadOnlyList<Policy> Policies(Visit v) =>
    [
        .. v.State.Planning.Plans.Values.Where(p => p.Stage == PlanStage.Decided && p.From <= v.Today).Select(p => new Policy(p.Id, p.Title, p.From, p.To))
            .Concat(v.State.Motions.Texts.Select(t => new Policy(t.Motion, v.State.Motions.Find(t.Motion) is { } motion ? v.Title(motion) : t.Title, DateOnly.FromDateTime(t.From.UtcDateTime), t.Until)).Where(p => p.From <= v.Today))
            .OrderByDescending(p => p.From).ThenBy(p => p.Id, StringComparer.Ordinal).DistinctBy(p => p.Id, StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>One table for each currency in which anything left the funds of all.</summary>
    public static IEnumerable<FigureTable> Of(Visit v, DateOnly from, DateOnly? until)
    {
        var to = until is { } last && last < v.Today ? last : v.Today;
        foreach (var currency in v.State.Accounts.Funds.Values.Where(f => f.Unit is null).Select(f => f.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var gains = Gains.Of(v.State, currency, from, to);
            var (before, since) = (gains.Sum(g => g.Before), gains.Sum(g => g.Since));
            if (before + since == 0) continue;
            yield return new(
                v.Words.Say("gained.in", ("currency", currency)), [v.Words["gained.group"], v.Words["gained.before"], v.Words["gained.share"], v.Words["gained.since"], v.Words["gained.share-since"], v.Words["gained.change"]],
                [
                    .. gains.Select(g => (IReadOnlyList<Cell>)
                    [
                        v.Words.Value(g.Group), new(AccountRows.Money(v, g.Before, currency), Number: true), Percent(v, g.Before, before), new(AccountRows.Money(v, g.Since, currency), Number: true), Percent(v, g.Since, since),
                        before == 0 || since == 0 ? new(v.Words["plan.unknown"]) : new(Signed(v, Share(g.Since, since) - Share(g.Before, before)), Number: true),
                    ]),
                ],
                v.Words.Say("gained.spans", ("from", v.Words.Date(from)), ("to", v.Words.Date(to)), ("days", v.Words.Number(to.DayNumber - from.DayNumber + 1))));
        }
    }

    private static Cell Percent(Visit v, long part, long all) => all == 0 ? new(v.Words["plan.unknown"]) : new(PlanFigures.Number(v, Share(part, all)), Number: true);

    /// <summary>A share in hundredths of a percent, rounded down.</summary>
    private static long Share(long part, long all) => (long)(new Fraction(part) * 100_00 / all).Floor();

    private static string Signed(Visit v, long change) => (change > 0 ? "+" : "") + PlanFigures.Number(v, change);
}
