using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Budgets;

namespace Mandate.Tally.Tests.Budgets;

public sealed class PabulibWriterTests
{
    private static BudgetPapers Again(BudgetPapers papers, IReadOnlyCollection<int>? funded = null)
    {
        using var text = new StringWriter();
        PabulibWriter.Write(papers, "greedy", funded, text);
        return PabulibReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))).Value!;
    }

    [Fact]
    public void What_is_written_is_read_back_and_counted_alike() =>
        Prop.ForAll(EqualSharesTests.Votes.ToArbitrary(), papers =>
        {
            var again = Again(papers);
            return again.Warnings.IsEmpty && again.Budget == papers.Budget && again.Voters == papers.Voters && again.Papers.Length == papers.Papers.Length
                && Methods.All.OfType<BudgetMethod>().All(m => m.Count(again, TieRule.Order).Elected.SequenceEqual(m.Count(papers, TieRule.Order).Elected));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_decimals_points_and_the_outcome_survive()
    {
        var papers = new BudgetPapersBuilder(BudgetPaperKind.Points).Add(2, [1, 0], [3, 1]).Add(1, [])
            .Build([new("a", "A \"b\"; c\nd", 150) { Categories = ["x", "y"] }, new("b", "", 7)], 1234, decimals: 2);
        var again = Again(papers, [1]);

        Assert.Equal(("A \"b\"; c\nd", 150L, 0), (again.Projects[0].Name, again.Projects[0].Cost, again.Projects[0].Published));
        Assert.Equal(1, again.Projects[1].Published);
        Assert.Equal((1234L, 2, 3L), (again.Budget, again.Decimals, again.Voters));
        Assert.Equal(papers.Scores(), again.Scores());
    }
}
