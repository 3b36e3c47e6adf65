using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>What the constitution asks of one class of decisions.</summary>
/// <param name="Rule">What must happen for it to be decided; a bare majority is one of the body it is filed for.</param>
/// <param name="Consent">Whose consent it needs beside.</param>
/// <param name="Procedure">Its own procedure; null for ordinary decisions.</param>
/// <param name="Quorum">A quorum of this decision; null where that of the body holds.</param>
public sealed record ClassRule(Rule Rule, ImmutableArray<Ref> Consent, ObjectProcedure? Procedure, Period? Notice, Constitutions.Quantity? Quorum = null)
{
    public const string Ordinary = "ordinary";
    public const string Amendment = "amendment";
    public const string RestrictRight = "restrict_right";
    public const string RemoveOfficer = "remove_officer";
    public const string DissolveUnit = "dissolve_unit";

    /// <summary>Classes that can be filed: ordinary, the constitution's own, and matters that a power gives somebody to decide.</summary>
    public static bool IsKnown(Constitution rules, string @class) =>
        @class is Ordinary or Amendment or RemoveOfficer or DissolveUnit || rules.Procedure.ByObject.ContainsKey(@class) || Power(rules, @class) is not null;

    /// <param name="changes">For an amendment: the clause paths that it touches.</param>
    /// <param name="target">For a removal the tenure, for a dissolution the unit.</param>
    /// <param name="body">The body it is filed for.</param>
    public static ClassRule Of(State state, Constitution rules, string @class, IEnumerable<string> changes, string? target, string body)
    {
        var procedure = rules.Procedure.ByObject.GetValueOrDefault(@class);
        var notice = procedure?.Notice ?? rules.Procedure.Default.Notice;
        var consent = procedure?.ConsentOf ?? [];
        return @class switch
        {
            Amendment => new(AmendRule(rules, changes), consent, procedure, notice),
            RemoveOfficer when Removal(state, rules, target, body) is { } removal =>
                new(removal.Rule, consent.AddRange(removal.ConsentOf), procedure, Longer(notice, removal.Notice)),
            DissolveUnit when Dissolution(state, rules, target) is { } decider =>
                new(Bound(rules, decider), consent.AddRange(decider.ConsentOf), procedure, Longer(notice, decider.Notice), decider.Quorum),
            _ when procedure?.Rule is { } rule => new(rule, consent, procedure, notice),
            _ when Power(rules, @class) is { } power => new(power.Rule ?? (power.Holder as RuleHolder)?.Rule ?? Default(rules), consent.AddRange(power.ConsentOf), procedure, notice),
            _ => new(Default(rules), consent, procedure, notice),
        };
    }

    /// <summary>The rule of decisions about which nothing else is said; more than half of the votes cast where even that is missing.</summary>
    public static Rule Default(Constitution rules) => rules.Procedure.Default.Rule ?? new MajorityRule(Half(rules.Procedure.Default.Clause)) { Clause = rules.Procedure.Default.Clause };

    public static Majority DefaultMajority(Constitution rules) => (rules.Procedure.Default.Rule as MajorityRule)?.Majority ?? Half(rules.Procedure.Default.Clause);

    /// <summary>The way of removal by that body; else the first by any body; null where the constitution has none.</summary>
    public static RemovalBy? Removal(State state, Constitution rules, string? tenure, string body)
    {
        if (tenure is null || !state.Offices.Tenures.TryGetValue(tenure, out var held)) return null;
        var ways = rules.Offices.TryGetValue(held.Seat.Of, out var office) ? office.Remove : rules.Bodies.GetValueOrDefault(held.Seat.Of)?.Remove ?? [];
        return ways.OfType<RemovalBy>().OrderBy(w => w.By.Id != body).FirstOrDefault();
    }

    public static Constitutions.Decider? Dissolution(State state, Constitution rules, string? unit) =>
        unit is not null && state.Roll.Unit(unit) is { } known && rules.Units.TryGetValue(known.Kind, out var kind) ? kind.DissolvedBy : null;

    public static Power? Power(Constitution rules, string @class) =>
        rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && p.Object.Any(o => o.Id == @class));

    /// <summary>Whether a change touches entrenched clauses: below one, around one, or the amending clause itself.</summary>
    public static bool IsEntrenched(Constitution rules, IEnumerable<string> changes) =>
        rules.Amend.Entrenched is { } entrenched && changes.Any(c => entrenched.Clauses.Append("amend").Any(e => Touches(c, e)));

    private static Rule AmendRule(Constitution rules, IEnumerable<string> changes) =>
        IsEntrenched(rules, changes) ? rules.Amend.Entrenched!.Rule : rules.Amend.Ordinary.Rule;

    private static bool Touches(string one, string other) => Clauses.Covers(one, other) || Clauses.Covers(other, one);

    private static Rule Bound(Constitution rules, Constitutions.Decider decider) => (decider.Name, decider.Rule) switch
    {
        ({ Kind: RefKind.Body } name, MajorityRule m) => new BodyRule(name, m.Majority, decider.Quorum) { Clause = m.Clause },
        ({ Kind: RefKind.Body } name, null) => new BodyRule(name, null, decider.Quorum) { Clause = decider.Clause },
        (_, { } rule) => rule,
        _ => Default(rules),
    };

    private static Period? Longer(Period? one, Period? other)
    {
        if (one is null || other is null) return one ?? other;
        var day = new DateOnly(2001, 1, 1);
        return Periods.After(day, other) > Periods.After(day, one) ? other : one;
    }

    private static ShareMajority Half(Clause clause) => new(new Tally.Fraction(1, 2), true, Basis.VotesCast) { Clause = clause, Text = "majority of votes cast" };
}
