using Mandate.Constitutions;
using Amount = Mandate.Tally.Decisions.Quantity;

namespace Mandate.Organisation.Offices;

/// <summary>The quantities of a constitution as whole numbers.</summary>
internal static class Quantities
{
    /// <summary>The smallest whole number that satisfies the quantity, of a basis of that size.</summary>
    public static long Needed(this Quantity quantity, long of) => quantity switch
    {
        ShareOf q => new Amount.ShareOf(q.Share).Needed(of),
        CountOf q => (long)q.Count.Ceiling(),
        RootOf q => new Amount.RootOf(q.Times).Needed(of),
        _ => throw new InvalidOperationException($"No number for {quantity.GetType().Name}."),
    };
}
