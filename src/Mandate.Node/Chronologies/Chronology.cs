using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>A chronology as the acts that put it on record.</summary>
/// <param name="Acts">In the order in which they must be done: names, events, facts, contradictions.</param>
/// <param name="LastDay">The last day that any of them names; null where none is dated.</param>
public sealed record Chronology(string Title, ImmutableArray<FactsCommand> Acts, DateOnly? LastDay);

/// <summary>The result of reading: a chronology, or every fault found. Warnings say what was left out and why; they never hinder.</summary>
public sealed record ChronologyReading(Chronology? Chronology, ImmutableArray<ChronologyFault> Faults, ImmutableArray<ChronologyFault> Warnings);

/// <summary>A file of a chronology.</summary>
public sealed record ChronologyFile(string Name, string Yaml);
