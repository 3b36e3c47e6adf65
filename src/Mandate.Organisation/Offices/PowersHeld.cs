using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Offices;

/// <summary>A power that a place gives whoever holds it.</summary>
/// <param name="Place">The body or office.</param>
/// <param name="Object">What it is over: a body, an office or a class of matters.</param>
/// <param name="Clause">Clause path.</param>
public sealed record HeldPower(string Place, Verb Verb, string Object, string Clause);

/// <summary>All that places give whoever holds them: shown before somebody is given one more (S164).</summary>
public static class PowersHeld
{
    public static ImmutableArray<HeldPower> Of(Constitution rules, IEnumerable<string> places)
    {
        var held = places.Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var powers = ImmutableArray.CreateBuilder<HeldPower>();
        foreach (var power in rules.Powers)
            if (power.Holder is NamedHolder { Name.Id: var holder } && held.Contains(holder))
                powers.AddRange(power.Object.Select(o => new HeldPower(holder, power.Verb, o.Id, power.Clause.Path)));
        foreach (var (of, select) in Filled(rules))
        {
            if (select is Appoint appoint)
            {
                powers.AddRange(appoint.By.Where(b => held.Contains(b.Id)).Select(b => new HeldPower(b.Id, Verb.Appoint, of, appoint.Clause.Path)));
                powers.AddRange(appoint.OnProposalOf.Where(b => held.Contains(b.Id)).Select(b => new HeldPower(b.Id, Verb.Nominate, of, appoint.Clause.Path)));
                powers.AddRange(appoint.ConsentOf.Where(b => held.Contains(b.Id)).Select(b => new HeldPower(b.Id, Verb.Confirm, of, appoint.Clause.Path)));
            }
            else if (select is Elect { Body: { } body } elect && held.Contains(body.Id)) powers.Add(new(body.Id, Verb.Elect, of, elect.Clause.Path));
        }
        foreach (var body in rules.Bodies.Values)
            if (body.Convene is { } convene && held.Contains(convene.By.Id)) powers.Add(new(convene.By.Id, Verb.Convene, body.Id, convene.Clause.Path));
        return [.. powers.Distinct().OrderBy(p => p.Place, StringComparer.Ordinal).ThenBy(p => p.Verb).ThenBy(p => p.Object, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Of, Select Select)> Filled(Constitution rules) =>
        rules.Offices.Values.Select(o => (o.Id, o.By)).Concat(rules.Bodies.Values.SelectMany(b => b.Seats.Values.Select(s => (b.Id, s.By))));
}
