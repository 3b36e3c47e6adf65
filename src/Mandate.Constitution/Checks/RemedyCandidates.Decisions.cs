using System.Collections.Immutable;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>Procedure and amendment.</summary>
internal static partial class RemedyCandidates
{
    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Incumbents(Constitution c) =>
        [(Say("remedy.incumbents"), [new("amend.applies_to_incumbents", "{term: next_holder, election_rule: after_next_election}")])];

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Consent(Analysis a, string at)
    {
        if (!IsPower(at)) yield break;
        foreach (var body in a.Inspectors.Append(a.Supreme?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Where(b => a.Constitution.Bodies.ContainsKey(b)))
            yield return (Say("remedy.consent", ("body", body), ("clause", Path(at))), [new(at + ".consent_of", body)]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Notice(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        foreach (var procedure in c.Procedure.ByObject.Values.Where(p => finding.Clauses.Append(finding.At).Any(x => Clauses.Covers(p.Clause.Path, x))))
        {
            var days = procedure.Class == "amendment" ? 30 : 14;
            if (FlowChecks.Days(procedure.Notice) < days) yield return (Say("remedy.notice", ("class", Class(procedure.Class)), ("time", new Duration(days, PeriodUnit.Day))), [new(procedure.Clause.Path + ".notice", FormattableString.Invariant($"{days} days"))]);
            yield return (Say("remedy.not-last-day", ("class", Class(procedure.Class))), [new(procedure.Clause.Path + ".not_on", "last_day")]);
            if (c.Procedure.UrgentMotion is { } urgent && !urgent.Cannot.Contains(procedure.Class, StringComparer.Ordinal)) yield return (Say("remedy.not-urgent", ("class", Class(procedure.Class))), [new(urgent.Clause.Path + ".cannot", "[" + string.Join(", ", urgent.Cannot.Append(procedure.Class)) + "]")]);
        }
        foreach (var body in c.Bodies.Values.Where(b => Clauses.Covers(b.Clause.Path, finding.At)))
        {
            if (body.Quorum is { Opening: { } opening }) yield return (Say("remedy.quorum-each-vote", ("body", body.Id)), [new(body.Clause.Path + ".quorum", opening.Text)]);
            else yield return (Say("remedy.quorum", ("body", body.Id)), [new(body.Clause.Path + ".quorum", body.Of is null ? "1/2 of seats" : "10% of members")]);
            if (body.Convene is not null) yield return (Say("remedy.convene-notice", ("body", body.Id)), [new(body.Convene.Clause.Path + ".notice", "14 days")]);
        }
        if (finding.At == c.Procedure.Default.Clause.Path || Clauses.Covers(c.Procedure.Default.Clause.Path, finding.At)) yield return (Say("remedy.default-notice"), [new(c.Procedure.Default.Clause.Path + ".notice", "14 days")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Attendance(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        foreach (var datum in Clauses.All(c).OfType<Datum.Map>().Where(m => Clauses.Covers(finding.At, m.Clause.Path) || finding.Clauses.Any(p => Clauses.Covers(p, m.Clause.Path))))
        {
            if (datum["referendum"] is null) continue;
            yield return (Say("remedy.referendum-quorum"), [new(datum.Clause.Path + ".quorum", "25% of members")]);
        }
        foreach (var body in a.AmendingBodies.Append(a.Supreme?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Select(b => c.Bodies.GetValueOrDefault(b)).OfType<Body>())
            yield return (Say("remedy.quorum", ("body", body.Id)), [new(body.Clause.Path + ".quorum", body.Of is null ? "1/2 of seats" : "1/2 of members")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Demand(Analysis a, string at)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values.Where(b => Clauses.Covers(b.Clause.Path, at)))
        {
            var by = body.Convene?.By.Id ?? a.Executive.FirstOrDefault() ?? body.Id;
            yield return (Say("remedy.demand", ("body", body.Id)), [new(body.Clause.Path + ".convene", $"{{by: {by}, notice: {body.Convene?.Notice?.ToString() ?? "14 days"}, on_demand_of: [{{petition: 5% of members}}], within: 60 days, default: [petitioners]}}")]);
            if (body.Meets is null) yield return (Say("remedy.interval", ("body", body.Id)), [new(body.Clause.Path + ".meets", "yearly")]);
        }
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> WithoutConsent(Constitution c, Finding finding)
    {
        foreach (var path in finding.Clauses.Where(p => Clauses.At(c, p + ".consent_of") is not null)) yield return (Say("remedy.without-consent", ("clause", Path(path))), [new(path + ".consent_of", null)]);
        foreach (var path in finding.Clauses.Where(p => Clauses.At(c, p + ".rule") is Datum.Text)) yield return (Say("remedy.majority", ("clause", Path(path))), [new(path + ".rule", "2/3 of votes cast")]);
        foreach (var edit in Recall(c, finding.At)) yield return edit;
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> AmendBy(Analysis a)
    {
        var c = a.Constitution;
        var assembly = c.Bodies.Values.FirstOrDefault(b => b.Per is null && !a.IsExecutive(b.Id) && FlowChecks.IsDelegates(c, b.Id));
        if (assembly is not null) yield return (Say("remedy.amended-by", ("body", assembly.Id)), [new("amend.ordinary.rule", $"{{body: {assembly.Id}, rule: 2/3 of votes cast}}")]);
        yield return (Say("remedy.amended-by-members"), [new("amend.ordinary.rule", $"{{referendum: {c.Electorates.Keys.First()}, rule: 2/3 of votes cast, quorum: 25% of members}}")]);
    }

    private static ImmutableArray<ClauseEdit> Entrench(Constitution c, string path) => c.Amend.Entrenched is { } entrenched
        ? [new(entrenched.Clause.Path + ".clauses", "[" + string.Join(", ", entrenched.Clauses.Append(path).Distinct(StringComparer.Ordinal).Select(p => $"\"{p}\"")) + "]")]
        : [new("amend.entrenched", $"{{clauses: [{path}{(c.Rights.Count > 0 && path != "rights" ? ", rights" : "")}{(path == "amend" ? "" : ", amend")}], rule: {{referendum: {c.Electorates.Keys.First()}, rule: 3/4 of votes cast, quorum: 25% of members}}}}")];

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Reachable(Constitution c, Finding finding)
    {
        foreach (var map in Clauses.All(c).OfType<Datum.Map>().Where(m => finding.Clauses.Any(p => Clauses.Covers(p, m.Clause.Path))))
        {
            if (map["quorum"] is not null) yield return (Say("remedy.lower-quorum"), [new(map.Clause.Path + ".quorum", "15% of members")]);
            if (map["rule"] is Datum.Text { Value: "unanimous" } or Datum.Text { Value: "all of members" }) yield return (Say("remedy.majority", ("clause", Path(map.Clause.Path))), [new(map.Clause.Path + ".rule", "3/4 of votes cast")]);
        }
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Direct(Analysis a, string at)
    {
        foreach (var edit in Elected(a.Constitution, at)) yield return edit;
        var electorate = a.Constitution.Electorates.Keys.First();
        if (a.Supreme is { Of: null } supreme && supreme.Seats.Values.FirstOrDefault() is { } group && group.By is Elect { Body: not null })
            yield return (Say("remedy.elected", ("electorate", electorate), ("clause", Path(group.Clause.Path))), [new(group.By.Clause.Path[..group.By.Clause.Path.LastIndexOf('.')], ByMembers(electorate))]);
    }
}
