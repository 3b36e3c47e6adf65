using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public abstract record BodyInspectionCommand : InspectionCommand;

/// <summary>Begin the inspection of a body or an office: anybody may once a year is over, inspectors at any time (S193, S195).</summary>
/// <param name="Place">The body or office; <c>region.council@r1</c> where there is one in each unit.</param>
/// <param name="SeedProcedure">Which public figures make the seed of the draw; fixed before anybody can know them.</param>
[WireName("inspection.open")]
public sealed record OpenInspection(string Id, string Place, string SeedProcedure) : BodyInspectionCommand;

/// <summary>Draw its inspectors.</summary>
[WireName("inspection.draw-inspectors")]
public sealed record DrawInspectors(string Inspection, string Seed) : BodyInspectionCommand;

/// <summary>A drawn inspector publishes what they found; each may, so that whoever finds otherwise is read too.</summary>
/// <param name="Data">SHA-256 of the figures it rests on.</param>
/// <param name="LeftOut">What was left out of the text and why; empty where nothing was.</param>
[WireName("inspection.report")]
public sealed record ReportInspection(string Inspection, string Text, string? Data, string LeftOut) : BodyInspectionCommand
{
    public override IEnumerable<string> Reads() => Data is null ? [Text] : [Text, Data];
}

/// <summary>The inspected answer.</summary>
[WireName("inspection.answer")]
public sealed record AnswerInspection(string Inspection, string Text) : BodyInspectionCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>A drawn inspector looks again at what became of the findings.</summary>
[WireName("inspection.follow-up")]
public sealed record FollowUpInspection(string Inspection, string Account, bool Done) : BodyInspectionCommand;

/// <summary>A reader of a complaint or a drawn inspector asks a body or an office for what it has (S204).</summary>
/// <param name="For">The complaint or the inspection.</param>
[WireName("inspection.ask-for")]
public sealed record AskForEvidence(string Id, string For, string From, string What) : BodyInspectionCommand;

/// <summary>Whoever holds that place hands it over, outside the log.</summary>
/// <param name="Commitment">Salted SHA-256 (lower hex) of what was handed over.</param>
[WireName("inspection.hand-over")]
public sealed record HandOverEvidence(string Request, string Commitment) : BodyInspectionCommand;
