namespace Mandate.Tally.Decisions;

/// <summary>What one vote on one question says.</summary>
public enum Choice
{
    Yes,
    No,
    Abstain,

    /// <summary>A blank or spoiled paper.</summary>
    Blank,
}

/// <summary>One vote with its weight in whole votes.</summary>
public sealed record WeightedVote(string Voter, long Weight, Choice Choice);

/// <summary>Open votes that count with the weight of whoever casts them.</summary>
public static class WeightedVotes
{
    /// <summary>Adds the weights. The bases, in the same unit of weight, come from the roll and may be given.</summary>
    /// <exception cref="ArgumentException">A weight is negative, or a voter stands there twice.</exception>
    public static DecisionTally Count(
        IEnumerable<WeightedVote> votes, long? present = null, long? members = null, long? seats = null, long? units = null)
    {
        var counted = new long[4];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var vote in votes)
        {
            if (vote.Weight < 0) throw new ArgumentException($"the vote of {vote.Voter} has a negative weight", nameof(votes));
            if (!seen.Add(vote.Voter)) throw new ArgumentException($"{vote.Voter} voted twice", nameof(votes));
            counted[(int)vote.Choice] = checked(counted[(int)vote.Choice] + vote.Weight);
        }
        return new(counted[0], counted[1], counted[2], counted[3], present, members, seats, units);
    }
}
