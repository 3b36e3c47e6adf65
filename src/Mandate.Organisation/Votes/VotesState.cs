using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Votes;

/// <summary>How a vote is taken; <c>Secret</c> is by sealed ballots.</summary>
public enum VoteKind { Hands, Open, RollCall, Paper, Uncontested, OnPaperAfterFailure, Secret }

/// <summary>
/// A question: read back, running, closed (on paper: counting), result. An election: nominations, standing, running, counting,
/// result. Either can be stopped; a result can be challenged; what is put again is replaced.
/// </summary>
public enum VoteStage { Nominations, Standing, ReadBack, Running, Stopped, Closed, Counting, Result, Challenged, Replaced }

public enum Choice { Yes, No, Abstain }

/// <summary>What is put, read back by the chair before the vote opens.</summary>
/// <param name="Subject">Id of the motion, amendment, ruling or petition decided; null for an election.</param>
/// <param name="TextVersion">Version of the text that is decided.</param>
/// <param name="Rule">The majority, as the clause writes it.</param>
/// <param name="Clause">Clause path that the majority stands in.</param>
/// <param name="Quorum">The quorum, as its clause writes it; null where the constitution has none for this body.</param>
/// <param name="QuorumNeeded">The quorum as a number when it was read back.</param>
/// <param name="Secret">Clause that makes the vote secret; null where it is open.</param>
public sealed record Question(
    string Text,
    string? Subject,
    int? TextVersion,
    string Rule,
    string Clause,
    string? Quorum = null,
    string? QuorumClause = null,
    int? QuorumNeeded = null,
    string? Secret = null);

/// <summary>Somebody who stands, and whether they have said yes to it.</summary>
public sealed record Candidacy(string Person, string NominatedBy, DateTimeOffset At, bool Accepted, bool Withdrawn = false)
{
    /// <summary>Who has nominated too, where the office asks for support.</summary>
    public ImmutableSortedSet<string> Supporters { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Units whose bodies have nominated.</summary>
    public ImmutableSortedSet<string> Units { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}

/// <summary>Somebody nominated who does not stand, or elected who can no longer take the place: code and clause of the refusal.</summary>
public sealed record NotStanding(string Person, string Code, string Clause);

/// <summary>A ballot of a repeated election that elected nobody.</summary>
/// <param name="Ballots">SHA-256 of its papers, in the order of the ballot paper as it was then.</param>
/// <param name="Votes">Votes of each who stood.</param>
public sealed record EarlierBallot(int Number, string Ballots, ImmutableSortedDictionary<string, long> Votes, int TookPart);

/// <summary>Somebody elected who was not confirmed, and why.</summary>
public sealed record Rejected(string Person, string By, string Reason, DateTimeOffset At);

/// <summary>A slip in recording, put right when whoever presides has signed beside the teller.</summary>
public sealed record Slip(string Id, string Teller, string? Person, Choice? Choice, Figures? Figures, string Reason, string? Chair = null);

/// <summary>What one teller counted: the figures, and on paper the account of the papers.</summary>
public sealed record FigureEntry(string Teller, Figures Figures, Reconciliation? Papers, DateTimeOffset At);

/// <summary>Figures of a show of hands or of sheets, as tellers give them.</summary>
public sealed record Figures(int Yes, int No, int Abstain)
{
    public int Sum => checked(Yes + No + Abstain);
}

/// <summary>
/// Ballot papers accounted for: <c>issued = counted + blank + spoiled + unused</c>. Issued are the papers handed to the tellers,
/// in the box are counted, blank and spoiled ones, unused is every other paper (left over, given back, exchanged).
/// </summary>
public sealed record Reconciliation(int Issued, int Counted, int Blank, int Spoiled, int Unused)
{
    public bool Balances => Issued == Counted + Blank + Spoiled + Unused && Issued >= 0 && Counted >= 0 && Blank >= 0 && Spoiled >= 0 && Unused >= 0;

    public int InTheBox => checked(Counted + Blank + Spoiled);
}

/// <summary>One teller's entry of the shuffled papers: a BLT blob without names of voters and without order.</summary>
/// <param name="Fingerprint">SHA-256 of the papers put in order.</param>
public sealed record TellerEntry(string Teller, string Ballots, string Fingerprint, Reconciliation Papers, DateTimeOffset At);

/// <summary>The outcome and its arithmetic.</summary>
/// <param name="Base">What the majority is taken of (votes cast, seats, members), as a number.</param>
/// <param name="Present">Present, or taking part where it was held outside a session.</param>
/// <param name="CountSheet">SHA-256 of the count sheet's text, which anybody makes again from the published papers.</param>
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
    DateTimeOffset At)
{
    /// <summary>Votes that those present carried; null where everybody has one.</summary>
    public int? Votes { get; init; }
}

/// <summary>
/// A vote on a question or an election to a place. A choice on persons is never stored with a voter: elections hold the
/// shuffled papers only.
/// </summary>
/// <param name="Session">The session it is held in; null for a vote of a unit's members outside one.</param>
/// <param name="Unit">The unit whose members vote; null otherwise.</param>
/// <param name="Electorate">Number entitled when it opened; once closed, with those who came later.</param>
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
    ImmutableArray<Slip> Slips,
    Outcome? Outcome)
{
    /// <summary>Present with a vote when it closed; null before.</summary>
    public int? PresentAtClose { get; init; }

    /// <summary>Votes that those present carried when it closed; null before, and where everybody has one.</summary>
    public int? VotesAtClose { get; init; }

    /// <summary>The votes that each carries, as they were shared out when it opened; null where everybody has one.</summary>
    public Shares? Shares { get; init; }

    /// <summary>What those cast who divided the votes that they carry; their choice in <see cref="Casts"/> is where most of them went.</summary>
    public ImmutableSortedDictionary<string, Figures> Splits { get; init; } = ImmutableSortedDictionary.Create<string, Figures>(StringComparer.Ordinal);

    /// <summary>Who has demanded a vote by roll call.</summary>
    public ImmutableSortedSet<string> RollCallDemandedBy { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Clause under which it is by roll call because enough have demanded it; null where nobody has to hold it so.</summary>
    public string? RollCallClause { get; init; }

    /// <summary>SHA-256 of the papers that were counted and published.</summary>
    public string? Ballots { get; init; }

    /// <summary>For delegates: the session they are elected for.</summary>
    public string? ForSession { get; init; }

    /// <summary>How ties are decided where the method leaves them open, as stated when nominations opened.</summary>
    public string? Ties { get; init; }

    /// <summary>What each teller counted, by hands or of papers on a question; the last entry of each counts.</summary>
    public ImmutableSortedDictionary<string, FigureEntry> FigureEntries { get; init; } = ImmutableSortedDictionary.Create<string, FigureEntry>(StringComparer.Ordinal);

    /// <summary>Who demanded a count of what was to be decided without one.</summary>
    public string? CountDemandedBy { get; init; }

    /// <summary>Code of the refusal that a decision on sheets would have met; null when it was lawful.</summary>
    public string? Irregularity { get; init; }

    public string? IrregularityClause { get; init; }

    /// <summary>Candidates who do not stand or were barred when the result was found, and why.</summary>
    public ImmutableArray<NotStanding> NotStanding { get; init; } = [];

    /// <summary>The vote that was put again for this one.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The pseudonyms of those entitled, in a vote of members; null where delegates or officers vote by name.</summary>
    public ImmutableHashSet<string>? Register { get; init; }

    /// <summary>For an election: the pseudonyms of those who may nominate.</summary>
    public ImmutableHashSet<string> Nominators { get; init; } = Pseudonyms.None;

    /// <summary>For an election: what was asked of those who stand, in order.</summary>
    public ImmutableArray<CandidateQuestion> Asked { get; init; } = [];

    /// <summary>How many questions came from each pseudonym of the nominations.</summary>
    public ImmutableDictionary<string, int> AskedBy { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Of repeated ballots: which one this is, from 1.</summary>
    public int Ballot { get; init; } = 1;

    /// <summary>Ballots of a repeated election that elected nobody, in order.</summary>
    public ImmutableArray<EarlierBallot> EarlierBallots { get; init; } = [];

    /// <summary>Elected, and waiting for the confirmation that the clause asks for.</summary>
    public ImmutableSortedSet<string> Awaiting { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Elected, and not confirmed.</summary>
    public ImmutableArray<Rejected> Rejected { get; init; } = [];

    /// <summary>The box, where it is held by sealed ballots.</summary>
    public SecretBox? Box { get; init; }

    /// <summary>Who has demanded that it be secret.</summary>
    public ImmutableSortedSet<string> SecretDemandedBy { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What those who voted by name declared beside it.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    public bool IsElection => Place is not null;

    /// <summary>The entries that count: the last of each teller.</summary>
    public IEnumerable<TellerEntry> LastEntries => Entries.GroupBy(e => e.Teller, StringComparer.Ordinal).Select(g => g.Last());
}

public sealed record VotesState(ImmutableDictionary<string, Vote> All)
{
    public static VotesState Empty { get; } = new(ImmutableDictionary.Create<string, Vote>(StringComparer.Ordinal));

    public Vote? Find(string id) => All.GetValueOrDefault(id);
}
