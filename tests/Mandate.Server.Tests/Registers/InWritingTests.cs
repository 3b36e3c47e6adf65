using Mandate.Organisation.Federation;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Registers;

public sealed class InWritingTests
{
    [Fact]
    public async Task What_only_a_body_does_is_proposed_in_writing_by_a_member_of_it_with_units_by_their_names()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/rights/orders");
        Assert.NotNull(council.Page.QuerySelector("a[href*='federation.order']"));
        await council.GoAsync("/o/dockside/act/federation.order");
        await council.SendAsync("/o/dockside/act/federation.order", ("what", "Close the canteens."), ("to-units", "North Quay, Harbour"), ("for-body", "council"));
        Assert.Contains("“Harbour” is no unit", council.Text, StringComparison.Ordinal);
        await council.SendAsync("/o/dockside/act/federation.order", ("to-units", "North Quay\nsouth quay"));
        var proposal = Assert.Single(dockside.Kept.State.Offices.Resolutions.Values, r => r.Act is GiveOrder);
        Assert.Equal("council", proposal.Body);
        Assert.Equal(["b1", "b2"], ((GiveOrder)proposal.Act).To);
        Assert.Empty(dockside.Kept.State.Federation.Orders);
    }

    [Fact]
    public async Task Whoever_sits_on_no_body_is_offered_none_of_its_acts_and_a_unit_asks_in_its_own_name()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var branch = await dockside.AsAsync("b2-04");
        await branch.GoAsync("/o/dockside/rights/orders");
        Assert.Null(branch.Page.QuerySelector("a[href*='federation.order']"));
        await branch.GoAsync("/o/dockside/rights/queries");
        Assert.NotNull(branch.Page.QuerySelector("a[href*='federation.ask']"));
        var day = DateOnly.FromDateTime(dockside.Kept.Now.UtcDateTime);
        await branch.GoAsync("/o/dockside/act/federation.ask");
        await branch.SendAsync("/o/dockside/act/federation.ask", ("own-unit", "b2"), ("to-body", "council"), ("question", "May we let the hall?"), ("answer-by", $"{day.AddDays(7):yyyy-MM-dd}"));
        Assert.Equal("May we let the hall?", Assert.Single(dockside.Kept.State.Federation.Queries.Values).Question);
    }
}
