using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>Changes that may mend a finding, as edits by clause path. Whether they do is found out by trying (<see cref="RemedySearch"/>).</summary>
internal static class RemedyCandidates
{
    public static IEnumerable<(Phrase Says, ImmutableArray<ClauseEdit> Edits)> For(Finding finding, Analysis a)
    {
        var c = a.Constitution;
        var at = finding.At;
        return finding.Check switch
        {
            "A1" or "A2" or "A3" or "A6" => Cuts(finding, a).Concat(finding.Check is "A1" or "A2" ? Recall(c, at) : []),
            "A4" => Officials(a, at),
            "A5" => Electorate(a, finding),
            "A7" => Elections(a, finding).Concat(at.StartsWith("powers[", StringComparison.Ordinal) ? Without(at) : []),
            "A8" or "F2" => Vacancy(c, at).Concat(Elected(c, at)),
            "A9" => at.EndsWith(".transfer", StringComparison.Ordinal) || at.StartsWith("electorates.", StringComparison.Ordinal) ? [(Say("remedy.self-transfer"), [new(Trim(at, ".transfer") + ".transfer", "{by: self}")])] : Without(at).Concat(UnitConsent(a, at)),
            "B1" => Recall(c, at),
            "B2" => Terms(c, at),
            "B3" => Incumbents(c).Concat(Emergency(c, at)).Concat(Without(at)).Concat(Consent(a, at)),
            "B4" => Incompatible(a, finding),
            "C1" => Cuts(finding, a).Concat(Inspector(a, finding)),
            "C2" => Remit(a, finding),
            "C3" => Publicity(c, finding),
            "C4" => Letters(c, finding),
            "C5" => [(Say("remedy.equal-space"), [Right(c, "minority_space", "{who: 1% of members, gives: {named_platform: true, equal_space: journal}}")])],
            "D1" => Notice(a, finding),
            "D2" => Attendance(a, finding),
            "D3" => [(Say("remedy.initiative"), [Append(c, "powers", "{id: members_initiative, verb: propose, object: [motion, amendment], holder: {petition: 2% of members}}")])],
            "D4" => Demand(a, at),
            "E1" => Sunset(c, finding),
            "E2" => Renewals(a, finding),
            "E3" => [(Say("remedy.platform"), [Right(c, "minority_platform", "{who: 1% of members, gives: {named_platform: true, equal_space: journal}}"), .. Entrench(c, "rights")]), .. Entrench(c, "rights") is { Length: > 0 } shield ? [(Say("remedy.entrench"), shield)] : Array.Empty<(Phrase, ImmutableArray<ClauseEdit>)>()],
            "E4" => Emergency(c, at).Concat(EmergencyConfirmed(a)).Concat(Without(at)),
            "F1" => WithoutConsent(c, finding).Concat(AmendBy(a)).Concat(Without(at)),
            "F3" => AmendBy(a).Concat(Entrench(c, "amend") is { Length: > 0 } itself ? [(Say("remedy.entrench-itself"), itself)] : []).Concat(Incumbents(c)),
            "F4" => Reachable(c, finding),
            "F5" => Elected(c, at),
            "G1" => Direct(a, at),
            "G2" => finding.Clauses.SelectMany(p => Clauses.At(c, p) is Datum.Map map && map["per"] is Datum.Text per ? [(Say("remedy.apportion"), ImmutableArray.Create(new ClauseEdit(p, $"{{per: {per.Value}, one_per: {Norm(a, per.Value)} members, min: 1}}")))] : Array.Empty<(Phrase, ImmutableArray<ClauseEdit>)>()),
            "G3" => Elected(c, at),
            "G4" => [(Say("remedy.languages"), [new("languages.required_for", "[notice, ballot, minutes, decision]")]), (Say("remedy.authentic"), [new("languages.equally_authentic", "true")])],
            _ => [],
        };
    }

    /// <summary>Cuts at the clauses of a circle: no confirmation, election by members, secret ballots, a drawn inspectorate.</summary>
    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Cuts(Finding finding, Analysis a)
    {
        var c = a.Constitution;
        var strength = finding.Strength ?? Strength.Steer;
        var open = Clauses.All(c).OfType<Datum.Text>().Where(d => d.Value == "open" && d.Clause.Path.EndsWith(".elect.ballot", StringComparison.Ordinal)).Select(d => new ClauseEdit(d.Clause.Path, "secret")).ToImmutableArray();
        if (open.Length > 0) yield return (Say("remedy.secret-ballots"), open);
        var chairs = c.Bodies.Values.Where(b => b.Chair is not null).Select(b => new ClauseEdit(b.Chair!.Clause.Path, null)).ToImmutableArray();
        if (open.Length > 0 && chairs.Length > 0) yield return (Say("remedy.secret-ballots-own-chairs"), [.. open, .. chairs]);
        var clauses = finding.Clauses.Concat(a.KernelParts(strength).SelectMany(p => a.System.Upto(strength).Where(w => p.Contains(w.Group) && w.Reads.Any(p.Contains)).Select(w => w.Clause))).Distinct(StringComparer.Ordinal).ToList();
        if (finding.Check == "C1") clauses.AddRange(a.Inspectors.SelectMany(i => c.Bodies.GetValueOrDefault(i)?.Seats.Values.Select(s => s.By.Clause.Path) ?? []));
        var electorate = c.Electorates.Keys.First();
        foreach (var clause in clauses.Where(p => Clauses.At(c, p) is not null))
        {
            var last = clause[(clause.LastIndexOf('.') + 1)..];
            var around = clause.Length > last.Length ? clause[..^(last.Length + 1)] : "";
            var place = Path(clause);
            if (last == "confirm")
            {
                yield return (Say("remedy.no-confirmation", ("clause", place)), [new(clause, null)]);
                yield return (Say("remedy.one-rejection", ("clause", place)), [new(clause + ".rejections", "1")]);
            }
            if (IsPower(clause)) yield return (Say("remedy.without-power", ("clause", place)), [new(clause, null)]);
            if (last == "chair") yield return (Say("remedy.own-chair", ("clause", place)), [new(clause, null)]);
            if (last is "coopt" or "appoint" or "elect" && Clauses.At(c, around) is not null)
            {
                yield return (Say("remedy.elected", ("electorate", electorate), ("clause", Path(around))), [new(around, ByMembers(electorate))]);
                if (finding.Check == "C1") yield return (Say("remedy.drawn", ("clause", Path(around))), [new(around, $"{{lot: {{pool: {electorate}, volunteers: true, verifiable: true}}}}")]);
            }
            if (last is "vacancy") yield return (Say("remedy.by-election", ("clause", place)), [new(clause, "{fill: by_election, max: 90 days}")]);
            if (last is "admit" or "expel") yield return (Say("remedy.membership-appeal", ("clause", place)), [.. Decider(c, clause, ("appeal_to", Judge(a) ?? electorate), ("suspended_during_appeal", "true"))]);
        }
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Recall(Constitution c, string at)
    {
        if (PlaceAt(c, at) is not { } place) yield break;
        var path = place + ".remove";
        var petition = $"{{petition: 10% of members, then: {{referendum: {c.Electorates.Keys.First()}, rule: majority of votes cast, quorum: 10% of members}}}}";
        yield return (Say("remedy.recall", ("clause", Path(place))), [Append(c, path, petition)]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Officials(Analysis a, string at)
    {
        var c = a.Constitution;
        if (PlaceAt(c, at) is not { } place || !c.Bodies.TryGetValue(place["bodies.".Length..], out var body)) yield break;
        ImmutableArray<ClauseEdit> exclude = [.. body.Seats.Values.Where(g => !FlowChecks.Excludes(c, g.Eligible, "paid") && g.By is not (Lot or External or ExOfficio)).Select(g => Excluding(c, g, "{holds: paid}"))];
        if (exclude.Length > 0 && c.Tags.Contains("paid")) yield return (Say("remedy.unpaid", ("clause", Path(place))), exclude);
        if (c.Tags.Contains("paid")) yield return (Say("remedy.cap", ("clause", Path(place))), [Append(c, "caps", $"{{body: {body.Id}, tag: paid, max: 10% of seats}}")]);
        foreach (var group in body.Seats.Values.Where(g => g.By is ExOfficio)) yield return (Say("remedy.no-ex-officio", ("clause", Path(group.Clause.Path))), [new(group.Clause.Path, null)]);
    }

    private static ClauseEdit Excluding(Constitution c, SeatGroup group, string predicate)
    {
        var path = group.Clause.Path + ".eligible";
        return Clauses.At(c, path) is null ? new(path, $"{{none_of: [{predicate}]}}") : Append(c, path + ".none_of", predicate);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Electorate(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        var at = finding.At;
        var judge = Judge(a);
        foreach (var electorate in c.Electorates.Values)
        {
            foreach (var decider in new[] { electorate.Admit, electorate.Expel, electorate.Suspend }.OfType<Decider>().Where(d => Clauses.Covers(d.Clause.Path, at)))
            {
                if (judge is not null) yield return (Say("remedy.membership-appeal", ("clause", Path(decider.Clause.Path))), [.. Decider(c, decider.Clause.Path, ("appeal_to", judge), ("suspended_during_appeal", "true"))]);
                if (a.Supreme is { } supreme) yield return (Say("remedy.membership-by", ("body", supreme.Id), ("clause", Path(decider.Clause.Path))), [new(decider.Clause.Path, $"{{by: {supreme.Id}, rule: 2/3 of votes cast, notice: 21 days{(judge is null ? "" : $", appeal_to: {judge}, suspended_during_appeal: true")}}}")]);
                yield return (Say("remedy.membership-notice", ("clause", Path(decider.Clause.Path))), [.. Decider(c, decider.Clause.Path, ("rule", "2/3 of votes cast"), ("notice", "21 days"))]);
                yield return (Say("remedy.silence", ("clause", Path(decider.Clause.Path))), [.. Decider(c, decider.Clause.Path, ("deemed_after", "30 days"))]);
            }
            if (!Clauses.Covers(electorate.Register.Clause.Path, at)) continue;
            var days = c.Procedure.ByObject.GetValueOrDefault("amendment") is { } amendment ? FlowChecks.Days(amendment.Notice) + 10 : 60;
            yield return (Say("remedy.register"), [new(electorate.Register.Clause.Path + ".closes", FormattableString.Invariant($"{days} days before vote"))]);
            yield return (Say("remedy.register-inspection"), [new(electorate.Register.Clause.Path + ".inspectable_by", "any member")]);
        }
        foreach (var edit in UnitConsent(a, at).Concat(Without(at))) yield return edit;
        if (at == "rights" && judge is not null) yield return (Say("remedy.appeal-right"), [Right(c, "members_appeal", $"{{who: any member, against: [expel, suspend, transfer], to: {judge}}}")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> UnitConsent(Analysis a, string at)
    {
        var c = a.Constitution;
        foreach (var unit in c.Units.Values.Where(u => Clauses.Covers(u.Clause.Path, at)))
        {
            var assembly = c.Bodies.Values.FirstOrDefault(b => b.Of is not null && b.Per?.Id == unit.Id)?.Id ?? a.Supreme?.Id;
            if (assembly is null) continue;
            foreach (var decider in new[] { unit.CreatedBy, unit.DissolvedBy }.Where(d => Clauses.Covers(d.Clause.Path, at)))
                yield return (Say("remedy.unit-consent", ("unit", unit.Id), ("body", assembly)), [.. Decider(c, decider.Clause.Path, ("consent_of", assembly))]);
        }
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Elections(Analysis a, Finding finding)
    {
        var c = a.Constitution;
        var lot = c.Bodies.Keys.FirstOrDefault(a.IsByLot);
        ImmutableArray<ClauseEdit> found = lot is null
            ? [new("bodies.drawn_commission", $"{{meets: every 3 months, seats: {{count: 5, by: {{lot: {{pool: {c.Electorates.Keys.First()}, volunteers: true, verifiable: true}}}}, eligible: {{none_of: [{{candidate: true}}]}}}}, term: {{length: 2 years, consecutive: 1}}, quorum: 3 seats}}")]
            : [];
        var by = lot ?? "drawn_commission";
        foreach (var path in finding.Clauses.Append(finding.At).Distinct(StringComparer.Ordinal))
        {
            if (path.EndsWith(".run_by", StringComparison.Ordinal)) yield return (Say("remedy.run-by-lot", ("clause", Path(path))), [new(path, by), .. found]);
            if (path.EndsWith(".credentials", StringComparison.Ordinal)) yield return (Say("remedy.run-by-lot", ("clause", Path(path))), [new(path, $"{{by: {by}, appeal_to: {Trim(path, ".credentials")["bodies.".Length..]}}}"), .. found]);
            if (Clauses.At(c, path) is Datum.Map && c.Bodies.Values.FirstOrDefault(b => b.Clause.Path == path) is { Credentials: null } body) yield return (Say("remedy.run-by-lot", ("clause", Path(path + ".credentials"))), [new(path + ".credentials", $"{{by: {by}, appeal_to: {body.Id}}}"), .. found]);
            if (path.EndsWith(".lot", StringComparison.Ordinal)) yield return (Say("remedy.verifiable", ("clause", Path(path))), [new(path + ".verifiable", "true")]);
        }
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Vacancy(Constitution c, string at)
    {
        if (PlaceAt(c, at) is not { } place) yield break;
        yield return (Say("remedy.by-election", ("clause", Path(place))), [new(place + ".vacancy", "{fill: by_election, max: 90 days}")]);
        var acting = c.Bodies.Values.FirstOrDefault(b => b.Seats.Count > 1 || b.Tags.Any(t => t.Id == "executive"))?.Id ?? c.Bodies.Keys.FirstOrDefault();
        if (acting is not null) yield return (Say("remedy.acting", ("acting", acting), ("clause", Path(place))), [new(place + ".vacancy", $"{{acting: {acting}, max: 90 days, then: by_election}}")]);
    }

    /// <summary>Every selecting clause of a place by election of the members.</summary>
    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Elected(Constitution c, string at)
    {
        var electorate = c.Electorates.Keys.First();
        if (PlaceAt(c, at) is not { } place) yield break;
        ImmutableArray<string> selects = c.Offices.TryGetValue(Trim(place, "", "offices."), out var office) ? [office.Clause.Path + ".by"]
            : c.Bodies.TryGetValue(Trim(place, "", "bodies."), out var body) ? [.. body.Seats.Values.Where(s => at == place || s.Clause.Path == at).Where(s => s.By is not (Elect { Electorate: not null } or Lot)).Select(s => s.Clause.Path + ".by")] : [];
        if (selects.Length > 0) yield return (Say("remedy.elected", ("electorate", electorate), ("clause", Path(place))), [.. selects.Select(s => new ClauseEdit(s, ByMembers(electorate)))]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Terms(Constitution c, string at)
    {
        var place = PlaceAt(c, at);
        if (place is null) yield break;
        if (Clauses.At(c, place + ".term") is not null) yield return (Say("remedy.term-limit", ("clause", Path(place))), [new(place + ".term.consecutive", "3")]);
        yield return (Say("remedy.term", ("clause", Path(place))), [new(place + ".term", "{length: 2 years, consecutive: 3}")]);
    }

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Incumbents(Constitution c) =>
        [(Say("remedy.incumbents"), [new("amend.applies_to_incumbents", "{term: next_holder, election_rule: after_next_election}")])];

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Consent(Analysis a, string at)
    {
        if (!IsPower(at)) yield break;
        foreach (var body in a.Inspectors.Append(a.Supreme?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Where(b => a.Constitution.Bodies.ContainsKey(b)))
            yield return (Say("remedy.consent", ("body", body), ("clause", Path(at))), [new(at + ".consent_of", body)]);
    }

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

    private static IEnumerable<(Phrase, ImmutableArray<ClauseEdit>)> Without(string at)
    {
        if (IsPower(at)) yield return (Say("remedy.without-power", ("clause", Path(at))), [new(at, null)]);
    }

    private static bool IsPower(string path) => path.StartsWith("powers[", StringComparison.Ordinal) && path.EndsWith(']');

    private static Verbatim Path(string path) => new(path);

    private static string Trim(string path, string end, string start = "")
    {
        if (end.Length > 0 && path.EndsWith(end, StringComparison.Ordinal)) path = path[..^end.Length];
        return start.Length > 0 && path.StartsWith(start, StringComparison.Ordinal) ? path[start.Length..] : path;
    }

    private static string ByMembers(string electorate) => $"{{elect: {{electorate: {electorate}, method: stv}}}}";

    /// <summary>The body or office around a clause: <c>bodies.council</c>.</summary>
    private static string? PlaceAt(Constitution c, string at) =>
        c.Bodies.Values.Select(b => b.Clause.Path).Concat(c.Offices.Values.Select(o => o.Clause.Path)).Where(p => Clauses.Covers(p, at)).MaxBy(p => p.Length);

    private static string? Judge(Analysis a) =>
        a.Constitution.Bodies.Keys.FirstOrDefault(b => a.IsByLot(b)) ?? a.Inspectors.FirstOrDefault(i => !a.IsBase(i) && !a.Executive.Any(e => a.Reaches(e, i, Strength.Gate))) ?? a.Supreme?.Id;

    /// <summary>Adds to a list, or begins it.</summary>
    private static ClauseEdit Append(Constitution c, string path, string item) =>
        Clauses.At(c, path) is Datum.List { Items.Length: > 0 and var count } ? new(FormattableString.Invariant($"{path}[{count}]"), item) : new(path, $"[{item}]");

    private static ClauseEdit Right(Constitution c, string id, string yaml) => Clauses.At(c, "rights") is Datum.Map ? new("rights." + id, yaml) : new("rights", $"{{{id}: {yaml}}}");

    /// <summary>Sets keys of a decider, also where it is written in its short form (<c>admit: council</c>).</summary>
    private static IEnumerable<ClauseEdit> Decider(Constitution c, string path, params (string Key, string Value)[] keys) => Clauses.At(c, path) is Datum.Map
        ? keys.Select(k => new ClauseEdit($"{path}.{k.Key}", k.Value))
        : [new(path, $"{{by: {Clauses.Text(Clauses.At(c, path)!)}, {string.Join(", ", keys.Select(k => $"{k.Key}: {k.Value}"))}}}")];

    private static long Norm(Analysis a, string unit) => Math.Max(1, a.Model.Numbers.Members / a.Model.Numbers.Units(unit));
}
