using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public abstract record InspectionEvent : Event;

/// <param name="Accused">Who held those places.</param>
/// <param name="Reply">The last day for those complained of to answer.</param>
/// <param name="SeedDue">A jury is drawn from then on.</param>
/// <param name="Drawn">A jury reads it, because too much of the inspection is tied to those it inspects.</param>
/// <param name="Urgent">The item of a meeting that waits for it.</param>
[WireName("inspection.complained")]
public sealed record Complained(
    string Id, ImmutableArray<string> Against, ImmutableArray<string> Accused, string Subject, string Commitment, DateOnly Reply, string SeedProcedure, DateTimeOffset SeedDue, string? Register = null,
    bool? Conduct = null, bool? Drawn = null, Urgency? Urgent = null, ComplaintKind Kind = ComplaintKind.Complaint) : InspectionEvent;

[WireName("inspection.reader-chosen")]
public sealed record ReaderChosen(string Complaint, string Reader) : InspectionEvent;

[WireName("inspection.amends-demanded")]
public sealed record AmendsDemanded(string Complaint, Amends Amends, string Commitment, DateOnly Due) : InspectionEvent;

[WireName("inspection.demand-answered")]
public sealed record DemandAnswered(string Complaint, bool Agrees, string Commitment) : InspectionEvent;

/// <summary>It ended with what the complainant asked for.</summary>
[WireName("inspection.settled")]
public sealed record ComplaintSettled(string Complaint) : InspectionEvent;

[WireName("inspection.stepped-aside")]
public sealed record SteppedAside(string Complaint, string Reader, string Reason) : InspectionEvent;

[WireName("inspection.jury-drawn")]
public sealed record JuryDrawn(string Complaint, string Seed, ImmutableArray<string> Jury) : InspectionEvent;

[WireName("inspection.replied")]
public sealed record RepliedToComplaint(string Complaint, string Commitment, string? Present = null) : InspectionEvent;

/// <summary>What was said counts as not said, and is found on anew.</summary>
[WireName("inspection.taken-back")]
public sealed record StatementTakenBack(string Complaint, DateOnly Reply) : InspectionEvent;

[WireName("inspection.stayed")]
public sealed record MeasureStayed(string Complaint, string Measure, DateOnly Until) : InspectionEvent;

[WireName("inspection.found")]
public sealed record FoundOnComplaint(string Complaint, bool Upheld, string Reasons) : InspectionEvent;

/// <summary>One reader finds that the holder must not act meanwhile.</summary>
[WireName("inspection.suspension-found")]
public sealed record SuspensionFound(string Complaint, string Tenure, DateOnly Until, string Reasons) : InspectionEvent;

/// <param name="To">The body that decides whether the suspension ends now.</param>
[WireName("inspection.suspension-appealed")]
public sealed record SuspensionAppealed(string Complaint, string To, string Commitment) : InspectionEvent;

[WireName("inspection.suspension-appeal-decided")]
public sealed record SuspensionAppealDecided(string Complaint, string Vote, bool Ends) : InspectionEvent;

/// <summary>More than half of the readers agree.</summary>
[WireName("inspection.decided")]
public sealed record ComplaintDecided(string Complaint, bool Upheld) : InspectionEvent;

[WireName("inspection.consequence-proposed")]
public sealed record ConsequenceProposed(string Complaint, Consequence Consequence, string Reasons, string? Reference) : InspectionEvent;

/// <param name="To">The body that decides next.</param>
[WireName("inspection.appealed")]
public sealed record FindingAppealed(string Complaint, string To, string Commitment) : InspectionEvent;

/// <param name="Upheld">Whether the complaint is upheld in the end.</param>
[WireName("inspection.appeal-decided")]
public sealed record AppealDecided(string Complaint, string Vote, bool Upheld) : InspectionEvent;

[WireName("inspection.commented")]
public sealed record FiguresCommented(string Id, CommentedFigures Figures, string Text) : InspectionEvent;
