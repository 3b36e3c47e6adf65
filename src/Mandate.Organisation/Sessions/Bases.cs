using Mandate.Constitutions;

namespace Mandate.Organisation.Sessions;

/// <summary>What a share of the constitution is taken of here, outside a vote.</summary>
public static class Bases
{
    /// <summary>How many members or units there are, in a unit or in the whole.</summary>
    public static int Of(State state, Quantity quantity, string? unit, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return quantity.Basis == Basis.Units
            ? state.Roll.UnitsOf(KindOf(state.Statutes.At(at), quantity), day).Count(u => unit is null || state.Roll.LiesIn(u.Id, unit))
            : state.Roll.CountOn(day, unit);
    }

    /// <summary>The kind of unit that a quantity of units means; where it names none, the smallest kind.</summary>
    public static string KindOf(Constitution rules, Quantity quantity) =>
        quantity.Unit is { } kind && rules.Units.ContainsKey(kind) ? kind : Constitutions.Rules.Quantities.SmallestUnit(rules) ?? "";
}
