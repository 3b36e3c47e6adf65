using System.Numerics;

namespace Mandate.Tally.Committees;

/// <summary>The candidate who adds most to a Thiele score, again and again.</summary>
internal sealed class SequentialThiele : SequentialRule
{
    private readonly Int128[] weights;
    private readonly BigInteger denominator;

    public SequentialThiele(ApprovalProfile profile, int seats, Func<int, Fraction> weight)
        : base(profile, seats) =>
        (weights, denominator) = ThieleWeights.Whole(weight, Math.Max(seats, 1), Math.Max(profile.Voters, 1));

    public override SequentialChoice Next(CommitteeState state)
    {
        var gains = new Int128[Profile.Candidates];
        foreach (var ballot in Profile.Ballots)
        {
            var gain = weights[ballot.Approved.Count(state.Has)] * ballot.Weight;
            foreach (var c in ballot.Approved) gains[c] += gain;
        }
        var (tied, score) = Extreme([.. gains.Select((g, c) => state.Has(c) ? (Fraction?)null : new Fraction(g, denominator))], highest: true);
        return new(state, tied, score, "gain");
    }

    public override CommitteeState Choose(CommitteeState state, int candidate, Fraction score) => state.With(candidate, []);
}

/// <summary>From all candidates, the one whose loss costs the Thiele score least is dropped, again and again.</summary>
internal sealed class ReverseSequentialThiele : SequentialRule
{
    private readonly Int128[] weights;
    private readonly BigInteger denominator;

    public ReverseSequentialThiele(ApprovalProfile profile, int seats, Func<int, Fraction> weight)
        : base(profile, seats) =>
        (weights, denominator) = ThieleWeights.Whole(weight, Math.Max(profile.Candidates, 1), Math.Max(profile.Voters, 1));

    protected override bool Drops => true;

    public override CommitteeState Start() => new((BigInteger.One << Profile.Candidates) - 1, Profile.Candidates, [], 0);

    public override SequentialChoice Next(CommitteeState state)
    {
        var losses = new Int128[Profile.Candidates];
        foreach (var ballot in Profile.Ballots)
        {
            var now = ballot.Approved.Count(state.Has);
            if (now == 0) continue;
            var loss = weights[now - 1] * ballot.Weight;
            foreach (var c in ballot.Approved) losses[c] += loss;
        }
        var (tied, score) = Extreme([.. losses.Select((l, c) => state.Has(c) ? new Fraction(l, denominator) : (Fraction?)null)], highest: false);
        return new(state, tied, score, "loss");
    }

    public override CommitteeState Choose(CommitteeState state, int candidate, Fraction score) => state.Without(candidate);
}
