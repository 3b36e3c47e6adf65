using System.Collections.Immutable;

namespace Mandate.Tally.Decisions;

/// <summary>Yes, no and abstain on one candidate.</summary>
public sealed record CandidateVote(string Candidate, DecisionTally Tally);

/// <summary>Where a candidate stands after a yes/no/abstain vote on each.</summary>
public enum CandidateStanding
{
    Elected,

    /// <summary>Reached the threshold, but others had more yes.</summary>
    NoSeatLeft,

    /// <summary>Reached the threshold with as many yes as others, and there are fewer seats than they: a stated rule decides.</summary>
    TiedForLastSeat,

    /// <summary>Did not reach the threshold; a seat may stay empty.</summary>
    NotReached,
}

/// <summary>One candidate's numbers and standing.</summary>
public sealed record CandidateResult(string Candidate, Decision Decision, CandidateStanding Standing);

/// <summary>
/// Each candidate is put to yes/no/abstain. Those who reach the threshold fill the seats in the order of yes votes, then
/// of fewest no. Seats that nobody reaches stay empty: abstaining or saying no to all is a choice that counts.
/// </summary>
public static class CandidateVotes
{
    public static ImmutableArray<CandidateResult> Decide(IEnumerable<CandidateVote> votes, Threshold threshold, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        var all = votes.Select(v => (v.Candidate, v.Tally, Decision: Decision.Decide(threshold, v.Tally))).ToList();
        var reached = all.Where(v => v.Decision.Holds)
            .GroupBy(v => (v.Tally.Yes, v.Tally.No))
            .OrderByDescending(g => g.Key.Yes).ThenBy(g => g.Key.No).ToList();
        var standing = new Dictionary<string, CandidateStanding>(StringComparer.Ordinal);
        var left = seats;
        foreach (var equal in reached)
        {
            var count = equal.Count();
            var now = count <= left ? CandidateStanding.Elected
                : left > 0 ? CandidateStanding.TiedForLastSeat : CandidateStanding.NoSeatLeft;
            foreach (var each in equal) standing.Add(each.Candidate, now);
            left = Math.Max(0, left - count);
        }
        return [.. all
            .OrderByDescending(v => v.Decision.Holds).ThenByDescending(v => v.Tally.Yes).ThenBy(v => v.Tally.No)
            .Select(v => new CandidateResult(v.Candidate, v.Decision, standing.GetValueOrDefault(v.Candidate, CandidateStanding.NotReached)))];
    }
}
