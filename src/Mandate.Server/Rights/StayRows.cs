using Mandate.Organisation.Inspection;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Stays of measures against the members of units: how many have asked, until when, what waits. Who signed is nobody's reading.</summary>
internal static class StayRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Inspection.GroupStays.Values.OrderByDescending(s => s.At).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s =>
    {
        var runs = s.RunsOn(v.Today);
        var waits = runs ? GroupStays.Pending(v.State, s.Unit).ToList() : [];
        return new Row(
            s.Id, $"{v.UnitName(s.Unit)}: {s.Reasons}", runs ? Meaning.InForce : s.Begun is null ? Meaning.Pending : Meaning.Past, runs ? "rights.in-force" : s.Begun is null ? "rights.gathering" : "rights.ended",
            [
                ("rights.since", v.Words.Moment(s.Begun ?? s.At)),
                s.Register.IsEmpty ? ("rights.by", v.NameOrId(s.By)) : ("rights.signatures", v.Words.Say("rights.of", ("given", s.Signed.Count), ("needed", s.Needed))),
                .. s.Last is { } last ? new[] { ("rights.until", v.Words.Date(last)) } : [],
                .. runs ? new[] { ("stays.waiting", waits.Count == 0 ? v.Words["stays.nothing"] : v.Words.Number(waits.Count)) } : [],
                .. s.Account is { } account ? new[] { ("stays.heard", account) } : [],
            ],
            s.Begun is null ? [new("inspection.sign-stay", ("stay", s.Id))] : runs ? [new("inspection.hear-unit", ("stay", s.Id))] : []);
    });
}
