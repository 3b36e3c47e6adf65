using System.Collections.Immutable;
using Mandate.Tally.Decisions;

namespace Mandate.Tally.Tests.Decisions;

public sealed class CompoundDecisionTests
{
    private static readonly Threshold Majority = Threshold.Parse("majority of votes cast");

    [Fact]
    public void A_double_majority_fails_when_the_units_reject_what_the_people_accept()
    {
        // Twenty whole and six half cantons: 46 halves, and 23 of them are not a majority.
        var units = Enumerable.Range(0, 26).Select(i => new UnitVote($"u{i}", i < 20 ? 2 : 1, i < 11 ? new(900, 100) : i < 12 ? new(0, 0) : new(49, 51)));
        var tally = UnitVotes.Accepting(units, Majority);
        var combined = CombinedDecision.AllOf(
            new DecisionPart("people", Decision.Decide(Majority, new(10_000, 2_000))),
            new DecisionPart("units", Decision.Decide(Threshold.Parse("majority of units"), tally)));

        Assert.Equal((22, 22, 46), (tally.Yes, tally.No, tally.Units));
        Assert.False(combined.Holds);
        Assert.Equal("units", Assert.Single(combined.Failed).Name);
        Assert.Equal(24, combined.Failed.Single().Decision.Needed);
    }

    [Fact]
    public void A_part_without_its_quorum_fails_and_no_parts_decide_nothing()
    {
        var decision = Decision.Decide(Majority, new(9, 0));
        var absent = new DecisionPart("chamber", decision, Quorum.Check(new Quantity.ShareOf(new(1, 2)), 19, 9));

        Assert.False(CombinedDecision.AllOf(absent).Holds);
        Assert.True(CombinedDecision.AnyOf(absent, new DecisionPart("referendum", decision)).Holds);
        Assert.False(CombinedDecision.AllOf().Holds);
    }

    [Fact]
    public void A_block_vote_casts_the_whole_weight_and_a_proportional_one_splits_it()
    {
        UnitVote[] units = [new("a", 10, new(51, 49)), new("b", 4, new(1, 99)), new("c", 3, new(5, 5))];

        var (whole, _) = UnitVotes.Blocks(units, BlockRule.WholeBlock);
        var (split, casts) = UnitVotes.Blocks(units, BlockRule.Proportional);

        Assert.Equal((10, 4, 3), (whole.Yes, whole.No, whole.Abstain));
        Assert.Equal([new("a", 5, 5, 0), new("b", 0, 4, 0), new UnitCast("c", 1, 1, 1)], casts);
        Assert.Equal((6, 10, 1), (split.Yes, split.No, split.Abstain));
    }

    [Fact]
    public void Weights_add_up_and_nobody_votes_twice()
    {
        var tally = WeightedVotes.Count([new("a", 5, Choice.Yes), new("b", 3, Choice.No), new("c", 2, Choice.Abstain)], present: 10);

        Assert.Equal((5, 3, 2), (tally.Yes, tally.No, tally.Abstain));
        Assert.Throws<ArgumentException>(() => WeightedVotes.Count([new("a", 1, Choice.Yes), new("a", 1, Choice.Yes)]));
        Assert.Throws<ArgumentException>(() => WeightedVotes.Count([new("a", -1, Choice.Yes)]));
        Assert.Throws<OverflowException>(() => WeightedVotes.Count([new("a", long.MaxValue, Choice.Yes), new("b", 1, Choice.Yes)]));
    }

    [Fact]
    public void Candidates_need_the_threshold_and_seats_nobody_reaches_stay_empty()
    {
        CandidateVote[] votes = [new("a", new(60, 40)), new("b", new(80, 20)), new("c", new(60, 40)), new("d", new(10, 90)), new("e", new(60, 50))];
        CandidateStanding[] Standing(int seats) =>
            [.. CandidateVotes.Decide(votes, Majority, seats).OrderBy(r => r.Candidate, StringComparer.Ordinal).Select(r => r.Standing)];

        Assert.Equal([CandidateStanding.TiedForLastSeat, CandidateStanding.Elected, CandidateStanding.TiedForLastSeat, CandidateStanding.NotReached, CandidateStanding.NoSeatLeft], Standing(2));
        Assert.Equal([CandidateStanding.Elected, CandidateStanding.Elected, CandidateStanding.Elected, CandidateStanding.NotReached, CandidateStanding.Elected], Standing(5));
    }

    [Fact]
    public void Ballots_are_repeated_until_somebody_has_a_majority()
    {
        var rule = new RepeatedBallots(Majority, 3, NextField.DropLowest, LastIsRelative: true);
        var first = Ballot(("a", 40), ("b", 35), ("c", 25));
        var second = Ballot(("a", 45), ("b", 45));
        var third = Ballot(("a", 44), ("b", 45));

        Assert.Equal(["a", "b"], Assert.IsType<RepeatedBallotStep.Again>(rule.Next([first])).Candidates);
        Assert.Equal(3, Assert.IsType<RepeatedBallotStep.Again>(rule.Next([first, second])).Ballot);
        Assert.Equal("b", Assert.IsType<RepeatedBallotStep.Elected>(rule.Next([first, second, third])).Candidate);
        Assert.Equal(["a", "b"], Assert.IsType<RepeatedBallotStep.Tied>(rule.Next([first, second, second])).Candidates);
        Assert.IsType<RepeatedBallotStep.Nobody>((rule with { Ballots = 2, LastIsRelative = false }).Next([first, second]));
    }

    [Fact]
    public void An_equal_vote_across_the_cut_is_a_tie_and_a_ballot_of_others_is_refused()
    {
        var rule = new RepeatedBallots(Threshold.Parse("majority of members"), 2, NextField.TopTwo, LastIsRelative: false);
        var first = Ballot(("a", 40), ("b", 30), ("c", 30)) with { Members = 100 };

        Assert.Equal(["b", "c"], Assert.IsType<RepeatedBallotStep.Tied>(rule.Next([first])).Candidates);
        Assert.Throws<ArgumentException>(() => rule.Next([first with { Votes = first.Votes.SetItem("b", 31) }, Ballot(("a", 1), ("d", 2)) with { Members = 100 }]));
    }

    private static SeatBallot Ballot(params (string Name, long Votes)[] votes) =>
        new(votes.ToImmutableSortedDictionary(v => v.Name, v => v.Votes, StringComparer.Ordinal));
}
