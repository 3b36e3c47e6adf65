using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Apportionment;

namespace Mandate.Tally.Tests.Apportionment;

public sealed class ApportionmentTests
{
    private static readonly Gen<(BigInteger[] Votes, int Seats)> Elections =
        from count in Gen.Choose(1, 7)
        from scale in Gen.Elements(5, 60, 100_000)
        from votes in Gen.ArrayOf(Gen.Choose(0, scale), count)
        from seats in Gen.Choose(0, 40)
        select (votes.Select(v => (BigInteger)v).ToArray(), seats);

    private static void Holds(Func<BigInteger[], int, bool> property) =>
        Prop.ForAll(Elections.ToArbitrary(), e => property(e.Votes, e.Seats)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_seat_is_given_tied_or_left_unfilled() => Holds((votes, seats) =>
        Enum.GetValues<Divisor>().Select(d => HighestAverages.Apportion(d, votes, seats))
            .Concat(Enum.GetValues<LargestRemainderQuota>().Select(q => LargestRemainder.Apportion(q, votes, seats)))
            .All(a => a.Certain.Sum() + (a.Tie?.Seats ?? 0) + a.Unfilled == seats
                && (a.Tie is not { } tie || (tie.Seats > 0 && tie.Claimants.Length > tie.Seats))
                && (a.Unfilled == 0 || votes.All(v => v.IsZero))));

    [Fact]
    public void DHondt_gives_everyone_the_whole_part_of_their_share() => Holds((votes, seats) =>
    {
        var all = votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var found = HighestAverages.Apportion(Divisor.DHondt, votes, seats);
        // A list whose exact share is whole may wait in a tie for its last seat only if others equal it, which they cannot below it.
        return all.IsZero || votes.Select((v, i) => found.Certain[i] >= v * seats / all).All(x => x);
    });

    [Fact]
    public void A_larger_house_takes_no_seat_from_anybody_under_a_divisor_method() => Holds((votes, seats) =>
        Enum.GetValues<Divisor>().All(d =>
            HighestAverages.Apportion(d, votes, seats).Certain.Zip(HighestAverages.Apportion(d, votes, seats + 1).Certain).All(p => p.First <= p.Second)));

    [Fact]
    public void Largest_remainders_can_take_a_seat_when_the_house_grows()
    {
        // The Alabama paradox, small: the third list loses its seat when the house grows from 10 to 11.
        BigInteger[] votes = [6, 6, 2];
        Assert.Equal([4, 4, 2], LargestRemainder.Apportion(LargestRemainderQuota.Hare, votes, 10).Certain);
        Assert.Equal([5, 5, 1], LargestRemainder.Apportion(LargestRemainderQuota.Hare, votes, 11).Certain);
    }

    [Fact]
    public void The_quotient_queue_equals_the_plain_search_for_the_best_quotient() => Holds((votes, seats) =>
    {
        var found = HighestAverages.Apportion(Divisor.SainteLague, votes, seats);
        var held = new int[votes.Length];
        for (var seat = 0; seat < seats && votes.Any(v => v.Sign > 0); seat++)
        {
            var best = 0;
            for (var i = 1; i < votes.Length; i++)
                if (new Fraction(votes[i], 2 * held[i] + 1) > new Fraction(votes[best], 2 * held[best] + 1)) best = i;
            held[best]++;
        }
        return found.Resolve(Enumerable.Range(0, votes.Length)).SequenceEqual(held);
    });

    [Fact]
    public void Equal_claims_to_the_last_seat_are_reported_and_resolved_by_the_stated_order()
    {
        var found = HighestAverages.Apportion(Divisor.DHondt, [12, 12, 11, 12], 2);

        Assert.Equal([0, 0, 0, 0], found.Certain);
        Assert.Equal([0, 1, 3], found.Tie!.Claimants);
        Assert.Equal([0, 1, 0, 1], found.Resolve([3, 2, 1, 0]));
        Assert.Throws<ArgumentException>(() => found.Resolve([3, 2]));
    }

    [Fact]
    public void Minimums_and_maximums_are_kept_and_the_rest_stays_proportional()
    {
        foreach (var divisor in Enum.GetValues<Divisor>())
            Assert.Equal([3, 2, 1], HighestAverages.Apportion(divisor, [100, 7, 1], 6, SeatLimits.ForAll(3, 1, 3)).Resolve([1]));
        Assert.Equal([4, 1, 1], LargestRemainder.Apportion(LargestRemainderQuota.Hare, [100, 7, 1], 6, SeatLimits.ForAll(3, 1)).Certain);
        Assert.Equal(3, HighestAverages.Apportion(Divisor.DHondt, [5, 5], 9, SeatLimits.ForAll(2, 0, 3)).Unfilled);
        Assert.Throws<ArgumentException>(() => HighestAverages.Apportion(Divisor.DHondt, [5, 5], 1, SeatLimits.ForAll(2, 1)));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(99, 1, 1, 1)]
    [InlineData(150, 1, 2, 1)]
    [InlineData(151, 1, 2, 2)]
    [InlineData(200, 2, 2, 2)]
    [InlineData(999_999, 5, 5, 5)]
    public void A_delegate_key_counts_full_begun_or_more_than_half_hundreds(long members, int full, int begun, int moreThanHalf)
    {
        Assert.Equal(full, DelegateKey.PerMembers(100, 1, 5).DelegatesOf(members));
        Assert.Equal(begun, DelegateKey.PerMembers(100, 1, 5, KeyRounding.Begun).DelegatesOf(members));
        Assert.Equal(moreThanHalf, DelegateKey.PerMembers(100, 1, 5, KeyRounding.MoreThanHalf).DelegatesOf(members));
    }

    [Fact]
    public void An_equal_key_gives_every_unit_the_same_and_an_empty_one_nothing() =>
        Assert.Equal([3, 3, 0], DelegateKey.SameForAll(3).DelegatesOf([1, 90_000, 0]));
}
