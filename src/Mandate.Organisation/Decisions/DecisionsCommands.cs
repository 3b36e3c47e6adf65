using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Decisions;

public abstract record DecisionsCommand : Command;

/// <summary>Why a matter that was decided comes up again as of right.</summary>
public enum AgainGround
{
    /// <summary>It was rejected; its mover takes the same text to the next level (S057).</summary>
    NextLevel,

    /// <summary>It was decided under circumstances on the record; a minority takes it to the next level with a text of its own (S056).</summary>
    UnderPressure,

    /// <summary>A right was narrowed while it was voted on and is free again (S092).</summary>
    RestrictionEnded,

    /// <summary>What was set beforehand as its end has been reached (S310).</summary>
    EndReached,
}

/// <summary>Move a decided matter again, as of right: no signatures are asked for, the notice of its class is.</summary>
/// <param name="Motion">Id of the new motion.</param>
/// <param name="Of">The motion that was decided.</param>
/// <param name="Texts">SHA-256 of the text per language: that of the rejected motion, or one's own.</param>
[WireName("decisions.move-again")]
public sealed record MoveAgain(string Motion, string Of, AgainGround Ground, string Session, string Title, ImmutableSortedDictionary<string, string> Texts) : DecisionsCommand
{
    public override IEnumerable<string> Reads() => Texts.Values;
}

/// <summary>
/// Ask, as somebody who stood and was not elected while a restriction lay on their side, that the election be held again now that it has ended (S092). Once for each election.
/// </summary>
/// <param name="Vote">The election.</param>
[WireName("decisions.hold-again")]
public sealed record HoldElectionAgain(string Vote) : DecisionsCommand;

/// <summary>Declare, as a mover, that one will not take a place that the motion is about: the rules then bar one from it for a term (S076).</summary>
/// <param name="Place">A body or an office.</param>
[WireName("decisions.renounce-post")]
public sealed record RenouncePost(string Motion, string Place) : DecisionsCommand;

/// <summary>What a measure of a motion is for.</summary>
public enum MeasureKind
{
    /// <summary>By this it is judged later (S331).</summary>
    Success,

    /// <summary>When this is reached it has done its time (S310).</summary>
    End,

    /// <summary>This may come of it (S312).</summary>
    Risk,
}

/// <summary>Set, before the vote, by which figures a motion is judged, ended or watched. Afterwards nobody sets or changes any.</summary>
/// <param name="Series">A series of figures of the plan.</param>
/// <param name="Above">Whether it is reached above the limit; else below it.</param>
/// <param name="Limit">In hundredths of the unit of the series.</param>
/// <param name="Says">What that figure means, in a sentence.</param>
[WireName("decisions.set-measure")]
public sealed record SetMeasure(string Id, string Motion, MeasureKind Kind, string Series, bool Above, long Limit, string Says) : DecisionsCommand;

/// <summary>Deposit an agreement that those who hold places have made among themselves on posts, the agenda, sanctions or silence (S077, S096).</summary>
/// <param name="With">The others who made it; each holds a place.</param>
/// <param name="Text">SHA-256 of what was agreed; every member reads it.</param>
/// <param name="Concerns">The motion, vote or session that it is about; null where it is about none in particular.</param>
[WireName("decisions.deposit-agreement")]
public sealed record DepositAgreement(string Id, ImmutableArray<string> With, BargainSubject About, string Text, string? Concerns = null) : DecisionsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Say that an agreement in which one is named is as it was made.</summary>
[WireName("decisions.confirm-agreement")]
public sealed record ConfirmAgreement(string Agreement) : DecisionsCommand;

/// <summary>Say, of a decision of one's own body, that one knows of nothing that remains disputed (S080).</summary>
[WireName("decisions.confirm-settled")]
public sealed record ConfirmSettled(string Motion) : DecisionsCommand;

/// <summary>
/// Demand that a closed document which some of those who vote have and others have not be open to all of them: until it is, nobody quotes it (S263).
/// </summary>
/// <param name="Session">The session in which one votes.</param>
[WireName("decisions.demand-access")]
public sealed record DemandAccess(string Document, string Session) : DecisionsCommand;
