using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Decisions;

namespace Mandate.Tally.Tests.Decisions;

public sealed class QuorumTests
{
    [Theory]
    [InlineData("1/3", 800, 267)]
    [InlineData("1/2", 9, 5)]
    [InlineData("25", 9000, 25)]
    [InlineData("5%", 101, 6)]
    [InlineData("2/3", 0, 0)]
    public void A_share_is_rounded_up_and_a_number_stands(string rule, long of, long needed)
    {
        Assert.True(Quantity.TryParse(rule, out var quantity));
        var quorum = Quorum.Check(quantity, of, needed);

        Assert.Equal((true, needed), (quorum.Holds, quorum.Needed));
        if (needed > 0) Assert.False(Quorum.Check(quantity, of, needed - 1).Holds);
    }

    [Theory]
    // Debian Constitution 4.2: Q is half the root of the developers, the quorum 3Q, K is Q but at most 5; nothing is rounded before the end.
    [InlineData(1000, 48, 5)]
    [InlineData(400, 30, 5)]
    [InlineData(16, 6, 2)]
    [InlineData(17, 7, 3)]
    public void A_root_quorum_is_not_rounded_before_the_end(long developers, long quorum, long sponsors)
    {
        Assert.Equal(quorum, new Quantity.RootOf(new(3, 2)).Needed(developers));
        Assert.Equal(sponsors, new Quantity.RootOf(new(1, 2), 5).Needed(developers));
    }

    [Fact]
    public void A_root_is_reached_by_its_number_and_by_no_smaller_one() =>
        Prop.ForAll<int, int, int>((a, b, c) =>
        {
            long of = Math.Abs((long)a) * 1_000_003;
            var factor = new Fraction(Math.Abs((long)b) + 1, Math.Abs((long)c) + 1);
            var needed = (Fraction)new Quantity.RootOf(factor).Needed(of);
            var square = factor * factor * of;
            return needed * needed >= square && (needed.Sign == 0 || (needed - 1) * (needed - 1) < square);
        }).QuickCheckThrowOnFailure();
}
