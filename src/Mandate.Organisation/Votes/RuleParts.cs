using Mandate.Constitutions;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Votes;

/// <summary>The part of a rule that one body, or the members, decide: a double majority is several votes.</summary>
/// <param name="Majority">As written; null where the default of the procedure holds.</param>
/// <param name="Clause">Clause path of the part.</param>
internal sealed record RulePart(string? Majority, string Clause, Quantity? Quorum = null);

/// <summary>Finds the part of a rule that a body decides.</summary>
internal static class RuleParts
{
    /// <summary>The part, or the clause and those whom it makes decide.</summary>
    public sealed record Found(RulePart? Part, string Clause, string Deciders);

    /// <summary>The part of a motion's rule that <paramref name="body"/> decides, or the members where it is null.</summary>
    /// <param name="home">The body of the session it was filed for: it decides what the clause leaves to "the body concerned".</param>
    public static Found Of(State state, Constitution rules, Motion motion, string? home, string? body, DateTimeOffset at)
    {
        var (rule, consent, clause) = For(state, rules, motion, home);
        if (rule is not null && Find(rule, home, body) is { } part) return new(part, clause, "");
        if (body is not null && consent.FirstOrDefault(c => c.Id == body) is { } consents) return new(new RulePart(null, consents.Clause.Path), clause, "");
        if (rule is null && body is not null && body == home)
            return new(new RulePart(null, rules.Procedure.Default.Rule?.Clause.Path ?? rules.Procedure.Default.Clause.Path), clause, "");
        return new(null, clause, string.Join(", ", (rule is null ? [home ?? ""] : Deciders(rule, home)).Concat(consent.Select(c => c.Id)).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The rule of the motion's class, whose consent it needs, and the clause.</summary>
    private static (Rule? Rule, IEnumerable<Ref> Consent, string Clause) For(State state, Constitution rules, Motion motion, string? home)
    {
        var procedure = rules.Procedure.ByObject.GetValueOrDefault(motion.Class);
        switch (motion.Class)
        {
            case "amendment":
                var entrenched = rules.Amend.Entrenched is { } e && motion.Changes.Any(c => e.Clauses.Append(e.Clause.Path).Append("amend").Any(p => LiesIn(c.Path, p)));
                return entrenched ? (rules.Amend.Entrenched!.Rule, [], rules.Amend.Entrenched.Clause.Path) : (rules.Amend.Ordinary.Rule, [], rules.Amend.Ordinary.Clause.Path);
            case "remove_officer" when motion.Target is { } target && state.Offices.Tenures.TryGetValue(target, out var tenure):
                var ways = rules.Offices.TryGetValue(tenure.Seat.Of, out var office) ? office.Remove : rules.Bodies.GetValueOrDefault(tenure.Seat.Of)?.Remove ?? [];
                var way = ways.OfType<RemovalBy>().FirstOrDefault(w => w.By.Id == home) ?? ways.OfType<RemovalBy>().FirstOrDefault();
                return way is null
                    ? (new AnyOf([]) { Clause = office?.Clause ?? rules.Bodies[tenure.Seat.Of].Clause }, [], office?.Clause.Path ?? rules.Bodies[tenure.Seat.Of].Clause.Path)
                    : (At(way.Rule, way.By), way.ConsentOf, way.Clause.Path);
            case "dissolve_unit" when motion.Target is { } id && state.Roll.Unit(id) is { } unit && rules.Units.TryGetValue(unit.Kind, out var kind):
                return (kind.DissolvedBy.Rule is { } dissolves ? At(dissolves, kind.DissolvedBy.Name) : null, kind.DissolvedBy.ConsentOf, kind.DissolvedBy.Clause.Path);
            default:
                var power = rules.Powers.FirstOrDefault(p => p.Verb is Verb.Decide or Verb.Amend && p.Object.Any(o => o.Id == motion.Class));
                var rule = procedure?.Rule ?? power?.Rule ?? (power?.Holder as RuleHolder)?.Rule ?? rules.Procedure.Default.Rule;
                return (rule, [.. procedure?.ConsentOf ?? [], .. power?.ConsentOf ?? []], (procedure as Node ?? power as Node ?? rules.Procedure.Default).Clause.Path);
        }
    }

    /// <summary>The part that the body decides; among members where <paramref name="body"/> is null.</summary>
    public static RulePart? Find(Rule rule, string? home, string? body) => rule switch
    {
        MajorityRule r => body == home ? new(r.Majority.Text, r.Clause.Path) : null,
        BodyRule r => r.Body.Id == body ? new(r.Majority?.Text, r.Clause.Path, r.Quorum) : null,
        ReferendumRule r => body is null ? new(r.Majority.Text, r.Clause.Path, r.Quorum) : null,
        AllOf r => r.Rules.Select(p => Find(p, home, body)).FirstOrDefault(p => p is not null),
        AnyOf r => r.Rules.Select(p => Find(p, home, body)).FirstOrDefault(p => p is not null),
        _ => null,
    };

    private static IEnumerable<string> Deciders(Rule rule, string? home) => rule switch
    {
        BodyRule r => [r.Body.Id],
        ReferendumRule r => [r.Electorate.Id],
        AllOf r => r.Rules.SelectMany(p => Deciders(p, home)),
        AnyOf r => r.Rules.SelectMany(p => Deciders(p, home)),
        _ => [home ?? ""],
    };

    /// <summary>A bare majority in a clause that names its body is that body's.</summary>
    private static Rule At(Rule rule, Ref? body) => rule is MajorityRule m && body is not null ? new BodyRule(body, m.Majority, null) { Clause = m.Clause } : rule;

    private static bool LiesIn(string path, string clause) =>
        path == clause || (path.StartsWith(clause, StringComparison.Ordinal) && path[clause.Length] is '.' or '[');
}
