using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Making;

/// <summary>Fills bytes from a cryptographic generator, as <c>RandomNumberGenerator.Fill</c> does.</summary>
public delegate void RandomFill(Span<byte> destination);

/// <summary>Secrets drawn from the caller's generator.</summary>
public sealed class Randomness(RandomFill fill)
{
    /// <summary>A uniform scalar: 512 bits reduced.</summary>
    public Scalar NextScalar()
    {
        Span<byte> bytes = stackalloc byte[64];
        fill(bytes);
        var scalar = Scalar.Reduce(bytes);
        bytes.Clear();
        return scalar;
    }

    /// <summary>Uniform characters of Base58.</summary>
    public string NextBase58(int length) => string.Create(length, this, static (span, self) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Election.Base58[self.NextBelow(58)];
    });

    /// <summary>A uniform permutation of 0 to n-1 (Fisher and Yates).</summary>
    public int[] NextPermutation(int n)
    {
        var permutation = Enumerable.Range(0, n).ToArray();
        for (var i = n - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (permutation[i], permutation[j]) = (permutation[j], permutation[i]);
        }
        return permutation;
    }

    /// <summary>Uniform below <paramref name="bound"/>: draws above the last whole multiple are thrown away.</summary>
    public int NextBelow(int bound)
    {
        Span<byte> bytes = stackalloc byte[4];
        while (true)
        {
            fill(bytes);
            var drawn = BitConverter.ToUInt32(bytes);
            if (drawn < uint.MaxValue - uint.MaxValue % (uint)bound) return (int)(drawn % (uint)bound);
        }
    }
}
