using System.Numerics;
using Mandate.Constitutions;
using Mandate.Tally;

namespace Mandate.Organisation.Sessions;

/// <summary>What a quantity of the constitution comes to here: the number needed and what a share is taken of.</summary>
public static class Quantities
{
    /// <summary>The smallest whole number that satisfies the quantity. A share is rounded up: a third of 800 is 267.</summary>
    public static int Needed(Quantity quantity, int of) => quantity switch
    {
        ShareOf share => (int)(share.Share * (BigInteger)of).Ceiling(),
        CountOf count => (int)count.Count.Ceiling(),
        RootOf root => (int)new Tally.Decisions.Quantity.RootOf(root.Times).Needed(of),
        _ => throw new InvalidOperationException($"No figure for {quantity.GetType().Name}."),
    };

    /// <summary>What a share is taken of, outside a vote: members or units, in a unit or in the whole.</summary>
    public static int BaseOf(State state, Quantity quantity, string? unit, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return quantity.Basis == Basis.Units
            ? state.Roll.UnitsOf(KindOf(state.Statutes.At(at), quantity), day).Count(u => unit is null || state.Roll.LiesIn(u.Id, unit))
            : state.Roll.CountOn(day, unit);
    }

    /// <summary>The kind of unit that a quantity of units means; where it names none, the smallest kind.</summary>
    public static string KindOf(Constitution rules, Quantity quantity) =>
        quantity.Unit is { } kind && rules.Units.ContainsKey(kind)
            ? kind
            : rules.Units.Values.FirstOrDefault(u => !rules.Units.Values.Any(o => o.Within?.Id == u.Id))?.Id ?? "";
}
