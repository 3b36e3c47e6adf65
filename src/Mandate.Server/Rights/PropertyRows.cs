using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>What belongs to all: who has the use of it and until when, on what conditions, who waits, and to whom it was given before (S333).</summary>
internal static class PropertyRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Accounts.Properties.Values.OrderBy(p => p.Title, StringComparer.Ordinal).Select(p =>
    {
        var use = p.On(v.Today);
        return new Row(
            p.Id, p.Title, use is null ? p.Line.IsEmpty ? Meaning.InForce : Meaning.Pending : Meaning.InForce, use is null ? p.Line.IsEmpty ? "property.free" : "property.waits" : "property.used",
            [
                ("property.owner", v.Words["property.of-all"]), ("property.conditions", p.Conditions), ("accounts.by-place", v.Words.Place(p.Place)), ("property.term", v.Words.Number(p.Months)),
                .. use is null ? Array.Empty<(string, string)>() : [("property.user", v.Words.Say("property.user-until", ("user", CommitmentRows.Named(v, use.User)), ("day", v.Words.Date(use.Until))))],
                ("property.line", p.Line.IsEmpty ? v.Words["accounts.nobody"] : string.Join(", ", p.Line.Select((user, i) => $"{i + 1}. {CommitmentRows.Named(v, user)}"))),
                .. p.Uses.Where(u => u != use).Reverse().Select(u => ("property.before", v.Words.Say("property.user-from", ("user", CommitmentRows.Named(v, u.User)), ("from", v.Words.Date(u.From)), ("day", v.Words.Date(u.Ended ?? u.Until))))),
            ],
            [
                new("accounts.ask-for-use", ("property", p.Id)), .. use is null ? new[] { new RowAct("accounts.give-in-use", ("property", p.Id)) } : [],
                .. p.Line.Concat(use is null ? [] : [use.User]).Any(u => u == "member:" + v.Person || Party.Of(u, "unit") is { } unit && Register.Units(v, [unit]).Any()) ? new[] { new RowAct("accounts.give-back", ("property", p.Id)) } : [],
            ]);
    });
}
