namespace Mandate.Constitutions.Tests;

/// <summary>Constitutions that the tests work on.</summary>
internal static class Examples
{
    /// <summary>The union federation of the demo.</summary>
    public static string UnionFederation => File.ReadAllText(Path.Combine(Repository.Root, "constitutions", "union-federation", "constitution.yaml"));

    /// <summary>A small association in format 0.1.</summary>
    public static string Association =>
        """
        mandate: "0.1"
        id: garden-association
        title: {en: Garden association, sv: Trädgårdsföreningen}
        languages: {official: [en]}
        tags: [paid]
        electorates:
          members:
            admit: council
            expel: {by: meeting, rule: 2/3 of votes cast, notice: 14 days, appeal_to: auditors}
            register: {kept_by: council, closes: 30 days before vote}
        bodies:
          meeting: {kind: assembly, of: members, meets: yearly, quorum: 10% of members, convene: {by: council, notice: 21 days, on_demand_of: [{petition: 5% of members}], within: 30 days, default: [auditors]}}
          council:
            seats: {count: 5, by: {elect: {body: meeting, method: stv}}, eligible: {none_of: [{holds: paid}]}}
            term: {length: 1 year, consecutive: 4}
            quorum: 3 seats
            remove: [{by: meeting, rule: majority of votes cast}]
          auditors:
            seats: {count: 2, by: {elect: {body: meeting, method: plurality}}}
            term: {length: 1 year, consecutive: unlimited}
        offices:
          chair: {by: {elect: {body: council, method: irv}}, term: {length: 1 year, consecutive: 4}, vacancy: {acting: council}}
        incompatible: [[council, auditors]]
        powers:
          - {id: business, verb: decide, object: daily_business, holder: council}
          - {id: audit, verb: inspect, object: council, holder: auditors, publishes: directly}
        procedure:
          default: {rule: majority of votes cast, notice: 14 days}
          by_object:
            amendment: {notice: 30 days, rule: 2/3 of votes cast}
            restrict_right: {notice: 30 days, rule: 3/4 of votes cast, sunset: required}
            remove_officer: {notice: 14 days}
        publication: {default: public_to_members}
        amend: {ordinary: {rule: {body: meeting, rule: 2/3 of votes cast}}}
        """;
}
