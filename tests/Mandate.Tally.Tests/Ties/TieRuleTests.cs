namespace Mandate.Tally.Tests.Ties;

public sealed class TieRuleTests
{
    private static readonly Ballots Equal = new BallotsBuilder().Add(2, 0).Add(2, 1).Add(2, 2).Build(["Ann", "Bo", "Cy"]);

    private static Count Count(TieRule rule) => Methods.Ranked("plurality")!.Count(Equal, 1, rule);

    private static TieRule Parse(string text) => TieRuleParser.Parse(text, name => name == "order.txt" ? new StringReader("Cy\nBo\n\nAnn\n") : null, out _)!;

    [Fact]
    public void A_tie_that_the_rule_leaves_open_stops_the_count()
    {
        var count = Count(TieRule.Previous);
        Assert.Empty(count.Elected);
        Assert.Equal([0, 1, 2], count.Undecided!.Tied);
    }

    [Theory]
    [InlineData("order", "Ann")]
    [InlineData("chair:order.txt", "Cy")]
    [InlineData("previous,chair:order.txt", "Cy")]
    public void The_stated_rule_decides_and_is_on_record(string rule, string winner)
    {
        var count = Count(Parse(rule));
        Assert.Equal([winner], count.ElectedNames);
        Assert.Single(count.Ties);
    }

    /// <summary>By hand: printf 'seed\n1\nAnn' | sha256sum, and so on; the smallest wins.</summary>
    [Fact]
    public void Who_is_equally_good_by_a_pairwise_method_is_not_told_apart_by_what_he_beats()
    {
        // Ann and Bo draw with each other; Bo beats Cy and Ann draws with him, and neither is beaten.
        var ballots = new BallotsBuilder().Add(3, 0, 1, 2).Add(2, 1, 2, 0).Add(1, 2, 1, 0).Build(["Ann", "Bo", "Cy"]);

        Assert.Equal([0, 1], Methods.Ranked("schulze")!.Count(ballots, 1, TieRule.Previous).Undecided!.Tied);
        Assert.Equal(0, Methods.Ranked("schulze")!.Count(ballots, 1, TieRule.Previous).Undecided!.Round);
    }

    [Fact]
    public void A_seed_chooses_the_smallest_hash_of_seed_draw_and_name()
    {
        var tickets = Equal.Candidates.ToDictionary(n => n, n => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"spring\n1\n{n}"))), StringComparer.Ordinal);
        Assert.Equal([tickets.MinBy(t => t.Value, StringComparer.Ordinal).Key], Count(Parse("seed:spring")).ElectedNames);
    }

    /// <summary>new java.util.Random(42).nextDouble() is 0.7275636800328681: of three, the third.</summary>
    [Fact]
    public void A_Java_seed_draws_as_Java_does() => Assert.Equal(["Cy"], Count(Parse("java:42")).ElectedNames);

    [Fact]
    public void An_order_that_lacks_one_of_the_tied_does_not_decide() =>
        Assert.NotNull(Count(TieRule.Chair(["Ann", "Bo"])).Undecided);

    [Theory]
    [InlineData("")]
    [InlineData("lot")]
    [InlineData("seed:")]
    [InlineData("java:x")]
    [InlineData("chair:absent.txt")]
    public void Other_texts_are_refused(string text)
    {
        Assert.Null(TieRuleParser.Parse(text, _ => null, out var fault));
        Assert.NotEmpty(fault);
    }

    [Fact]
    public void A_seed_takes_commas() => Assert.Equal("seed:a,b,order", TieRuleParser.Parse("seed:a,b,order", null, out _)!.ToString());

    [Fact]
    public void Three_tied_look_back_by_dropping_those_not_lowest()
    {
        // Round 0: A 6, B 4, C 3, D 4, E 1; E's paper lifts C to 4. Then B, C, D are equal, and at round 0 C alone was lowest.
        var ballots = new BallotsBuilder().Add(6, 0).Add(4, 1).Add(3, 2).Add(4, 3).Add(1, 4, 2).Build(["A", "B", "C", "D", "E"]);
        var count = Methods.Ranked("scottish-stv")!.Count(ballots, 1, TieRule.Previous);
        Assert.Equal(2, count.Ties[0].Chosen);
        Assert.Equal([1, 2, 3], count.Ties[0].Tied);
    }
}
