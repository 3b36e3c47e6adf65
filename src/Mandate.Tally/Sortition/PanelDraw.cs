using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Tally.Sortition;

/// <summary>
/// Numbers from a public seed: the n-th is SHA-256 of the UTF-8 of <c>SEED "\n" n</c> for n = 1, 2, 3, ..., read as a whole number with the
/// most significant byte first. Those at or above the greatest multiple of what is asked for are passed over, so that all have the same chance.
/// </summary>
public sealed class SeedNumbers(string seed)
{
    private static readonly BigInteger All = BigInteger.One << 256;

    private int n;

    /// <summary>The next number below that one, which is at most 2 to the 200th.</summary>
    public BigInteger Below(BigInteger bound)
    {
        while (true)
        {
            n++;
            var number = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{n}"))), isUnsigned: true, isBigEndian: true);
            if (number < All - All % bound) return number % bound;
        }
    }

    /// <summary>So many of those, each in turn from what is left.</summary>
    public ImmutableArray<T> Draw<T>(IEnumerable<T> from, int count)
    {
        var left = from.ToList();
        var drawn = ImmutableArray.CreateBuilder<T>();
        while (drawn.Count < count && left.Count > 0)
        {
            var place = (int)Below(left.Count);
            drawn.Add(left[place]);
            left.RemoveAt(place);
        }
        return drawn.ToImmutable();
    }
}

/// <summary>Draws one panel of a lottery by a public seed; everybody with pool, quotas and seed finds the same.</summary>
public static class PanelDraw
{
    /// <summary>
    /// The first number, below the common denominator of the chances, is the panel in their order; for each class in order so many of its
    /// households that are still free are drawn, and of each household one of those in the class.
    /// </summary>
    public static ImmutableArray<string> Draw(PanelLottery lottery, string seed)
    {
        var numbers = new SeedNumbers(seed);
        var denominator = lottery.Panels.Aggregate(BigInteger.One, (d, p) => d * (p.Chance.Denominator / BigInteger.GreatestCommonDivisor(d, p.Chance.Denominator)));
        var number = Below(numbers, denominator);
        var panel = lottery.Panels[0];
        foreach (var next in lottery.Panels)
        {
            panel = next;
            number -= next.Chance.Numerator * (denominator / next.Chance.Denominator);
            if (number.Sign < 0) break;
        }
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var homes = lottery.Pool.People.ToDictionary(p => p.Id, p => p.Household is { } h ? "h:" + h : "p:" + p.Id, StringComparer.Ordinal);
        var drawn = new List<string>();
        for (var i = 0; i < lottery.Pool.Classes.Length; i++)
            foreach (var home in numbers.Draw(lottery.Pool.Classes[i].Homes.Where(h => !taken.Contains(homes[h[0]])), panel.OfClass[i]))
            {
                taken.Add(homes[home[0]]);
                drawn.Add(home[(int)numbers.Below(home.Length)]);
            }
        return [.. drawn.Order(StringComparer.Ordinal)];
    }

    /// <summary>A number below one that may be greater than a hash: as many hashes as it takes, side by side.</summary>
    private static BigInteger Below(SeedNumbers numbers, BigInteger bound)
    {
        var part = BigInteger.One << 200;
        var (all, parts) = (BigInteger.One, 0);
        while (all < bound << 56) (all, parts) = (all * part, parts + 1);
        while (true)
        {
            var number = BigInteger.Zero;
            for (var k = 0; k < parts; k++) number = number * part + numbers.Below(part);
            if (number < all - all % bound) return number % bound;
        }
    }
}
