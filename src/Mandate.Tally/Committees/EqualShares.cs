using System.Collections.Immutable;

namespace Mandate.Tally.Committees;

/// <summary>
/// Method of Equal Shares for committees (Peters and Skowron 2020, "Rule X"): each voter holds seats/voters, a seat costs one,
/// and the affordable candidate with the lowest largest payment is next. Then seats left over are filled by a stated completion.
/// </summary>
internal sealed class EqualShares(ApprovalProfile profile, int seats, bool completeByApproval) : SequentialPhragmen(profile, seats)
{
    private const int Completion = 1;
    private readonly long[] approvals = profile.Approvals();
    private readonly ImmutableArray<int>[] supporters = [.. Enumerable.Range(0, profile.Candidates)
        .Select(c => Enumerable.Range(0, profile.Ballots.Length).Where(b => profile.Ballots[b].Approved.BinarySearch(c) >= 0).ToImmutableArray())];

    public override CommitteeState Start()
    {
        var share = Profile.Voters == 0 ? Fraction.Zero : new Fraction(Seats, Profile.Voters);
        return base.Start() with { Values = [.. Enumerable.Repeat(share, Profile.Ballots.Length)] };
    }

    public override SequentialChoice Next(CommitteeState state)
    {
        if (state.Phase == Completion) return Complete(state);
        var (tied, score) = Extreme(
            [.. Enumerable.Range(0, Profile.Candidates).Select(c => state.Has(c) ? null : LargestPayment(state.Values, c))], highest: false);
        if (tied.Length > 0) return new(state, tied, score, "largest payment");
        // Money left is a head start: a negative load.
        return Complete(state with { Phase = Completion, Values = [.. state.Values.Select(m => -m)] });
    }

    public override CommitteeState Choose(CommitteeState state, int candidate, Fraction score)
    {
        if (state.Phase == Completion) return completeByApproval ? state.With(candidate, state.Values) : base.Choose(state, candidate, score);
        var money = state.Values.ToArray();
        foreach (var b in supporters[candidate]) money[b] = money[b] <= score ? Fraction.Zero : money[b] - score;
        return state.With(candidate, money);
    }

    private SequentialChoice Complete(CommitteeState state)
    {
        if (!completeByApproval) return base.Next(state) with { Phase = "completion by load" };
        var (tied, score) = Extreme([.. approvals.Select((a, c) => state.Has(c) ? (Fraction?)null : a)], highest: true);
        return new(state, tied, score, "completion by approvals");
    }

    /// <summary>The least amount such that everybody paying it, or all they have, pays for the seat; null if they cannot.</summary>
    private Fraction? LargestPayment(Fraction[] money, int candidate)
    {
        Fraction missing = 1;
        long payers = approvals[candidate];
        foreach (var b in supporters[candidate].OrderBy(b => money[b]))
        {
            if (money[b] * payers >= missing) return missing / payers;
            missing -= money[b] * Profile.Ballots[b].Weight;
            payers -= Profile.Ballots[b].Weight;
        }
        return null;
    }
}
