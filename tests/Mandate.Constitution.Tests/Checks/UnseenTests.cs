using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

/// <summary>
/// Statutes that are not in the labelled set, stylised and in our own words: what the checks say of them follows from their clauses, for they
/// know none of them.
/// </summary>
public sealed class UnseenTests
{
    private const string Rest = """
        procedure:
          default: {rule: majority of votes cast, notice: 14 days, effective: on_publication}
          by_object: {amendment: {notice: 30 days}, restrict_right: {notice: 30 days, sunset: required}, remove_officer: {notice: 14 days}}
        publication: {default: public}
        """;

    /// <summary>A foundation whose board elects itself for life.</summary>
    [Fact]
    public void A_board_that_elects_itself_for_life_is_a_circle_nobody_can_open()
    {
        var result = Check("""
            mandate: "0.1"
            id: foundation
            title: Foundation
            languages: {official: [en]}
            tags: [executive]
            electorates: {friends: {admit: board, expel: board, register: {kept_by: board}}}
            bodies:
              board: {tags: [executive], meets: monthly, seats: {count: 7, by: {coopt: {limit: 7 seats}}}}
            powers: [{id: all, verb: decide, object: daily_business, holder: board}]
            amend: {ordinary: {rule: {body: board, rule: majority of seats}}}

            """);
        Has(result, "A1", Severity.Critical, "bodies.board");
        Has(result, "B1", Severity.Critical, "bodies.board");
        Has(result, "B2", Severity.High, "bodies.board");
        Has(result, "F2", Severity.Medium, "bodies.board");
        Has(result, "F3", Severity.High, "amend");
        Assert.Equal(4, result.Capture[Target.Executive][Strength.Decisive].Number);
    }

    /// <summary>A consumer co-operative on the principles of the International Co-operative Alliance.</summary>
    [Fact]
    public void A_cooperative_with_one_member_one_vote_is_not_captured_by_its_officers()
    {
        var result = Check("""
            mandate: "0.1"
            id: consumers
            title: Consumers' co-operative
            languages: {official: [en]}
            assume: {members: 5000}
            tags: [executive, inspector, paid]
            electorates:
              members: {admit: {by: board, deemed_after: 30 days, appeal_to: general_meeting}, expel: {by: general_meeting, rule: 2/3 of votes cast, notice: 21 days, appeal_to: supervisors, suspended_during_appeal: true}, register: {kept_by: supervisors, closes: 45 days before vote, inspectable_by: any member}}
            bodies:
              general_meeting: {kind: assembly, of: members, meets: yearly, quorum: 10% of members, convene: {by: board, notice: 30 days, on_demand_of: [{petition: 5% of members}], within: 30 days, default: [supervisors, petitioners]}}
              board: {tags: [executive], meets: monthly, seats: {count: 7, by: {elect: {electorate: members, method: stv}}, eligible: {none_of: [{holds: paid}]}}, term: {length: 3 years, consecutive: 2, staggered: thirds}, vacancy: {fill: countback, else: {by_election: 90 days}}, quorum: 4 seats, remove: [{by: general_meeting, rule: majority of votes cast}]}
              supervisors: {tags: [inspector], meets: every 3 months, seats: {count: 3, by: {elect: {electorate: members, method: stv}}, eligible: {none_of: [{holds: paid}, {holds: executive}]}}, term: {length: 2 years, consecutive: 3}, quorum: 2 seats, remove: [{by: general_meeting, rule: 2/3 of votes cast}]}
            incompatible: [[inspector, executive]]
            powers:
              - {id: business, verb: decide, object: daily_business, holder: board, review: {by: general_meeting, petition: 3% of members}}
              - {id: inspection, verb: inspect, object: board, holder: supervisors, access: all_records, publishes: directly}
              - {id: motions, verb: propose, object: [motion, amendment], holder: {petition: 1% of members}}
            amend: {ordinary: {rule: {body: general_meeting, rule: 2/3 of votes cast}}}

            """);
        foreach (var check in new[] { "A1", "A3", "A6", "A8", "B1", "B3", "C1", "D4", "F1" }) Assert.DoesNotContain(result.Findings, f => f.Check == check && f.Severity >= Severity.Medium);
        Assert.Equal("members", result.Capture[Target.Executive][Strength.Steer].Reason);
        Has(result, "D2", Severity.High, "amend");
    }

    /// <summary>A party whose leader appoints the regional chairs, who convene the meetings that elect the delegates.</summary>
    [Fact]
    public void A_leader_who_appoints_those_who_run_the_delegate_meetings_can_keep_the_congress()
    {
        const string Party = """
            mandate: "0.1"
            id: party
            title: Party
            languages: {official: [en]}
            assume: {members: 20000}
            tags: [executive]
            units: {region: {count: 20, created_by: congress, dissolved_by: congress}}
            electorates: {members: {admit: region.meeting, expel: region.meeting, register: {kept_by: region.chair}}}
            bodies:
              region.meeting: {kind: assembly, of: members, per: region, meets: yearly, convene: {by: region.chair, notice: 14 days}}
              congress: {kind: assembly, meets: yearly, seats: {delegates: {count: 200, apportion: {per: region}, by: {elect: {electorate: members, within: region, method: block}}}}}
              leader_office: {tags: [executive], meets: weekly, seats: {count: 1, by: {elect: {body: congress, method: irv}}}, term: {length: 1 year, consecutive: unlimited}}
            offices:
              region.chair: {per: region, by: {appoint: {by: leader_office}}, term: {length: 1 year, consecutive: unlimited}}
            powers: [{id: all, verb: decide, object: daily_business, holder: leader_office}]
            amend: {ordinary: {rule: {body: congress, rule: 2/3 of votes cast}}}

            """;
        var result = Check(Party);
        var circle = Assert.Single(result.Findings, f => f is { Check: "A1", Strength: Strength.Steer });
        Assert.Equal(Severity.Critical, circle.Severity);
        Assert.Contains("offices.region.chair.by.appoint", circle.Clauses);
        Assert.Contains("bodies.region.meeting.convene", circle.Clauses);
        Assert.Contains("arliest after", circle.Witness, StringComparison.Ordinal);
        Assert.Equal(1, result.Capture[Target.Executive][Strength.Steer].Number);
        Has(result, "A3", Severity.High, "offices.region.chair");

        // Where members can have the meeting convened by others, its convenor steers nothing.
        var open = Check(Party.Replace("convene: {by: region.chair, notice: 14 days}", "convene: {by: region.chair, notice: 14 days, on_demand_of: [{petition: 5% of members}], within: 30 days, default: [petitioners]}", StringComparison.Ordinal));
        Assert.Equal("members", open.Capture[Target.Executive][Strength.Steer].Reason);
    }

    /// <summary>A power to appoint captures like a clause of selection.</summary>
    [Fact]
    public void A_power_to_appoint_or_to_expel_counts_as_much_as_a_clause_of_selection()
    {
        const string Club = """
            mandate: "0.1"
            id: club
            title: Club
            languages: {official: [en]}
            assume: {members: 300}
            tags: [executive]
            electorates: {members: {admit: meeting, expel: meeting, register: {kept_by: board}}}
            bodies:
              meeting: {kind: assembly, of: members, meets: yearly}
              board: {tags: [executive], meets: monthly, seats: {count: 5, by: {elect: {electorate: members, method: plurality}}}, term: {length: 1 year, consecutive: 3}}
            powers:
              - {id: all, verb: decide, object: daily_business, holder: board}
            amend: {ordinary: {rule: {body: meeting, rule: 2/3 of votes cast}}}

            """;
        Assert.Equal("members", Check(Club).Capture[Target.Executive][Strength.Gate].Reason);
        Assert.Equal(3, Check(Club.Replace("amend:", "  - {id: fill, verb: appoint, object: board, holder: board}\namend:", StringComparison.Ordinal)).Capture[Target.Executive][Strength.Decisive].Number);
        Assert.Equal(3, Check(Club.Replace("amend:", "  - {id: purge, verb: expel, object: members, holder: board}\namend:", StringComparison.Ordinal)).Capture[Target.Executive][Strength.Gate].Number);
    }

    [Fact]
    public void Mutual_consent_can_leave_two_places_empty_for_good()
    {
        var result = Check("""
            mandate: "0.1"
            id: twins
            title: Twins
            languages: {official: [en]}
            tags: [executive]
            electorates: {members: {admit: one, expel: one, register: {kept_by: one}}}
            bodies:
              one: {tags: [executive], meets: monthly, seats: {count: 3, by: {appoint: {by: other}}}, term: {length: 1 year, consecutive: 3}}
              other: {meets: monthly, seats: {count: 3, by: {appoint: {by: one}}}, term: {length: 1 year, consecutive: 3}}
            amend: {ordinary: {rule: {all_of: [{body: one, rule: majority of seats}, {body: other, rule: unanimous}]}}}

            """);
        Has(result, "F2", Severity.Medium, "bodies.one");
        Has(result, "F1", Severity.High, "amend");
        Has(result, "A1", Severity.Critical, "bodies.one");
    }

    [Theory]
    [InlineData("{count: 40, by: {elect: {electorate: members, within: region, method: plurality}}, apportion: {per: region}}", "26")]
    [InlineData("{count: 40, by: {elect: {electorate: members, method: plurality}}}", "50")]
    public void The_smallest_part_of_the_base_is_worked_out_through_the_tiers(string delegates, string percent)
    {
        var result = Check("""
            mandate: "0.1"
            id: tiers
            title: Tiers
            languages: {official: [en]}
            assume: {members: 10000}
            tags: [executive]
            units: {region: {count: 40, created_by: congress, dissolved_by: congress}}
            electorates: {members: {admit: congress, expel: congress, register: {kept_by: board}}}
            bodies:
              congress: {kind: assembly, meets: yearly, seats: {delegates: DELEGATES}}
              board: {tags: [executive], meets: monthly, seats: {count: 9, by: {elect: {body: congress, method: block}}}, term: {length: 1 year, consecutive: 3}}
            amend: {ordinary: {rule: {body: congress, rule: 2/3 of votes cast}}}

            """.Replace("DELEGATES", delegates, StringComparison.Ordinal));
        var distortion = Assert.Single(result.Findings, f => f.Check == "G1");
        Assert.Contains($"({percent}", distortion.Witness, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seat_that_can_never_be_decisive_is_found_by_its_power()
    {
        var result = Check("""
            mandate: "0.1"
            id: board-of-three
            title: Board of three partners
            languages: {official: [en]}
            tags: [executive]
            electorates: {members: {admit: board, expel: board, register: {kept_by: board}}}
            bodies:
              board: {tags: [executive], meets: monthly, seats: {big: {count: 6, by: {external: parent}}, elected: {count: 3, by: {elect: {electorate: members, method: stv}}}}, term: {length: 1 year, consecutive: 3}}
            amend: {ordinary: {rule: {body: board, rule: majority of seats}}}

            """);
        Has(result, "G3", Severity.Medium, "bodies.board.seats.elected");
        Has(result, "F5", Severity.Medium, "bodies.board");
    }

    private const string Council = """
        mandate: "0.1"
        id: council
        title: Council
        languages: {official: [en]}
        assume: {members: 900}
        tags: [executive, inspector]
        electorates: {members: {admit: meeting, expel: meeting, register: {kept_by: meeting}}}
        bodies:
          meeting: {kind: assembly, of: members, meets: yearly, quorum: 20% of members}
          board: {tags: [executive], meets: monthly, seats: SEATS, term: {length: 1 year, consecutive: 3}, remove: [{by: meeting, rule: majority of votes cast}]}
          secretariat: {tags: [executive], meets: weekly, seats: {count: 3, by: {elect: {body: board, method: plurality}}}, term: {length: 1 year, consecutive: 3}, remove: [{by: meeting, rule: majority of votes cast}]}
          inspectors: {tags: [inspector], meets: monthly, seats: {count: 3, by: INSPECTORS}, term: {length: 1 year, consecutive: 3}, remove: [{by: meeting, rule: majority of votes cast}]}
        incompatible: [[inspector, executive]]
        powers:
          - {id: business, verb: decide, object: daily_business, holder: secretariat}
          - {id: inspection, verb: inspect, object: [board, secretariat], holder: inspectors, publishes: directly}
        amend: {ordinary: {rule: {body: meeting, rule: 2/3 of votes cast}}}

        """;

    private static string CouncilOf(string seats = "{count: 9, by: {elect: {electorate: members, method: plurality}}}", string inspectors = "{elect: {electorate: members, method: stv}}") =>
        Council.Replace("SEATS", seats, StringComparison.Ordinal).Replace("INSPECTORS", inspectors, StringComparison.Ordinal);

    [Theory]
    [InlineData("{free: {count: 6, by: {elect: {electorate: members, method: plurality}}}, named: {count: 3, by: {appoint: {by: secretariat}}}}", Severity.Medium)]
    [InlineData("{free: {count: 7, by: {elect: {electorate: members, method: plurality}}}, named: {count: 2, by: {appoint: {by: secretariat}}}}", Severity.Low)]
    [InlineData("{free: {count: 4, by: {elect: {electorate: members, method: plurality}}}, named: {count: 3, by: {appoint: {by: secretariat}}}, others: {count: 2, by: {appoint: {by: secretariat}}}}", Severity.High)]
    public void What_counts_of_appointed_electors_is_their_exact_share_of_the_body(string seats, Severity severity) =>
        Assert.Equal(severity, Check(CouncilOf(seats)).Findings.Where(f => f.Check == "A3").Max(f => f.Severity));

    [Fact]
    public void A_body_that_chooses_most_of_its_seats_itself_can_come_to_be_co_opted()
    {
        Has(Check(CouncilOf("{free: {count: 4, by: {elect: {electorate: members, method: plurality}}}, own: {count: 5, by: {coopt: {limit: 5 seats}}}}")), "A8", Severity.High, "bodies.board");
        Assert.DoesNotContain(Check(CouncilOf("{free: {count: 8, by: {elect: {electorate: members, method: plurality}}}, own: {count: 1, by: {coopt: {limit: 1 seats}}}}")).Findings, f => f.Check == "A8");
    }

    /// <summary>Board and secretariat cannot fill the inspectorate alone: one appoints, the other must consent.</summary>
    [Fact]
    public void Those_inspected_who_choose_the_inspectors_only_together_are_found()
    {
        var together = Check(CouncilOf(inspectors: "{appoint: {by: secretariat, consent_of: other}}").Replace("  inspectors:", "  other: {meets: monthly, seats: {count: 3, by: {elect: {electorate: members, method: stv}}}, term: {length: 1 year, consecutive: 3}}\n  inspectors:", StringComparison.Ordinal).Replace("object: [board, secretariat]", "object: [other, secretariat]", StringComparison.Ordinal));
        Assert.Contains(together.Findings, f => f is { Check: "C1", Severity: Severity.Critical } && f.Says.Key == "C1.fill-together");
        Assert.DoesNotContain(Check(CouncilOf()).Findings, f => f is { Check: "C1", Severity: >= Severity.Medium });
    }

    [Fact]
    public void Inspectors_whose_agenda_the_inspected_set_are_dependent() =>
        Has(Check(CouncilOf().Replace("powers:", "powers:\n  - {id: tasks, verb: set_agenda, object: inspectors, holder: board}", StringComparison.Ordinal)), "C1", Severity.High, "powers[0]");

    /// <summary>An expired waiver covers nothing, and one in force is shown with who adopted it and until when.</summary>
    [Fact]
    public void A_waiver_is_shown_with_its_adopter_and_its_end()
    {
        var constitution = Parse.Read(CouncilOf() + "waivers: [{check: B1, at: bodies.board, reason: none, adopted_by: meeting, expires: \"2031-01-01\"}, {check: D2, at: amend, reason: few come, adopted_by: meeting, expires: \"2031-01-01\"}]\n" + Rest);
        var json = CheckJson.Of(Checker.Check(constitution, new DateOnly(2030, 12, 31)));
        var waived = Assert.Single(json["findings"]!.AsArray(), f => f!["waived"] is not null)!;
        Assert.Equal(("D2", "meeting", "2031-01-01"), ((string?)waived["check"], (string?)waived["waived"]!["adoptedBy"], (string?)waived["waived"]!["expires"]));
        Assert.DoesNotContain(CheckJson.Of(Checker.Check(constitution, new DateOnly(2031, 1, 2)))["findings"]!.AsArray(), f => f!["waived"] is not null);
    }

    private static void Has(CheckResult result, string check, Severity least, string at) =>
        Assert.True(result.Findings.Any(f => f.Check == check && f.Severity >= least && (f.At.StartsWith(at, StringComparison.Ordinal) || f.Clauses.Any(c => c.StartsWith(at, StringComparison.Ordinal)))),
            $"{check} {least} at {at}; found: {string.Join("; ", result.Findings.Where(f => f.Check == check).Select(f => $"{f.Severity} {f.At}"))}");

    private static CheckResult Check(string yaml) => Checker.Check(Parse.Read(yaml + (yaml.Contains("powers:", StringComparison.Ordinal) ? "" : "powers: []\n") + Rest));
}
