using System.Collections.Immutable;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Votes;

/// <summary>How a vote is taken.</summary>
public enum VoteKind { Hands, Open, RollCall, Paper, Uncontested, OnPaperAfterFailure }

public enum VoteStage { ReadBack, Running, Stopped, Closed, Counting, Result, Challenged, Replaced }

public enum Choice { Yes, No, Abstain }

/// <summary>What is put, read back by the chair before the vote opens.</summary>
/// <param name="Subject">Id of the motion, amendment, ruling or petition decided; null for an election.</param>
/// <param name="TextVersion">Version of the text that is decided.</param>
/// <param name="Rule">The majority, as the clause writes it.</param>
/// <param name="Clause">Clause path that the majority stands in.</param>
public sealed record Question(string Text, string? Subject, int? TextVersion, string Rule, string Clause);

/// <summary>Somebody who stands, and whether they have said yes to it.</summary>
public sealed record Candidacy(string Person, string NominatedBy, DateTimeOffset At, bool Accepted, bool Withdrawn = false);

/// <summary>Figures of a show of hands or of sheets, as tellers give them.</summary>
public sealed record Figures(int Yes, int No, int Abstain);

/// <summary>Ballot papers accounted for: <c>issued = counted + blank + spoiled + unused</c>.</summary>
public sealed record Reconciliation(int Issued, int Counted, int Blank, int Spoiled, int Unused)
{
    public bool Balances => Issued == Counted + Blank + Spoiled + Unused && Issued >= 0 && Counted >= 0 && Blank >= 0 && Spoiled >= 0 && Unused >= 0;
}

/// <summary>One teller's entry of the shuffled papers: a BLT blob without names of voters and without order.</summary>
public sealed record TellerEntry(string Teller, string Ballots, DateTimeOffset At);

/// <summary>The outcome and its arithmetic.</summary>
/// <param name="Base">What the majority is taken of (votes cast, seats, members), as a number.</param>
public sealed record Outcome(
    bool Carried,
    Figures Figures,
    int Needed,
    int Base,
    int Present,
    int? QuorumNeeded,
    ImmutableArray<string> Elected,
    ImmutableArray<string> SubstitutesInOrder,
    string? CountSheet,
    DateTimeOffset At);

/// <summary>
/// A vote on a question or an election to a place. A choice on persons is never stored with a voter: elections hold the
/// shuffled papers only.
/// </summary>
/// <param name="Session">The session it is held in; null for a vote of a unit's members outside one.</param>
/// <param name="Unit">The unit whose members vote; null otherwise.</param>
/// <param name="Electorate">Number entitled when it opened.</param>
/// <param name="Place">For an election: the place to be filled.</param>
/// <param name="Casts">For open and roll-call votes of delegates and officers in their office.</param>
/// <param name="TookPart">For paper: who was given a ballot paper, never what was on it.</param>
/// <param name="Replaces">The challenged or stopped vote that this one is put again for.</param>
public sealed record Vote(
    string Id,
    VoteKind Kind,
    string? Session,
    string? Unit,
    Question Question,
    Seat? Place,
    int Seats,
    string? Method,
    int Electorate,
    DateTimeOffset PutAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    VoteStage Stage,
    ImmutableSortedDictionary<string, Candidacy> Candidates,
    ImmutableArray<string> CandidateOrder,
    ImmutableSortedDictionary<string, Choice> Casts,
    ImmutableSortedSet<string> TookPart,
    ImmutableArray<string> Tellers,
    ImmutableArray<TellerEntry> Entries,
    Reconciliation? Papers,
    Figures? HandFigures,
    string? StopReason,
    string? Challenge,
    string? Replaces,
    ImmutableArray<string> Slips,
    Outcome? Outcome);

public sealed record VotesState(ImmutableDictionary<string, Vote> All)
{
    public static VotesState Empty { get; } = new(ImmutableDictionary.Create<string, Vote>(StringComparer.Ordinal));

    public Vote? Find(string id) => All.GetValueOrDefault(id);
}
