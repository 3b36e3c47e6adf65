using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Mandate.Server.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Tests.Delivery;

public sealed class DeliveryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/"), InlineData("/about"), InlineData("/verify"), InlineData("/nowhere")]
    public async Task A_page_runs_and_loads_nothing_that_is_not_from_the_program(string path)
    {
        await using var serving = await Serving.StartAsync();
        var answer = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), [onclick], [onload]"));
        foreach (var element in page.QuerySelectorAll("link[href], script[src], img[src]"))
        {
            var address = element.GetAttribute("href") ?? element.GetAttribute("src")!;
            Assert.StartsWith("/assets/", address, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await serving.Client.GetAsync(new Uri(address, UriKind.Relative), Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Assets_are_kept_for_ever_and_sent_compressed()
    {
        await using var serving = await Serving.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, AssetFiles.Ours.Address("style.css"));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var answer = await serving.Client.SendAsync(request, Stop);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task The_fonts_that_the_style_sheet_names_are_there()
    {
        await using var serving = await Serving.StartAsync();
        var sheet = await serving.Client.GetStringAsync(new Uri(AssetFiles.Ours.Address("style.css"), UriKind.Relative), Stop);
        var fonts = System.Text.RegularExpressions.Regex.Matches(sheet, @"url\(""?\.?/?(fonts/[^)""]+)""?\)").Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(fonts);
        foreach (var font in fonts) Assert.Equal(HttpStatusCode.OK, (await serving.Client.GetAsync(new Uri(AssetFiles.Ours.Address(font), UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_a_known_state_is_not_sent_twice_but_another_language_is()
    {
        await using var serving = await Serving.StartAsync();
        var first = await serving.Client.GetAsync(new Uri("/about", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotModified, (await Again("en")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Again("sv")).StatusCode);

        async Task<HttpResponseMessage> Again(string language)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
            request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
            request.Headers.AcceptLanguage.ParseAdd(language);
            return await serving.Client.SendAsync(request, Stop);
        }
    }

    [Theory]
    [InlineData(null, null, "en"), InlineData("sv-SE,sv;q=0.9,en;q=0.8", null, "sv"), InlineData("de,nl-BE;q=0.5,en;q=0.2", null, "nl"), InlineData("fr;q=0", null, "en"), InlineData("sv", "fr", "fr"), InlineData("sv", "xx", "sv")]
    public async Task A_page_comes_in_the_language_that_was_chosen_or_asked_for(string? header, string? chosen, string language)
    {
        await using var serving = await Serving.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, chosen is null ? "/about" : "/about?lang=" + chosen);
        if (header is not null) request.Headers.TryAddWithoutValidation("Accept-Language", header);
        var page = new HtmlParser().ParseDocument(await (await serving.Client.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_chosen_language_is_kept()
    {
        await using var serving = await Serving.StartAsync();
        var chosen = await serving.Client.GetAsync(new Uri("/about?lang=nl", UriKind.Relative), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", Assert.Single(chosen.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        Assert.Contains("lang=\"nl\"", await (await serving.Client.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_answered_with_a_page_that_says_so()
    {
        await using var serving = await Serving.StartAsync();
        var answer = await serving.Client.GetAsync(new Uri("/o/none/votes/3", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>There is no such page</h1>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_the_program_tells_the_reader_nothing_of_its_inside()
    {
        await using var serving = await Serving.StartAsync(more: app => app.MapGet("/broken", IResult () => throw new InvalidOperationException("the inner secret")));
        var answer = await serving.Client.GetAsync(new Uri("/broken", UriKind.Relative), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("inner secret", text, StringComparison.Ordinal);
        Assert.Contains("<h1>The program failed here</h1>", text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
