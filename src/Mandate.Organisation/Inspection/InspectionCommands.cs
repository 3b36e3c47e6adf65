using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public abstract record InspectionCommand : Command;

/// <summary>Complain against the holders of places, up to the highest.</summary>
/// <param name="Against">Tenures of those complained of: acts of office, not persons.</param>
/// <param name="Commitment">Salted SHA-256 (lower hex) of the complaint's file, which goes to its readers, not into the log.</param>
/// <param name="SeedProcedure">Which public figures make the seed, should a jury have to be drawn; fixed before anybody can know them.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all members, where one without office complains; the node adds it.</param>
[WireName("inspection.complain")]
public sealed record Complain(string Id, ImmutableArray<string> Against, string Subject, string Commitment, string SeedProcedure, string? Register = null) : InspectionCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>Step aside for a reason that the rules do not see.</summary>
[WireName("inspection.step-aside")]
public sealed record StepAside(string Complaint, string Reason) : InspectionCommand;

/// <summary>Draw the jury of a complaint whose readers are all barred.</summary>
[WireName("inspection.draw-jury")]
public sealed record DrawJury(string Complaint, string Seed) : InspectionCommand;

/// <summary>Those complained of answer.</summary>
[WireName("inspection.reply")]
public sealed record ReplyToComplaint(string Complaint, string Commitment) : InspectionCommand;

/// <summary>Stay the contested measure, once and for thirty days at most. Elections and sessions cannot be stayed.</summary>
[WireName("inspection.stay")]
public sealed record StayMeasure(string Complaint, string Measure, DateOnly Until) : InspectionCommand;

/// <summary>
/// A reader finds that an officer complained of must not act in the place until the complaint is decided, for thirty days at most and once; when
/// more than half of the readers say so, the officer is suspended.
/// </summary>
[WireName("inspection.suspend")]
public sealed record SuspendHolder(string Complaint, string Tenure, DateOnly Until, string Reasons) : InspectionCommand;

/// <summary>A reader finds for or against the complaint; more than half of the readers decide.</summary>
/// <param name="OnOwnStatementOnly">Whether nothing but the accused's own statement speaks for it; then it cannot be upheld.</param>
[WireName("inspection.find")]
public sealed record FindOnComplaint(string Complaint, bool Upheld, string Reasons, bool? OnOwnStatementOnly = null) : InspectionCommand;

/// <summary>Propose what follows from a complaint that was upheld: nothing, a correction, fewer powers or a recall (S175). By one of its readers.</summary>
/// <param name="Reference">The motion, recall or undertaking by which it is put to those who decide; null where nothing is to follow.</param>
[WireName("inspection.propose-consequence")]
public sealed record ProposeConsequence(string Complaint, Consequence Consequence, string Reasons, string? Reference) : InspectionCommand;

/// <summary>Take the finding to the next instance that the constitution names (<c>rights.appeal.then</c>), by either side and once.</summary>
/// <param name="Commitment">Salted SHA-256 (lower hex) of the grounds, which go to that instance.</param>
[WireName("inspection.appeal")]
public sealed record AppealFinding(string Complaint, string Commitment) : InspectionCommand;

/// <summary>Write down what the next instance has decided, in a vote on <c>appeal/COMPLAINT</c>; carried, it overturns the finding.</summary>
[WireName("inspection.conclude-appeal")]
public sealed record ConcludeAppeal(string Complaint, string Vote) : InspectionCommand;
