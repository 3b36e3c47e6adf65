using System.Collections.Immutable;
using System.Numerics;
using Mandate.Tally.Decisions;

namespace Mandate.Constitutions.Rules;

/// <summary>The numbers that quantities are taken of. A base that a rule needs must be given: an unknown register is not an empty one.</summary>
public sealed record Sizes
{
    public long? VotesCast { get; init; }

    public long? Present { get; init; }

    public long? Members { get; init; }

    public long? Seats { get; init; }

    public long? Budget { get; init; }

    /// <summary>Units of each kind.</summary>
    public ImmutableSortedDictionary<string, long> Units { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The kind that <c>units</c> without a name means: the smallest, in which no other lies.</summary>
    public string? SmallestUnit { get; init; }

    /// <summary>How many of that basis there are.</summary>
    /// <exception cref="ArgumentException">The base was not given.</exception>
    public long Of(Basis basis, string? unit = null) => basis switch
    {
        Basis.VotesCast => VotesCast,
        Basis.Present => Present,
        Basis.Members => Members,
        Basis.Seats => Seats,
        Basis.Budget => Budget,
        _ => (unit ?? SmallestUnit) is { } kind && Units.TryGetValue(kind, out var count) ? count : null,
    } ?? throw new ArgumentException($"the rule counts {Word(basis, unit)}, but how many there are was not given", nameof(basis));

    internal static string Word(Basis basis, string? unit = null) => basis switch
    {
        Basis.VotesCast => "votes cast",
        Basis.Units => unit ?? "units",
        _ => basis.ToString().ToLowerInvariant(),
    };
}

/// <summary>Quantities resolved to whole numbers, exactly and rounded up: a third of 800 is 267.</summary>
public static class Quantities
{
    /// <summary>The smallest whole number that satisfies the quantity.</summary>
    /// <exception cref="ArgumentException">The base it is taken of was not given.</exception>
    public static long Needed(Quantity quantity, Sizes sizes) => NeededOf(quantity, quantity is CountOf ? 0 : sizes.Of(quantity.Basis, quantity.Unit));

    /// <summary>The smallest whole number that satisfies the quantity, of a basis of that size.</summary>
    public static long NeededOf(Quantity quantity, long of) => Limited(quantity switch
    {
        ShareOf share => (share.Share * (BigInteger)of).Ceiling(),
        CountOf count => count.Count.Ceiling(),
        RootOf root => new Tally.Decisions.Quantity.RootOf(root.Times).Needed(of),
        _ => throw new ArgumentOutOfRangeException(nameof(quantity)),
    });

    /// <summary>The largest whole number that does not exceed the quantity: for caps and limits.</summary>
    /// <exception cref="ArgumentException">The base it is taken of was not given.</exception>
    public static long AtMost(Quantity quantity, Sizes sizes)
    {
        var needed = Needed(quantity, sizes);
        return quantity switch
        {
            ShareOf share => Limited((share.Share * (BigInteger)sizes.Of(share.Basis, share.Unit)).Floor()),
            RootOf { Times: var times } root when (times * times * (BigInteger)sizes.Of(root.Basis, root.Unit)) < (BigInteger)needed * needed => needed - 1,
            _ => needed,
        };
    }

    /// <summary>Whether so many are enough.</summary>
    public static Answer Reached(Quantity quantity, Sizes sizes, long given)
    {
        var needed = Needed(quantity, sizes);
        return new(given >= needed, quantity.Clause, needed, given);
    }

    /// <summary>The smallest kind of unit: one in which no other lies. Null where there are none or several.</summary>
    public static string? SmallestUnit(Constitution constitution)
    {
        var leaves = constitution.Units.Keys.Where(id => !constitution.Units.Values.Any(u => u.Within?.Id == id)).ToList();
        return leaves.Count == 1 ? leaves[0] : null;
    }

    private static long Limited(BigInteger number) => number > long.MaxValue ? long.MaxValue : (long)number;
}
