using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Checks;

/// <summary>
/// What would mend a finding. For circles and dependence each candidate edit is tried on the constitution itself, and the
/// candidates are ranked by how many persons capture would then take; for the others there is a sentence.
/// </summary>
internal static class Remedies
{
    private const int Tried = 16;

    private static readonly ImmutableSortedDictionary<string, string> InWords = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A4"] = "Make the paid ineligible, or cap their seats below a third.",
        ["A5"] = "Let an appeal go to a body out of reach, with suspensive effect; close the register before motions are known.",
        ["A7"] = "Let the election be run by persons drawn by lot, with an appeal.",
        ["A8"] = "Fill vacancies by counting the same ballots again or by an election within 90 days.",
        ["A9"] = "Let members change unit only at their own request.",
        ["B1"] = "Let a petition of at most a tenth of the members and a vote of all remove from office.",
        ["B2"] = "State a term, and how often in a row it may be held.",
        ["B3"] = "Let another body decide on postponement, for a limited time, without lengthening any term.",
        ["B4"] = "Declare the two incompatible, or exclude the one from eligibility for the other.",
        ["C2"] = "Put it into an inspector's remit.",
        ["C3"] = "Let decisions bind from publication, and let no rule or restriction be confidential.",
        ["C4"] = "Deliver unopened, within a stated time; let nobody hold back.",
        ["C5"] = "Let the editors be chosen by another electorate, and give minorities equal space.",
        ["D1"] = "State notice, close urgent motions to the class, and count the quorum at each vote.",
        ["D2"] = "Raise the quorum or the majority; keep recall reachable.",
        ["D3"] = "Let at most five per cent of the members put a matter that must be voted.",
        ["D4"] = "Say who convenes on demand, within what time, and who does so if nobody does.",
        ["E1"] = "Require an end date of every restriction.",
        ["E2"] = "Let an independent body renew, a stated number of times, each time by more.",
        ["E3"] = "Give a minority of stated size the right to organise and be heard, and entrench it.",
        ["E4"] = "Have an independent body confirm within 14 days, let it lapse by itself, and list what it never permits.",
        ["F1"] = "Let the consent be a duty that is deemed given after a time, or let more than one decide.",
        ["F2"] = "Say who acts and how the seat is filled.",
        ["F3"] = "Let another body than the executive, and a larger majority than for ordinary decisions, amend.",
        ["F4"] = "Ask no more than the turnout that has been reached.",
        ["F5"] = "Declare the relation as a federation, or give the decision to members.",
        ["G1"] = "Elect the executive, or a second chamber beside it, directly.",
        ["G2"] = "Apportion by members.",
        ["G3"] = "Change the sizes of the groups so that each can be decisive.",
        ["G4"] = "Require every official language for notice, ballot, minutes and decision.",
    });

    public static Finding Add(Finding finding, Analysis analysis)
    {
        if (finding.Check is not ("A1" or "A2" or "A3" or "A6" or "C1"))
            return InWords.TryGetValue(finding.Check, out var words) ? finding with { Remedies = [new(words, [])] } : finding;
        var strength = finding.Strength ?? Strength.Steer;
        var target = finding.Check == "C1" ? Target.Inspection : Target.Executive;
        var before = analysis.Capture(target, strength).Number;
        var json = Canonical.Json(analysis.Constitution);
        var tried = Candidates(finding, analysis, strength).DistinctBy(c => string.Join(' ', c.Edits.Select(e => e.Path + e.Yaml)), StringComparer.Ordinal).Take(Tried)
            .Select(c => (c.Text, c.Edits, Reading: Amendment.Apply(json, c.Edits).Reading)).Where(c => c.Reading.Succeeded)
            .Select(c => new Remedy(c.Text, c.Edits, before, new Analysis(c.Reading.Constitution!).Capture(target, strength).Number));
        return finding with { Remedies = [.. tried.OrderByDescending(r => r.After ?? long.MaxValue).ThenBy(r => r.Edits.Length).ThenBy(r => r.Text, StringComparer.Ordinal)] };
    }

    private static IEnumerable<(string Text, ImmutableArray<ClauseEdit> Edits)> Candidates(Finding finding, Analysis a, Strength strength)
    {
        var clauses = finding.Clauses.Concat(a.KernelParts(strength).SelectMany(p => a.System.Upto(strength).Where(w => p.Contains(w.Group) && w.Reads.Any(p.Contains)).Select(w => w.Clause))).Distinct(StringComparer.Ordinal).ToList();
        var electorate = a.Constitution.Electorates.Keys.First();
        foreach (var clause in clauses)
        {
            var last = clause[(clause.LastIndexOf('.') + 1)..];
            if (last == "confirm") yield return ($"no confirmation at {clause}", [new(clause, null)]);
            if (last == "confirm") yield return ($"one rejection at most at {clause}", [new(clause + ".rejections", "1")]);
            if (clause.StartsWith("powers[", StringComparison.Ordinal) && !clause.Contains('.', StringComparison.Ordinal)) yield return ($"without the power {clause}", [new(clause, null)]);
            if (last == "chair") yield return ($"a chair from the meeting's midst at {clause}", [new(clause, null)]);
            if (last is "coopt" or "appoint" or "elect" && Clauses.At(a.Constitution, clause[..^(last.Length + 1)]) is not null)
                yield return ($"elected by {electorate} at {clause[..^(last.Length + 1)]}", [new(clause[..^(last.Length + 1)], $"{{elect: {{electorate: {electorate}, method: stv}}}}")]);
            if (last == "by" && Clauses.At(a.Constitution, clause) is Datum.Map) yield return ($"elected by {electorate} at {clause}", [new(clause, $"{{elect: {{electorate: {electorate}, method: stv}}}}")]);
            if (last == "vacancy") yield return ($"by-election at {clause}", [new(clause, "{fill: by_election, max: 90 days}")]);
        }
        var open = Clauses.All(a.Constitution).OfType<Datum.Text>().Where(d => d.Value == "open" && d.Clause.Path.EndsWith(".elect.ballot", StringComparison.Ordinal)).Select(d => new ClauseEdit(d.Clause.Path, "secret")).ToImmutableArray();
        if (open.Length > 0) yield return ("secret ballots throughout", open);
    }
}
