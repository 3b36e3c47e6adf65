using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;


public abstract record PetitionsCommand : Command;

/// <summary>Start a petition to a body. With enough signatures it must be answered.</summary>
/// <param name="Asks">What it asks, in one sentence.</param>
/// <param name="Register">SHA-256 of the pseudonyms of all members; the node adds it.</param>
[WireName("petitions.start")]
public sealed record StartPetition(string Id, string To, string Asks, string? Register = null) : PetitionsCommand;

[WireName("petitions.sign")]
public sealed record SignPetition(string Petition) : PetitionsCommand;

/// <summary>The body answers, in its own name.</summary>
/// <param name="Session">The sitting on whose agenda it stands, where it is scheduled.</param>
[WireName("petitions.answer")]
public sealed record AnswerPetition(string Petition, Reply Reply, string Reason, string? Session = null) : PetitionsCommand;
