using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Facts;

public abstract record FactsEvent : Event;

[WireName("facts.named")]
public sealed record ThingNamed(Thing Thing) : FactsEvent;

[WireName("facts.told")]
public sealed record Told(Happening Happening) : FactsEvent;

[WireName("facts.recorded")]
public sealed record FactRecorded(
    string Id, Fact Fact, Window When, Mode Mode, ImmutableArray<Source> Sources, ImmutableArray<string> Events, string? Corrects) : FactsEvent;

[WireName("facts.objected")]
public sealed record FactObjected(string Id, string Fact, string Reason) : FactsEvent;

[WireName("facts.case-reported")]
public sealed record CaseReported(string Id, string Guard, Misjudged Misjudged, string About, string Reason) : FactsEvent;

[WireName("facts.contradicted")]
public sealed record ContradictionRecorded(Contradiction Contradiction) : FactsEvent;
