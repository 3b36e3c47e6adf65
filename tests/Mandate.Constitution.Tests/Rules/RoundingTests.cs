using Mandate.Constitutions.Rules;
using Mandate.Tally.Decisions;

namespace Mandate.Constitutions.Tests.Rules;

/// <summary>Published rounding of majorities and quorums: K8s steering charter, PEP 13, Debian constitution 4.2 and A.5, ASF bylaws, IETF nominations.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData("majority of seats", 7, 4)]
    [InlineData("2/3 of seats", 7, 5)]
    [InlineData("3/4 of seats", 7, 6)]
    [InlineData("2/3 of seats", 5, 4)]
    [InlineData("7 of 10 seats", 10, 7)]
    [InlineData("all of seats", 9, 9)]
    [InlineData("75% of seats", 20, 15)]
    [InlineData("more than 1/2 of seats", 8, 5)]
    [InlineData("1/2 of seats", 8, 4)]
    [InlineData("majority of seats", 801, 401)]
    public void A_majority_of_seats_needs_this_many(string majority, long seats, long needed)
    {
        var rule = Parse.Majority(majority);
        Assert.True(Majorities.Decide(rule, new(needed, 0, seats: seats)).Holds);
        Assert.False(Majorities.Decide(rule, new(needed - 1, 0, seats: seats)).Holds);
    }

    [Theory]
    [InlineData("1/3 of members", 800, 267)]
    [InlineData("10% of members", 24000, 2400)]
    [InlineData("1% of members", 101, 2)]
    [InlineData("25 members", 3, 25)]
    [InlineData("1/2 square root of members", 1000, 16)]
    [InlineData("3/2 square root of members", 1000, 48)]
    [InlineData("1/2 square root of members", 400, 10)]
    [InlineData("3/2 square root of members", 400, 30)]
    [InlineData("square root of members", 2, 2)]
    public void A_quantity_of_members_needs_this_many(string quantity, long members, long needed) =>
        Assert.Equal(needed, Quantities.Needed(Parse.Quantity(quantity), new() { Members = members }));

    [Theory]
    [InlineData("1/3 of members", 800, 266)]
    [InlineData("10% of members", 25, 2)]
    [InlineData("3 members", 100, 3)]
    [InlineData("square root of members", 2, 1)]
    [InlineData("square root of members", 9, 3)]
    public void A_cap_allows_this_many(string quantity, long members, long allowed) =>
        Assert.Equal(allowed, Quantities.AtMost(Parse.Quantity(quantity), new() { Members = members }));

    [Fact]
    public void Abstentions_count_in_present_and_not_in_votes_cast()
    {
        var tally = new DecisionTally(40, 30, abstain: 30, present: 100);
        Assert.True(Majorities.Decide(Parse.Majority("majority of votes cast"), tally).Holds);
        Assert.False(Majorities.Decide(Parse.Majority("majority of present"), tally).Holds);
    }

    [Fact]
    public void A_share_of_an_unknown_number_is_not_answered() =>
        Assert.Throws<ArgumentException>(() => Quantities.Needed(Parse.Quantity("10% of members"), new()));

    [Fact]
    public void Quorum_is_tested_at_the_opening_and_at_each_vote()
    {
        var congress = Parse.Read(Examples.UnionFederation).Bodies["congress"];
        var sizes = new Sizes { Seats = 241 };
        Assert.Equal((161L, "bodies.congress.quorum.opening"), (Quorums.Opening(congress, sizes, 160).Needs, Quorums.Opening(congress, sizes, 160).Clause.Path));
        Assert.False(Quorums.Opening(congress, sizes, 160).Holds);
        Assert.False(Quorums.EachVote(congress, sizes, 120).Holds);
        Assert.True(Quorums.EachVote(congress, sizes, 121).Holds);
    }
}
