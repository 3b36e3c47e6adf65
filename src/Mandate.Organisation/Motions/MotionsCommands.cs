using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

public abstract record MotionsCommand : Command;

/// <summary>File a motion for a session.</summary>
/// <param name="Class">Class of decision, as <c>procedure.by_object</c> or a power names it; <c>ordinary</c> otherwise.</param>
/// <param name="Texts">SHA-256 of the text per language.</param>
/// <param name="Clauses">For an amendment of the constitution: the paths of the clauses that it changes, and no others.</param>
/// <param name="Proposed">For an amendment of the constitution: the whole as it will stand.</param>
/// <param name="Target">For a removal: the tenure; for the dissolution of a unit: the unit.</param>
/// <param name="Expires">Last day in force, where the text carries one.</param>
/// <param name="Urgent">Ask to be heard without the notice of its class.</param>
[WireName("motions.file")]
public sealed record FileMotion(
    string Motion,
    string Session,
    string Class,
    string Title,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<string> Clauses,
    ProposedConstitution? Proposed,
    string? Target,
    DateOnly? Expires,
    bool Urgent) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Proposed is null ? Texts.Values : [.. Texts.Values, Proposed.Yaml, .. Proposed.Texts.Values];
}

/// <summary>Sign a motion.</summary>
[WireName("motions.support")]
public sealed record SupportMotion(string Motion) : MotionsCommand;

/// <summary>Support a motion for a unit, by its assembly in writing or a carried vote of it.</summary>
[WireName("motions.support-for-unit")]
public sealed record SupportForUnit(string Motion, string Unit, string? Vote) : MotionsCommand;

/// <summary>Replace the text, by its mover, while the notice of its class is still kept.</summary>
[WireName("motions.revise")]
public sealed record ReviseMotion(string Motion, ImmutableSortedDictionary<string, string> Texts, ImmutableArray<string> Clauses, ProposedConstitution? Proposed) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Proposed is null ? Texts.Values : [.. Texts.Values, Proposed.Yaml, .. Proposed.Texts.Values];
}

[WireName("motions.withdraw")]
public sealed record WithdrawMotion(string Motion) : MotionsCommand;

/// <summary>Take over a motion that its mover has withdrawn or cannot move any more.</summary>
[WireName("motions.take-over")]
public sealed record TakeOverMotion(string Motion) : MotionsCommand;

/// <summary>Propose another text for a motion, or for an amendment to it.</summary>
/// <param name="Of">The amendment that it amends; null for the motion itself.</param>
[WireName("motions.amend")]
public sealed record AmendMotion(string Amendment, string Motion, ImmutableSortedDictionary<string, string> Texts, string? Of = null) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Texts.Values;
}

[WireName("motions.withdraw-amendment")]
public sealed record WithdrawAmendment(string Amendment) : MotionsCommand;

/// <summary>
/// Carry an amendment over to the text as it stands since another one was adopted, by its mover or whoever presides: the same change of
/// the new text, which the rules make themselves and compare. Where they collide there is no such text.
/// </summary>
/// <param name="Texts">The whole text with both changes, per language of the amendment.</param>
/// <param name="Of">SHA-256 of what it is made from: text it was moved on, its own text, text as it stands, for each language in order.</param>
[WireName("motions.fit-amendment")]
public sealed record FitAmendment(string Amendment, ImmutableSortedDictionary<string, string> Texts, ImmutableArray<string> Of) : MotionsCommand
{
    public override IEnumerable<string> Reads() => [.. Texts.Values, .. Of];
}

/// <summary>Word an amendment anew for the text as it stands, by its mover, since another one was adopted.</summary>
[WireName("motions.adapt-amendment")]
public sealed record AdaptAmendment(string Amendment, ImmutableSortedDictionary<string, string> Texts) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Texts.Values;
}

/// <summary>State, by whoever presides, that an amendment has fallen: it collides with what was adopted, and its mover has not worded it anew.</summary>
/// <param name="Of">As in <see cref="FitAmendment"/>.</param>
[WireName("motions.drop-amendment")]
public sealed record DropAmendment(string Amendment, ImmutableArray<string> Of) : MotionsCommand
{
    public override IEnumerable<string> Reads() => Of;
}

/// <summary>Put a motion before a further session, of a body whose consent or vote it needs.</summary>
[WireName("motions.put-before")]
public sealed record PutBefore(string Motion, string Session) : MotionsCommand;

/// <summary>Give the consent that a decision needs: by the office, or by the body in writing. A body may also vote on it.</summary>
/// <param name="Part">Clause path of the part.</param>
[WireName("motions.consent")]
public sealed record ConsentToMotion(string Motion, string Part) : MotionsCommand;

/// <summary>Record the hearing that the class needs.</summary>
[WireName("motions.record-hearing")]
public sealed record RecordHearing(string Motion, HearingOutcome Outcome) : MotionsCommand;

/// <summary>Demand a count: then it is not decided without one.</summary>
[WireName("motions.demand-count")]
public sealed record DemandCount(string Motion, string Session) : MotionsCommand;

/// <summary>Erase a text of a motion that came to nothing, because of what it tells of persons: by its author or the keeper of the register.</summary>
/// <param name="Text">SHA-256 of the text.</param>
/// <param name="Grounds">Why, without the data themselves.</param>
[WireName("motions.erase-text")]
public sealed record EraseText(string Motion, string Text, string Grounds) : MotionsCommand;
