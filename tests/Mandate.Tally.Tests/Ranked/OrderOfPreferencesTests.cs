using System.Text;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>Ties of the Seanad's rules: first preferences, then second, then third, over all papers.</summary>
public sealed class OrderOfPreferencesTests
{
    [Theory]
    // B and C have two first preferences each; C is marked second by more: B goes out.
    [InlineData("3 1\n3 1 3 0\n2 2 1 0\n2 3 1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n", 1, "order of preferences: papers that mark them 2")]
    // Equal in second preferences too; B is marked third by more: C goes out.
    [InlineData("4 1\n3 1 4 2 0\n2 2 1 0\n2 3 1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"T\"\n", 2, "order of preferences: papers that mark them 3")]
    public void The_lower_in_the_order_of_preferences_is_excluded(string blt, int excluded, string by)
    {
        var count = Count(blt);
        var tie = Assert.Single(count.Ties, t => t.Question == "who is excluded" && t.Tied.Contains(1) && t.Tied.Contains(2));
        Assert.Equal((excluded, by), (tie.Chosen, tie.By));
    }

    [Fact]
    public void Who_is_equal_in_all_preferences_is_decided_by_the_stated_rule()
    {
        var count = Count("3 1\n3 1 0\n2 2 0\n2 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n");
        var tie = Assert.Single(count.Ties);
        Assert.Contains("seed", tie.By, StringComparison.Ordinal);
    }

    private static Count Count(string blt)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(blt));
        return Methods.Ranked("senate-ie")!.Count(BltReader.Read(stream).Value!, 1, TieRule.Seed("test"));
    }
}
