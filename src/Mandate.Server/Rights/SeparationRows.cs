using System.Globalization;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Units that leave: by which vote, on which day, how funds and name are divided, and how far the common record reaches that both hold (S190).</summary>
internal static class SeparationRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Federation.Separations.Values.OrderByDescending(s => s.At).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => new Row(
        s.Id, v.Words.Say("separation.row", ("unit", v.UnitName(s.Unit)), ("name", s.Name)), s.CarriedOut is not null ? Meaning.Past : Meaning.Pending, s.CarriedOut is not null ? "separation.left" : "separation.leaves",
        [
            ("separation.day", v.Words.Date(s.CarriedOut ?? s.On)), ("separation.vote", Vote(v, s)),
            ("separation.members", v.Words.Say("separation.members-of", ("given", s.CarriedOut is null ? Separations.Going(v.State, s).Length : s.Gone.Count), ("all", s.CarriedOut is null ? v.State.Roll.CountOn(v.Today) : s.Of), ("stay", s.Staying.Count))),
            ("separation.funds", v.Words.Value(s.Funds)),
            .. SeparationClause.Of(v.Version.Rules) is { } clause && s.CarriedOut is null ? new[] { ("separation.name", v.Words.Value(clause.Name)) } : [],
            ("separation.record", v.Words["separation.record-both"]),
            .. s.Held is var (size, root) ? new[] { ("separation.held", v.Words.Say("separation.held-until", ("size", size.ToString(CultureInfo.InvariantCulture)), ("root", root))) } : [],
        ],
        s.CarriedOut is null ? [new("federation.stay-with-whole", ("separation", s.Id)), new("federation.carry-out-separation", ("separation", s.Id))]
            : v.Person is { } person && s.Gone.Contains(person) ? [new("federation.confirm-record", ("separation", s.Id))] : []) { Text = s.Text });

    /// <summary>What goes of each fund with a unit that has not left yet, as of today; what was owed when it left stands with the commitments.</summary>
    public static IEnumerable<FigureTable> Figures(Visit v) => v.State.Federation.Separations.Values.Where(s => s.CarriedOut is null).OrderBy(s => s.On).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => new FigureTable(
        v.Words.Say("separation.division", ("name", s.Name)), [v.Words["accounts.fund"], v.Words["separation.there"], v.Words["separation.goes"]],
        [.. SeparationDivision.Of(v.State, s).Select(l => (IReadOnlyList<Cell>)[v.State.Accounts.Funds[l.Fund].Title, Money(v, l, l.There), Money(v, l, l.Amount)])],
        v.Words[s.Funds == DividedFunds.OwnOnly ? "separation.own-note" : "separation.part-note"]));

    private static Cell Money(Visit v, DividedFund line, long amount) => new(AccountRows.Money(v, amount, v.State.Accounts.Funds[line.Fund].Currency), Number: true);

    private static string Vote(Visit v, Separation s) => v.State.Votes.Find(s.Vote) is { Outcome.Figures: { } figures } ? v.Words.Say("separation.vote-of", ("yes", figures.Yes), ("no", figures.No)) : s.Vote;
}
