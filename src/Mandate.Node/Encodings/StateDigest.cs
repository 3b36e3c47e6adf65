using System.Security.Cryptography;
using Mandate.Organisation;

namespace Mandate.Node.Encodings;

/// <summary>SHA-256 over the canonical text of a whole state: two folds that came to the same state have the same digest.</summary>
public static class StateDigest
{
    private static readonly Shape Whole = Shapes.Digest.For(typeof(State));

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Of(State state) => Convert.ToHexStringLower(SHA256.HashData(Text(state)));

    /// <summary>The text that is hashed. The parsed constitution is left out: it follows from its YAML, whose hash is in.</summary>
    public static byte[] Text(State state)
    {
        var writer = new CanonicalWriter();
        try
        {
            Whole.Write(writer, state);
        }
        catch (WireFault e)
        {
            throw new InvalidOperationException($"The state has no digest: {e.Error}", e);
        }
        return writer.ToArray();
    }
}
