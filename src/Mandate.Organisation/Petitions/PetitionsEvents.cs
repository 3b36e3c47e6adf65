using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;


public abstract record PetitionsEvent : Event;

/// <param name="Needed">Signatures with which the body must answer.</param>
/// <param name="Register">SHA-256 of the pseudonyms of those who may sign.</param>
[WireName("petitions.started")]
public sealed record PetitionStarted(string Id, string To, string Asks, string Clause, int Needed, string Register, string? Commitment = null, string? Decision = null) : PetitionsEvent;

[WireName("petitions.signed")]
public sealed record PetitionSigned(string Petition) : PetitionsEvent;

/// <summary>It has the signatures: from today the body's time to answer runs.</summary>
/// <param name="Text">The text of a declaration that was closed until now.</param>
[WireName("petitions.ready")]
public sealed record PetitionReady(string Petition, DateOnly Due, string? Text = null) : PetitionsEvent;

[WireName("petitions.answered")]
public sealed record PetitionAnswered(string Petition, Reply Reply, string Reason, string? Session) : PetitionsEvent;

[WireName("petitions.concern-raised")]
public sealed record ConcernRaised(string Id, string Unit, string Says, string Clause, bool Hindered = false) : PetitionsEvent;

/// <param name="Unit">In whose name; null for the whole organisation.</param>
[WireName("petitions.concern-answered")]
public sealed record ConcernAnswered(string Concern, string Text, string? Unit) : PetitionsEvent;

/// <param name="To">The body whose measure it is.</param>
/// <param name="Needed">Units with which that body must read it again.</param>
[WireName("petitions.protested")]
public sealed record ProtestBegun(string Id, ProtestAgainst Kind, string Against, string To, string Grounds, string Unit, int Needed, string Clause) : PetitionsEvent;

[WireName("petitions.protest-joined")]
public sealed record ProtestJoined(string Protest, string Unit) : PetitionsEvent;

/// <summary>Enough units have joined: the body reads its measure again by that day.</summary>
[WireName("petitions.protest-ready")]
public sealed record ProtestReady(string Protest, DateOnly Due) : PetitionsEvent;

/// <param name="Body">The body that read it again, or that overrides.</param>
[WireName("petitions.protest-answered")]
public sealed record ProtestAnswered(string Protest, ProtestOutcome Reading, string Reasons, string Body, string? Vote) : PetitionsEvent;
