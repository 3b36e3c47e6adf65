using Mandate.Organisation.Offices;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Bodies that stand in for others, with the days that are left; and what was decided in somebody's stead, provisional until the body itself has spoken.</summary>
internal static class StandInRows
{
    public static IEnumerable<Row> Of(Visit v) =>
    [
        .. v.State.Offices.StandIns.Values.OrderByDescending(s => s.Until).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => new Row(
            s.Id, v.Words.Say("stand-ins.for", ("by", v.Words.Place(s.By)), ("body", v.Words.Place(s.Body))), s.RunsOn(v.Today) ? Meaning.InForce : Meaning.Past, s.RunsOn(v.Today) ? "rights.in-force" : "rights.ended",
            [
                ("stand-ins.power", v.Words.Place(s.Power)), ("stand-ins.reasons", s.Reasons), ("rights.by", v.Words.Place(s.For)), ("rights.from", v.Words.Date(s.From)), ("rights.until", v.Words.Date(s.Until)),
                .. s.RunsOn(v.Today) ? new[] { ("stand-ins.left", v.Words.Count("stand-ins.days", s.Until.DayNumber - v.Today.DayNumber)) } : [],
            ],
            s.RunsOn(v.Today) ? [new("offices.end-stand-in", ("stand-in", s.Id))] : [])),
        .. v.State.Offices.Resolutions.Values.Where(r => r is { Carried: true, StandIn: not null }).OrderBy(r => r.Ratification is not null).ThenByDescending(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => new Row(
            r.Id, Describe.Act(v, r.Act), r.Ratification is not { } said ? Meaning.Pending : said.Ratified ? Meaning.InForce : Meaning.Alarm, Status(r),
            [
                ("stand-ins.in-stead", v.Words.Place(r.Body)), ("rights.by", v.Words.Place(v.State.Offices.StandIns[r.StandIn!].By)), ("rights.since", v.Words.Moment(r.At)),
                .. r.Ratification is { } ratified ? new[] { ("stand-ins.reasons", ratified.Reasons) } : [],
            ],
            r.Ratification is null ? [new("offices.ratify", ("decided", r.Id))] : [])),
    ];

    /// <summary>How a decision in somebody's stead stands.</summary>
    public static string Status(Resolution r) => r.Ratification is not { } said ? "stand-ins.provisional" : said.Ratified ? "stand-ins.ratified" : "stand-ins.rejected";
}
