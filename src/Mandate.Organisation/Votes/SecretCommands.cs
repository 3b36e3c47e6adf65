using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>Demand that the question be voted on in secret. When as many as the clause says have demanded it, it is.</summary>
[WireName("votes.demand-secret")]
public sealed record DemandSecret(string Vote) : VotesCommand;

/// <summary>
/// Hold a vote that would be on paper by sealed ballots instead: the box with its questions, its key of several trustees and the voters'
/// credentials, before the first ballot. May be prepared anew until the vote opens.
/// </summary>
/// <param name="Box">SHA-256 of the archive (<c>.bel</c>) that holds the setup and nothing else.</param>
/// <param name="Authority">Who made the credentials and gives them out. Nobody else knows which voter has which.</param>
/// <param name="Trustees">Who holds the parts of the key, in the order of the archive.</param>
/// <param name="Booth">SHA-256 (lower hex) of the program that seals ballots in the voter's browser, so that everybody can see whether they were given that one.</param>
[WireName("votes.prepare-box")]
public sealed record PrepareBox(string Vote, string Box, string Authority, ImmutableArray<BoxTrustee> Trustees, string? Booth = null) : VotesCommand
{
    public override IEnumerable<string> Reads() => [Box];
}

/// <summary>A trustee: the part of the key in this box is mine, and I alone have its secret. The authority: these credentials are those I gave out.</summary>
/// <param name="Fingerprint">The fingerprint that they have read themselves.</param>
[WireName("votes.confirm-box")]
public sealed record ConfirmBox(string Vote, string Fingerprint) : VotesCommand;

/// <summary>Put the head of the box into the record, so that everybody sees one box. The result must contain it.</summary>
/// <param name="Ballots">How many ballots had come when it was the head.</param>
[WireName("votes.anchor-head")]
public sealed record AnchorHead(string Vote, int Ballots, string Head) : VotesCommand;

/// <summary>From now on ballots are taken at the desk only: whoever votes there votes last, and that vote counts.</summary>
[WireName("votes.end-remote")]
public sealed record EndRemote(string Vote, int Ballots, string Head) : VotesCommand;

/// <summary>Close the box. Nothing is opened yet: trustees shuffle and decrypt.</summary>
/// <param name="Voters">How many ballots count.</param>
/// <param name="Head">The head after the box was closed.</param>
[WireName("votes.close-box")]
public sealed record CloseBox(string Vote, int Ballots, int Voters, string Head) : VotesCommand;

/// <summary>Publish the result that the finished archive proves.</summary>
/// <param name="Box">SHA-256 of the whole archive.</param>
/// <param name="Papers">For an election: SHA-256 of the rankings as a BLT blob, which must be exactly those of the archive.</param>
[WireName("votes.publish-box")]
public sealed record PublishBox(string Vote, string Box, string? Papers = null) : VotesCommand
{
    public override IEnumerable<string> Reads() => Papers is null ? [Box] : [Box, Papers];
}
