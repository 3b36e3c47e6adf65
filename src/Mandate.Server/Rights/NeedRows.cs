using Mandate.Organisation.Undertakings;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>What units need hands for. Who offered is named to themselves, to those who speak for the unit, and where they hold a place.</summary>
internal static class NeedRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Undertakings.Needs.Values.OrderByDescending(n => n.Until).ThenBy(n => n.Id, StringComparer.Ordinal).Take(200).Select(n =>
    {
        var open = v.Today <= n.Until;
        var speaks = v.Person is { } me && v.State.Offices.ServedBy(me, v.Now).Any(t => t.Seat.Unit == n.Unit && t.Session is null);
        return new Row(
            n.Id, n.What, n.Found >= n.Number ? Meaning.InForce : open ? Meaning.Pending : Meaning.Past, n.Found >= n.Number ? "needs.met" : open ? "needs.open" : "rights.ended",
            [
                ("needs.unit", v.UnitName(n.Unit)), ("needs.found", v.Words.Say("rights.of", ("given", n.Found), ("needed", n.Number))), ("rights.until", v.Words.Date(n.Until)),
                .. n.Person is { } asked ? new[] { ("needs.asked-for", v.NameOrId(asked)) } : [],
                .. n.Offers.Values.Where(o => speaks || o.Person == v.Person || v.State.Offices.HeldBy(o.Person, v.Now).Any(t => t.Session is null)).Select(o => ("needs.offer", $"{v.NameOrId(o.Person)}: {o.What}")),
                .. n.Refusals.Select(r => ("needs.refused", v.Words.Say("needs.refused-by", ("who", r.For == "self" ? v.NameOrId(r.By) : v.Words.Place(r.For)), ("reason", r.Reason)))),
            ],
            !open ? [] :
            [
                new(v.Person is { } own && n.Offers.ContainsKey(own) ? "undertakings.withdraw-help" : "undertakings.offer-help", ("need", n.Id)),
                .. speaks ? n.Offers.Values.Where(o => o.Accepted is null).Select(o => new RowAct("undertakings.accept-help", ("need", n.Id), ("person", o.Person))) : [],
                .. n.Person is null ? [] : new[] { new RowAct("undertakings.refuse-request", ("need", n.Id)) },
            ]);
    });
}
