using System.Collections.Immutable;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks;

/// <summary>Safeguards that are not stated. Each is low by itself; a constitution that lacks many of them relies on good will.</summary>
internal static class OmissionChecks
{
    public static IEnumerable<Finding> All(Analysis a) => [.. Membership(a.Constitution), .. Bodies(a), .. Inspection(a), .. Procedure(a.Constitution), .. Emergency(a.Constitution), .. Shield(a)];

    private static Finding Low(string check, Clause at, string words) => new(check, Severity.Low, at.Path, [at.Path], words);

    private static IEnumerable<Finding> Membership(Constitution c)
    {
        foreach (var electorate in c.Electorates.Values)
        {
            var expel = electorate.Expel;
            if (expel.AppealTo is null) yield return Low("A5", expel.Clause, "Nobody hears an appeal against expulsion.");
            else if (expel.SuspendedDuringAppeal != true) yield return Low("A5", expel.Clause, "An expulsion has its effect while an appeal is heard.");
            if (expel.Notice is null) yield return Low("A5", expel.Clause, "A member can be expelled without having been told beforehand.");
            if (expel.Rule is null) yield return Low("A5", expel.Clause, "Expulsion needs no more than an ordinary majority.");
            if (electorate.Admit is { DeemedAfter: null, By: not null }) yield return Low("A5", electorate.Admit.Clause, "An application can be left lying: silence is not consent.");
            if (electorate.Admit.AppealTo is null) yield return Low("A5", electorate.Admit.Clause, "Nobody hears an appeal against a refusal to admit.");
            if (electorate.Transfer is null && c.Units.Count > 0) yield return Low("A9", electorate.Clause, "That members change unit only at their own request is not stated.");
            if (electorate.Register.Closes is null) yield return Low("A5", electorate.Register.Clause, "When the register closes before a vote is not stated.");
            if (electorate.Register.InspectableBy is null) yield return Low("A5", electorate.Register.Clause, "Who may inspect the register is not stated.");
        }
        foreach (var unit in c.Units.Values.Where(u => u.DissolvedBy.ConsentOf.IsEmpty)) yield return Low("A5", unit.DissolvedBy.Clause, $"A {unit.Id} can be dissolved without the consent of its members.");
    }

    private static IEnumerable<Finding> Bodies(Analysis a)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values)
        {
            // Quorum is judged under D2 where a body amends; elsewhere that it is missing is said here.
            if (body.Quorum is null) yield return Low("D1", body.Clause, $"{body.Id} has no quorum: whoever is left can decide.");
            else if (body.Quorum.Opening is null) yield return Low("D1", body.Quorum.Clause, $"With how many {body.Id} may open is not stated.");
            if (body.Convene is { Notice: null }) yield return Low("D1", body.Convene.Clause, $"{body.Id} can be convened without notice.");
            if (FlowChecks.IsDelegates(c, body.Id) && body.Seats.Count > 0)
            {
                if (body.Credentials is null) yield return Low("A7", body.Clause, $"Who examines the credentials of {body.Id} is not stated.");
                else if (body.Credentials.AppealTo is null) yield return Low("A7", body.Credentials.Clause, $"Nobody hears an appeal on the credentials of {body.Id}.");
            }
            foreach (var group in body.Seats.Values)
            {
                if (group.By is Lot { Verifiable: false } lot) yield return Low("A7", lot.Clause, $"The draw of {body.Id} need not be verifiable.");
                if (group.By is Lot drawn && c.Electorates.Values.Any(e => e.Register.KeptBy.Id == body.Id) && !(group.Eligible?.NoneOf.Any(p => p is Candidate { Stands: true }) ?? false))
                    yield return Low("A7", drawn.Clause, $"Whoever stands in an election may be drawn into {body.Id}, which conducts it.");
            }
            if (body is { Vacancy: null, Term: not null } && body.Seats.Values.Any(s => s.By is Elect)) yield return Low("F2", body.Clause, $"How vacancies in {body.Id} are filled is not stated.");
        }
    }

    private static IEnumerable<Finding> Inspection(Analysis a)
    {
        var c = a.Constitution;
        var remit = c.Powers.Where(p => p.Verb == Verb.Inspect).SelectMany(p => p.Object).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var place in a.Executive.Where(e => !remit.Contains(e))) yield return Low("C2", c.Bodies.GetValueOrDefault(place)?.Clause ?? c.Offices[place].Clause, $"{place} is in no inspector's remit.");
        foreach (var inspect in c.Powers.Where(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder n && !FlowChecks.IsDelegates(c, n.Name.Id) && !a.IsBase(n.Name.Id)))
        {
            var inspector = ((NamedHolder)inspect.Holder).Name.Id;
            if (inspect.Publishes is null) yield return Low("C1", inspect.Clause, $"That {inspector} publishes its own findings is not stated.");
            if (inspect.Access is null) yield return Low("C1", inspect.Clause, $"What {inspector} may see is not stated.");
            if (!c.Powers.Any(p => p.Floor.ContainsKey(inspector))) yield return Low("C1", inspect.Clause, $"{inspector} has no budget that cannot be cut.");
            if (!remit.Contains(inspector)) yield return Low("C2", inspect.Clause, $"Nobody inspects {inspector}.");
        }
        foreach (var daily in c.Powers.Where(p => p.Verb == Verb.Decide && p.Review is null && p.Object.Any(o => o.Id == "daily_business"))) yield return Low("D3", daily.Clause, "Members have no way to call back a decision in daily business.");
        if (!c.Rights.Values.Any(r => r.Gives?["printed_with_decision"] is not null)) yield return new("E3", Severity.Low, "rights", [], "No clause lets a minority attach its report to a decision.");
        if (!c.Rights.Values.Any(r => !r.Against.IsEmpty && r.Against.Contains("expel", StringComparer.Ordinal))) yield return new("A5", Severity.Low, "rights", [], "No clause gives every member an appeal against expulsion.");
        if (!c.Rights.Values.Any(r => r.Gives?["correction"] is not null)) yield return new("C4", Severity.Low, "rights", [], "No clause lets a speaker correct the minutes.");
    }

    private static IEnumerable<Finding> Procedure(Constitution c)
    {
        var p = c.Procedure;
        if (p.Default.Notice is null) yield return Low("D1", p.Default.Clause, "An ordinary decision needs no notice.");
        if (p.Default.Effective is null) yield return Low("C3", p.Default.Clause, "From when a decision binds is not stated.");
        if (p.UrgentMotion is { Rule: null } urgent) yield return Low("D1", urgent.Clause, "What an urgent motion needs is not stated.");
        if (c.Format != "0.1" && p.ServedBy is null) yield return Low("D1", p.Clause, "Which service of a notice counts is not stated.");
        if (c.Units.Count > 0 && !p.ByObject.ContainsKey("dissolve_unit")) yield return Low("D1", p.Clause, "The dissolution of a unit has no procedure of its own.");
        if (!p.ByObject.ContainsKey("change_election_rule")) yield return Low("D1", p.Clause, "A change of an election rule has no procedure of its own.");
        if (p.ByObject.GetValueOrDefault("restrict_right") is { } restrict)
        {
            if (restrict.Rule is null) yield return Low("E1", restrict.Clause, "A right can be restricted by an ordinary majority.");
            if (restrict.ConsentOf.IsEmpty) yield return Low("E1", restrict.Clause, "Nobody independent has to consent to the restriction of a right.");
            if (restrict.Publish is null) yield return Low("C3", restrict.Clause, "When a restriction is published is not stated.");
        }
        if (p.ByObject.GetValueOrDefault("remove_officer") is { } remove)
        {
            if (!remove.HearingRequired) yield return Low("D1", remove.Clause, "Somebody can be removed without a hearing.");
            if (remove.Ballot is not BallotKind.Secret) yield return Low("D1", remove.Clause, "That a removal is voted in secret is not stated.");
        }
        if (p.ByObject.GetValueOrDefault("amendment") is { Readings: null or 1 } amendment) yield return Low("D1", amendment.Clause, "An amendment is voted in one reading.");
        if (c.Format != "0.1" && c.Correction is null) yield return new("C3", Severity.Low, "encoding", [], "Nobody is named who corrects this file where it departs from the adopted text.");
        if (c.Publication.Confidential is { CannotCover: var open } confidential && !open.Contains("minutes_of_congress", StringComparer.Ordinal)) yield return Low("C3", confidential.Clause, "The minutes of the highest body may be kept confidential.");
    }

    private static IEnumerable<Finding> Emergency(Constitution c)
    {
        if (c.Emergency is not { } e) yield break;
        if (e.Declare.Rule is null) yield return Low("E4", e.Declare.Clause, "What declaring an emergency needs is not stated.");
        if (e.Declare.Grounds.IsEmpty) yield return Low("E4", e.Declare.Clause, "The grounds of an emergency are not stated.");
        if (e.Confirm.Rule is null) yield return Low("E4", e.Confirm.Clause, "What confirming an emergency needs is not stated.");
        if (e.Report is not null and not { To: not null, Within: not null, Published: true }) yield return Low("E4", e.Report!.Clause, "To whom an emergency is reported, when, and that the report is published are not all stated.");
        if (!e.MayNot.Contains("dissolve_unit", StringComparer.Ordinal) && c.Units.Count > 0) yield return Low("E4", e.Clause, "An emergency is not kept from dissolving units.");
    }

    /// <summary>What guards the rules should not be easier to change than the rules.</summary>
    private static IEnumerable<Finding> Shield(Analysis a)
    {
        var c = a.Constitution;
        if (c.Amend.Entrenched is not { } entrenched)
        {
            yield return Low("F3", c.Amend.Clause, "No clause is harder to change than the others.");
            yield break;
        }
        var guarded = a.Inspectors.Where(i => c.Bodies.ContainsKey(i) && !FlowChecks.IsDelegates(c, i)).Concat(c.Electorates.Values.Select(e => e.Register.KeptBy.Id).Where(c.Bodies.ContainsKey)).Distinct(StringComparer.Ordinal).Select(b => "bodies." + b).Append("publication");
        if (c.Emergency is not null) guarded = guarded.Append("emergency");
        if (c.Rights.Count > 0) guarded = guarded.Append("rights");
        foreach (var path in guarded.Where(p => !entrenched.Clauses.Any(e => Clauses.Covers(e, p)))) yield return Low("F3", entrenched.Clause, $"The clause {path} is changed as easily as any other.");
        if (c.Amend.Incumbents is { Term: null } or { ElectionRule: null }) yield return Low("B3", c.Amend.Incumbents.Clause, "For whom a change of terms and election rules first holds is not fully stated.");
    }
}
