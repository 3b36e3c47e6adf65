using System.Globalization;
using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Making;

/// <summary>
/// A voter's private credential: <c>XXXXX-XXXXXX-XXXXX-XXXXXX</c>, 22 characters of Base58 (specification 3.1, section 4.8). The credential
/// authority makes it, the voter alone keeps it.
/// </summary>
public sealed class Credential
{
    private Credential(string text, string uuid)
    {
        Text = text;
        Secret = Derive(uuid, text);
        Public = new(Point.MultiplyBase(Secret));
    }

    public string Text { get; }

    /// <summary>The public half, which stands in the archive.</summary>
    public CurveElement Public { get; }

    internal Scalar Secret { get; }

    public static Credential Generate(string uuid, Randomness random)
    {
        var c = random.NextBase58(22);
        return new($"{c[..5]}-{c[5..11]}-{c[11..16]}-{c[16..]}", uuid);
    }

    /// <summary>The credential that a voter types; null with the reason where it cannot be one.</summary>
    public static Credential? Parse(string text, string uuid, out string reason)
    {
        var parts = text.Split('-');
        reason = "a credential is 22 characters in the form XXXXX-XXXXXX-XXXXX-XXXXXX";
        if (!parts.Select(p => p.Length).SequenceEqual([5, 6, 5, 6])) return null;
        foreach (var c in text)
        {
            if (c == '-' || Election.Base58.Contains(c, StringComparison.Ordinal)) continue;
            reason = $"a credential has no character '{c}'; 0, O, I and l are left out on purpose";
            return null;
        }
        return new(text, uuid);
    }

    /// <summary>Computed without BigInteger, whose time depends on the value.</summary>
    private static Scalar Derive(string uuid, string text)
    {
        Span<byte> number = stackalloc byte[64];
        for (var i = 0; i < 2; i++)
        {
            var half = Convert.FromHexString(Digests.Hex($"derive_credential|{uuid}|{i.ToString(CultureInfo.InvariantCulture)}|{text}"));
            half.CopyTo(number[(32 * i)..]);
        }
        number.Reverse();
        return Scalar.Reduce(number);
    }
}
