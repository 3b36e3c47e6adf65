using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public abstract record InspectionCommand : Command;

/// <summary>Complain against the holders of places, up to the highest.</summary>
/// <param name="Against">Tenures of those complained of: acts of office, not persons.</param>
/// <param name="Commitment">Salted SHA-256 (lower hex) of the complaint's file, which goes to its readers, not into the log.</param>
/// <param name="SeedProcedure">Which public figures make the seed, should a jury have to be drawn; fixed before anybody can know them.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all members, where one without office complains; the node adds it.</param>
/// <param name="Conduct">Whether it is about how an officer treated somebody: then nobody of the unit of those complained of reads it.</param>
/// <param name="Kind">A complaint; a concern in confidence, of which only the number is published (S391); or word of an undeclared bloc (S094).</param>
/// <param name="Session">At a meeting, by one of its delegates: the item that waits until readers have found, for a day at most (S198).</param>
[WireName("inspection.complain")]
public sealed record Complain(
    string Id, ImmutableArray<string> Against, string Subject, string Commitment, string SeedProcedure, string? Register = null, bool? Conduct = null, string? Session = null, string? Item = null,
    ComplaintKind Kind = ComplaintKind.Complaint) : InspectionCommand
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
/// <param name="Present">Who was there when it was given, so that the readers see it (S382).</param>
[WireName("inspection.reply")]
public sealed record ReplyToComplaint(string Complaint, string Commitment, string? Present = null) : InspectionCommand;

/// <summary>One complained of takes back what they said, once (S382).</summary>
[WireName("inspection.take-back")]
public sealed record TakeBackStatement(string Complaint) : InspectionCommand;

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

/// <summary>The complainant chooses, among those whom recusal or lot has left, the reader who takes it up and finds first (S204).</summary>
[WireName("inspection.choose-reader")]
public sealed record ChooseReader(string Complaint, string Reader) : InspectionCommand;

/// <summary>The complainant says what would settle it, and by when (S174).</summary>
/// <param name="Commitment">Salted SHA-256 (lower hex) of the letter.</param>
[WireName("inspection.demand-amends")]
public sealed record DemandAmends(string Complaint, Amends Amends, string Commitment, DateOnly Due) : InspectionCommand;

/// <summary>Those complained of agree or not; where they agree, the letter may be the apology.</summary>
[WireName("inspection.answer-demand")]
public sealed record AnswerDemand(string Complaint, bool Agrees, string Commitment) : InspectionCommand;

/// <summary>The complainant says that it is settled. Nobody else can.</summary>
[WireName("inspection.settle")]
public sealed record SettleComplaint(string Complaint) : InspectionCommand;

/// <summary>Propose what follows from a complaint that was upheld: nothing, a correction, fewer powers or a recall (S175). By one of its readers.</summary>
/// <param name="Reference">The motion, recall or undertaking by which it is put to those who decide; null where nothing is to follow.</param>
[WireName("inspection.propose-consequence")]
public sealed record ProposeConsequence(string Complaint, Consequence Consequence, string Reasons, string? Reference) : InspectionCommand;

/// <summary>What those who do the daily business are asked to comment on.</summary>
public enum CommentedFigures { Activity, Officials }

/// <summary>Comment, for those who do the daily business, on figures that fall or stand above a limit: the reasons, and what will be done (requirements S412, S418).</summary>
[WireName("inspection.comment")]
public sealed record CommentOnFigures(string Id, CommentedFigures Figures, string Text) : InspectionCommand;

/// <summary>Take the finding to the next instance that the constitution names (<c>rights.appeal.then</c>), by either side and once.</summary>
/// <param name="Commitment">Salted SHA-256 (lower hex) of the grounds, which go to that instance.</param>
[WireName("inspection.appeal")]
public sealed record AppealFinding(string Complaint, string Commitment) : InspectionCommand;

/// <summary>Write down what the next instance has decided, in a vote on <c>appeal/COMPLAINT</c>; carried, it overturns the finding.</summary>
[WireName("inspection.conclude-appeal")]
public sealed record ConcludeAppeal(string Complaint, string Vote) : InspectionCommand;
