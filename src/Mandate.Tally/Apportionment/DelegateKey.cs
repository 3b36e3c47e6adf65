using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>What a part of the number per delegate gives.</summary>
public enum KeyRounding
{
    /// <summary>One per full N.</summary>
    Full,

    /// <summary>One per N begun.</summary>
    Begun,

    /// <summary>One per N, and one for more than half of N.</summary>
    MoreThanHalf,
}

/// <summary>
/// How many delegates a unit sends: <c>one per N members, min m, max M</c>, or the same number for all
/// (<c>apportion</c> in the constitution format). A unit without members sends nobody.
/// </summary>
public sealed record DelegateKey
{
    private DelegateKey(long onePer, KeyRounding rounding, int minimum, int? maximum, int? equal)
    {
        if (equal is null) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(onePer);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        if (maximum < minimum) throw new ArgumentException($"the maximum {maximum} is below the minimum {minimum}", nameof(maximum));
        (OnePer, Rounding, Minimum, Maximum, Equal) = (onePer, rounding, minimum, maximum, equal);
    }

    /// <summary>Members per delegate; 0 where all units send the same number.</summary>
    public long OnePer { get; }

    public KeyRounding Rounding { get; }

    public int Minimum { get; }

    public int? Maximum { get; }

    public int? Equal { get; }

    public static DelegateKey PerMembers(long onePer, int minimum = 0, int? maximum = null, KeyRounding rounding = KeyRounding.Full) =>
        new(onePer, rounding, minimum, maximum, null);

    public static DelegateKey SameForAll(int delegates) => new(0, KeyRounding.Full, delegates, delegates, delegates);

    public int DelegatesOf(long members)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        if (members == 0) return 0;
        if (Equal is { } same) return same;
        var full = Math.DivRem(members, OnePer, out var rest);
        var more = Rounding switch
        {
            KeyRounding.Begun => rest > 0,
            KeyRounding.MoreThanHalf => rest > OnePer - rest,
            _ => false,
        };
        return checked((int)Math.Clamp(full + (more ? 1 : 0), Minimum, Maximum ?? int.MaxValue));
    }

    public ImmutableArray<int> DelegatesOf(IEnumerable<long> units) => [.. units.Select(DelegatesOf)];
}
