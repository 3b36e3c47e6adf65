using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Sortition;

namespace Mandate.Tally.Tests.Sortition;

public sealed class LotteryTests
{
    private static SortitionPool Pool(string json)
    {
        using var read = JsonDocument.Parse(json);
        return SortitionReader.Read(read.RootElement).Value!;
    }

    private const string Boards = """
        {"features": {"port": {"north": [1, 2], "south": [1, 2]}}, "seats": 3,
         "people": {"ann": {"port": "north"}, "bob": {"port": "north"}, "cyd": {"port": "south"}, "dov": {"port": "south"}, "eve": {"port": "south"}},
         "household": {"cyd": "7", "dov": "7"}}
        """;

    [Fact]
    public void Chances_add_up_to_the_seats_and_every_panel_meets_the_quotas()
    {
        Prop.ForAll<int, int, int>((a, b, c) =>
        {
            var people = Enumerable.Range(0, 4 + Math.Abs(a % 9)).Select(i => new PoolMember(
                $"p{i:D2}", ImmutableDictionary<string, string>.Empty.Add("x", $"{(i * 7 + Math.Abs(b % 5)) % 3}").Add("y", $"{(i * i + Math.Abs(c % 7)) % 2}"), i % 4 == 0 ? $"h{i / 8}" : null)).ToList();
            Quota[] quotas = [new("x", "0", 0, 2), new("x", "1", 0, 2), new("x", "2", Math.Abs(c % 2), 2), new("y", "0", 1, 3), new("y", "1", 0, 2)];
            var pool = SortitionPool.Of(people, quotas, 3).Pool!;
            if (LotterySolver.Solve(pool) is not { Lottery: { } lottery }) return !All(people, quotas).Any();
            var reachable = All(people, quotas).SelectMany(p => p).Distinct().ToList();
            return lottery.Proved == Fairness.Leximin
                && lottery.Chances.Aggregate(Fraction.Zero, (s, p) => s + p.Chance) == 3
                && lottery.Panels.Aggregate(Fraction.Zero, (s, p) => s + p.Chance) == 1
                && lottery.Never.SequenceEqual(people.Select(p => p.Id).Except(reachable).Order(StringComparer.Ordinal))
                && Enumerable.Range(0, 4).All(i => Permitted(people, quotas, PanelDraw.Draw(lottery, $"seed {i}")));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string[]> All(List<PoolMember> people, Quota[] quotas) =>
        from i in Enumerable.Range(0, people.Count)
        from j in Enumerable.Range(0, i)
        from k in Enumerable.Range(0, j)
        let panel = new[] { people[k].Id, people[j].Id, people[i].Id }
        where Permitted(people, quotas, panel)
        select panel;

    private static bool Permitted(List<PoolMember> people, Quota[] quotas, IReadOnlyCollection<string> panel)
    {
        var seated = people.Where(p => panel.Contains(p.Id)).ToList();
        return seated.Count == 3 && seated.Where(p => p.Household is not null).GroupBy(p => p.Household).All(h => h.Count() == 1)
            && quotas.All(q => seated.Count(p => p.Values[q.Feature] == q.Value) is var n && n >= q.Min && n <= q.Max);
    }

    [Fact]
    public void Of_one_household_at_most_one_is_drawn_and_the_same_seed_draws_the_same()
    {
        var lottery = LotterySolver.Solve(Pool(Boards)).Lottery!;
        Assert.Equal(Fairness.Leximin, lottery.Proved);
        Assert.Equal(new Fraction(1, 2), lottery.Least);
        var drawn = Enumerable.Range(0, 60).Select(i => PanelDraw.Draw(lottery, $"{i}")).ToList();
        Assert.All(drawn, d => Assert.False(d.Contains("cyd") && d.Contains("dov")));
        Assert.Equal(drawn[7], PanelDraw.Draw(lottery, "7"));
        Assert.Equal(5, drawn.SelectMany(d => d).Distinct().Count());
    }

    [Fact]
    public void Draws_come_as_often_as_their_chances_say()
    {
        var lottery = LotterySolver.Solve(Pool(Boards)).Lottery!;
        var drawn = Enumerable.Range(0, 2000).SelectMany(i => PanelDraw.Draw(lottery, $"round {i}")).CountBy(p => p).ToDictionary(p => p.Key, p => p.Value);
        foreach (var (person, chance) in lottery.Chances) Assert.InRange(drawn[person] - (int)(2000 * chance).Floor(), -100, 100);
    }

    [Fact]
    public void Where_no_panel_is_possible_the_quota_that_would_have_to_give_is_named()
    {
        var answer = LotterySolver.Solve(Pool(Boards.Replace("[1, 2], \"south\"", "[3, 3], \"south\"", StringComparison.Ordinal)));
        Assert.Null(answer.Lottery);
        var remedy = Assert.Single(answer.Remedies);
        Assert.Equal(("north", true, 2), (remedy.Quota.Value, remedy.IsMinimum, remedy.Need));
    }

    [Theory]
    [InlineData("""{"features": {"x": {"a": [2, 1]}}, "people": {"p": {"x": "a"}}, "seats": 1}""", "$.features.x.a")]
    [InlineData("""{"features": {"x": {"a": [0, 1]}}, "people": {"p": {"x": "b"}}, "seats": 1}""", "no quota")]
    [InlineData("""{"features": {"x": {"a": [0, 1]}}, "people": {"p": {}}, "seats": 1}""", "has no x")]
    [InlineData("""{"features": {}, "people": {"p": {}}}""", "$.seats")]
    [InlineData("[]", "features")]
    public void A_file_that_is_wrong_is_told_where(string json, string says)
    {
        using var read = JsonDocument.Parse(json);
        Assert.Contains(says, SortitionReader.Read(read.RootElement).Fault!.Message, StringComparison.Ordinal);
    }
}
