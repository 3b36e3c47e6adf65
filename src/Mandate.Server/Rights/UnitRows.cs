using Mandate.Server.Keeping;
using Mandate.Server.Look;
using Mandate.Server.Wording;

namespace Mandate.Server.Rights;

/// <summary>Languages and units: who reads in which language and in which they were called; what was ordered of a unit, and what it has answered.</summary>
internal static class UnitRows
{
    public static IEnumerable<Row> Languages(Visit v)
    {
        var official = v.Version.Rules.Languages.Official;
        foreach (var code in official)
        {
            var readers = v.State.Roll.Members.Values.Where(m => m.Counts && m.Language == code).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
            // The last notice to each, of every meeting that was convened.
            var served = v.State.Sessions.All.Values.SelectMany(s => s.Services).Where(s => readers.Contains(s.Key) && s.Value.Length > 0).Select(s => s.Value[^1].Language).ToList();
            var other = served.Count(l => l != code);
            yield return new(
                "language-" + code, Language.Find(code)?.Endonym ?? code, other > 0 ? Meaning.Alarm : Meaning.InForce, other > 0 ? "languages.behind" : "languages.equal",
                [("languages.other", v.Words.Number(other))],
                []);
        }
    }

    /// <summary>Languages that members have asked for: who asked stands nowhere.</summary>
    public static IEnumerable<Row> AskedLanguages(Visit v) => v.State.Statutes.AskedLanguages.Values.OrderByDescending(l => l.At).Select(l =>
    {
        var added = v.State.Statutes.Languages.FirstOrDefault(a => a.Language == l.Language);
        return new Row(
            "asked-" + l.Language, Endonyms.Of(l.Language), added is null ? Meaning.Pending : Meaning.InForce, added is null ? "rights.gathering" : "languages.added",
            [("rights.signatures", v.Words.Say("rights.of", ("given", l.Signed.Count), ("needed", l.Needed))), ("rights.since", v.Words.Moment(added?.At ?? l.At))],
            added is null ? [new("statutes.sign-language", ("asked-language", l.Language))] : []);
    });

    public static IEnumerable<Row> Autonomy(Visit v)
    {
        foreach (var kind in v.Version.Rules.Units.Values)
            yield return new(
                "kind-" + kind.Id, v.Words.Place(kind.Id), Meaning.InForce, "rights.in-force",
                [("autonomy.units", v.Words.Number(v.State.Roll.UnitsOf(kind.Id, v.Today).Count())), ("autonomy.created-by", Decider(v, kind.CreatedBy)), ("autonomy.dissolved-by", Decider(v, kind.DissolvedBy))], []);
        foreach (var unit in v.State.Roll.Units.Values.OrderBy(u => u.Name, StringComparer.Ordinal))
        {
            var orders = v.State.Federation.Orders.Values.Where(o => o.To.Contains(unit.Id, StringComparer.Ordinal)).ToList();
            if (orders.Count == 0) continue;
            var unread = orders.Count(o => !(o.CountermandedAt is null ? o.Acknowledged : o.RecallAcknowledged).ContainsKey(unit.Id));
            yield return new(
                "unit-" + unit.Id, unit.Name, unread > 0 ? Meaning.Alarm : Meaning.InForce, unread > 0 ? "autonomy.unanswered" : "autonomy.answered",
                [("autonomy.orders", v.Words.Number(orders.Count)), ("autonomy.unread", v.Words.Number(unread)), ("autonomy.carried-out", v.Words.Number(orders.Count(o => o.CarriedOut.ContainsKey(unit.Id))))], []);
        }
    }

    public static IEnumerable<Row> Missions(Visit v) => v.State.Federation.Missions.Values.OrderByDescending(m => m.From).ThenBy(m => m.Id, StringComparer.Ordinal).Select(m =>
    {
        var overdue = !m.Invited && m.TakenAt is not null && m.Reports.IsEmpty && m.ReportDue < v.Today;
        return new Row(
            m.Id, $"{v.State.Roll.Unit(m.Unit)?.Name}: {m.Purpose}",
            overdue || !m.Objections.IsEmpty ? Meaning.Alarm : m.InForceOn(v.Today) ? Meaning.InForce : v.Today > m.Last ? Meaning.Past : Meaning.Pending,
            overdue ? "rights.overdue" : m.InForceOn(v.Today) ? "rights.in-force" : v.Today > m.Last ? "rights.ended" : "rights.missions.waits",
            [
                ("field.emissary", v.NameOrId(m.Person)), m.Invited ? ("rights.missions.invited-by", v.UnitName(m.Unit)) : ("rights.missions.sent-by", v.Words.Place(m.For.Split('@')[0])), ("rights.from", v.Words.Date(m.From)), ("rights.until", v.Words.Date(m.Last)),
                .. m.Rating is { } rating ? new[] { ("rights.missions.rating", v.Words.Say("rights.missions.rated", ("stars", rating.Stars), ("remark", rating.Remark))) } : [],
                .. m.Reports.IsEmpty ? m.Invited ? [] : new[] { ("rights.missions.report-due", v.Words.Date(m.ReportDue)) } : m.Reports.Select(r => ("rights.report", r.Text)),
                .. m.Objections.Select(o => ("rights.missions.objection", o.Text)),
            ],
            [
                .. m.Person != v.Person ? [] : m.TakenAt is null ? new[] { new RowAct("federation.take-mission", ("mission", m.Id)) } : [new RowAct("federation.report-mission", ("mission", m.Id))],
                .. v.Today <= m.Last ? new[] { new RowAct("federation.end-mission", ("mission", m.Id)) } : [], .. m is { Invited: true, TakenAt: not null, Rating: null } ? new[] { new RowAct("federation.rate-help", ("mission", m.Id)) } : [], new("federation.object-mission", ("mission", m.Id)), .. v.Today <= m.Last ? new[] { new RowAct("federation.reject-emissary", ("mission", m.Id)), new RowAct("federation.dispute", ("of", m.Id), ("unit", m.Unit)) } : [],
            ]);
    });

    private static string Decider(Visit v, Mandate.Constitutions.Decider decider) => (decider.Body ?? decider.Name) is { } body ? v.Words.Place(body.Id) : decider.Clause.Path;
}
