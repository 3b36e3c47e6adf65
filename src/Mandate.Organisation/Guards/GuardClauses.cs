using System.Collections.Frozen;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;
using Held = Mandate.Organisation.Facts.Held;

namespace Mandate.Organisation.Guards;

/// <summary>
/// Which clause of an organisation's own constitution writes the safeguard of a guard: the first of those below that it has, with the place
/// that the facts are about. <c>{place}</c> stands for each body or office in them, <c>power:VERB</c> for the power of that verb.
/// </summary>
public static class GuardClauses
{
    private const string Inspection = "power:inspect", Press = "power:publish", Agenda = "power:set_agenda", Propose = "power:propose", Decide = "power:decide";

    private static readonly string[] Places = ["offices.{place}", "bodies.{place}"];

    private static readonly FrozenDictionary<string, string[]> ByName = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["surprise-motion"] = ["procedure.default.notice"],
        ["vanished-quorum"] = ["bodies.{place}.quorum.each_vote", "bodies.{place}.quorum", "bodies.{place}"],
        ["no-sunset"] = ["procedure.by_object.restrict_right.sunset", "procedure.by_object.restrict_right", "emergency.lapses_after"],
        ["secret-clause"] = ["publication.confidential.cannot_cover", "publication.default"],
        ["incorporation-by-reference"] = ["procedure.by_object.amendment.text_in", "procedure.default"],
        ["rule-beyond-purpose"] = ["procedure.by_object.restrict_right", "restrictions"],
        ["restriction-of-minority"] = ["rights.platform", "procedure.by_object.restrict_right"],
        ["monopoly-of-list"] = ["rights.platform.may_not_require", "rights.platform"],
        ["unfulfilled-mandate"] = ["rights.motion", Propose],
        ["lost-mover"] = ["rights.motion", Propose],
        ["private-bargain"] = ["publication.default"],
        ["secret-caucus"] = ["rights.platform"],
        ["conflict-of-interest"] = [Inspection, "procedure.by_object.remove_officer", "procedure.default"],
        ["scripted-debate"] = ["rights.minority_report", "rights.minutes"],
        ["unanswered-petition"] = [Agenda, Propose],
        ["resolution-not-executed"] = ["procedure.default.effective", Decide],
        ["uninformed-vote"] = ["procedure.default.notice"],
        ["circular-flow-of-power"] = ["offices.{place}.by", "bodies.{place}.seats", .. Places],
        ["appointed-not-elected"] = ["offices.{place}.vacancy", "bodies.{place}.vacancy", "offices.{place}.by", "bodies.{place}.seats"],
        ["delegate-distortion"] = ["bodies.{place}.seats", "bodies.{place}"],
        ["concentrated-offices"] = ["incompatible"],
        ["captured-inspection"] = [Inspection, "incompatible"],
        ["apparatus-growth"] = ["caps"],
        ["inherited-apparatus"] = ["caps"],
        ["bypassed-body"] = ["bodies.{place}.vacancy", "offices.{place}.vacancy", .. Places, Decide],
        ["blurred-competence"] = [Decide],
        ["dormant-council"] = ["bodies.{place}.meets", "bodies.{place}"],
        ["fused-defence"] = ["incompatible"],
        ["succession-vacuum"] = ["offices.{place}.vacancy", "bodies.{place}.vacancy", .. Places],
        ["privilege-drift"] = ["caps"],
        ["withheld-document"] = ["rights.addressed_documents.within", "rights.addressed_documents", "publication.default"],
        ["split-knowledge"] = ["rights.addressed_documents", "publication.default"],
        ["selected-readers"] = ["rights.addressed_documents", "publication.default"],
        ["false-notice"] = ["procedure.served_by", "procedure.default.notice"],
        ["omitted-from-minutes"] = ["rights.minutes", "publication.default"],
        ["unanswered-rectification"] = ["rights.reply", Press],
        ["unequal-space"] = ["rights.platform.gives.equal_space", "rights.platform", Press],
        ["one-sided-report"] = ["rights.minutes", Press],
        ["unsigned-attack"] = ["rights.reply", Press],
        ["editor-displaced"] = [Press],
        ["concealed-origin"] = ["publication.default"],
        ["unsourced-quotation"] = ["rights.reply", Press],
        ["unknown-denominator"] = ["publication.default"],
        ["will-overridden"] = ["rights.addressed_documents"],
        ["reprisal-after-dissent"] = ["rights.appeal.against", "rights.appeal"],
        ["opinion-offence"] = ["rights.appeal", "rights.platform"],
        ["sanction-without-hearing"] = ["procedure.by_object.remove_officer.hearing", "rights.appeal", "electorates.members.expel"],
        ["coerced-ballot"] = ["procedure.by_object.remove_officer.ballot", "procedure.default"],
        ["abuse-of-office"] = ["rights.appeal", Inspection],
        ["confession-only"] = ["rights.appeal", Inspection],
        ["mass-removal"] = ["electorates.members.expel"],
        ["forced-membership"] = ["electorates.members.transfer", "electorates.members.admit"],
        ["centre-override"] = ["units"],
        ["language-disadvantage"] = ["rights.own_language", "languages.required_for", "languages"],
        ["broken-recall-of-order"] = [Decide],
        ["unsecured-dependency"] = [Decide],
        ["no-open-account"] = ["publication.default", Decide],
        ["price-scissors"] = [Decide],
        ["forecast-failure"] = [Decide],
        ["self-serving-allocation"] = [Decide],
        ["eroded-fund"] = [Decide],
        ["command-of-culture"] = ["rights"],
        ["cult-of-person"] = ["procedure.default"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The clause, and whether the constitution has it; else where one would be written.</summary>
    public static (string Path, bool Written) Of(Guard guard, Constitution rules, IEnumerable<Fact> about)
    {
        var places = about.SelectMany(PlacesOf).Where(p => rules.Bodies.ContainsKey(p) || rules.Offices.ContainsKey(p)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var path in Paths(ByName[guard.Name], places, rules).Append(guard.Clause))
            if (Clauses.At(rules.Source, path) is not null) return (path, true);
        return (guard.Clause, false);
    }

    /// <summary>Place by place, so that the clause is that of the place which the facts are about first, whatever kind of place it is.</summary>
    private static IEnumerable<string> Paths(string[] templates, List<string> places, Constitution rules) =>
        templates.GroupBy(t => t.Contains("{place}", StringComparison.Ordinal) ? "{place}" : t, StringComparer.Ordinal)
            .SelectMany(g => g.Key == "{place}" ? places.SelectMany(p => g.Select(t => t.Replace("{place}", p, StringComparison.Ordinal))) : Expanded(g.Key, places, rules));

    private static IEnumerable<string> Expanded(string template, List<string> places, Constitution rules)
    {
        if (template.StartsWith("power:", StringComparison.Ordinal))
        {
            var powers = rules.Powers.Where(p => Written(p.Verb) == template["power:".Length..]).ToList();
            // The power over what the facts are about, else the first of its verb.
            return powers.Where(p => p.Object.Any(o => places.Contains(o.Id))).Concat(powers).Select(p => p.Clause.Path);
        }
        return [template];
    }

    private static string Written(Verb verb) => verb == Verb.SetAgenda ? "set_agenda" : verb.ToString().ToLowerInvariant();

    private static IEnumerable<string> PlacesOf(Fact fact) => fact switch
    {
        PutToVote f => Lists.All(f.Body),
        Adopted f => Lists.All(f.Body),
        Met f => Lists.All(f.Body),
        Filled f => Lists.All(f.Place, f.By),
        Held f => Lists.All(f.Office, f.Body),
        Ended f => Lists.All(f.Office, f.Body),
        Strength f => Lists.All(f.Body),
        Idle f => Lists.All(f.Body),
        PassedOver f => Lists.All(f.Body),
        Petitioned f => Lists.All(f.To),
        Staffed f => Lists.All(f.Body),
        Related f => Lists.All(f.Other, f.Organ),
        Known f => Lists.All(f.Body),
        Agreed f => Lists.All(f.Body),
        Caucused f => Lists.All(f.Body),
        Addressed f => f.To.Each(),
        _ => [],
    };
}
