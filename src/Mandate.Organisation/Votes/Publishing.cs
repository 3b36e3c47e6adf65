using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Tally;

namespace Mandate.Organisation.Votes;

/// <summary>The result of an election, and the mandates that follow from it in the same entry.</summary>
internal static class Publishing
{
    public static Decision Publish(State state, Act act, PublishElection c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.Counting) is { } stage) return stage;
        if (!vote.IsElection) return ProtocolRefusals.WrongStage("vote", c.Vote, "an election", "a question");
        if (vote.Box is not null) return SecretRefusals.ByBox(c.Vote);
        if (!Papers.Tells(vote, act.By) && Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (Entered(vote, c.Ballots) is { } entered) return entered;
        if (ElectionPapers.Read(act.Blobs, c.Ballots, vote, out var papers) is { } fault) return fault;
        return Counted(state, act, vote, c.Ballots, papers);
    }

    /// <summary>The result of these papers, by tellers or out of a box.</summary>
    public static Decision Counted(State state, Act act, Vote vote, string ballots, ElectionPapers papers)
    {
        var place = vote.Place!;
        if (TooFew(state, vote) is { } quorum) return quorum;
        var seats = Math.Min(vote.Seats, Mandates.Openings(state, place, vote.ForSession, act.At).Length);
        if (seats == 0) return OfficesRefusals.NoVacancy(vote.Question.Clause, vote.Seats, Mandates.NextOpening(state, place, act.At));
        var barred = Barred(state, vote, place, act.At);
        return ElectionRules.SelectOf(state, place, act.At) is Elect { Repeat: { } repeat }
            ? Repeated(state, act, vote, place, repeat, ballots, papers, barred)
            : Counted(state, act, vote, place, seats, ballots, papers, barred);
    }

    private static Decision Counted(State state, Act act, Vote vote, Seat place, int seats, string ballots, ElectionPapers papers, ImmutableArray<NotStanding> barred)
    {
        Count count;
        // Whoever would be one holder of a tag too many beside those elected before them leaves the count, which is made again.
        while (true)
        {
            count = ElectionCount.Count(vote, papers, seats, barred.Select(b => b.Person));
            if (count.Undecided is not null) return VotesRefusals.TieOpen(vote);
            if (OneTooMany(state, vote, place, count.ElectedNames, act.At) is not { } capped) break;
            barred = barred.Add(capped);
        }
        var elected = count.ElectedNames;
        var out_ = barred.Select(b => b.Person).ToList();
        var substitutes = MaySubstitute(state, place, vote, act.At) is var most and > 0 ? ElectionCount.Substitutes(vote, papers, elected, out_, most) : [];
        var quota = count.Quota is { } q ? (int)q.Ceiling() : 0;
        var outcome = Outcome(vote, papers, count, elected, quota, act.At) with { SubstitutesInOrder = substitutes };
        ImmutableArray<Substitute> listed = [.. substitutes.Select((p, i) => new Substitute(p, place, vote.ForSession ?? "", vote.Id, i + 1))];
        return Decision.Accept(vote.Question.Clause,
        [
            new ElectionPublished(vote.Id, ballots, outcome, barred),
            .. Confirming.After(state, vote, place, elected, act.At),
            .. listed.IsEmpty ? [] : new Event[] { new SubstitutesListed(listed) },
        ]);
    }

    private static Decision Repeated(State state, Act act, Vote vote, Seat place, Repeat repeat, string ballots, ElectionPapers papers, ImmutableArray<NotStanding> barred)
    {
        var result = RepeatedElection.Of(state, vote, repeat, papers, [.. barred.Select(b => b.Person)], act.At);
        if (result.Next is { } next) return Decision.Accept(repeat.Clause.Path, new BallotRepeated(vote.Id, ballots, result.Votes, next, barred));
        if (result.Elected.IsEmpty && result.Count.Undecided is not null && repeat.Then == RepeatEnd.Plurality) return VotesRefusals.TieOpen(vote);
        var outcome = Outcome(vote, papers, result.Count, result.Elected, (int)result.Needed, act.At);
        return Decision.Accept(repeat.Clause.Path, [new ElectionPublished(vote.Id, ballots, outcome, barred), .. Confirming.After(state, vote, place, result.Elected, act.At)]);
    }

    private static Outcome Outcome(Vote vote, ElectionPapers papers, Count count, ImmutableArray<string> elected, int needed, DateTimeOffset at) =>
        new(Carried: !elected.IsEmpty, new Figures(0, 0, 0), needed, (int)papers.Counted, vote.Box?.Voters ?? vote.TookPart.Count, null, elected, [], CountSheet.Digest(count), at);

    private static NotStanding? OneTooMany(State state, Vote vote, Seat place, ImmutableArray<string> elected, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        for (var i = 0; i < elected.Length; i++)
            if (Caps.Broken(state, rules, elected[i], place.Place, place, vote.ForSession, at, [.. elected.Take(i)]) is { } full)
                return new(elected[i], "offices.cap-reached", full.Clause.Path);
        return null;
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
        if (ElectionRules.SelectOf(state, vote.Place!, at) is not Elect { Body: not null }) return null;
        if (Deciding.Quorum(state, new Matter("election", "", vote.Question.Clause), session, vote.Electorate, at) is not { } quorum) return null;
        var present = vote.PresentAtClose ?? 0;
        return present < quorum.Needed ? VotesRefusals.NoQuorum(quorum.Clause, quorum.Text, quorum.Needed, present) : null;
    }

    private static ImmutableArray<NotStanding> Barred(State state, Vote vote, Seat place, DateTimeOffset at) =>
    [
        .. vote.CandidateOrder
            .Select(p => (Person: p, Why: vote.Candidates[p].Withdrawn ? VotesRefusals.NotNominated(p) : Qualification.Of(state, p, place, at, vote.Id, vote.ForSession)))
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
