using Mandate.Server.Rights;

namespace Mandate.Server.Tests.Rights;

public sealed class ContentsTests
{
    [Fact]
    public void Every_register_stands_in_exactly_one_part_of_the_room()
    {
        var pages = Contents.All.SelectMany(p => p.Pages).ToArray();
        Assert.Equal(pages.Distinct(StringComparer.Ordinal), pages);
        Assert.Empty(Register.All.Select(r => r.Name).Except(pages, StringComparer.Ordinal));
    }
}
