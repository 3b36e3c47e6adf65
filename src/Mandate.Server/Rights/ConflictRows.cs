using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Conflicts of units with employers and others outside: facts, offers and decisions as the unit tells them, and the money drawn for each.</summary>
internal static class ConflictRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Federation.Conflicts.Values.OrderBy(c => c.EndedAt is not null).ThenByDescending(c => c.Since).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => new Row(
        c.Id, $"{v.UnitName(c.Unit)}: {c.Opponent}", c.EndedAt is null ? Meaning.Pending : Meaning.Past, c.How is { } how ? "conflicts.end." + how : "conflicts.open",
        [
            ("conflicts.about", c.About), ("rights.since", v.Words.Date(c.Since)),
            .. c.Notes.Select(n => (n.Entry switch { ConflictEntry.Fact => "conflicts.fact", ConflictEntry.Offer => "conflicts.offer", _ => "conflicts.decision" }, v.Words.Say("disputes.told", ("when", v.Words.Moment(n.At)), ("what", n.Text)))),
            .. Drawn(v, c), .. c.Account is { } account ? new[] { ("conflicts.account", account) } : [],
        ],
        c.EndedAt is null ? [new("federation.note-conflict", ("conflict", c.Id)), new("federation.end-conflict", ("conflict", c.Id))] : []));

    /// <summary>Of each grant for it: from which fund, how much, how much of it is paid.</summary>
    private static IEnumerable<(string, string)> Drawn(Visit v, Conflict c) => v.State.Accounts.Grants.Values.Where(g => g.Conflict == c.Id).OrderBy(g => g.At).ThenBy(g => g.Id, StringComparer.Ordinal).Select(g =>
    {
        var fund = v.State.Accounts.Funds[g.Fund];
        return ("conflicts.drawn", v.Words.Say("conflicts.drawn-of", ("fund", fund.Title), ("purpose", g.Purpose), ("paid", AccountRows.Money(v, v.State.Accounts.BalanceOf($"grant:{g.Id}"), fund.Currency)), ("granted", AccountRows.Money(v, g.Amount, fund.Currency))));
    });
}
