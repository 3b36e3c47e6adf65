using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Votes;

/// <summary>The result of an election, and the mandates that follow from it in the same entry.</summary>
internal static class Publishing
{
    public static Decision Publish(State state, Act act, PublishElection c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Counting) is { } stage) return stage;
        if (vote.Place is not { } place) return ProtocolRefusals.WrongStage("vote", c.Vote, "an election", "a question");
        if (!Papers.Tells(vote, act.By) && Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (Entered(vote, c.Ballots) is { } entered) return entered;
        if (TooFew(state, vote) is { } quorum) return quorum;
        if (ElectionPapers.Read(act.Blobs, c.Ballots, vote, out var papers) is { } fault) return fault;
        var clause = vote.Question.Clause;
        var seats = Math.Min(vote.Seats, Mandates.Openings(state, place, vote.ForSession, act.At).Length);
        if (seats == 0) return OfficesRefusals.NoVacancy(clause, vote.Seats, Mandates.NextOpening(state, place, act.At));
        var barred = Barred(state, vote, place, act.At);
        var out_ = barred.Select(b => b.Person).ToList();
        var count = ElectionCount.Count(vote, papers, seats, out_);
        if (count.Undecided is not null) return VotesRefusals.TieOpen(vote);
        var elected = count.ElectedNames;
        var substitutes = MaySubstitute(state, place, vote, act.At) is var most and > 0 ? ElectionCount.Substitutes(vote, papers, elected, out_, most) : [];
        var quota = count.Quota is { } q ? (int)q.Ceiling() : 0;
        var outcome = new Outcome(Carried: !elected.IsEmpty, new Figures(0, 0, 0), quota, (int)papers.Counted, vote.TookPart.Count, null, elected, substitutes, CountSheet.Digest(count), act.At);
        var basis = new Offices.Basis(BasisKind.Election, vote.Id);
        var mandates = Mandates.Begin(state, place, vote.ForSession, elected, basis, vote.Id, act.At);
        ImmutableArray<Substitute> listed = [.. substitutes.Select((p, i) => new Substitute(p, place, vote.ForSession ?? "", vote.Id, i + 1))];
        return Decision.Accept(clause, [new ElectionPublished(c.Vote, c.Ballots, outcome, barred), .. mandates, .. listed.IsEmpty ? [] : new Event[] { new SubstitutesListed(listed) }]);
    }

    /// <summary>Both tellers have entered, alike, and the file named is one of theirs.</summary>
    private static Refusal? Entered(Vote vote, string ballots)
    {
        if (vote.Tellers.Length < 2) return VotesRefusals.TellersMissing(2, vote.Tellers.Length);
        var entries = vote.Tellers.Select(t => vote.LastEntries.FirstOrDefault(e => e.Teller == t)).ToList();
        if (entries.Contains(null)) return VotesRefusals.FiguresMissing(string.Join(", ", vote.Tellers.Where(t => vote.LastEntries.All(e => e.Teller != t))));
        if (entries[0]!.Fingerprint != entries[1]!.Fingerprint || entries[0]!.Papers != entries[1]!.Papers) return VotesRefusals.TellersDiffer(Words(entries[0]!), Words(entries[1]!));
        if (Telling.Balance(vote, entries[0]!.Papers) is { } unbalanced) return unbalanced;
        return entries.Exists(e => e!.Ballots == ballots) ? null : ProtocolRefusals.Unknown("papers", ballots);
    }

    /// <summary>A body that elects needs its quorum, as at every vote.</summary>
    private static Refusal? TooFew(State state, Vote vote)
    {
        var at = vote.ClosedAt ?? state.At;
        if (vote.Session is not { } id || state.Sessions.Find(id) is not { } session) return null;
        if (Seating.SelectOf(state.Statutes.At(at), vote.Place!) is not Elect { Body: not null }) return null;
        if (Deciding.Quorum(state, new Matter("election", "", vote.Question.Clause), session, vote.Electorate, at) is not { } quorum) return null;
        var present = vote.PresentAtClose ?? 0;
        return present < quorum.Needed ? VotesRefusals.NoQuorum(quorum.Clause, quorum.Text, quorum.Needed, present) : null;
    }

    private static ImmutableArray<NotStanding> Barred(State state, Vote vote, Seat place, DateTimeOffset at) =>
    [
        .. vote.CandidateOrder
            .Select(p => (Person: p, Why: vote.Candidates[p].Withdrawn ? VotesRefusals.NotNominated(p) : Qualification.Of(state, p, place, at, vote.Id)))
            .Where(p => p.Why is not null)
            .Select(p => new NotStanding(p.Person, p.Why!.Code, p.Why.Clause)),
    ];

    /// <summary>How many substitutes are listed: for delegates, unless the constitution says that there are none or names a number.</summary>
    private static int MaySubstitute(State state, Seat place, Vote vote, DateTimeOffset at)
    {
        if (vote.ForSession is null) return 0;
        return Seating.GroupOf(state.Statutes.At(at), place)?.Substitutes switch
        {
            null => vote.CandidateOrder.Length,
            { From: SubstitutesFrom.Count } s => s.Max ?? vote.CandidateOrder.Length,
            _ => 0,
        };
    }

    private static string Words(TellerEntry e) => FormattableString.Invariant(
        $"{e.Fingerprint[..12]}, {e.Papers.Issued}={e.Papers.Counted}+{e.Papers.Blank}+{e.Papers.Spoiled}+{e.Papers.Unused}");
}
