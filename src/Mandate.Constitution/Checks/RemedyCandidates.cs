using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>Changes that may mend a finding, as edits by clause path. Whether they do is found out by trying (<see cref="RemedySearch"/>).</summary>
internal static partial class RemedyCandidates
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
