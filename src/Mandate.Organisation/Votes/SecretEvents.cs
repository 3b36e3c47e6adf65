using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

[WireName("votes.secret-demanded")]
public sealed record SecretDemanded(string Vote, string By) : VotesEvent;

/// <summary>Enough have demanded it: the vote is secret under that clause, on paper or by sealed ballots.</summary>
[WireName("votes.made-secret")]
public sealed record MadeSecret(string Vote, string Clause) : VotesEvent;

/// <param name="Setup">SHA-256 of the archive with the setup.</param>
/// <param name="Head">Hash of the setup's event: the first head of the box.</param>
/// <param name="Credentials">How many voters have a credential.</param>
/// <param name="Threshold">How many trustees open the ballots together.</param>
[WireName("votes.box-prepared")]
public sealed record BoxPrepared(string Vote, string Setup, string Uuid, string Fingerprint, string Head, int Credentials, int Threshold, string Authority, ImmutableArray<BoxTrustee> Trustees, string? Booth) : VotesEvent;

[WireName("votes.box-confirmed")]
public sealed record BoxConfirmed(string Vote, string Person) : VotesEvent;

[WireName("votes.head-anchored")]
public sealed record HeadAnchored(string Vote, int Ballots, string Head) : VotesEvent;

[WireName("votes.remote-ended")]
public sealed record RemoteEnded(string Vote, int Ballots, string Head) : VotesEvent;

/// <param name="Present">Present with a vote when it closed; outside a session those who voted.</param>
[WireName("votes.box-closed")]
public sealed record BoxClosed(string Vote, int Ballots, int Voters, string Head, int Electorate, int Present) : VotesEvent;

/// <summary>The archive verified to its end. The result follows in the same entry.</summary>
[WireName("votes.box-published")]
public sealed record BoxPublished(string Vote, string Box, string Head) : VotesEvent;
