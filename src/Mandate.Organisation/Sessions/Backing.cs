using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>How far a rule of signatures (so many members, so many units, a named body) is fulfilled.</summary>
/// <param name="Clause">Clause path of the rule that is, or is nearest to being, fulfilled.</param>
public sealed record Backing(bool Met, string Clause, string Text, int Needed, int Given)
{
    /// <param name="persons">Members by id, or by pseudonym where the matter has a register: then who may sign was settled when it opened.</param>
    /// <param name="unit">The unit whose members count; null for all.</param>
    public static Backing Of(State state, Rule rule, ImmutableHashSet<string> persons, ImmutableHashSet<string> units, ImmutableHashSet<string> bodies, string? unit, DateTimeOffset at) => rule switch
    {
        PetitionRule r => Persons(state, r, persons, unit, at),
        UnitsRule r => Units(state, r, units, unit, at),
        BodyRule r => new(bodies.Contains(r.Body.Id), r.Clause.Path, r.Body.Id, 1, bodies.Contains(r.Body.Id) ? 1 : 0),
        AllOf r => r.Rules.Select(each => Of(state, each, persons, units, bodies, unit, at)).OrderBy(b => b.Met).First(),
        AnyOf r => Best(r.Rules.Select(each => Of(state, each, persons, units, bodies, unit, at))),
        _ => new(false, rule.Clause.Path, "", 1, 0),
    };

    /// <summary>The first of several rules that is fulfilled, else the one that lacks least; null where there is none.</summary>
    public static Backing? OfAny(State state, ImmutableArray<Rule> rules, ImmutableHashSet<string> persons, ImmutableHashSet<string> units, ImmutableHashSet<string> bodies, string? unit, DateTimeOffset at) =>
        rules.IsEmpty ? null : Best(rules.Select(r => Of(state, r, persons, units, bodies, unit, at)));

    /// <summary>
    /// Whether all who signed would be enough, were all of them entitled: when not, nobody needs to look through the signatures, of
    /// which a large organisation gathers many thousands one by one.
    /// </summary>
    public static bool WithinReach(State state, Rule rule, int persons, int units, string? unit, DateTimeOffset at) => rule switch
    {
        PetitionRule r => persons >= Quantities.NeededOf(r.Signatures, Bases.Of(state, r.Signatures, unit, at)),
        UnitsRule r => units >= Quantities.NeededOf(r.Units, Bases.Of(state, r.Units, unit, at)),
        AllOf r => r.Rules.All(each => WithinReach(state, each, persons, units, unit, at)),
        AnyOf r => r.Rules.Any(each => WithinReach(state, each, persons, units, unit, at)),
        _ => true,
    };

    private static Backing Best(IEnumerable<Backing> all) => all.OrderByDescending(b => b.Met).ThenBy(b => b.Needed - b.Given).First();

    private static Backing Persons(State state, PetitionRule rule, ImmutableHashSet<string> persons, string? unit, DateTimeOffset at)
    {
        var needed = (int)Quantities.NeededOf(rule.Signatures, Bases.Of(state, rule.Signatures, unit, at));
        var given = persons.Count(p => Pseudonyms.IsOne(p) || state.Roll.Member(p) is { InGoodStanding: true } m && (unit is null || state.Roll.LiesIn(m.Unit, unit)));
        return new(given >= needed, rule.Clause.Path, rule.Signatures.Text, needed, given);
    }

    private static Backing Units(State state, UnitsRule rule, ImmutableHashSet<string> units, string? unit, DateTimeOffset at)
    {
        var kind = Bases.KindOf(state.Statutes.At(at), rule.Units);
        var needed = (int)Quantities.NeededOf(rule.Units, Bases.Of(state, rule.Units, unit, at));
        var given = units.Count(u => state.Roll.Unit(u) is { } known && known.Kind == kind && (unit is null || state.Roll.LiesIn(u, unit)));
        return new(given >= needed, rule.Clause.Path, rule.Units.Text, needed, given);
    }
}
