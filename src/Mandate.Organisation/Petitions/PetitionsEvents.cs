using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;


public abstract record PetitionsEvent : Event;

/// <param name="Needed">Signatures with which the body must answer.</param>
/// <param name="Register">SHA-256 of the pseudonyms of those who may sign.</param>
[WireName("petitions.started")]
public sealed record PetitionStarted(string Id, string To, string Asks, string Clause, int Needed, string Register) : PetitionsEvent;

[WireName("petitions.signed")]
public sealed record PetitionSigned(string Petition) : PetitionsEvent;

/// <summary>It has the signatures: from today the body's time to answer runs.</summary>
[WireName("petitions.ready")]
public sealed record PetitionReady(string Petition, DateOnly Due) : PetitionsEvent;

[WireName("petitions.answered")]
public sealed record PetitionAnswered(string Petition, Reply Reply, string Reason, string? Session) : PetitionsEvent;
