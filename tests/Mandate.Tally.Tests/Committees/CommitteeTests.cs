using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Committees;

namespace Mandate.Tally.Tests.Committees;

public sealed class CommitteeTests
{
    private static readonly Gen<(ApprovalProfile Profile, int Seats)> Elections =
        from candidates in Gen.Choose(2, 7)
        from voters in Gen.Choose(1, 12)
        from ballots in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, candidates - 1)), voters)
        from seats in Gen.Choose(1, candidates)
        select (ApprovalProfile.Of(candidates, ballots.Select(b => b.Distinct())), seats);

    private static void Holds(Func<ApprovalProfile, int, bool> property) =>
        Prop.ForAll(Elections.ToArbitrary(), e => property(e.Profile, e.Seats)).QuickCheckThrowOnFailure();

    private static int[] Order(ApprovalProfile profile) => [.. Enumerable.Range(0, profile.Candidates)];

    [Fact]
    public void The_elected_committee_is_one_of_all_tied_ones_whatever_the_order() => Holds((profile, seats) =>
        Enum.GetValues<CommitteeRule>().All(rule =>
        {
            var all = CommitteeElection.All(rule, profile, seats);
            return new[] { Order(profile), [.. Order(profile).Reverse()] }.All(order =>
            {
                var members = CommitteeElection.Elect(rule, profile, seats, order).Members;
                return members.Length == seats && all.Committees.Any(c => c.SequenceEqual(members));
            });
        }));

    [Fact]
    public void Branch_and_bound_finds_what_trying_every_committee_finds() => Holds((profile, seats) =>
        new[] { CommitteeRule.ProportionalApproval, CommitteeRule.SainteLagueApproval, CommitteeRule.ChamberlinCourant }.All(rule =>
        {
            var every = Enumerable.Range(0, 1 << profile.Candidates)
                .Select(m => Order(profile).Where(c => (m >> c & 1) != 0).ToImmutableArray()).Where(c => c.Length == seats).ToList();
            var best = every.Max(c => CommitteeElection.Score(rule, profile, c)!.Value);
            var tied = every.Where(c => CommitteeElection.Score(rule, profile, c) == best).ToList();
            var found = CommitteeElection.All(rule, profile, seats).Committees;
            var first = CommitteeElection.Elect(rule, profile, seats, Order(profile));
            return tied.Count == found.Length && tied.All(t => found.Any(f => f.SequenceEqual(t))) && first.Score == best
                && first.Members.SequenceEqual(found[0]);
        }));

    [Fact]
    public void Renaming_the_candidates_renames_the_committees() => Holds((profile, seats) =>
    {
        var renamed = ApprovalProfile.Of(
            profile.Candidates, profile.Ballots.Select(b => b with { Approved = [.. b.Approved.Select(c => profile.Candidates - 1 - c)] }));
        return Enum.GetValues<CommitteeRule>().All(rule =>
            CommitteeElection.All(rule, renamed, seats).Committees
                .Select(c => string.Join(' ', c.Select(m => profile.Candidates - 1 - m).Order())).Order(StringComparer.Ordinal)
                .SequenceEqual(CommitteeElection.All(rule, profile, seats).Committees.Select(c => string.Join(' ', c)).Order(StringComparer.Ordinal)));
    });

    [Fact]
    public void A_weight_counts_like_as_many_equal_ballots() => Holds((profile, seats) =>
    {
        var one = ApprovalProfile.Of(profile.Candidates, profile.Ballots.SelectMany(b => Enumerable.Repeat(b.Approved.AsEnumerable(), (int)b.Weight)));
        return one.Ballots.Length == profile.Ballots.Length && one.Voters == profile.Voters
            && Enum.GetValues<CommitteeRule>().All(r =>
                CommitteeElection.All(r, one, seats).Committees.Select(c => string.Join(' ', c))
                    .SequenceEqual(CommitteeElection.All(r, profile, seats).Committees.Select(c => string.Join(' ', c))));
    });

    /// <summary>Extended justified representation (Aziz et al. 2017): l/k of the voters who agree on l candidates hold somebody with l elected.</summary>
    [Fact]
    public void Proportional_approval_and_equal_shares_represent_every_cohesive_group() => Holds((profile, seats) =>
        new[] { CommitteeRule.ProportionalApproval, CommitteeRule.EqualShares, CommitteeRule.EqualSharesThenApproval }.All(rule =>
        {
            var elected = CommitteeElection.Elect(rule, profile, seats, Order(profile)).Members;
            return Enumerable.Range(1, (1 << profile.Candidates) - 1).All(mask =>
            {
                var agreed = Order(profile).Where(c => (mask >> c & 1) != 0).ToList();
                if (agreed.Count > seats) return true;
                var unsatisfied = profile.Ballots
                    .Where(b => agreed.All(c => b.Approved.Contains(c)) && b.Approved.Count(c => elected.Contains(c)) < agreed.Count)
                    .Sum(b => b.Weight);
                return unsatisfied * seats < agreed.Count * profile.Voters;
            });
        }));

    [Fact]
    public void A_tie_that_the_order_decided_is_on_the_record()
    {
        var steps = CommitteeElection.Elect(CommitteeRule.Phragmen, ApprovalProfile.Of(3, [[0], [1], [1], [2], [2]]), 2, [2, 1, 0]).Steps;

        Assert.Equal((2, 1), (steps[0].Candidate, steps[1].Candidate));
        Assert.Equal([1, 2], steps[0].Tied);
        Assert.Equal(new Fraction(1, 2), steps[0].Score);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("1 1")]
    public void A_ballot_for_an_unknown_candidate_or_one_twice_is_refused(string ballot) =>
        Assert.Throws<ArgumentException>(() => ApprovalProfile.Of(3, [ballot.Split(' ').Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))]));

    [Fact]
    public void More_seats_than_candidates_are_refused_and_a_large_tie_says_it_was_cut_off()
    {
        Assert.Throws<ArgumentException>(() => CommitteeElection.All(CommitteeRule.Approval, ApprovalProfile.Of(2, [[0]]), 3));
        foreach (var rule in new[] { CommitteeRule.ChamberlinCourant, CommitteeRule.Approval })
            Assert.False(CommitteeElection.All(rule, ApprovalProfile.Of(20, [[0]]), 6, 50).Complete);
    }
}
