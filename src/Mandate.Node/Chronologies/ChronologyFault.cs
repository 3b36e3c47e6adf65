using Mandate.Constitutions;

namespace Mandate.Node.Chronologies;

/// <summary>What is wrong in a chronology and where: file, line and column from 1, path.</summary>
public sealed record ChronologyFault(string File, Clause Clause, string Message)
{
    public override string ToString() =>
        FormattableString.Invariant($"{File}:{Clause.Line}:{Clause.Column}: {(Clause.Path.Length == 0 ? "" : Clause.Path + ": ")}{Message}");
}
