using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>Inspection, publicity, rights and emergencies.</summary>
internal static partial class RemedyCandidates
{
    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Incompatible(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        var named = finding.Says.Args.Select(x => x.Value).OfType<string>().Where(x => c.Bodies.ContainsKey(x) || c.Offices.ContainsKey(x)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (one, other) in named.SelectMany((x, i) => named.Skip(i + 1).Select(y => (x, y))))
            yield return (Say("remedy.incompatible", ("one", one), ("other", other)), [Append(c, "incompatible", $"[{one}, {other}]")]);
        foreach (var power in c.Powers.Select((p, i) => (p, i)).Where(p => p.p.Verb == Verb.Inspect && p.p.Holder is NamedHolder n && named.Contains(n.Name.Id)))
            foreach (var edit in InspectedBy(a, FormattableString.Invariant($"powers[{power.i}]"))) yield return edit;
        foreach (var power in c.Powers.Select((p, i) => (p, i)).Where(p => p.p.Verb == Verb.Decide && p.p.Holder is NamedHolder n && named.Contains(n.Name.Id)))
            yield return (Say("remedy.without-power", ("clause", Path($"powers[{power.i}]"))), [new($"powers[{power.i}]", null)]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Inspector(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        var power = c.Powers.Select((p, i) => (p, Path: $"powers[{i}]")).FirstOrDefault(p => Clauses.Covers(p.Path, finding.At) || finding.Clauses.Contains(p.Path, StringComparer.Ordinal) && p.p.Verb == Verb.Inspect);
        if (power.p is null) yield break;
        if (power.p.Verb == Verb.Inspect)
        {
            foreach (var edit in InspectedBy(a, power.Path)) yield return edit;
            yield return (Say("remedy.publishes"), [new(power.Path + ".publishes", "directly"), .. power.p.Access is null ? [new ClauseEdit(power.Path + ".access", "all_records")] : Array.Empty<ClauseEdit>()]);
            if (power.p.Holder is NamedHolder { Name.Id: var inspector })
            {
                foreach (var budget in c.Powers.Select((p, i) => (p, Path: $"powers[{i}]")).Where(p => p.p.Object.Any(o => o.Id.Contains("budget", StringComparison.Ordinal))))
                    yield return (Say("remedy.floor", ("inspector", inspector)), [budget.p.Floor.IsEmpty ? new(budget.Path + ".floor", $"{{{inspector}: 1% of budget}}") : new(budget.Path + ".floor." + inspector, "1% of budget")]);
                if (!c.Powers.Any(p => p.Object.Any(o => o.Id.Contains("budget", StringComparison.Ordinal))) && a.Supreme is { } supreme)
                    yield return (Say("remedy.floor", ("inspector", inspector)), [Append(c, "powers", $"{{id: members_budget, verb: decide, object: budget, holder: {supreme.Id}, floor: {{{inspector}: 1% of budget}}}}")]);
            }
        }
        else if (power.p.Verb == Verb.Decide)
        {
            foreach (var inspector in a.Inspectors) yield return (Say("remedy.floor", ("inspector", inspector)), [new(power.Path + ".floor", $"{{{inspector}: 1% of budget}}")]);
        }
        foreach (var body in finding.Clauses.Where(p => c.Bodies.Values.Any(b => b.Clause.Path == p)))
            foreach (var group in c.Bodies.Values.First(b => b.Clause.Path == body).Seats.Values.Take(1))
                yield return (Say("remedy.no-executive", ("clause", Path(body))), [Excluding(c, group, "{holds: executive}")]);
    }

    /// <summary>Inspection by somebody else: the amending body, or a commission drawn by lot.</summary>
    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> InspectedBy(Analysis a, string power)
    {
        if (a.Supreme is { } supreme) yield return (Say("remedy.inspected-by", ("body", supreme.Id)), [new(power + ".holder", supreme.Id)]);
        yield return (Say("remedy.inspected-by", ("body", "drawn_inspectors")),
        [
            new(power + ".holder", "drawn_inspectors"),
            new("bodies.drawn_inspectors", $"{{meets: every 3 months, seats: {{count: 5, by: {{lot: {{pool: {a.Constitution.Electorates.Keys.First()}, volunteers: true, verifiable: true}}}}}}, term: {{length: 2 years, consecutive: 1}}, quorum: 3 seats}}"),
        ]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Remit(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        var holder = finding.Says.Args.Select(x => x.Value).OfType<string>().FirstOrDefault(h => c.Bodies.ContainsKey(h) || c.Offices.ContainsKey(h));
        if (holder is null) yield break;
        foreach (var (power, i) in c.Powers.Select((p, i) => (p, i)).Where(p => p.p.Verb == Verb.Inspect && p.p.Holder is NamedHolder n && n.Name.Id != holder).Take(2))
            yield return (Say("remedy.remit", ("inspector", ((NamedHolder)power.Holder).Name.Id), ("holder", holder)), [new($"powers[{i}].object", $"[{string.Join(", ", power.Object.Select(o => o.Id).Append(holder))}]")]);
        if (a.Supreme is { } supreme) yield return (Say("remedy.remit", ("inspector", supreme.Id), ("holder", holder)), [Append(c, "powers", $"{{id: inspection_of_{holder.Replace('.', '_')}, verb: inspect, object: {holder}, holder: {supreme.Id}}}")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Publicity(Constitution c, Finding finding)
    {
        yield return (Say("remedy.on-publication"), [new("procedure.default.effective", "on_publication")]);
        if (c.Publication.Confidential is { } confidential)
        {
            yield return (Say("remedy.never-secret"), [new(confidential.Clause.Path + ".cannot_cover", "[" + string.Join(", ", confidential.CannotCover.Concat(["rule", "restriction", "right", "election_result", "minutes_of_congress"]).Distinct(StringComparer.Ordinal)) + "]")]);
            if (c.Bodies.Values.FirstOrDefault(b => b.Tags.Any(t => t.Id == "inspector")) is { } inspector) yield return (Say("remedy.reviewed", ("body", inspector.Id)), [new(confidential.Clause.Path + ".reviewed_by", inspector.Id)]);
        }
        if (c.Procedure.ByObject.TryGetValue("restrict_right", out var restrict) && finding.At == restrict.Clause.Path) yield return (Say("remedy.publish-restriction"), [new(restrict.Clause.Path + ".publish", "immediately")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Letters(Constitution c, Finding finding)
    {
        foreach (var right in c.Rights.Values.Where(r => Clauses.Covers(r.Clause.Path, finding.At)))
            yield return (Say("remedy.delivered"), [new(right.Clause.Path + ".deliver", "unopened"), new(right.Clause.Path + ".within", "7 days"), new(right.Clause.Path + ".withhold_by", "none")]);
        if (finding.At == "rights" && c.Bodies.Keys.FirstOrDefault() is { } body)
        {
            yield return (Say("remedy.delivered"), [Right(c, "members_letters", $"{{who: any member, to: [{body}], deliver: unopened, within: 7 days, withhold_by: none}}")]);
            yield return (Say("remedy.minutes"), [Right(c, "members_minutes", "{who: any speaker, gives: {correction: true}, publish_within: 14 days}")]);
        }
        foreach (var edit in Without(finding.At)) yield return edit;
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Sunset(Constitution c, Finding finding)
    {
        if (c.Procedure.ByObject.TryGetValue("restrict_right", out var procedure) && Clauses.Covers(procedure.Clause.Path, finding.At))
        {
            yield return (Say("remedy.sunset"), [new(procedure.Clause.Path + ".sunset", "required")]);
            yield return (Say("remedy.restrict-rule"), [new(procedure.Clause.Path + ".rule", "3/4 of votes cast")]);
        }
        foreach (var restriction in c.Restrictions.Where(r => r.Clause.Path == finding.At))
        {
            yield return (Say("remedy.expires"), [new(restriction.Clause.Path + ".expires", $"\"{restriction.AdoptedOn.AddMonths(6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}\"")]);
            yield return (Say("remedy.lift"), [new(restriction.Clause.Path, null)]);
        }
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Renewals(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        var by = Judge(a) ?? a.Supreme?.Id;
        foreach (var restriction in c.Restrictions.Where(r => r.Clause.Path == finding.At))
            if (by is not null) yield return (Say("remedy.renewed-by", ("body", by)), [new(restriction.Clause.Path + ".renewals", $"{{max: 1, by: {by}}}")]);
        if (c.Emergency is { } e)
            foreach (var body in new[] { by, a.Supreme?.Id, e.Renew.By.Id }.OfType<string>().Distinct(StringComparer.Ordinal))
                yield return (Say("remedy.emergency-renewal", ("body", body)), [new(e.Renew.Clause.Path, $"{{by: {body}, max_times: 2, rules: [2/3 of seats, 3/4 of seats]}}")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Emergency(Constitution c, string at)
    {
        if (c.Emergency is not { } e || !Clauses.Covers(e.Clause.Path, at)) yield break;
        string[] never = ["amend", "postpone_election", "extend_term", .. c.Rights.ContainsKey("platform") ? ["\"restrict:platform\""] : c.Rights.Keys.Take(1).Select(r => $"\"restrict:{r}\""), .. c.Tags.Contains("inspector") ? ["\"remove:inspector\""] : Array.Empty<string>(), .. c.Units.Count > 0 ? ["dissolve_unit"] : Array.Empty<string>()];
        var may = e.May.Where(m => m is not ("amend" or "postpone_election" or "extend_term")).ToList();
        yield return (Say("remedy.never-permits"), [new(e.Clause.Path + ".may_not", $"[{string.Join(", ", never)}]"), .. e.May.Length > 0 ? [new ClauseEdit(e.Clause.Path + ".may", $"[{string.Join(", ", may)}]")] : Array.Empty<ClauseEdit>()]);
        yield return (Say("remedy.lapses"), [new(e.LapsesAfter.Clause.Path, "30 days")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> EmergencyConfirmed(Analysis a)
    {
        if (a.Constitution.Emergency is not { } e) yield break;
        foreach (var body in a.Constitution.Bodies.Values.Where(b => b.Id != e.Declare.By?.Id && !a.IsExecutive(b.Id) && a.Model.UnitOf(b.Id) is null && (e.Declare.By is null || !a.Reaches(e.Declare.By.Id, b.Id, Strength.Steer))).Take(4))
            yield return (Say("remedy.confirmed-by", ("body", body.Id)), [new(e.Confirm.Clause.Path, $"{{by: {body.Id}, within: 7 days, rule: majority of {(body.Of is null ? "seats" : "votes cast")}, else: lapses}}")]);
        if (a.Inspectors.FirstOrDefault() is { } inspector && e.Declare.By is { } by) yield return (Say("remedy.report"), [new(e.Clause.Path + ".report", $"{{by: {by.Id}, to: {inspector}, within: 14 days, published: true}}")]);
    }
}
