using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>A right of members or minorities.</summary>
public sealed record Right(string Id) : Node
{
    public Who? Who { get; init; }

    /// <summary>What it gives: free words and figures, kept as data.</summary>
    public Datum.Map? Gives { get; init; }

    /// <summary>Where it holds: bodies or kinds of acts.</summary>
    public ImmutableArray<Ref> In { get; init; } = [];

    public ImmutableArray<Ref> To { get; init; } = [];

    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>Next instance of an appeal.</summary>
    public Ref? Then { get; init; }

    public Ref? RegisterWith { get; init; }

    public Period? Within { get; init; }

    public Period? PublishWithin { get; init; }

    public string? Deliver { get; init; }

    public string? WithholdBy { get; init; }

    public string? MayNotRequire { get; init; }

    public string? Interpretation { get; init; }

    public Ref? JudgedBy { get; init; }
}

/// <summary>Who has a right.</summary>
public abstract record Who : Node;

/// <summary><c>any member</c>, <c>any speaker</c>, …: the word after <c>any</c>.</summary>
public sealed record AnyPerson(string Role) : Who;

/// <summary>So many together.</summary>
public sealed record Together(Quantity Number) : Who;

public sealed record NamedWho(Ref Name) : Who;

public sealed record AnyOfWho(ImmutableArray<Who> Alternatives) : Who;
