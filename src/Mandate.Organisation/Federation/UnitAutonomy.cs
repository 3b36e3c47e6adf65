using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Offices;
using Unit = Mandate.Organisation.Roll.Unit;

namespace Mandate.Organisation.Federation;

/// <summary>What a unit needs of its own to be more than an office of the whole.</summary>
public enum Own { Rules, Elections, Account, Press, Key }

/// <param name="Clause">The clause that gives it; null where something on record does, or nothing.</param>
/// <param name="Has">Whether the unit has it: by a clause and used, or on record.</param>
public sealed record OwnAnswer(Own What, bool Has, string? Clause);

/// <summary>
/// Autonomy test of one unit (requirement S221): own rules, own elections, own account, own press, own key, each read from a clause or from the
/// record, and never from what is said about it.
/// </summary>
public sealed record UnitAutonomy(string Unit, ImmutableArray<OwnAnswer> Answers)
{
    public int Given => Answers.Count(a => a.Has);

    /// <summary>Funds that are the unit's own.</summary>
    public static IEnumerable<Fund> FundsOf(State state, string unit) => state.Accounts.Funds.Values.Where(f => f.Unit == unit).OrderBy(f => f.Id, StringComparer.Ordinal);

    public static UnitAutonomy Of(State state, Constitution rules, Unit unit, DateTimeOffset at) => Tests(state, rules, [unit], at).Single();

    /// <summary>One test for each unit that is there, in order of name. One pass over all places.</summary>
    public static IEnumerable<UnitAutonomy> All(State state, Constitution rules, DateTimeOffset at) =>
        Tests(state, rules, [.. state.Roll.Units.Values.Where(u => u.Until is null && rules.Units.ContainsKey(u.Kind)).OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Id, StringComparer.Ordinal)], at);

    private static IEnumerable<UnitAutonomy> Tests(State state, Constitution rules, ImmutableArray<Unit> units, DateTimeOffset at)
    {
        var wanted = units.Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var held = state.Offices.Tenures.Values.Where(t => t is { Session: null, Seat.Unit: { } of } && wanted.Contains(of) && t.HeldAt(at)).ToLookup(t => t.Seat.Unit!, StringComparer.Ordinal);
        var funds = state.Accounts.Funds.Values.Select(f => f.Unit).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var kinds = units.Select(u => u.Kind).Distinct(StringComparer.Ordinal).ToDictionary(k => k, k => Clauses(rules, rules.Units[k]), StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var (decides, elects) = kinds[unit.Kind];
            yield return new(unit.Id,
            [
                new(Own.Rules, decides is not null, decides),
                // A clause that nobody has used gives no elected organ: somebody who holds a place now has to have been elected to it.
                new(Own.Elections, elects is not null && held[unit.Id].Any(t => t.Basis.Kind is BasisKind.Election or BasisKind.Countback or BasisKind.Substitution), elects),
                new(Own.Account, funds.Contains(unit.Id), null),
                new(Own.Press, state.Federation.Pages.ContainsKey(unit.Id), null),
                new(Own.Key, held[unit.Id].Any(t => state.Trust.Counting(t.Person, at) is not null), null),
            ]);
        }
    }

    /// <summary>The clauses by which units of a kind decide and elect.</summary>
    private static (string? Decides, string? Elects) Clauses(Constitution rules, Mandate.Constitutions.Unit kind)
    {
        var own = FederationTest.OwnOf(rules, kind.Id);
        return (
            rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && p.Holder is NamedHolder holder && own.Contains(holder.Name.Id))?.Clause.Path,
            FederationTest.Of(rules).First(t => t.Kind == kind.Id).Answers.First(a => a.What == SelfRule.ElectsOwnOrgans).Clause);
    }
}
