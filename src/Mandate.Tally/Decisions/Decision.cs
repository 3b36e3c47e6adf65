using System.Globalization;
using System.Numerics;

namespace Mandate.Tally.Decisions;

/// <summary>The outcome of one threshold over one tally, with the numbers that decided it.</summary>
/// <param name="Holds">Whether the proposal is carried.</param>
/// <param name="Needed">The smallest number of yes that carries it, given the other counts.</param>
/// <param name="Given">The yes votes.</param>
/// <param name="Base">What the share was measured against.</param>
/// <param name="Threshold">The rule.</param>
public sealed record Decision(bool Holds, long Needed, long Given, long Base, Threshold Threshold)
{
    /// <summary>
    /// Decides in exact whole numbers. Every threshold needs at least one yes: a proposal nobody voted for is not carried
    /// because nobody came.
    /// </summary>
    /// <exception cref="ArgumentException">The tally lacks the base that the threshold needs.</exception>
    public static Decision Decide(Threshold threshold, DecisionTally tally)
    {
        var (needed, @base) = threshold switch
        {
            Threshold.Majority t => Above(new(1, 2), tally.CountOf(t.Of)),
            Threshold.MoreThan t => Above(t.Share, tally.CountOf(t.Of)),
            Threshold.AtLeast t => (Ceiling(t.Share, tally.CountOf(t.Of)), tally.CountOf(t.Of)),
            Threshold.All t => (tally.CountOf(t.Of), tally.CountOf(t.Of)),
            Threshold.Unanimous => (tally.VotesCast, tally.VotesCast),
            Threshold.Plurality => (checked(tally.No + 1), tally.VotesCast),
            Threshold.SeatsOf t => (t.Needed, t.Of),
            Threshold.Ratio t => (Math.Max(Ceiling(t.Times, tally.No), checked(tally.No + 1)), tally.VotesCast),
            _ => throw new ArgumentOutOfRangeException(nameof(threshold)),
        };
        needed = Math.Max(needed, 1);
        return new(tally.Yes >= needed, needed, tally.Yes, @base, threshold);
    }

    /// <summary>The numbers in one line: <c>majority of members: 34 given, 51 of 100 needed: not carried</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Threshold}: {Given} given, {Needed} of {Base} needed: {(Holds ? "carried" : "not carried")}");

    internal static long Ceiling(Fraction share, long of) => (long)(share * (BigInteger)of).Ceiling();

    private static (long Needed, long Base) Above(Fraction share, long of) => ((long)(share * (BigInteger)of).Floor() + 1, of);
}
