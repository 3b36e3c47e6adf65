using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public abstract record BodyInspectionEvent : InspectionEvent;

[WireName("inspection.opened")]
public sealed record InspectionOpened(string Id, string Place, string SeedProcedure, DateTimeOffset SeedDue) : BodyInspectionEvent;

[WireName("inspection.inspectors-drawn")]
public sealed record InspectorsDrawn(string Inspection, string Seed, ImmutableArray<string> Inspectors) : BodyInspectionEvent;

[WireName("inspection.reported")]
public sealed record InspectionReported(string Inspection, string Text, string? Data, string LeftOut) : BodyInspectionEvent;

[WireName("inspection.answered")]
public sealed record InspectionAnswered(string Inspection, string Text) : BodyInspectionEvent;

[WireName("inspection.followed-up")]
public sealed record InspectionFollowedUp(string Inspection, string Account, bool Done) : BodyInspectionEvent;

/// <param name="Due">The last day for it to be handed over.</param>
[WireName("inspection.asked-for")]
public sealed record EvidenceAsked(string Id, string For, string From, string What, DateOnly Due) : BodyInspectionEvent;

[WireName("inspection.handed-over")]
public sealed record EvidenceHandedOver(string Request, string Commitment) : BodyInspectionEvent;
