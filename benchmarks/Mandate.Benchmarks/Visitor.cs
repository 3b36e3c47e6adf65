using System.Net;
using System.Text.RegularExpressions;

namespace Mandate.Benchmarks;

/// <summary>Somebody at a browser without scripts: follows forms as the pages write them, with their hidden fields.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Uri address) => client = new(new SocketsHttpHandler { CookieContainer = new(), UseCookies = true }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Bytes of an answer that is no page; null where there is none.</summary>
    public async Task<byte[]?> BytesAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync() : null;
    }

    /// <summary>Sends the form of that page whose action ends so.</summary>
    public async Task SendAsync(string page, string action, params (string Name, string Value)[] values)
    {
        var (_, html) = await GetAsync(page);
        await SendAsync(page, html, action, values);
    }

    /// <summary>The same where the page is at hand already.</summary>
    public async Task SendAsync(string page, string html, string action, params (string Name, string Value)[] values)
    {
        var form = Form().Matches(html).FirstOrDefault(f => WebUtility.HtmlDecode(f.Groups["action"].Value).EndsWith(action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page} has no form {action}.");
        var fields = Hidden().Matches(form.Groups["body"].Value).Select(h => KeyValuePair.Create(h.Groups["name"].Value, WebUtility.HtmlDecode(h.Groups["value"].Value)))
            .Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(WebUtility.HtmlDecode(form.Groups["action"].Value), UriKind.Relative), content);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{action}: {(int)response.StatusCode}");
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<form[^>]*action=\"(?<action>[^\"]*)\"[^>]*>(?<body>.*?)</form>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hidden();
}
