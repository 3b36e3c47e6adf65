using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>Which body or office uses which part of the resources, year by year, and on whose vote where it is above the limit (S335).</summary>
internal static class ShareFigures
{
    public static IEnumerable<FigureTable> Of(Visit v)
    {
        var shares = ResourceShares.Of(v.State, v.Today).ToList();
        if (shares.Count == 0) return [];
        return
        [
            new(
                v.Words["shares.caption"], [v.Words["shares.place"], v.Words["shares.year"], v.Words["accounts.granted"], v.Words["shares.paid"], v.Words["shares.share"], v.Words["shares.vote"]],
                [
                    .. shares.Select(s => (IReadOnlyList<Cell>)
                    [
                        AccountRows.Keeper(v, s.Place), s.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), new(AccountRows.Money(v, s.Granted, s.Currency), Number: true), new(AccountRows.Money(v, s.Paid, s.Currency), Number: true),
                        new(s.Share is { } share ? Wording.Quantity.Percent(share, v.Words) : "", Number: true), Vote(v, s),
                    ]),
                ],
                shares[0].Limit is { } limit ? v.Words.Say("shares.note-limit", ("percent", Mandate.Server.Planning.PlanFigures.Number(v, limit)))
                    : v.Words[v.State.Accounts.Rules.Values.Any(r => r.Rule.Kind == BookRuleKind.BodyShare) ? "shares.note-funds" : "shares.note"]),
        ];
    }

    private static Cell Vote(Visit v, ResourceShare share)
    {
        var motions = string.Join(", ", share.Votes.Select(id => v.State.Motions.Find(id)?.Title ?? id));
        return !share.AboveLimit ? motions : motions.Length > 0 ? v.Words.Say("shares.above-by-vote", ("motions", motions)) : v.Words["shares.above-before-limit"];
    }
}
