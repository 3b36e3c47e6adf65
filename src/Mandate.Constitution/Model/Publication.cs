using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>What is published, and what may be kept confidential for how long.</summary>
public sealed record Publication(Audience Default) : Node
{
    public Confidential? Confidential { get; init; }
}

public enum Audience
{
    Public,
    PublicToMembers,
}

public sealed record Confidential : Node
{
    public required ImmutableArray<string> Classes { get; init; }

    public required Ref By { get; init; }

    public required Period Max { get; init; }

    public Ref? ReviewedBy { get; init; }

    public required ImmutableArray<string> CannotCover { get; init; }
}
