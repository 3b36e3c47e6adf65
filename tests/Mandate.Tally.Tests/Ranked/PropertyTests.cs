using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Tally.Tests.Ranked;

public sealed class PropertyTests
{
    private static readonly TieRule Lot = TieRule.Seed("a published text");

    private static readonly string[] ByTransfer = ["scottish-stv", "wigm-prf", "wigm-prf-batch", "ers97", "ni-stv", "irv", "meek", "meek-prf", "meek-nz", "warren", "senate-ie", "senate-au"];

    private static IEnumerable<RankedMethod> Ranking => Methods.All.OfType<RankedMethod>().Where(m => m.Unfit(new BallotsBuilder().Add(1, 0).Build(["A"])) is null);

    private static Count Count(RankedMethod method, Ballots ballots, int seats) => method.Count(ballots, method.MostSeats == 1 ? 1 : seats, Lot);

    [Fact]
    public void The_order_and_grouping_of_papers_change_nothing_in_any_round() => Prop.ForAll(SmallElection.Any(), election =>
    {
        foreach (var method in Ranking)
        {
            var first = CountJson.Of(Count(method, election.Ballots(), election.Seats)).ToJsonString();
            Assert.Equal(first, CountJson.Of(Count(method, election.Ballots(election.Rankings.Reverse()), election.Seats)).ToJsonString());
            Assert.Equal(first, CountJson.Of(Count(method, election.Grouped(), election.Seats)).ToJsonString());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_places_of_candidates_on_the_paper_change_nobody_elected() => Prop.ForAll(SmallElection.Any(), election =>
    {
        var turned = new BallotsBuilder();
        foreach (var ranking in election.Rankings) turned.Add(1, [.. ranking.Select(c => election.Candidates - 1 - c)]);
        var mirrored = turned.Build(election.Names.Reverse());
        foreach (var method in Ranking.Where(m => m.Name != "schulze-debian")) // there the last on the paper is the default option
            Assert.Equal(Names(method, Count(method, election.Ballots(), election.Seats)), Names(method, Count(method, mirrored, election.Seats)));

        static string Names(RankedMethod method, Count count) => $"{method.Name}: {string.Join(' ', count.ElectedNames.Order(StringComparer.Ordinal))}";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Votes_with_those_exhausted_and_lost_to_rounding_are_the_papers_in_every_round() => Prop.ForAll(SmallElection.Any(), election =>
    {
        foreach (var method in Ranking.Where(m => ByTransfer.Contains(m.Name)))
        {
            var count = Count(method, election.Ballots(), election.Seats);
            foreach (var round in count.Rounds)
                Assert.Equal((Fraction)count.ValidPapers, round.Votes.Aggregate(round.Exhausted + round.Residue, (sum, v) => sum + v));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_seat_is_filled_while_there_are_candidates() => Prop.ForAll(SmallElection.Any(), election =>
    {
        foreach (var method in Ranking.Where(m => m.MostSeats != 1))
        {
            var count = Count(method, election.Ballots(), election.Seats);
            Assert.Equal(election.Seats, count.Elected.Distinct().Count());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_solid_coalition_with_quotas_gets_its_seats() => Prop.ForAll(SmallElection.Any(), election =>
    {
        foreach (var name in new[] { "scottish-stv", "wigm-prf", "meek", "meek-prf", "warren" })
        {
            var elected = Methods.Ranked(name)!.Count(election.Ballots(), election.Seats, Lot).Elected;
            var quota = election.Rankings.Length / (election.Seats + 1) + 1;
            for (var set = 1; set < 1 << election.Candidates; set++)
            {
                var size = int.PopCount(set);
                var solid = election.Rankings.Count(r => r.Length >= size && r[..size].All(c => (set >> c & 1) != 0));
                // One paper more than the quotas covers what the decimals drop.
                var seats = Math.Min(size, (solid - 1) / quota);
                Assert.True(elected.Count(c => (set >> c & 1) != 0) >= seats, $"{name}: {election}");
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clone_changes_nothing_for_Schulze_and_ranked_pairs() => Prop.ForAll(SmallElection.Any(5), election =>
    {
        var cloned = new BallotsBuilder();
        foreach (var (ranking, i) in election.Rankings.Select((r, i) => (r, i)))
            cloned.Add(1, [.. ranking.SelectMany(c => c != 0 ? [c] : i % 3 == 0 ? new[] { election.Candidates, 0 } : [0, election.Candidates])]);
        var clones = cloned.Build([.. election.Names, "A'"]);
        foreach (var name in new[] { "schulze", "schulze-margins", "ranked-pairs", "ranked-pairs-wv" })
        {
            var before = Methods.Ranked(name)!.Count(election.Ballots(), 1, Lot);
            var after = Methods.Ranked(name)!.Count(clones, 1, Lot);
            if (before.Ties.Length + after.Ties.Length > 0) continue;
            Assert.Equal(before.ElectedNames.Single(), after.ElectedNames.Single().TrimEnd('\''));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_Condorcet_winner_is_elected_by_every_method_that_compares_pairs() => Prop.ForAll(SmallElection.Any(), election =>
    {
        if (PairwiseMatrix.Of(election.Ballots()).Winner is not { } winner) return;
        foreach (var name in new[] { "schulze", "schulze-margins", "ranked-pairs", "ranked-pairs-wv", "minimax", "copeland" })
            Assert.Equal(winner, Methods.Ranked(name)!.Count(election.Ballots(), 1, Lot).Elected.Single());
    }).QuickCheckThrowOnFailure();
}
