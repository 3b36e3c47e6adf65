using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>Papers and elections at the edge: every method ends, and says what it could not do.</summary>
public sealed class OddPapersTests
{
    private static readonly TieRule Lot = TieRule.Seed("drawn");

    public static TheoryData<string> Ranked => [.. Methods.All.OfType<RankedMethod>().Where(m => m.Unfit(new BallotsBuilder().Add(1, 0).Build(["A"])) is null).Select(m => m.Name)];

    private static Count Count(string method, Ballots ballots, int seats)
    {
        var by = Methods.Ranked(method)!;
        return by.Count(ballots, Math.Min(seats, by.MostSeats ?? seats), Lot);
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void No_papers_at_all_end_in_seats_filled_by_lot(string method)
    {
        var count = Count(method, new BallotsBuilder().Build(["A", "B", "C"]), 2);
        Assert.Equal(count.Seats, count.Elected.Length);
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void Blank_papers_are_not_valid(string method)
    {
        var count = Count(method, new BallotsBuilder().Add(5).Add(1, 1).Build(["A", "B", "C"]), 1);
        Assert.Equal((6, 1), (count.Papers, count.ValidPapers));
        Assert.Equal(["B"], method == "schulze-debian" ? ["B"] : count.ElectedNames);
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void Nobody_standing_elects_nobody(string method) =>
        Assert.Empty(Count(method, new BallotsBuilder().Add(1, 0, 1).Build(["A", "B"]).With(withdrawn: [0, 1]), 1).Elected);

    [Theory]
    [MemberData(nameof(Ranked))]
    public void More_seats_than_candidates_elect_all_and_say_so(string method)
    {
        var by = Methods.Ranked(method)!;
        if (by.MostSeats == 1) return;
        var count = by.Count(new BallotsBuilder().Add(3, 0, 1).Add(2, 1).Build(["A", "B"]), 4, Lot);
        Assert.Equal(2, count.Elected.Length);
        Assert.NotEmpty(count.Warnings);
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void Equal_and_empty_ranks_withdrawn_candidates_and_weights_end_in_a_result(string method) => Prop.ForAll(
        Arb.From(
            from candidates in Gen.Choose(1, 5)
            from seats in Gen.Choose(1, 4)
            from withdrawn in Gen.Choose(0, candidates)
            from papers in Gen.ArrayOf(
                from marks in Gen.Shuffle(Enumerable.Range(0, candidates).ToArray())
                from length in Gen.Choose(0, candidates)
                from joins in Gen.ArrayOf(Gen.Choose(0, 4), candidates)
                from weight in Gen.Choose(0, 1000)
                select (marks[..length], joins, weight))
            select (candidates, seats, withdrawn, papers)),
        election =>
        {
            var papers = new BallotsBuilder();
            foreach (var (marks, joins, weight) in election.papers)
            {
                var ranks = new List<List<int>>();
                for (var i = 0; i < marks.Length; i++)
                {
                    if (joins[i] == 0) ranks.Add([]);
                    if (joins[i] == 1 && ranks is [.., { Count: > 0 }]) ranks[^1].Add(marks[i]);
                    else ranks.Add([marks[i]]);
                }
                papers.AddRanks(weight, ranks);
            }
            var ballots = papers.Build(Enumerable.Range(0, election.candidates).Select(c => $"{(char)('A' + c)}"))
                .With(withdrawn: election.withdrawn == election.candidates ? [] : [election.withdrawn]);
            var count = Count(method, ballots, election.seats);
            Assert.Null(count.Undecided);
            Assert.True(count.Elected.Distinct().Count() == count.Elected.Length && count.Elected.All(ballots.Stands));
            Assert.NotEmpty(CountHtml.Page(count));
            foreach (var round in count.Rounds.Where(_ => Methods.Ranked(method)!.Family == "single transferable vote"))
                Assert.Equal((Fraction)count.ValidPapers, round.Votes.Aggregate(round.Exhausted + round.Residue, (sum, v) => sum + v));
        }).QuickCheckThrowOnFailure();
}
