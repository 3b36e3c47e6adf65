using Mandate.Constitutions;
using Mandate.Constitutions.Rules;

namespace Mandate.Organisation.Offices;

/// <summary>
/// How many of a body's seats sign a decision in writing before it is done: as the rule of the clause that permits the act says
/// (<c>emergency.declare.rule: 2/3 of seats</c>), and more than half at least. Who has not signed has not agreed.
/// </summary>
internal static class WrittenRules
{
    /// <param name="clause">Path of the clause that permits the act.</param>
    /// <param name="seats">All seats of the body, vacant ones too.</param>
    public static int Signatures(Constitution rules, string body, string clause, int seats)
    {
        var half = seats / 2 + 1;
        if (At(rules, clause) is not { } rule || Of(rule, body) is not { } majority) return half;
        return Enumerable.Range(half, Math.Max(0, seats - half))
            .FirstOrDefault(n => Majorities.Decide(majority, new(n, seats - n, present: seats, members: seats, seats: seats, units: seats)).Holds, Math.Max(half, seats));
    }

    /// <summary>The rule of the clause with that path; null where it has none.</summary>
    private static Rule? At(Constitution rules, string clause) =>
        rules.Powers.FirstOrDefault(p => p.Clause.Path == clause)?.Rule
        ?? (rules.Emergency is { } emergency ? OfEmergency(emergency, clause) : null)
        ?? rules.Units.Values.SelectMany(u => new[] { u.CreatedBy, u.DissolvedBy }).FirstOrDefault(d => d.Clause.Path == clause)?.Rule
        ?? rules.Electorates.Values.SelectMany(e => new[] { e.Admit, e.Expel, e.Suspend, e.Transfer }).FirstOrDefault(d => d?.Clause.Path == clause)?.Rule;

    private static Rule? OfEmergency(Emergency emergency, string clause) =>
        clause == emergency.Declare.Clause.Path ? emergency.Declare.Rule
        : clause == emergency.Confirm.Clause.Path ? emergency.Confirm.Rule
        : emergency.Renew.Rules.FirstOrDefault(r => r.Clause.Path == clause);

    /// <summary>What a rule asks of that body; null where it asks nothing of it.</summary>
    private static Majority? Of(Rule rule, string body) => rule switch
    {
        MajorityRule m => m.Majority,
        BodyRule b when b.Body.Id == body => b.Majority,
        AllOf all => all.Rules.Select(r => Of(r, body)).FirstOrDefault(m => m is not null),
        AnyOf any => any.Rules.Select(r => Of(r, body)).FirstOrDefault(m => m is not null),
        _ => null,
    };
}
