namespace Mandate.Constitutions;

/// <summary>What a name in a constitution stands for.</summary>
public enum RefKind
{
    Body,
    Office,
    Electorate,
    Unit,
    Tag,

    /// <summary>A seat group of a body, written <c>congress.delegates</c>.</summary>
    Seats,

    /// <summary><c>self</c>: the person concerned.</summary>
    Self,

    /// <summary><c>petitioners</c>: those who signed the demand.</summary>
    Petitioners,

    /// <summary>A class of matters or persons that is not declared (<c>budget</c>, <c>staff</c>); allowed only where classes are.</summary>
    Class,
}

/// <summary>A name used in a clause, resolved when the constitution was read.</summary>
public sealed record Ref(string Id, RefKind Kind) : Node
{
    public override string ToString() => Id;
}
