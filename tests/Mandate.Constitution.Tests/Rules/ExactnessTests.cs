using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Rules;
using Mandate.Tally.Decisions;

namespace Mandate.Constitutions.Tests.Rules;

/// <summary>Majorities and quorums against whole-number arithmetic, at the very vote that makes the difference.</summary>
public sealed class ExactnessTests
{
    private static readonly (long Above, long Below)[] Shares = [(1, 2), (2, 3), (3, 5), (3, 4), (4, 5), (5, 7), (7, 9), (1, 3), (9, 10)];

    private static readonly Lazy<Majority[]> AtLeast = new(() => [.. Shares.Select(s => Parse.Majority($"{s.Above}/{s.Below} of votes cast"))]);

    private static readonly Lazy<Majority[]> MoreThan = new(() => [.. Shares.Select(s => Parse.Majority($"more than {s.Above}/{s.Below} of votes cast"))]);

    private static readonly Lazy<Quantity[]> Quorum = new(() => [.. Shares.Select(s => Parse.Quantity($"{s.Above}/{s.Below} of members"))]);

    [Fact]
    public void A_share_is_reached_just_where_the_products_say_so() =>
        Prop.ForAll<int, uint, uint>((which, yes, no) =>
        {
            var i = Math.Abs(which % Shares.Length);
            var (above, below) = Shares[i];
            var tally = new DecisionTally(yes, no);
            var cast = (long)yes + no;
            return Majorities.Decide(AtLeast.Value[i], tally).Holds == (cast > 0 && yes * below >= above * cast)
                && Majorities.Decide(MoreThan.Value[i], tally).Holds == (cast > 0 && yes * below > above * cast);
        }).QuickCheckThrowOnFailure();

    /// <summary>Just on the line: <c>k·a</c> of <c>k·b</c> is at least a/b and not more than it; one vote makes the difference.</summary>
    [Fact]
    public void On_the_line_one_vote_makes_the_difference() =>
        Prop.ForAll<int, ushort>((which, times) =>
        {
            var i = Math.Abs(which % Shares.Length);
            var (above, below) = Shares[i];
            var k = times + 1L;
            var (yes, cast) = (k * above, k * below);
            return Majorities.Decide(AtLeast.Value[i], new(yes, cast - yes)).Holds
                && !Majorities.Decide(MoreThan.Value[i], new(yes, cast - yes)).Holds
                && !Majorities.Decide(AtLeast.Value[i], new(yes - 1, cast - yes + 1)).Holds
                && Majorities.Decide(MoreThan.Value[i], new(yes + 1, cast - yes - 1)).Holds == (yes + 1) * below > above * cast;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quorum_is_the_least_whole_number_that_is_not_below_the_share() =>
        Prop.ForAll<int, uint>((which, members) =>
        {
            var i = Math.Abs(which % Shares.Length);
            var (above, below) = Shares[i];
            var needed = Quantities.Needed(Quorum.Value[i], new() { Members = members });
            return needed * below >= above * (long)members && (needed == 0 || (needed - 1) * below < above * (long)members);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cap_and_a_quorum_of_the_same_share_differ_by_at_most_one() =>
        Prop.ForAll<int, ushort>((which, members) =>
        {
            var i = Math.Abs(which % Shares.Length);
            var sizes = new Sizes { Members = members };
            var between = Quantities.Needed(Quorum.Value[i], sizes) - Quantities.AtMost(Quorum.Value[i], sizes);
            return between == (members * Shares[i].Above % Shares[i].Below == 0 ? 0 : 1);
        }).QuickCheckThrowOnFailure();
}
