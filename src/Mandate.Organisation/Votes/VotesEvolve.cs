using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public static class VotesEvolve
{
    public static VotesState Evolve(this VotesState state, VotesEvent happened, Occasion occasion) => happened switch
    {
        QuestionPut e => Replace(state.With(New(e, occasion.At) with { Register = Register(e.Register, occasion) }), e.Replaces, e.Id),
        VoteOpened e => Change(state, e.Vote, v => v with { Stage = VoteStage.Running, OpenedAt = occasion.At, Electorate = e.Electorate, Register = Register(e.Register, occasion) ?? v.Register, Shares = e.Shares, Box = v.Box is { } box ? box with { OpenedBy = occasion.By } : null }),
        VoteCastByProxy e => Change(state, e.Vote, v => v with { Casts = v.Casts.SetItem(e.Person, e.Choice), Splits = v.Splits.Remove(e.Person) }),
        VoteCast e => Change(state, e.Vote, v => v with { Casts = v.Casts.SetItem(e.Person, e.Choice), Splits = v.Splits.Remove(e.Person) }),
        DissentSent e => Change(state, e.Vote, v => v with { Statements = [.. v.Statements.Select(s => s.Id == e.Statement ? s with { Sent = s.Sent + e.Sent, Refused = s.Refused + e.Refused } : s)] }),
        VoteStated e => Change(state, e.Vote, v => v with { Statements = v.Statements.Add(new(e.Id, e.Person, e.Kind, e.Text, occasion.At)) }),
        VoteSplit e => Change(state, e.Vote, v => v with { Casts = v.Casts.SetItem(e.Person, Counting.Most(e.Figures)), Splits = v.Splits.SetItem(e.Person, e.Figures) }),
        RollCallDemanded e => Change(state, e.Vote, v => v with { RollCallDemandedBy = v.RollCallDemandedBy.Add(e.By) }),
        MadeRollCall e => Change(state, e.Vote, v => v with { Kind = VoteKind.RollCall, RollCallClause = e.Clause }),
        CountDemanded e => Change(state, e.Vote, v => v with { Stage = VoteStage.Stopped, StopReason = "count-demanded", CountDemandedBy = e.By }),
        TellersNamed e => Change(state, e.Vote, v => v with { Tellers = e.Tellers }),
        FiguresEntered e => Change(state, e.Vote, v => v with
        {
            FigureEntries = v.FigureEntries.SetItem(e.Teller, new FigureEntry(e.Teller, e.Figures, e.Papers, occasion.At)),
        }),
        VoteClosed e => Change(state, e.Vote, v => v with { Stage = v.Kind == VoteKind.Paper ? VoteStage.Counting : VoteStage.Closed, ClosedAt = occasion.At, Electorate = e.Electorate, PresentAtClose = e.Present, VotesAtClose = e.Votes }),
        ResultDeclared e => Change(state, e.Vote, v => Declared(v, e.Outcome)),
        VoteStopped e => Change(state, e.Vote, v => v with { Stage = VoteStage.Stopped, StopReason = e.Reason }),
        ResultChallenged e => Change(state, e.Vote, v => v with { Stage = VoteStage.Challenged, Challenge = e.Reason }),
        SlipReported e => Change(state, e.Vote, v => v with { Slips = v.Slips.Add(e.Slip) }),
        SlipCorrected e => Change(state, e.Vote, v => Corrected(v, e)),
        PaperDecisionRecorded e => state.With(New(e, occasion.At)),
        NominationsOpened e => Replace(state.With(New(e, occasion.At) with { Nominators = Register(e.Register, occasion) ?? Pseudonyms.None }), e.Replaces, e.Id),
        Nominated e => Change(state, e.Vote, v => v with { Candidates = Nominate(v.Candidates, e, occasion.At) }),
        NominationAccepted e => Candidate(state, e.Vote, e.Person, c => c with { Accepted = true, Withdrawn = false }),
        CandidacyWithdrawn e => Candidate(state, e.Vote, e.Person, c => c with { Withdrawn = true }),
        CandidatesAsked e => Change(state, e.Vote, v => v with { Asked = v.Asked.Add(new(e.Question, e.Asks, e.To, occasion.At)), AskedBy = v.AskedBy.SetItem(occasion.By, v.AskedBy.GetValueOrDefault(occasion.By) + 1) }),
        CandidateAnswered e => Change(state, e.Vote, v => v with { Asked = [.. v.Asked.Select(q => q.Id == e.Question ? q with { Answers = q.Answers.SetItem(e.Person, new(e.Answer, occasion.At)) } : q)] }),
        NominationsClosed e => Change(state, e.Vote, v => v with { Stage = VoteStage.Standing, CandidateOrder = e.Order, NotStanding = e.NotStanding }),
        PapersIssued e => Change(state, e.Vote, v => v with { TookPart = v.TookPart.Union(e.Persons) }),
        PapersEntered e => Change(state, e.Vote, v => v with { Entries = v.Entries.Add(new TellerEntry(e.Teller, e.Ballots, e.Fingerprint, e.Papers, occasion.At)) }),
        BallotRepeated e => Change(state, e.Vote, v => v with
        {
            Stage = VoteStage.Standing,
            // A box is opened once: the next ballot is on paper, or has a box of its own.
            Kind = VoteKind.Paper,
            Box = null,
            Ballot = v.Ballot + 1,
            EarlierBallots = v.EarlierBallots.Add(new EarlierBallot(v.Ballot, e.Ballots, e.Votes, v.TookPart.Count)),
            CandidateOrder = e.Order,
            NotStanding = v.NotStanding.AddRange(e.Barred),
            TookPart = v.TookPart.Clear(),
            Entries = [],
            OpenedAt = null,
            ClosedAt = null,
            PresentAtClose = null,
            VotesAtClose = null,
            Shares = null,
        }),
        ConfirmationAwaited e => Change(state, e.Vote, v => v with { Awaiting = v.Awaiting.Union(e.Persons) }),
        ElectedConfirmed e => Change(state, e.Vote, v => v with { Awaiting = v.Awaiting.Except(e.Persons) }),
        ElectedRejected e => Change(state, e.Vote, v => v with { Awaiting = v.Awaiting.Remove(e.Person), Rejected = v.Rejected.Add(new Rejected(e.Person, e.By, e.Reason, occasion.At)) }),
        ElectionPublished e => Change(state, e.Vote, v => v with
        {
            Stage = VoteStage.Result,
            Ballots = e.Ballots,
            Outcome = e.Outcome,
            Papers = v.LastEntries.FirstOrDefault()?.Papers,
            NotStanding = v.NotStanding.AddRange(e.Barred),
        }),
        _ => SecretEvolve.Of(happened, occasion) is var (vote, change) ? Change(state, vote, change) : throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static ImmutableHashSet<string>? Register(string? sha256, Occasion occasion) => sha256 is null ? null : Pseudonyms.Read(occasion.Blobs, sha256);

    private static VotesState With(this VotesState state, Vote vote) => state with { All = state.All.SetItem(vote.Id, vote) };

    private static VotesState Change(VotesState state, string id, Func<Vote, Vote> change) => state.With(change(state.All[id]));

    private static VotesState Candidate(VotesState state, string vote, string person, Func<Candidacy, Candidacy> change) =>
        Change(state, vote, v => v with { Candidates = v.Candidates.SetItem(person, change(v.Candidates[person])) });

    private static VotesState Replace(VotesState state, string? replaced, string by) =>
        replaced is null ? state : Change(state, replaced, v => v with { Stage = VoteStage.Replaced, ReplacedBy = by });

    private static ImmutableSortedDictionary<string, Candidacy> Nominate(ImmutableSortedDictionary<string, Candidacy> candidates, Nominated e, DateTimeOffset at)
    {
        var c = candidates.GetValueOrDefault(e.Person) ?? new Candidacy(e.Person, e.By, at, Accepted: false);
        c = c with { Accepted = c.Accepted || e.By == e.Person };
        return candidates.SetItem(e.Person, e.ForUnit is { } unit ? c with { Units = c.Units.Add(unit) } : c with { Supporters = c.Supporters.Add(e.By) });
    }

    private static Vote Declared(Vote vote, Outcome outcome) => vote with
    {
        Stage = VoteStage.Result,
        Outcome = outcome,
        HandFigures = vote.Kind is VoteKind.Hands or VoteKind.Paper ? outcome.Figures : null,
        Papers = vote.FigureEntries.Values.FirstOrDefault()?.Papers,
    };

    private static Vote Corrected(Vote vote, SlipCorrected e)
    {
        var slip = vote.Slips.First(s => s.Id == e.Slip);
        return vote with
        {
            Slips = vote.Slips.Replace(slip, slip with { Chair = e.Chair }),
            Casts = slip is { Person: { } person, Choice: { } choice } ? vote.Casts.SetItem(person, choice) : vote.Casts,
            Splits = slip.Person is { } divided ? vote.Splits.Remove(divided) : vote.Splits,
            HandFigures = slip.Figures ?? vote.HandFigures,
            Outcome = e.Outcome,
        };
    }

    private static Vote New(QuestionPut e, DateTimeOffset at) =>
        Blank(e.Id, e.Kind, e.Session, e.Unit, e.Question, e.Electorate, at, VoteStage.ReadBack) with { Replaces = e.Replaces };

    private static Vote New(PaperDecisionRecorded e, DateTimeOffset at) =>
        Blank(e.Id, VoteKind.OnPaperAfterFailure, e.Session, null, e.Question, e.Electorate, at, VoteStage.Result) with
        {
            OpenedAt = e.DecidedAt,
            ClosedAt = e.DecidedAt,
            HandFigures = e.Figures,
            Tellers = e.Tellers,
            Outcome = e.Outcome,
            Irregularity = e.Irregularity,
            IrregularityClause = e.IrregularityClause,
        };

    private static Vote New(NominationsOpened e, DateTimeOffset at) =>
        Blank(e.Id, VoteKind.Paper, e.Session, e.Unit, new Question("", null, null, e.Method, e.Clause, Secret: e.Clause), e.Electorate, at, VoteStage.Nominations) with
        {
            Place = e.Place,
            Seats = e.Seats,
            Method = e.Method,
            Ties = e.Ties,
            ForSession = e.ForSession,
            Replaces = e.Replaces,
        };

    /// <summary>A vote that has only been named: for asking who would be entitled in it.</summary>
    internal static Vote Unopened(string id, VoteKind kind, string? session, string? unit, Question question) =>
        Blank(id, kind, session, unit, question, 0, default, VoteStage.ReadBack);

    private static Vote Blank(string id, VoteKind kind, string? session, string? unit, Question question, int electorate, DateTimeOffset at, VoteStage stage) => new(
        id, kind, session, unit, question, Place: null, Seats: 0, Method: null, electorate, at, OpenedAt: null, ClosedAt: null, stage,
        ImmutableSortedDictionary.Create<string, Candidacy>(StringComparer.Ordinal), [],
        ImmutableSortedDictionary.Create<string, Choice>(StringComparer.Ordinal),
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal), [], [], Papers: null, HandFigures: null, StopReason: null, Challenge: null, Replaces: null, [], Outcome: null);
}
