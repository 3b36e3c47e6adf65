using System.Net;
using Mandate.Server.SignIn;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.SignIn;

public sealed class CardsTests
{
    [Fact]
    public async Task Founders_of_a_real_organisation_have_their_cards_at_once_and_sign_in_with_them()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        var codes = Codes(ada);
        Assert.Equal(2, codes.Count);
        Assert.Equal(2, ada.Page.QuerySelectorAll("svg.qr[aria-label]").Length);
        Assert.True(ada.Answer!.Headers.CacheControl!.NoStore);

        using var bo = desk.Visitor();
        await bo.GoAsync("/o/dockside/founding");
        Assert.Contains("First say who you are", bo.Text, StringComparison.Ordinal);
        await bo.GoAsync("/o/dockside/sign-in?return=/o/dockside/founding");
        await bo.SendAsync("/o/dockside/sign-in/card", ("code", codes[1]));
        Assert.StartsWith("/o/dockside/founding", bo.Path, StringComparison.Ordinal);
        Assert.Contains("Bo Lind, founder", bo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        var cookie = ada.Answer!.Headers.GetValues("Set-Cookie").Last(c => c.StartsWith("mandate-person-", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_replaced_signs_out_whoever_came_in_with_it()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        using var bo = desk.Visitor();
        await bo.GoAsync("/o/dockside/sign-in");
        await bo.SendAsync("/o/dockside/sign-in/card", ("code", Codes(ada)[1]));
        var person = desk.Installation.Find("dockside")!.State.Founding.Founders[1];
        await ada.GoAsync("/o/dockside/cards");
        await ada.SendAsync("/o/dockside/cards/issue", ("person", person));
        Assert.Single(Codes(ada));
        await bo.GoAsync("/o/dockside/founding");
        Assert.DoesNotContain("Bo Lind, founder", bo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_says_so_and_keeps_nothing()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        using var stranger = desk.Visitor();
        await stranger.GoAsync("/o/dockside/sign-in");
        await stranger.SendAsync("/o/dockside/sign-in/card", ("code", "hello"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        var typed = CardCode.New().ToString();
        await stranger.SendAsync("/o/dockside/sign-in/card", ("code", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
        Assert.DoesNotContain(typed, stranger.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_cannot_try_for_ever()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        var right = Codes(ada)[0];
        using var stranger = desk.Visitor();
        await stranger.GoAsync("/o/dockside/sign-in");
        for (var i = 0; i < SignInLimits.Tries; i++) await stranger.SendAsync("/o/dockside/sign-in/card", ("code", CardCode.New().ToString()));
        await stranger.SendAsync("/o/dockside/sign-in/card", ("code", right));
        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.Status);
        Assert.NotNull(stranger.Answer!.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_name_is_not_enough_where_decisions_bind()
    {
        await using var desk = await Desk.OpenAsync();
        using var ada = await FoundTests.FoundAsync(desk, "real");
        var person = desk.Installation.Find("dockside")!.State.Founding.Founders[0];
        using var stranger = desk.Visitor();
        await stranger.GoAsync("/o/dockside/as/" + person);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.GoAsync("/o/dockside/cards");
        Assert.Null(stranger.Page.QuerySelector("form[action$='/cards/issue']"));
    }

    internal static List<string> Codes(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".card-code code").Select(c => c.TextContent)];
}
