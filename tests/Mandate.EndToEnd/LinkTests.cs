using System.Net;
using System.Text.RegularExpressions;

namespace Mandate.EndToEnd;

/// <summary>No page of the demo sends its reader nowhere, whoever reads it.</summary>
public sealed partial class LinkTests(DemoFolder demo)
{
    /// <summary>Pages of one kind differ only in what they show, so a few of each kind are followed.</summary>
    private const int OfOneKind = 4;

    [Fact]
    public async Task Every_link_leads_to_a_page_for_a_visitor_and_for_everybody_the_front_page_offers()
    {
        await using var site = await DemoSite.StartAsync(demo);
        var broken = new List<string>();
        string[] visitor = [""];
        var front = await ReadAsync(new HttpClient { BaseAddress = site.Address }, "/");
        var roles = Links(front.Body).Where(l => l.Contains("/as/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(roles);
        foreach (var role in visitor.Concat(roles))
        {
            using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };
            if (role.Length > 0) await ReadAsync(client, role);
            broken.AddRange((await FollowAsync(client)).Select(link => $"{role}: {link}"));
        }
        Assert.Empty(broken);
    }

    [Fact]
    public async Task The_adopted_text_stands_beside_every_clause_that_has_one_and_says_which_prevails()
    {
        await using var site = await DemoSite.StartAsync(demo);
        using var client = new HttpClient { BaseAddress = site.Address };
        var version = site.State.Statutes.Versions[^1];
        Assert.NotEmpty(version.Texts);
        foreach (var (language, digest) in version.Texts)
        {
            Assert.NotNull(site.Node.Blobs.Read(digest));
            Assert.Equal(HttpStatusCode.OK, (await ReadAsync(client, DemoSite.Path("/constitution/text/" + language))).Status);
        }
        var clause = await ReadAsync(client, DemoSite.Path("/constitution/bodies.congress.convene.notice"));
        Assert.Contains("class=\"law\"", clause.Body, StringComparison.Ordinal);
        Assert.Contains("Article 9. Congress", clause.Body, StringComparison.Ordinal);
        Assert.Contains("the text prevails", clause.Body, StringComparison.Ordinal);
    }

    private static async Task<List<string>> FollowAsync(HttpClient client)
    {
        var (queue, seen, kinds, broken) = (new Queue<(string Link, string From)>([("/", "")]), new HashSet<string>(), new Dictionary<string, int>(), new List<string>());
        while (queue.TryDequeue(out var next))
        {
            var kind = Varying().Replace(next.Link.Split('?')[0], "*");
            if (!seen.Add(next.Link) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > OfOneKind) continue;
            var (status, body) = await ReadAsync(client, next.Link);
            if (status != HttpStatusCode.OK) broken.Add($"{next.From} -> {next.Link}: {(int)status}");
            foreach (var link in Links(body).Where(l => !l.Contains("/as/", StringComparison.Ordinal))) queue.Enqueue((link, next.Link));
        }
        return broken;
    }

    private static IEnumerable<string> Links(string body) => Href().Matches(body).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0])
        .Where(l => l.StartsWith('/') && !l.StartsWith("/assets/", StringComparison.Ordinal) && !l.Contains("lang=", StringComparison.Ordinal) && !l.Contains("look=", StringComparison.Ordinal))
        .Distinct();

    private static async Task<(HttpStatusCode Status, string Body)> ReadAsync(HttpClient client, string link)
    {
        using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = answer.Content.Headers.ContentType?.MediaType == "text/html";
        return (answer.StatusCode, page ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "");
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();

    /// <summary>Ids and numbers in an address.</summary>
    [GeneratedRegex(@"(?<=/)[a-z]{1,3}-[A-Za-z0-9-]+|\d+|(?<=/constitution/).+|(?<=/act/).+")]
    private static partial Regex Varying();
}
