using Mandate.Ed25519;

namespace Mandate.SecretBallot.Groups;

/// <summary>A point of the prime-order group of Edwards25519.</summary>
public sealed class CurveElement : Element
{
    private string? text;
    private PointMultiples? multiples;

    public CurveElement(in Point point) => Point = point;

    internal CurveElement(in Point point, string text)
    {
        Point = point;
        this.text = text;
    }

    internal CurveElement(FixedBase prepared, string text)
    {
        Point = prepared.Point;
        Prepared = prepared;
        this.text = text;
    }

    public Point Point { get; }

    internal FixedBase? Prepared { get; }

    /// <summary>Racing threads compute the same value.</summary>
    internal PointMultiples Multiples => multiples ??= new(Point);

    internal bool HasText => text is not null;

    /// <summary>64 hex digits, the most significant first: the reverse of the bytes of RFC 8032.</summary>
    public override string Text => text ??= TextOf(Point.ToBytes());

    internal void SetText(ReadOnlySpan<byte> encoded) => text = TextOf(encoded);

    public override Element Bare() => multiples is null ? this : new CurveElement(Point, Text);

    public override bool Equals(Element? other) => other is CurveElement o && (ReferenceEquals(this, o) || Point == o.Point);

    private static string TextOf(ReadOnlySpan<byte> encoded)
    {
        Span<byte> reversed = stackalloc byte[32];
        encoded.CopyTo(reversed);
        reversed.Reverse();
        return Convert.ToHexStringLower(reversed);
    }
}
