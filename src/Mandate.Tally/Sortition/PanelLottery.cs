using System.Collections.Immutable;

namespace Mandate.Tally.Sortition;

/// <summary>How far it is proved that no lottery under the same quotas is fairer.</summary>
public enum Fairness
{
    /// <summary>The chances are the leximin ones: the least is as great as can be, then the next, and so on.</summary>
    Leximin,

    /// <summary>The least chance is as great as can be; those above are the best found.</summary>
    Maximin,

    /// <summary>The best found; <see cref="PanelLottery.Bound"/> says how great the least chance could be at most.</summary>
    Found,
}

/// <summary>One panel of the lottery, as how many of each class sit on it, with its chance.</summary>
public sealed record PanelChance(ImmutableArray<int> OfClass, Fraction Chance);

/// <summary>A change of one quota with which there would be a panel.</summary>
/// <param name="Need">The least bound, below or above, that would do.</param>
public sealed record QuotaRemedy(Quota Quota, bool IsMinimum, int Need);

/// <summary>
/// A lottery over permitted panels that gives everybody who can be on one the fairest chance (Flanigan, Gölz, Gupta, Hennig and
/// Procaccia, Fair algorithms for selecting citizens' assemblies, Nature 596, 2021). Exact: chances are fractions.
/// </summary>
public sealed record PanelLottery(SortitionPool Pool, ImmutableArray<PanelChance> Panels, Fairness Proved, Fraction Bound)
{
    /// <summary>Chance of each class; zero for those who can be on no permitted panel.</summary>
    public ImmutableArray<Fraction> ChanceOfClass { get; } =
        [.. Pool.Classes.Select((c, i) => Panels.Aggregate(Fraction.Zero, (sum, p) => p.OfClass[i] == 0 ? sum : sum + p.Chance * p.OfClass[i]) / c.People.Length)];

    /// <summary>Chance of each person, in order of id.</summary>
    public IEnumerable<(string Person, Fraction Chance)> Chances =>
        Pool.Classes.SelectMany((c, i) => c.People.Select(p => (p, ChanceOfClass[i]))).OrderBy(x => x.p, StringComparer.Ordinal);

    /// <summary>Those who can be on no permitted panel, in order of id; for the best found only, those for whom none was found.</summary>
    public IEnumerable<string> Never => Chances.Where(c => c.Chance.Sign == 0).Select(c => c.Person);

    /// <summary>The least chance of those who have one.</summary>
    public Fraction Least => ChanceOfClass.Where(c => c.Sign > 0).Min();

    /// <summary>Gini coefficient of the chances of all.</summary>
    public Fraction Gini()
    {
        var sum = Fraction.Zero;
        for (var i = 0; i < Pool.Classes.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var apart = ChanceOfClass[i] - ChanceOfClass[j];
                sum += (apart.Sign < 0 ? -apart : apart) * (Pool.Classes[i].People.Length * (long)Pool.Classes[j].People.Length);
            }
        return Pool.Seats == 0 || Pool.People.Length == 0 ? Fraction.Zero : sum / ((long)Pool.People.Length * Pool.Seats);
    }
}

/// <summary>The lottery, or why there is none: the quotas of which each, changed alone, would make a panel possible.</summary>
/// <param name="Remedies">Empty where no change of a single quota is enough.</param>
public sealed record LotteryAnswer(PanelLottery? Lottery, ImmutableArray<QuotaRemedy> Remedies);
