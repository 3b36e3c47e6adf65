using System.Runtime.InteropServices;

namespace Mandate.Tally.Budgets;

/// <summary>
/// What runs of one count proved about projects that they did not buy, for the runs that follow with other money. It holds for one
/// beginning of the order of purchases and is forgotten from where that changes.
/// </summary>
/// <remarks>
/// With the same purchases so far, E more money altogether leaves every voter as much or more, and all supporters of a project together
/// at most E more. So a project that lacks more than E is still not affordable; and a price that so many marks pay in full falls by at most
/// E over these marks, because at a price t below it the supporters pay at most cost - (price - t) x marks + E. With less money, bounds
/// from below hold as they are.
/// </remarks>
internal sealed class EqualSharesMemory(int projects)
{
    private readonly List<int> order = [];
    private readonly List<Known[]> steps = [];
    private int shift;

    /// <summary>Makes ready for a run whose fixed point has so many places: bounds of another fixed point are forgotten.</summary>
    public void Begin(int places)
    {
        if (places == shift) return;
        shift = places;
        order.Clear();
        steps.Clear();
    }

    /// <summary>What is known of each project after so many purchases.</summary>
    public Span<Known> After(int purchases)
    {
        while (steps.Count <= purchases) steps.Add(new Known[projects]);
        return steps[purchases];
    }

    /// <summary>A run made its purchase after so many others.</summary>
    public void Bought(int purchases, int project)
    {
        if (purchases < order.Count && order[purchases] == project) return;
        order.RemoveRange(purchases, order.Count - purchases);
        order.Add(project);
        if (steps.Count > purchases + 1) steps.RemoveRange(purchases + 1, steps.Count - purchases - 1);
    }

    /// <param name="Least">A bound of the price from below; or, where <paramref name="Payers"/> is negative, how much the supporters lack at least.</param>
    /// <param name="Payers">Marks that surely pay the price in full, at least 1; 0 where nothing is known.</param>
    /// <param name="Money">All money of that run.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Known(long Least, long Payers, long Money)
    {
        public bool IsLack => Payers < 0;

        public bool IsNothing => Payers == 0;

        /// <summary>Whether the lack remains with so much money altogether.</summary>
        public bool RemainsWith(long money) => money - Money < Least;

        /// <summary>A bound of the price from below with so much money altogether.</summary>
        public long LeastWith(long money) => money <= Money ? Least : Least - (((money - Money) / Payers) + 1);
    }
}
