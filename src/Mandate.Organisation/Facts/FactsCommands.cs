using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Facts;

public abstract record FactsCommand : Command;

/// <summary>Say what an id of the facts stands for.</summary>
[WireName("facts.name")]
public sealed record NameThing(
    string Id, ThingKind What, ImmutableSortedDictionary<string, string> Names, ImmutableSortedDictionary<string, string> Notes, ImmutableArray<Source> Sources,
    ImmutableSortedDictionary<string, string>? Attributes = null) : FactsCommand;

/// <summary>Tell an event, in words. It gets its meaning for the guards from facts that name it.</summary>
[WireName("facts.tell")]
public sealed record Tell(
    string Id,
    Window When,
    ImmutableSortedDictionary<string, string> Titles,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<string> Persons,
    ImmutableArray<string> Bodies,
    ImmutableArray<string> Documents,
    Mode Mode,
    ImmutableArray<Source> Sources,
    string? Scope = null,
    string? Place = null,
    ImmutableArray<string> After = default,
    Dating? Dated = null) : FactsCommand;

/// <summary>Record a fact, with its evidence.</summary>
/// <param name="Corrects">An earlier fact of the same recorder that this one corrects.</param>
[WireName("facts.record")]
public sealed record RecordFact(
    string Id, Fact Fact, Window When, Mode Mode, ImmutableArray<Source> Sources, ImmutableArray<string> Events, string? Corrects = null) : FactsCommand;

/// <summary>Object to a fact. The objection stands beside it; the fact stays.</summary>
[WireName("facts.object")]
public sealed record ObjectToFact(string Id, string Fact, string Reason) : FactsCommand;

/// <summary>File a case against a guard: an event or fact on record that it missed, or that it found wrongly (requirement S431).</summary>
/// <param name="About">Id of the event told or of the fact.</param>
[WireName("facts.report-case")]
public sealed record ReportCase(string Id, string Guard, Misjudged Misjudged, string About, string Reason) : FactsCommand;

/// <summary>Record that two accounts do not agree.</summary>
[WireName("facts.contradict")]
public sealed record RecordContradiction(
    string Id,
    ImmutableSortedDictionary<string, string> Subject,
    ImmutableSortedDictionary<string, string> First,
    ImmutableSortedDictionary<string, string> Second,
    ImmutableArray<string> Events,
    ImmutableArray<string> Facts,
    ImmutableArray<Source> Sources,
    ImmutableArray<string> About = default) : FactsCommand;
