using System.Collections.Immutable;
using Mandate.Constitutions.Rules;
using Mandate.Tally.Decisions;

namespace Mandate.Constitutions.Tests.Rules;

public sealed class RuleDecisionTests
{
    private static readonly Rule Double = Parse.Rule("{all_of: [{body: meeting, rule: 2/3 of votes cast}, {referendum: members, rule: majority of votes cast, quorum: 10% of members}]}");

    [Fact]
    public void A_double_majority_stays_open_until_both_have_voted()
    {
        var evidence = new Evidence { Bodies = Of("meeting", new(67, 33)), Sizes = new() { Members = 1000 } };
        var half = RuleDecision.Decide(Double, evidence);
        Assert.Equal(Standing.Open, half.Standing);
        Assert.Equal("amend.ordinary.rule.all_of[1]", Assert.Single(half.Wanting).Clause.Path);
        Assert.Equal(Standing.Holds, RuleDecision.Decide(Double, evidence with { Referendums = Of("members", new(60, 40)) }).Standing);
    }

    [Fact]
    public void One_part_that_fails_fails_the_whole_at_once()
    {
        var failed = RuleDecision.Decide(Double, new Evidence { Bodies = Of("meeting", new(66, 34)), Sizes = new() { Members = 1000 } });
        Assert.Equal(Standing.Fails, failed.Standing);
        var part = Assert.Single(failed.Wanting);
        Assert.Equal((67L, 66L), (part.Needs, part.Given));
    }

    [Fact]
    public void A_referendum_below_its_quorum_fails_whatever_the_votes()
    {
        var answer = RuleDecision.Decide(Double, new Evidence { Bodies = Of("meeting", new(1, 0)), Referendums = Of("members", new(99, 0)), Sizes = new() { Members = 1000 } });
        Assert.Equal(Standing.Fails, answer.Standing);
        Assert.Equal("amend.ordinary.rule.all_of[1].quorum", answer.Parts[1].Quorum!.Clause.Path);
    }

    [Fact]
    public void A_petition_that_is_short_can_still_grow()
    {
        var rule = Parse.Rule("{any_of: [{petition: 5% of members}, {body: meeting, rule: majority of votes cast}]}");
        var evidence = new Evidence { Signatures = 49, Sizes = new() { Members = 1000 } };
        Assert.Equal(Standing.Open, RuleDecision.Decide(rule, evidence with { Bodies = Of("meeting", new(0, 1)) }).Standing);
        Assert.Equal(Standing.Holds, RuleDecision.Decide(rule, evidence with { Signatures = 50 }).Standing);
    }

    [Fact]
    public void Units_are_counted_by_their_kind()
    {
        var constitution = Parse.Read(Examples.UnionFederation);
        var demand = constitution.Bodies["congress"].Convene!.OnDemandOf[1];
        var sizes = new Sizes { Units = ImmutableSortedDictionary<string, long>.Empty.Add("branch", 121).Add("region", 6), SmallestUnit = Quantities.SmallestUnit(constitution) };
        Assert.Equal("branch", sizes.SmallestUnit);
        Evidence Said(long branches) => new() { Units = ImmutableSortedDictionary<string, long>.Empty.Add("branch", branches), Sizes = sizes };
        Assert.Equal(Standing.Open, RuleDecision.Decide(demand, Said(40)).Standing);
        Assert.Equal(Standing.Holds, RuleDecision.Decide(demand, Said(41)).Standing);
    }

    private static ImmutableSortedDictionary<string, DecisionTally> Of(string id, DecisionTally tally) =>
        ImmutableSortedDictionary.Create<string, DecisionTally>(StringComparer.Ordinal).Add(id, tally);
}
