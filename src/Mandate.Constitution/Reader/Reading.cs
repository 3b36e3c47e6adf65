using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>The result of reading: a constitution, or every fault found. Warnings never hinder.</summary>
public sealed record Reading(Constitution? Constitution, ImmutableArray<Fault> Faults, ImmutableArray<Fault> Warnings)
{
    /// <summary>Clauses that nothing executes (<see cref="Unexecuted"/>): no mistakes, and good to know before adopting them.</summary>
    public ImmutableArray<Fault> Notes { get; init; } = [];

    public bool Succeeded => Constitution is not null;
}

/// <summary>What kind of mistake a <see cref="Fault"/> is; its wire name stands in <c>docs/constitution-format.md</c>.</summary>
public enum FaultKind
{
    Syntax,
    DuplicateKey,
    UnknownKey,
    MissingKey,
    WrongValue,
    UnknownName,
    Contradiction,
    LaterFormat,

    /// <summary>No mistake: a clause that nothing executes.</summary>
    NotExecuted,
}

/// <summary>A mistake in a constitution: what, where (line and column from 1, clause path) and what would be right.</summary>
public sealed record Fault(FaultKind Kind, Clause Clause, string Message, string? Suggestion = null)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Clause.Line}:{Clause.Column}: {(Clause.Path.Length == 0 ? "" : Clause.Path + ": ")}{Message}{(Suggestion is null ? "" : $"; did you mean '{Suggestion}'?")}");
}
