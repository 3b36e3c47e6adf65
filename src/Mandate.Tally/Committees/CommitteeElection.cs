using System.Collections.Immutable;

namespace Mandate.Tally.Committees;

/// <summary>Committees from approval ballots, by every rule offered.</summary>
public static class CommitteeElection
{
    /// <summary>
    /// The committee, every tie going to the earliest candidate of the stated order. For a rule that seeks the best
    /// committee: among equally good ones the one with the earliest candidate, then with the next, and so on.
    /// </summary>
    /// <exception cref="CommitteeTooLargeException">An exact optimum cannot be found within the search limit.</exception>
    public static Committee Elect(CommitteeRule rule, ApprovalProfile profile, int seats, IReadOnlyList<int> order)
    {
        Check(profile, seats);
        if (!order.Order().SequenceEqual(Enumerable.Range(0, profile.Candidates)))
            throw new ArgumentException("the order for ties must name every candidate once", nameof(order));
        return Best(rule) is { } weight ? new BestCommittee(profile, seats, weight).First(order) : Sequence(rule, profile, seats).First(order);
    }

    /// <summary>All committees that the rule allows, up to a number of them.</summary>
    /// <exception cref="CommitteeTooLargeException">An exact optimum cannot be found within the search limit.</exception>
    public static TiedCommittees All(CommitteeRule rule, ApprovalProfile profile, int seats, int atMost = 10_000)
    {
        Check(profile, seats);
        return Best(rule) is { } weight ? new BestCommittee(profile, seats, weight).All(atMost).Tied : Sequence(rule, profile, seats).All(atMost);
    }

    /// <summary>The score of a committee under a rule that seeks the best one; null for the others.</summary>
    public static Fraction? Score(CommitteeRule rule, ApprovalProfile profile, ImmutableArray<int> committee)
    {
        if (Best(rule) is not { } weight) return null;
        var gains = Enumerable.Range(0, committee.Length + 1)
            .Select(j => Enumerable.Range(1, j).Aggregate(Fraction.Zero, (sum, i) => sum + weight(i))).ToList();
        return profile.Ballots.Aggregate(Fraction.Zero, (sum, b) => sum + gains[b.Approved.Count(c => committee.Contains(c))] * b.Weight);
    }

    private static void Check(ApprovalProfile profile, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        if (seats > profile.Candidates) throw new ArgumentException($"{seats} seats cannot be filled from {profile.Candidates} candidates", nameof(seats));
    }

    private static Func<int, Fraction>? Best(CommitteeRule rule) => rule switch
    {
        CommitteeRule.ProportionalApproval => ThieleWeights.Proportional,
        CommitteeRule.SainteLagueApproval => ThieleWeights.SainteLague,
        CommitteeRule.ChamberlinCourant => ThieleWeights.FirstOnly,
        _ => null,
    };

    private static SequentialRule Sequence(CommitteeRule rule, ApprovalProfile profile, int seats) => rule switch
    {
        CommitteeRule.Approval => new MostPoints(profile, seats, _ => 1),
        CommitteeRule.SatisfactionApproval => new MostPoints(profile, seats, approved => new(1, approved)),
        CommitteeRule.SequentialProportionalApproval => new SequentialThiele(profile, seats, ThieleWeights.Proportional),
        CommitteeRule.ReverseSequentialProportionalApproval => new ReverseSequentialThiele(profile, seats, ThieleWeights.Proportional),
        CommitteeRule.SequentialSainteLagueApproval => new SequentialThiele(profile, seats, ThieleWeights.SainteLague),
        CommitteeRule.SequentialChamberlinCourant => new SequentialThiele(profile, seats, ThieleWeights.FirstOnly),
        CommitteeRule.Phragmen => new SequentialPhragmen(profile, seats),
        CommitteeRule.EqualShares => new EqualShares(profile, seats, completeByApproval: false),
        CommitteeRule.EqualSharesThenApproval => new EqualShares(profile, seats, completeByApproval: true),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
