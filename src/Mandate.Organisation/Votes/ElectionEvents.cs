using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Votes;

/// <param name="Unit">The unit whose members elect; null for a body's session or for all members.</param>
/// <param name="Method">Name of the counting method (<c>scottish-stv</c>).</param>
[WireName("votes.nominations-opened")]
public sealed record NominationsOpened(
    string Id,
    string? Session,
    string? Unit,
    Seat Place,
    string? ForSession,
    int Seats,
    string Method,
    string Ties,
    string Clause,
    int Electorate,
    string? Replaces,
    string? Register = null) : VotesEvent
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <param name="By">The pseudonym of the member who nominated, the candidate, or the name of the unit's body.</param>
[WireName("votes.nominated")]
public sealed record Nominated(string Vote, string Person, string By, string? ForUnit) : VotesEvent;

[WireName("votes.nomination-accepted")]
public sealed record NominationAccepted(string Vote, string Person) : VotesEvent;

[WireName("votes.candidacy-withdrawn")]
public sealed record CandidacyWithdrawn(string Vote, string Person) : VotesEvent;

/// <param name="Order">Those who stand, in the order of the ballot paper.</param>
/// <param name="NotStanding">Those nominated who do not stand, and why.</param>
[WireName("votes.nominations-closed")]
public sealed record NominationsClosed(string Vote, ImmutableArray<string> Order, ImmutableArray<NotStanding> NotStanding) : VotesEvent;

/// <param name="Persons">Pseudonyms in a vote of members; ids where delegates or officers vote.</param>
[WireName("votes.papers-issued")]
public sealed record PapersIssued(string Vote, ImmutableArray<string> Persons) : VotesEvent;

/// <param name="Fingerprint">SHA-256 of the papers put in order: equal papers give an equal one, whatever their order in the file.</param>
[WireName("votes.papers-entered")]
public sealed record PapersEntered(string Vote, string Teller, string Ballots, string Fingerprint, Reconciliation Papers) : VotesEvent;

/// <summary>A ballot elected nobody; the next one is among these, with new papers.</summary>
/// <param name="Votes">Votes of each who stood on this one.</param>
[WireName("votes.ballot-repeated")]
public sealed record BallotRepeated(string Vote, string Ballots, ImmutableSortedDictionary<string, long> Votes, ImmutableArray<string> Order, ImmutableArray<NotStanding> Barred) : VotesEvent;

/// <summary>The elected take up their places when they are confirmed.</summary>
/// <param name="By">The body or office that confirms.</param>
[WireName("votes.confirmation-awaited")]
public sealed record ConfirmationAwaited(string Vote, ImmutableArray<string> Persons, string By) : VotesEvent;

[WireName("votes.elected-confirmed")]
public sealed record ElectedConfirmed(string Vote, ImmutableArray<string> Persons) : VotesEvent;

/// <param name="By">The body or office that did not confirm.</param>
[WireName("votes.elected-rejected")]
public sealed record ElectedRejected(string Vote, string Person, string By, string Reason) : VotesEvent;

/// <summary>The result of an election. The mandates follow in the same entry.</summary>
/// <param name="Barred">Candidates who could no longer take the place when the result was found; the papers were counted without them.</param>
[WireName("votes.election-published")]
public sealed record ElectionPublished(string Vote, string Ballots, Outcome Outcome, ImmutableArray<NotStanding> Barred) : VotesEvent;

[WireName("votes.candidates-asked")]
public sealed record CandidatesAsked(string Vote, string Question, string Asks, string? To) : VotesEvent;

[WireName("votes.candidate-answered")]
public sealed record CandidateAnswered(string Vote, string Question, string Person, string Answer) : VotesEvent;
