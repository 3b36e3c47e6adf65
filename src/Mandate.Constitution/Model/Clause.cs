namespace Mandate.Constitutions;

/// <summary>
/// A place in a constitution: its stable path (<c>bodies.council.remove[1]</c>, indexes from 0) and where it stands in the source.
/// Two clauses are the same when their paths are: a line moves, a clause does not.
/// </summary>
public sealed record Clause(string Path, int Line, int Column)
{
    public bool Equals(Clause? other) => other is not null && Path == other.Path;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);

    public override string ToString() => Path;
}

/// <summary>Anything that a constitution says: it knows the clause it was read from.</summary>
public abstract record Node
{
    public required Clause Clause { get; init; }
}
