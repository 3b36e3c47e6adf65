using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Offices;
using Mandate.Tally;
using Mandate.Tally.Decisions;

namespace Mandate.Organisation.Votes;

/// <summary>Ballots repeated until somebody has the majority that the clause asks for. Each paper is for the one name marked first.</summary>
internal static class RepeatedElection
{
    /// <summary>What one ballot leads to.</summary>
    /// <param name="Elected">Who is elected; empty where nobody is.</param>
    /// <param name="Next">Who stands on the next ballot, in the order of the paper; null where this was the last.</param>
    public sealed record Result(ImmutableArray<string> Elected, ImmutableArray<string>? Next, ImmutableSortedDictionary<string, long> Votes, long Needed, Count Count);

    /// <param name="barred">Who can no longer take the place: their papers count for nobody.</param>
    public static Result Of(State state, Vote vote, Repeat repeat, ElectionPapers papers, IReadOnlyCollection<string> barred, DateTimeOffset at)
    {
        var count = ElectionCount.Count(vote, papers, 1, barred);
        ImmutableArray<string> standing = [.. vote.CandidateOrder.Where(p => !barred.Contains(p, StringComparer.Ordinal))];
        var votes = FirstMarks(papers, vote.CandidateOrder, standing);
        if (standing.IsEmpty) return new([], null, votes, 0, count);
        var session = vote.Session is { } id ? state.Sessions.Find(id) : null;
        var unmarked = papers.Counted - votes.Values.Sum();
        var ballot = new SeatBallot(votes, Blank: unmarked, Present: Math.Max(vote.PresentAtClose ?? 0, papers.Counted), Members: session is null ? vote.Electorate : state.Roll.CountOn(Calendar.Day(at), session.Unit),
            Seats: session is null ? vote.Electorate : Seating.SeatsOfSession(state, session, at));
        // Those before it elected nobody: only how many are left matters.
        var rule = new RepeatedBallots(Majorities.Threshold(repeat.Majority), repeat.Max - vote.Ballot + 1, repeat.DropLowest ? NextField.DropLowest : NextField.All, repeat.Then == RepeatEnd.Plurality);
        var needed = Tally.Decisions.Decision.Decide(rule.Threshold, new(votes.Values.Max(), votes.Values.Sum() - votes.Values.Max(), 0, unmarked, ballot.Present, ballot.Members, ballot.Seats)).Needed;
        var last = vote.Ballot >= repeat.Max;
        return rule.Next([ballot]) switch
        {
            RepeatedBallotStep.Elected e => new([e.Candidate], null, votes, (long)needed, count),
            RepeatedBallotStep.Again again => new([], [.. standing.Where(p => again.Candidates.Contains(p, StringComparer.Ordinal))], votes, (long)needed, count),
            // Equal votes at the end are decided by the rule stated when nominations opened; before the end nobody leaves for a tie.
            RepeatedBallotStep.Tied when last => new(count.Undecided is null ? count.ElectedNames : [], null, votes, (long)needed, count),
            RepeatedBallotStep.Tied => new([], standing, votes, (long)needed, count),
            _ when repeat.Then == RepeatEnd.Lot => new(Lots.Draw(standing, $"{vote.Ties}\n{papers.Fingerprint}", 1), null, votes, (long)needed, count),
            _ => new([], null, votes, (long)needed, count),
        };
    }

    private static ImmutableSortedDictionary<string, long> FirstMarks(ElectionPapers papers, ImmutableArray<string> order, ImmutableArray<string> standing)
    {
        var votes = standing.ToDictionary(p => p, _ => 0L, StringComparer.Ordinal);
        for (var line = 0; line < papers.Ballots.Lines; line++)
            if (papers.Ballots.Ranks(line).FirstOrDefault(r => !r.IsEmpty) is { IsDefaultOrEmpty: false, Length: 1 } first && votes.ContainsKey(order[first[0]]))
                votes[order[first[0]]] += papers.Ballots.Weight(line);
        return votes.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
