using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;


public abstract record PetitionsCommand : Command;

/// <summary>Start a petition to a body. With enough signatures it must be answered.</summary>
/// <param name="Asks">What it asks, in one sentence.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all members; the node adds it.</param>
/// <param name="Commitment">
/// SHA-256 (lower hex) of a text that its signers pass on among themselves and that is published when enough have signed (S100); then it asks nothing
/// in the open. Null for an open petition.
/// </param>
/// <param name="Decision">A decision of that body that it calls up: before all members, or before the body again (S024, S068). Null for another matter.</param>
[WireName("petitions.start")]
public sealed record StartPetition(string Id, string To, string Asks, string? Register = null, string? Commitment = null, string? Decision = null) : PetitionsCommand;

[WireName("petitions.sign")]
public sealed record SignPetition(string Petition) : PetitionsCommand;

/// <summary>Sign a declaration that is closed until enough have: whoever has its text. The signature that reaches the number brings it.</summary>
/// <param name="Text">SHA-256 of the text, equal to the commitment; needed with the last signature alone.</param>
[WireName("petitions.sign-closed")]
public sealed record SignClosed(string Petition, string? Text = null) : PetitionsCommand
{
    public override IEnumerable<string> Reads() => Text is null ? [] : [Text];
}

/// <summary>The body answers, in its own name.</summary>
/// <param name="Session">The sitting on whose agenda it stands, where it is scheduled.</param>
[WireName("petitions.answer")]
public sealed record AnswerPetition(string Petition, Reply Reply, string Reason, string? Session = null) : PetitionsCommand;

/// <summary>Lay a concern before the own unit. It stands on the agenda of the unit's next meeting, and moves up a level where nobody answers.</summary>
/// <param name="Unit">The unit of whoever raises it.</param>
/// <param name="Says">What it is about.</param>
/// <param name="Register">SHA-256 of the pseudonyms of the unit's members; the node adds it.</param>
/// <param name="Hindered">It says that criticism is hindered in the unit: then the organ of control answers, within thirty days, and not the unit (S045).</param>
[WireName("petitions.raise-concern")]
public sealed record RaiseConcern(string Id, string Unit, string Says, string? Register = null, bool Hindered = false) : PetitionsCommand;

/// <summary>Answer a concern, for the unit in which one holds a place, or for the whole.</summary>
[WireName("petitions.answer-concern")]
public sealed record AnswerConcern(string Concern, string Text) : PetitionsCommand;

/// <summary>A unit protests against an order or an adopted decision.</summary>
/// <param name="Against">Id of the order or of the motion.</param>
/// <param name="Vote">The unit's carried vote on the id of the protest; null where a body of it decides in writing.</param>
[WireName("petitions.protest")]
public sealed record BeginProtest(string Id, string Against, string Unit, string Grounds, string? Vote = null) : PetitionsCommand;

/// <summary>A further unit joins a protest.</summary>
[WireName("petitions.join-protest")]
public sealed record JoinProtest(string Protest, string Unit, string? Vote = null) : PetitionsCommand;

/// <summary>The body has read its measure again, or a higher body overrides the stay.</summary>
/// <param name="Vote">The vote on the protest, carried where the measure stands; null for a decision in writing.</param>
[WireName("petitions.answer-protest")]
public sealed record AnswerProtest(string Protest, ProtestOutcome Reading, string Reasons, string? Vote = null) : PetitionsCommand;
