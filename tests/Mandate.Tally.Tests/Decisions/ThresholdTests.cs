using Mandate.Tally.Decisions;

namespace Mandate.Tally.Tests.Decisions;

public sealed class ThresholdTests
{
    [Theory]
    // Published charters: Kubernetes steering (7 seats), PEP 13, the ASF's board and members, the IETF's nominating committee.
    [InlineData("majority of seats", 7, 4)]
    [InlineData("2/3 of seats", 7, 5)]
    [InlineData("3/4 of seats", 7, 6)]
    [InlineData("2/3 of seats", 5, 4)]
    [InlineData("majority of seats", 267, 134)]
    [InlineData("majority of seats", 5, 3)]
    [InlineData("majority of seats", 8, 5)]
    [InlineData("more than 2/3 of seats", 9, 7)]
    [InlineData("2/3 of seats", 9, 6)]
    [InlineData("7 of 10 seats", 10, 7)]
    [InlineData("all of seats", 9, 9)]
    [InlineData("2.5% of seats", 41, 2)]
    public void The_needed_number_is_the_smallest_that_satisfies_the_words(string rule, long seats, long needed)
    {
        var below = Decision.Decide(Threshold.Parse(rule), new(needed - 1, 0, seats: seats));
        var at = Decision.Decide(Threshold.Parse(rule), new(needed, 0, seats: seats));

        Assert.Equal((false, needed), (below.Holds, below.Needed));
        Assert.Equal((true, needed), (at.Holds, at.Needed));
    }

    [Theory]
    [InlineData("majority of votes cast", 51, 49, 20, true)]
    [InlineData("majority of votes cast", 50, 50, 0, false)]
    [InlineData("majority of present", 51, 49, 20, false)]
    [InlineData("majority of present", 61, 39, 20, true)]
    [InlineData("unanimous", 1, 0, 99, true)]
    [InlineData("unanimous", 99, 1, 0, false)]
    [InlineData("unanimous", 0, 0, 50, false)]
    [InlineData("plurality", 2, 1, 97, true)]
    [InlineData("plurality", 2, 2, 0, false)]
    [InlineData("2/3 of votes cast", 0, 0, 10, false)]
    public void Abstentions_count_among_those_present_and_not_among_votes_cast(string rule, long yes, long no, long abstain, bool holds) =>
        Assert.Equal(holds, Decision.Decide(Threshold.Parse(rule), new(yes, no, abstain, present: yes + no + abstain)).Holds);

    [Fact]
    public void A_ratio_with_nobody_against_still_needs_one_vote()
    {
        var ratio = new Threshold.Ratio(3);

        Assert.False(Decision.Decide(ratio, new(0, 0)).Holds);
        Assert.True(Decision.Decide(ratio, new(1, 0)).Holds);
        Assert.False(Decision.Decide(ratio, new(29, 10)).Holds);
        Assert.True(Decision.Decide(ratio, new(30, 10)).Holds);
        Assert.False(Decision.Decide(new Threshold.Ratio(1), new(10, 10)).Holds);
    }

    [Fact]
    public void A_base_that_is_not_known_is_never_taken_for_zero() =>
        Assert.Contains("members", Assert.Throws<ArgumentException>(
            () => Decision.Decide(Threshold.Parse("majority of members"), new(5, 0))).Message, StringComparison.Ordinal);

    [Fact]
    public void More_votes_than_people_in_the_hall_are_refused() =>
        Assert.Throws<ArgumentException>(() => new DecisionTally(5, 3, 2, present: 9));

    [Theory]
    [InlineData("unanimous")]
    [InlineData("plurality")]
    [InlineData("majority of votes cast")]
    [InlineData("more than 1/2 of members")]
    [InlineData("2/3 of units")]
    [InlineData("all of present")]
    [InlineData("7 of 10 seats")]
    public void The_canonical_text_reads_back(string text) => Assert.Equal(text, Threshold.Parse(text).ToString());

    [Theory]
    [InlineData("majority")]
    [InlineData("majority of voters")]
    [InlineData("3/2 of votes cast")]
    [InlineData("0% of members")]
    [InlineData("more than 1/1 of members")]
    [InlineData("8 of 7 seats")]
    [InlineData("0 of 7 seats")]
    [InlineData("two thirds of votes cast")]
    [InlineData("1/0 of members")]
    [InlineData("-1/2 of members")]
    public void A_wrong_threshold_is_refused_with_what_would_be_right(string text)
    {
        Assert.False(Threshold.TryParse(text, out _, out var error));
        Assert.Matches("expected|needs", error);
    }
}
