using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

/// <summary>The union federation is sound; taking any safeguard away shows.</summary>
public sealed class UnionFederationTests
{
    [Fact]
    public void The_union_federation_has_nothing_at_medium_or_above() =>
        Assert.Empty(Checker.Check(Parse.Read(Examples.UnionFederation)).AtLeast(Severity.Medium));

    [Fact]
    public void A_waiver_covers_a_finding_until_it_expires()
    {
        var constitution = Parse.Read(Examples.UnionFederation);
        Assert.Contains(Checker.Check(constitution).Findings, f => f.Check == "D2" && f.Waived is not null);
        Assert.DoesNotContain(Checker.Check(constitution, new DateOnly(2029, 7, 1)).Findings, f => f.Waived is not null);
    }

    [Theory]
    [InlineData("D4", Severity.Medium, "bodies.congress.convene.default", null)]
    [InlineData("C1", Severity.Medium, "bodies.regions_chamber.seats.eligible", "{none_of: [{holds: paid}]}")]
    [InlineData("B4", Severity.Medium, "bodies.regions_chamber.seats.eligible", "{none_of: [{holds: paid}]}")]
    [InlineData("C1", Severity.High, "powers[3].publishes", "via_inspected")]
    [InlineData("E2", Severity.Medium, "emergency.renew", "{by: regions_chamber, max_times: 6}")]
    [InlineData("D1", Severity.High, "bodies.congress.quorum", "{opening: 2/3 of seats, each_vote: 1 seats}")]
    [InlineData("A5", Severity.Medium, "electorates.members.expel.appeal_to", "council")]
    [InlineData("A4", Severity.Medium, "bodies.council.seats.region_elected.eligible", null)]
    [InlineData("A5", Severity.High, "electorates.members.expel", "{by: council}")]
    [InlineData("A6", Severity.High, "bodies.council.seats.region_elected.by", "{elect: {electorate: members, within: region, method: irv, confirm: {by: council, rejections: unlimited}}}")]
    [InlineData("A7", Severity.High, "bodies.congress.credentials", "{by: council}")]
    [InlineData("A8", Severity.Medium, "bodies.council.vacancy", "{fill: coopt}")]
    [InlineData("A9", Severity.High, "electorates.members.transfer", "{by: council}")]
    [InlineData("B1", Severity.Medium, "bodies.council.remove", null)]
    [InlineData("B1", Severity.Medium, "bodies.control.remove", null)]
    [InlineData("B2", Severity.High, "bodies.council.term", null)]
    [InlineData("B2", Severity.Medium, "offices.general_secretary.term", "{length: 3 years, consecutive: unlimited}")]
    [InlineData("C1", Severity.Critical, "bodies.control.seats.by", "{elect: {body: council, method: plurality}}")]
    [InlineData("C3", Severity.Critical, "procedure.default.effective", "on_adoption")]
    [InlineData("C3", Severity.Critical, "publication.confidential.cannot_cover", "[election_result]")]
    [InlineData("C4", Severity.High, "rights.addressed_documents.withhold_by", "general_secretary")]
    [InlineData("D1", Severity.High, "procedure.by_object.amendment.notice", "7 days")]
    [InlineData("D1", Severity.High, "procedure.urgent_motion.cannot", "[restrict_right, remove_officer, dissolve_unit, change_election_rule]")]
    [InlineData("E1", Severity.Critical, "procedure.by_object.restrict_right.sunset", "optional")]
    [InlineData("E1", Severity.Low, "procedure.by_object.restrict_right.sunset", null)]
    [InlineData("E3", Severity.High, "rights", "{platform: {register_with: electoral}, appeal: {to: control}}")]
    [InlineData("E4", Severity.Critical, "emergency.confirm.by", "council")]
    [InlineData("E4", Severity.Critical, "emergency.lapses_after", "2 years")]
    [InlineData("E4", Severity.High, "emergency.may_not", "[amend, extend_term, \"restrict:platform\", \"remove:inspector\"]")]
    [InlineData("F1", Severity.High, "amend.ordinary.rule", "{all_of: [{body: congress, rule: 2/3 of votes cast}, {body: regions_chamber, rule: unanimous}]}")]
    [InlineData("F2", Severity.High, "bodies.control.quorum", "8 seats")]
    [InlineData("F3", Severity.High, "amend.ordinary.rule", "{body: council, rule: 2/3 of votes cast}")]
    [InlineData("F3", Severity.High, "amend.ordinary.rule", "{body: congress, rule: majority of votes cast}")]
    [InlineData("F4", Severity.Medium, "amend.entrenched.rule", "{referendum: members, rule: majority of votes cast, quorum: 40% of members}")]
    [InlineData("G4", Severity.Medium, "languages.required_for", "[notice, ballot]")]
    public void A_safeguard_taken_away_shows(string check, Severity severity, string path, string? yaml)
    {
        var amended = Amendment.Apply(Examples.UnionFederation, [new(path, yaml)]).Reading;
        Assert.Empty(amended.Faults);
        Assert.Contains(Checker.Check(amended.Constitution!).Findings, f => f.Check == check && f.Severity >= severity && f.Waived is null);
    }

    /// <summary>Each safeguard that stands in a clause of its own; striking it out must show somewhere, at whatever severity.</summary>
    public static TheoryData<string> Safeguards =>
    [
        "units.branch.dissolved_by.consent_of", "electorates.members.admit.deemed_after", "electorates.members.admit.appeal_to", "electorates.members.expel.rule",
        "electorates.members.expel.notice", "electorates.members.expel.appeal_to", "electorates.members.expel.suspended_during_appeal", "electorates.members.transfer",
        "electorates.members.register.closes", "electorates.members.register.inspectable_by", "bodies.branch.meeting.quorum", "bodies.branch.meeting.convene", "bodies.region.assembly.convene.default",
        "bodies.region.council.remove", "bodies.region.council.term", "bodies.region.council.vacancy", "bodies.region.council.quorum", "bodies.congress.convene.default", "bodies.congress.convene.on_demand_of",
        "bodies.congress.convene.within", "bodies.congress.convene.notice", "bodies.congress.quorum", "bodies.congress.quorum.opening", "bodies.congress.seats.delegates.recall", "bodies.congress.credentials",
        "bodies.congress.credentials.appeal_to", "bodies.regions_chamber.seats.eligible", "bodies.regions_chamber.quorum", "bodies.regions_chamber.vacancy", "bodies.council.remove", "bodies.council.term",
        "bodies.council.quorum", "bodies.council.vacancy", "bodies.council.seats.region_elected.eligible", "bodies.control.seats.eligible.none_of[0]", "bodies.control.remove", "bodies.control.term", "bodies.control.quorum",
        "bodies.electoral.seats.by.lot.verifiable", "bodies.electoral.seats.eligible", "bodies.electoral.remove", "bodies.electoral.quorum", "bodies.editors.remove", "bodies.editors.quorum", "offices.general_secretary.vacancy",
        "offices.general_secretary.remove", "offices.treasurer.remove", "offices.treasurer.vacancy", "offices.branch.secretary.remove", "offices.branch.secretary.vacancy", "incompatible[4]", "powers[0].review",
        "powers[2].floor", "powers[3]", "powers[3].object[0]", "powers[3].publishes", "powers[3].access", "powers[4]", "rights.platform", "rights.minority_report", "rights.addressed_documents", "rights.minutes", "rights.own_language",
        "rights.appeal", "procedure.default.notice", "procedure.default.effective", "procedure.by_object.amendment.not_on", "procedure.by_object.amendment.text_in",
        "procedure.by_object.restrict_right.rule", "procedure.by_object.restrict_right.consent_of", "procedure.by_object.restrict_right.sunset", "procedure.by_object.restrict_right.not_on", "procedure.by_object.restrict_right.publish",
        "procedure.by_object.remove_officer.hearing", "procedure.by_object.remove_officer.ballot", "procedure.by_object.dissolve_unit", "procedure.by_object.change_election_rule", "procedure.urgent_motion.cannot", "procedure.served_by",
        "publication.confidential.reviewed_by", "emergency.declare.rule", "emergency.declare.grounds", "emergency.confirm.by", "emergency.confirm.within", "emergency.confirm.rule", "emergency.confirm.else", "emergency.renew.rules",
        "emergency.report", "amend.entrenched", "amend.applies_to_incumbents", "languages.equally_authentic", "languages.required_for", "encoding",
    ];

    [Theory]
    [MemberData(nameof(Safeguards))]
    public void A_safeguard_struck_out_shows(string path)
    {
        // A right that an emergency must not touch is struck out together with the mention of it.
        var edits = new List<ClauseEdit> { new(path, null) };
        if (path == "rights.platform") edits.Add(new("emergency.may_not[3]", null));
        var reading = Amendment.Apply(Examples.UnionFederation, edits).Reading;
        Assert.Empty(reading.Faults);
        var before = Checker.Check(Parse.Read(Examples.UnionFederation)).Findings.Select(f => (f.Check, f.Witness)).ToHashSet();
        Assert.Contains(Checker.Check(reading.Constitution!).Findings, f => !before.Contains((f.Check, f.Witness)));
    }

    [Fact]
    public void Remedies_are_ranked_by_how_many_persons_capture_would_take()
    {
        var constitution = Parse.Read(File.ReadAllText(Path.Combine(Repository.Root, "constitutions", "rkp-1922", "constitution.yaml")));
        var circle = Checker.Check(constitution, remedies: true).Findings.First(f => f.Check == "A1");
        Assert.NotEmpty(circle.Remedies);
        Assert.Equal(circle.Remedies.Select(r => r.After ?? long.MaxValue).OrderDescending(), circle.Remedies.Select(r => r.After ?? long.MaxValue));
        Assert.All(circle.Remedies, r => Assert.Equal(2, r.Before));
        Assert.Contains(circle.Remedies, r => r.After is null && r.Says.Key == "remedy.secret-ballots");
        Assert.Contains(circle.Remedies, r => r.After == 31 && r.Edits is [{ Path: "offices.gub.sec.by.elect.confirm", Yaml: null }]);
    }

    [Fact]
    public void Every_finding_names_a_check_and_speaks_of_clauses_that_exist()
    {
        var paths = Clauses.All(Parse.Read(Examples.Association)).Select(c => c.Clause.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in Checker.Check(Parse.Read(Examples.Association)).Findings)
        {
            Assert.Matches("^[A-G][1-9]$", finding.Check);
            Assert.NotEmpty(finding.Witness);
            Assert.All(finding.Clauses, c => Assert.Contains(c, paths));
        }
    }

    [Fact]
    public void Whatever_is_a_constitution_can_be_checked()
    {
        var union = Parse.Read(Examples.UnionFederation);
        var random = new Random(20260101);
        var clauses = Clauses.All(union).Where(c => c.Clause.Path.Length > 0).ToArray();
        for (var n = 0; n < 400; n++)
        {
            var path = clauses[random.Next(clauses.Length)].Clause.Path;
            var other = Clauses.Text(clauses[random.Next(clauses.Length)]);
            if (Amendment.Apply(Examples.UnionFederation, [new(path, random.Next(2) == 0 ? null : other)]).Reading.Constitution is { } constitution)
                Assert.NotNull(CheckJson.Of(Checker.Check(constitution)).ToJsonString());
        }
    }
}
