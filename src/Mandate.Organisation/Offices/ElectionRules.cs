using Mandate.Constitutions;

namespace Mandate.Organisation.Offices;

/// <summary>
/// The rule by which a place is elected. Where the constitution says <c>election_rule: after_next_election</c>, a change of it holds only
/// from the election after the next: whoever decides how the next one is held does not stand in it by rules of their own making.
/// </summary>
public static class ElectionRules
{
    private const string AfterNext = "after_next_election";

    private static readonly string[] Parts = ["by", "nominate"];

    /// <summary>How the place is filled by the election that is due; null where the constitution has no such place.</summary>
    public static Select? SelectOf(State state, Seat seat, DateTimeOffset at) => Seating.SelectOf(RulesFor(state, seat, at), seat) ?? Seating.SelectOf(state.Statutes.At(at), seat);

    /// <summary>Who may nominate for the election that is due; null is every member.</summary>
    public static Rule? NominateOf(State state, Seat seat, DateTimeOffset at) => RulesFor(state, seat, at).Offices.GetValueOrDefault(seat.Of)?.Nominate;

    /// <summary>The version of the constitution whose election rule holds for the place.</summary>
    private static Constitution RulesFor(State state, Seat seat, DateTimeOffset at)
    {
        var versions = state.Statutes.Versions.Where(v => v.From <= at).ToList();
        var chosen = versions.Count - 1;
        for (; chosen > 0; chosen--)
        {
            var (before, changed) = (versions[chosen - 1], versions[chosen]);
            if (Written(before.Rules, seat) == Written(changed.Rules, seat)) continue;
            // An error of encoding never was the rule; what a place that is new needs cannot wait.
            var deferred = before.Rules.Amend.Incumbents?.ElectionRule == AfterNext && Seating.SelectOf(before.Rules, seat) is Elect
                && !changed.Basis.StartsWith("correction:", StringComparison.Ordinal) && !HeldSince(state, seat, changed.From);
            if (!deferred) break;
        }
        return versions.Count == 0 ? state.Statutes.At(at) : versions[Math.Max(chosen, 0)].Rules;
    }

    private static bool HeldSince(State state, Seat seat, DateTimeOffset since) =>
        state.Votes.All.Values.Any(v => v.Place == seat && v.Outcome is { } outcome && outcome.At >= since);

    /// <summary>The election rule in its canonical text, so that a mere move in the file is no change.</summary>
    private static string Written(Constitution rules, Seat seat)
    {
        var clause = Seating.ClauseOf(rules, seat);
        return string.Join('\n', Parts.Select(key => Clauses.At(rules, $"{clause}.{key}") is { } datum ? Canonical.Json(datum) : ""));
    }
}
