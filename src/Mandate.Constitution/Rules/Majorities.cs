using Mandate.Tally.Decisions;

namespace Mandate.Constitutions.Rules;

/// <summary>A majority applied to a count.</summary>
public sealed record MajorityAnswer(Majority Majority, Decision Decision)
{
    public bool Holds => Decision.Holds;

    public Clause Clause => Majority.Clause;
}

/// <summary>Majorities decided exactly. <c>2/3 of</c> is at least two thirds, <c>majority of</c> is more than half; abstentions are outside votes cast.</summary>
public static class Majorities
{
    public static Threshold Threshold(Majority majority) => majority switch
    {
        Unanimous => new Threshold.Unanimous(),
        Plurality => new Threshold.Plurality(),
        AllOfBasis all => new Threshold.All(Base(all.Basis)),
        ShareMajority { StrictlyMore: true, Share: var share } more when share == new Tally.Fraction(1, 2) => new Threshold.Majority(Base(more.Basis)),
        ShareMajority { StrictlyMore: true } more => new Threshold.MoreThan(more.Share, Base(more.Basis)),
        ShareMajority least => new Threshold.AtLeast(least.Share, Base(least.Basis)),
        SeatsMajority seats => new Threshold.SeatsOf((long)seats.Needed.Ceiling(), (long)seats.Seats.Ceiling()),
        _ => throw new ArgumentOutOfRangeException(nameof(majority)),
    };

    /// <exception cref="ArgumentException">The tally lacks the base that the majority is taken of.</exception>
    public static MajorityAnswer Decide(Majority majority, DecisionTally tally) => new(majority, Decision.Decide(Threshold(majority), tally));

    private static DecisionBase Base(Basis basis) => basis switch
    {
        Basis.VotesCast => DecisionBase.VotesCast,
        Basis.Present => DecisionBase.Present,
        Basis.Members => DecisionBase.Members,
        Basis.Seats => DecisionBase.Seats,
        _ => DecisionBase.Units,
    };
}
