using System.Collections.Immutable;

namespace Mandate.Tally.Committees;

/// <summary>Equal approval ballots and how many there are.</summary>
public readonly record struct ApprovalBallot(ImmutableArray<int> Approved, long Weight);

/// <summary>Approval ballots over candidates numbered from 0. Equal ballots are kept once, with their number.</summary>
public sealed class ApprovalProfile
{
    private ApprovalProfile(int candidates, ImmutableArray<ApprovalBallot> ballots) => (Candidates, Ballots) = (candidates, ballots);

    public int Candidates { get; }

    /// <summary>In the order of their approved candidates, so that the order of the voters leaves no trace.</summary>
    public ImmutableArray<ApprovalBallot> Ballots { get; }

    public long Voters => Ballots.Sum(b => b.Weight);

    public static ApprovalProfile Of(int candidates, IEnumerable<IEnumerable<int>> ballots) =>
        Of(candidates, ballots.Select(b => new ApprovalBallot([.. b], 1)));

    /// <exception cref="ArgumentException">A ballot names an unknown candidate or one twice, or a weight is not positive.</exception>
    public static ApprovalProfile Of(int candidates, IEnumerable<ApprovalBallot> ballots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(candidates);
        var counted = new SortedDictionary<ImmutableArray<int>, long>(Comparer<ImmutableArray<int>>.Create(Compare));
        long voters = 0;
        foreach (var ballot in ballots)
        {
            if (ballot.Weight <= 0) throw new ArgumentException($"the weight {ballot.Weight} of a ballot is not positive", nameof(ballots));
            var approved = ballot.Approved.Sort();
            for (var i = 0; i < approved.Length; i++)
            {
                if (approved[i] < 0 || approved[i] >= candidates)
                    throw new ArgumentException($"a ballot approves candidate {approved[i]}, but they are numbered 0 to {candidates - 1}", nameof(ballots));
                if (i > 0 && approved[i] == approved[i - 1])
                    throw new ArgumentException($"a ballot approves candidate {approved[i]} twice", nameof(ballots));
            }
            counted[approved] = counted.GetValueOrDefault(approved) + ballot.Weight;
            voters = checked(voters + ballot.Weight);
        }
        return new(candidates, [.. counted.Select(b => new ApprovalBallot(b.Key, b.Value))]);
    }

    /// <summary>How many approve each candidate.</summary>
    public long[] Approvals()
    {
        var approvals = new long[Candidates];
        foreach (var ballot in Ballots)
            foreach (var candidate in ballot.Approved) approvals[candidate] += ballot.Weight;
        return approvals;
    }

    private static int Compare(ImmutableArray<int> a, ImmutableArray<int> b) => a.AsSpan().SequenceCompareTo(b.AsSpan());
}
