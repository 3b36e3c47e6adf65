using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Audits of periods that are over: who was drawn with which seed, what each found, and by which motion the accounts were approved after it (S298).</summary>
internal static class AuditRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Accounts.Audits.Values.OrderByDescending(a => a.To).ThenBy(a => a.Id, StringComparer.Ordinal).Select(a => new Row(
        a.Id, v.Words.Say("audits.of", ("fund", v.State.Accounts.Funds[a.Fund].Title), ("from", v.Words.Date(a.From)), ("to", v.Words.Date(a.To))),
        a.Reports.Any(r => !r.Sound) ? Meaning.Alarm : a.Motion is not null ? Meaning.InForce : Meaning.Pending,
        a.Motion is not null ? "audits.approved" : a.Auditors.IsEmpty ? "audits.to-draw" : a.Published is null ? "audits.being-read" : "audits.published",
        [
            ("audits.seed", a.Seed is { } seed ? v.Words.Say("audits.drawn-with", ("procedure", a.SeedProcedure), ("seed", seed)) : v.Words.Say("audits.seed-after", ("procedure", a.SeedProcedure), ("day", v.Words.Date(a.SeedDue)))),
            ("audits.auditors", a.Auditors.IsEmpty ? v.Words.Number(a.Number) : string.Join(", ", a.Auditors.Select(v.NameOrId))),
            .. a.Reports.Select(r => ("audits.report", v.Words.Say(r.Sound ? "audits.sound" : "audits.not-sound", ("who", v.NameOrId(r.By)), ("day", v.Words.Moment(r.At)), ("text", v.Text(r.Text)?.Trim() ?? "")))),
            .. a.Motion is { } motion ? new[] { ("audits.by-motion", v.State.Motions.Find(motion)?.Title ?? motion) } : [],
        ],
        a.Motion is not null ? [] : a.Auditors.IsEmpty ? [new("accounts.draw-auditors", ("audit", a.Id))]
            : [.. a.Auditors.Contains(v.Person ?? "", StringComparer.Ordinal) ? new[] { new RowAct("accounts.report-audit", ("audit", a.Id)) } : [], new("accounts.approve-accounts", ("audit", a.Id))])
    { Text = a.Reports.LastOrDefault()?.Text });
}
