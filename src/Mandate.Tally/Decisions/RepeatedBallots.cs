using System.Collections.Immutable;

namespace Mandate.Tally.Decisions;

/// <summary>Who stands again when nobody reached the threshold.</summary>
public enum NextField
{
    /// <summary>Everybody who stood.</summary>
    All,

    /// <summary>All but the one with fewest votes.</summary>
    DropLowest,

    /// <summary>The two with most votes.</summary>
    TopTwo,
}

/// <summary>Ballots held for one seat until somebody reaches the threshold.</summary>
/// <param name="Threshold">What elects, on every ballot but a relative last one: usually an absolute majority.</param>
/// <param name="Ballots">How many ballots there are at most.</param>
/// <param name="Field">Who stands on the following ballot.</param>
/// <param name="LastIsRelative">On the last ballot most votes elect.</param>
public sealed record RepeatedBallots(Threshold Threshold, int Ballots, NextField Field, bool LastIsRelative)
{
    /// <summary>What follows from the ballots held so far, in order.</summary>
    /// <exception cref="ArgumentException">A ballot is of other candidates than those who could stand, or one was held too many.</exception>
    public RepeatedBallotStep Next(IReadOnlyList<SeatBallot> held)
    {
        if (held.Count == 0) throw new ArgumentException("no ballot was held yet", nameof(held));
        RepeatedBallotStep step = new RepeatedBallotStep.Again([.. held[0].Votes.Keys.Order(StringComparer.Ordinal)], 1);
        for (var i = 0; i < held.Count; i++)
        {
            if (step is not RepeatedBallotStep.Again again) throw new ArgumentException($"ballot {i + 1} was held although the one before it ended the election", nameof(held));
            if (!held[i].Votes.Keys.Order(StringComparer.Ordinal).SequenceEqual(again.Candidates, StringComparer.Ordinal))
                throw new ArgumentException($"ballot {i + 1} is not of the candidates who stand: {string.Join(", ", again.Candidates)}", nameof(held));
            step = After(held[i], i + 1);
        }
        return step;
    }

    private RepeatedBallotStep After(SeatBallot ballot, int number)
    {
        var cast = ballot.Votes.Values.Sum();
        var most = ballot.Votes.Values.Max();
        var first = ballot.Votes.Where(v => v.Value == most).Select(v => v.Key).Order(StringComparer.Ordinal).ToImmutableArray();
        if (first.Length == 1)
        {
            var relative = LastIsRelative && number == Ballots;
            var tally = new DecisionTally(most, cast - most, ballot.Abstain, ballot.Blank, ballot.Present, ballot.Members, ballot.Seats);
            var decision = relative
                ? new Decision(most > 0, ballot.Votes.Values.Where(v => v < most).DefaultIfEmpty(0).Max() + 1, most, cast, new Threshold.Plurality())
                : Decision.Decide(Threshold, tally);
            if (decision.Holds) return new RepeatedBallotStep.Elected(first[0], decision, number);
        }
        if (number == Ballots) return LastIsRelative && most > 0 ? new RepeatedBallotStep.Tied(first, number) : new RepeatedBallotStep.Nobody(number);
        return Standing(ballot, number);
    }

    private RepeatedBallotStep Standing(SeatBallot ballot, int number)
    {
        var ordered = ballot.Votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).ToList();
        var keep = Field switch
        {
            NextField.DropLowest => Math.Max(ordered.Count - 1, Math.Min(2, ordered.Count)),
            NextField.TopTwo => Math.Min(2, ordered.Count),
            _ => ordered.Count,
        };
        // An equal vote across the cut is a tie that a stated rule decides, not the order of names.
        if (keep < ordered.Count && ordered[keep - 1].Value == ordered[keep].Value)
            return new RepeatedBallotStep.Tied([.. ordered.Where(v => v.Value == ordered[keep].Value).Select(v => v.Key)], number);
        return new RepeatedBallotStep.Again([.. ordered.Take(keep).Select(v => v.Key).Order(StringComparer.Ordinal)], number + 1);
    }
}

/// <summary>One ballot for one seat: votes by candidate, the rest, and the bases that a threshold may need.</summary>
public sealed record SeatBallot(
    ImmutableSortedDictionary<string, long> Votes, long Abstain = 0, long Blank = 0, long? Present = null, long? Members = null, long? Seats = null);

/// <summary>What follows from a ballot.</summary>
public abstract record RepeatedBallotStep
{
    private RepeatedBallotStep()
    {
    }

    public sealed record Elected(string Candidate, Decision Decision, int Ballot) : RepeatedBallotStep;

    /// <summary>Another ballot, numbered from 1, among these.</summary>
    public sealed record Again(ImmutableArray<string> Candidates, int Ballot) : RepeatedBallotStep;

    /// <summary>These have equal votes where only some can go on or be elected; the stated rule for ties decides.</summary>
    public sealed record Tied(ImmutableArray<string> Candidates, int Ballot) : RepeatedBallotStep;

    /// <summary>The last ballot elected nobody; the seat stays empty.</summary>
    public sealed record Nobody(int Ballot) : RepeatedBallotStep;
}
