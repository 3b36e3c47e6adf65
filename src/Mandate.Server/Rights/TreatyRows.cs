using Mandate.Organisation.Federation;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Treaties with other organisations: who has joined, by which key each is checked, which powers are handed over or shared, and how it is left.</summary>
internal static class TreatyRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Federation.Treaties.Values.OrderByDescending(t => t.At).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => new Row(
        t.Id, t.Title, t.Last < v.Today ? Meaning.Past : t.BindsOn(v.Today) ? Meaning.InForce : Meaning.Pending, t.Last < v.Today ? "rights.ended" : t.BindsOn(v.Today) ? "rights.in-force" : t.JoinedAt is null ? "treaties.proposed" : "treaties.alone",
        [
            .. t.Partners.Select(p => ("treaties.partner", v.Words.Say(t.Joined.ContainsKey(p.Name) ? "treaties.partner-joined" : "treaties.partner-waits", ("name", p.Name), ("key", p.Key), ("entry", t.Joined.GetValueOrDefault(p.Name))))),
            .. t.Delegated.Select(p => ("treaties.delegated", v.Words.Place(p))), .. t.Shared.Select(p => ("treaties.shared", v.Words.Place(p))),
            ("treaties.notice", v.Words.Value($"{t.NoticeDays} days")), ("rights.by", v.Words.Place(t.For.Split('@')[0])), .. t.JoinedAt is { } joined ? new[] { ("treaties.joined", v.Words.Moment(joined)) } : [], .. t.Last is { } last ? new[] { ("rights.until", v.Words.Date(last)) } : [],
        ],
        [
            .. t.JoinedAt is null ? new[] { new RowAct("federation.join-treaty", ("treaty", t.Id)) } : t.Last is null ? [new("federation.leave-treaty", ("treaty", t.Id))] : [],
            .. t.Partners.Any(p => !t.Joined.ContainsKey(p.Name)) ? new[] { new RowAct("federation.note-partner", ("treaty", t.Id)) } : [],
        ]) { Text = t.Text });

    /// <summary>For each treaty that is not left and each kind of unit: what its units keep, share and lose.</summary>
    public static IEnumerable<FigureTable> Figures(Visit v) => v.State.Federation.Treaties.Values.Where(t => t.Last is null).OrderByDescending(t => t.At).ThenBy(t => t.Id, StringComparer.Ordinal)
        .SelectMany(t => v.Version.Rules.Units.Keys.Select(kind => Table(v, v.Words.Say("competence.under", ("treaty", t.Title), ("kind", v.Words.Place(kind))), Competences.Under(v.Version.Rules, t, kind))));

    /// <summary>What units of a kind keep, gain, share and lose, each with its clause.</summary>
    public static FigureTable Table(Visit v, string caption, IEnumerable<CompetenceImpact> impacts) => new(
        caption, [v.Words["competence.matter"], v.Words["competence.impact"], v.Words["competence.clause"]],
        [.. impacts.OrderByDescending(i => i.Impact).ThenBy(i => i.What, StringComparer.Ordinal).Select(i => (IReadOnlyList<Cell>)[v.Words.Say("competence.what", ("verb", v.Words["competence.verb." + i.What.Split(' ')[0]]), ("object", v.Words.Place(i.What.Split(' ')[1]))), v.Words.Value(i.Impact), new Cell(i.Clause, Page: "/constitution/" + i.Clause)])],
        v.Words["competence.note"]);
}
