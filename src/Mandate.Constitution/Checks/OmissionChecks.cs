using System.Collections.Immutable;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>Safeguards that are not stated. Each is low by itself; a constitution that lacks many of them relies on good will.</summary>
internal static class OmissionChecks
{
    public static IEnumerable<Finding> All(Analysis a) => [.. Membership(a.Constitution), .. Bodies(a), .. Inspection(a), .. Procedure(a.Constitution), .. Emergency(a.Constitution), .. Shield(a)];

    private static Finding Low(string check, Clause at, string key, params ReadOnlySpan<(string, object)> args) => new(check, Severity.Low, at.Path, [at.Path], Say("missing." + key, args));

    private static IEnumerable<Finding> Membership(Constitution c)
    {
        foreach (var electorate in c.Electorates.Values)
        {
            var expel = electorate.Expel;
            if (expel.AppealTo is null) yield return Low("A5", expel.Clause, "expulsion-appeal");
            else if (expel.SuspendedDuringAppeal != true) yield return Low("A5", expel.Clause, "expulsion-effect");
            if (expel.Notice is null) yield return Low("A5", expel.Clause, "expulsion-notice");
            if (expel.Rule is null) yield return Low("A5", expel.Clause, "expulsion-rule");
            if (electorate.Admit is { DeemedAfter: null, By: not null }) yield return Low("A5", electorate.Admit.Clause, "admission-silence");
            if (electorate.Admit.AppealTo is null) yield return Low("A5", electorate.Admit.Clause, "admission-appeal");
            if (electorate.Transfer is null && c.Units.Count > 0) yield return Low("A9", electorate.Clause, "transfer");
            if (electorate.Register.Closes is null) yield return Low("A5", electorate.Register.Clause, "register-closing");
            if (electorate.Register.InspectableBy is null) yield return Low("A5", electorate.Register.Clause, "register-inspection");
        }
        foreach (var unit in c.Units.Values.Where(u => u.DissolvedBy.ConsentOf.IsEmpty)) yield return Low("A5", unit.DissolvedBy.Clause, "unit-consent", ("unit", unit.Id));
    }

    private static IEnumerable<Finding> Bodies(Analysis a)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values)
        {
            // Quorum is judged under D2 where a body amends; elsewhere that it is missing is said here.
            if (body.Quorum is null) yield return Low("D2", body.Clause, "quorum", ("body", body.Id)) with { Severity = Severity.Info };
            else if (body.Quorum.Opening is null) yield return Low("D2", body.Quorum.Clause, "opening-quorum", ("body", body.Id)) with { Severity = Severity.Info };
            if (body.Convene is { Notice: null }) yield return Low("D4", body.Convene.Clause, "convening-notice", ("body", body.Id));
            if (FlowChecks.IsDelegates(c, body.Id) && body.Seats.Count > 0)
            {
                if (body.Credentials is null) yield return Low("A7", body.Clause, "credentials", ("body", body.Id));
                else if (body.Credentials.AppealTo is null) yield return Low("A7", body.Credentials.Clause, "credentials-appeal", ("body", body.Id));
            }
            foreach (var group in body.Seats.Values)
            {
                if (group.By is Lot { Verifiable: false } lot) yield return Low("A7", lot.Clause, "verifiable-draw", ("body", body.Id));
                if (group.By is Lot drawn && c.Electorates.Values.Any(e => e.Register.KeptBy.Id == body.Id) && !(group.Eligible?.NoneOf.Any(p => p is Candidate { Stands: true }) ?? false))
                    yield return Low("A7", drawn.Clause, "candidate-drawn", ("body", body.Id));
            }
            if (body is { Vacancy: null, Term: not null } && body.Seats.Values.Any(s => s.By is Elect)) yield return Low("F2", body.Clause, "vacancies", ("body", body.Id));
        }
    }

    private static IEnumerable<Finding> Inspection(Analysis a)
    {
        var c = a.Constitution;
        var remit = Holdings.Places(c, c.Powers.Where(p => p.Verb == Verb.Inspect).SelectMany(p => p.Object)).ToHashSet(StringComparer.Ordinal);
        foreach (var place in a.Executive.Where(e => !remit.Contains(e))) yield return Low("C2", c.Bodies.GetValueOrDefault(place)?.Clause ?? c.Offices[place].Clause, "remit", ("place", place));
        foreach (var inspect in c.Powers.Where(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder n && !FlowChecks.IsDelegates(c, n.Name.Id) && !a.IsBase(n.Name.Id)))
        {
            var inspector = ((NamedHolder)inspect.Holder).Name.Id;
            if (inspect.Publishes is null) yield return Low("C1", inspect.Clause, "publishes", ("inspector", inspector));
            if (inspect.Access is null) yield return Low("C1", inspect.Clause, "access", ("inspector", inspector));
            if (!c.Powers.Any(p => p.Floor.ContainsKey(inspector))) yield return Low("C1", inspect.Clause, "floor", ("inspector", inspector));
            if (!remit.Contains(inspector)) yield return Low("C2", inspect.Clause, "uninspected-inspector", ("inspector", inspector));
        }
        foreach (var daily in c.Powers.Where(p => p.Verb == Verb.Decide && p.Review is null && p.Object.Any(o => o.Id == "daily_business"))) yield return Low("D3", daily.Clause, "review");
        if (!c.Rights.Values.Any(r => r.Gives?["printed_with_decision"] is not null)) yield return new("E3", Severity.Low, "rights", [], Say("missing.minority-report"));
        if (!c.Rights.Values.Any(r => !r.Against.IsEmpty && r.Against.Contains("expel", StringComparer.Ordinal))) yield return new("A5", Severity.Low, "rights", [], Say("missing.appeal-right"));
        if (!c.Rights.Values.Any(r => r.Gives?["correction"] is not null)) yield return new("C4", Severity.Low, "rights", [], Say("missing.correct-minutes"));
    }

    private static IEnumerable<Finding> Procedure(Constitution c)
    {
        var p = c.Procedure;
        if (p.Default.Notice is null) yield return Low("D1", p.Default.Clause, "default-notice");
        if (p.Default.Effective is null) yield return Low("C3", p.Default.Clause, "effective");
        if (p.UrgentMotion is { Rule: null } urgent) yield return Low("D1", urgent.Clause, "urgent-rule");
        if (c.Format != "0.1" && p.ServedBy is null) yield return Low("D1", p.Clause, "service");
        if (c.Units.Count > 0 && !p.ByObject.ContainsKey("dissolve_unit")) yield return Low("D1", p.Clause, "dissolve-procedure");
        if (!p.ByObject.ContainsKey("change_election_rule")) yield return Low("B3", p.Clause, "election-rule-procedure");
        if (p.ByObject.GetValueOrDefault("restrict_right") is { } restrict)
        {
            if (restrict.Rule is null) yield return Low("E1", restrict.Clause, "restrict-rule");
            if (restrict.ConsentOf.IsEmpty) yield return Low("E1", restrict.Clause, "restrict-consent");
            if (restrict.Publish is null) yield return Low("C3", restrict.Clause, "restrict-publish");
        }
        if (p.ByObject.GetValueOrDefault("remove_officer") is { } remove)
        {
            if (!remove.HearingRequired) yield return Low("D1", remove.Clause, "hearing");
            if (remove.Ballot is not BallotKind.Secret) yield return Low("D1", remove.Clause, "removal-ballot");
        }
        if (p.ByObject.GetValueOrDefault("amendment") is { Readings: null or 1 } amendment) yield return Low("D1", amendment.Clause, "readings");
        if (c.Format != "0.1" && c.Correction is null) yield return new("C3", Severity.Low, "encoding", [], Say("missing.correction"));
        if (c.Publication.Confidential is { CannotCover: var open } confidential && !open.Contains("minutes_of_congress", StringComparer.Ordinal)) yield return Low("C3", confidential.Clause, "confidential-minutes");
    }

    private static IEnumerable<Finding> Emergency(Constitution c)
    {
        if (c.Emergency is not { } e) yield break;
        if (e.Declare.Rule is null) yield return Low("E4", e.Declare.Clause, "emergency-rule");
        if (e.Declare.Grounds.IsEmpty) yield return Low("E4", e.Declare.Clause, "emergency-grounds");
        if (e.Confirm.Rule is null) yield return Low("E4", e.Confirm.Clause, "emergency-confirm-rule");
        if (e.Report is not null and not { To: not null, Within: not null, Published: true }) yield return Low("E4", e.Report!.Clause, "emergency-report");
        if (!e.MayNot.Contains("dissolve_unit", StringComparer.Ordinal) && c.Units.Count > 0) yield return Low("E4", e.Clause, "emergency-units");
    }

    /// <summary>What guards the rules should not be easier to change than the rules.</summary>
    private static IEnumerable<Finding> Shield(Analysis a)
    {
        var c = a.Constitution;
        if (c.Amend.Entrenched is not { } entrenched)
        {
            yield return Low("F3", c.Amend.Clause, "entrenchment");
            yield break;
        }
        var guarded = a.Inspectors.Where(i => c.Bodies.ContainsKey(i) && !FlowChecks.IsDelegates(c, i)).Concat(c.Electorates.Values.Select(e => e.Register.KeptBy.Id).Where(c.Bodies.ContainsKey)).Distinct(StringComparer.Ordinal).Select(b => "bodies." + b).Append("publication");
        if (c.Emergency is not null) guarded = guarded.Append("emergency");
        if (c.Rights.Count > 0) guarded = guarded.Append("rights");
        foreach (var path in guarded.Where(p => !entrenched.Clauses.Any(e => Clauses.Covers(e, p)))) yield return Low("F3", entrenched.Clause, "shield", ("clause", new Verbatim(path)));
        if (c.Amend.Incumbents is { Term: null } or { ElectionRule: null }) yield return Low("B3", c.Amend.Incumbents.Clause, "incumbents");
    }
}
