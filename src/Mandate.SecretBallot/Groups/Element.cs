namespace Mandate.SecretBallot.Groups;

/// <summary>A member of a group, with the text that stands in archives and in hashes.</summary>
public abstract class Element : IEquatable<Element>
{
    /// <summary>The text form of specification 3.1, section 5: hex digits on the curve, decimal digits in finite fields.</summary>
    public abstract string Text { get; }

    /// <summary>The element without what was computed to raise it often; for keeping many.</summary>
    public virtual Element Bare() => this;

    public abstract bool Equals(Element? other);

    public sealed override bool Equals(object? obj) => Equals(obj as Element);

    public sealed override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    public override string ToString() => Text;
}
