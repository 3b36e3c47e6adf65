using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>
/// Every kind of page that a link of the demo leads to, found by following the links as everybody the front page offers: read by axe, and
/// at the narrowest window.
/// </summary>
public sealed partial class EveryPageTests(Chromium chromium, DemoFolder demo)
{
    [Fact]
    public async Task Everybody_can_read_every_page_that_a_link_leads_to()
    {
        await using var site = await DemoSite.StartAsync(demo);
        var roles = await RolesAsync(site);
        Assert.NotEmpty(roles);
        var (kinds, faults) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var role in roles.Prepend(""))
        {
            await using var context = await chromium.OpenAsync(site.Address, Look.Light);
            var page = await context.NewPageAsync();
            if (role.Length > 0) await page.GotoAsync(role);
            await FollowAsync(page, role, kinds, faults);
        }
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.InRange(kinds.Count, 40, int.MaxValue);
    }

    private async Task<List<string>> RolesAsync(DemoSite site)
    {
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        return [.. (await LinksAsync(page)).Where(l => l.Contains("/as/", StringComparison.Ordinal))];
    }

    /// <summary>One page of each kind; what belongs to a person (the home, the desks) once for each person.</summary>
    private static async Task FollowAsync(IPage page, string role, HashSet<string> kinds, List<string> faults)
    {
        var (queue, seen) = (new Queue<string>(["/", DemoSite.Path("")]), new HashSet<string>(StringComparer.Ordinal));
        while (queue.TryDequeue(out var link))
        {
            var kind = Varying().Replace(Uri.UnescapeDataString(link.Split('?')[0]), "*");
            if (!seen.Add(kind)) continue;
            var answer = await OpenAsync(page, link);
            // A file is taken along, not read here.
            if (answer is null) continue;
            // The page of a fault is accessible too.
            if (answer.Status >= 500) faults.Add($"{role} {link} answers {answer.Status}");
            foreach (var next in (await LinksAsync(page)).Where(l => !l.Contains("/as/", StringComparison.Ordinal) && !l.EndsWith("/as", StringComparison.Ordinal))) queue.Enqueue(next);
            if (!kinds.Add(link.StartsWith("/o/", StringComparison.Ordinal) && link.Count(c => c == '/') == 2 ? role + kind : kind)) continue;
            try
            {
                await Accessible.CheckAsync(page);
                var name = $"every-{role.Split('/').Last()}{kind.Replace('/', '-').Replace('*', 'x')}";
                await Site.PictureAsync(page, name);
                await page.SetViewportSizeAsync(Look.Narrow.Width, 900);
                var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0) faults.Add($"{link} scrolls sideways by {overflow} pixels at {Look.Narrow.Width}");
                await Site.PictureAsync(page, name + "-narrow");
            }
            catch (Xunit.Sdk.XunitException e)
            {
                faults.Add($"{role} {e.Message}");
            }
            await page.SetViewportSizeAsync(Look.Light.Width, 900);
        }
    }

    private static async Task<IResponse?> OpenAsync(IPage page, string link)
    {
        var looked = await page.APIRequest.GetAsync(link);
        // What is handed over as a file is taken along, though it be a page (the one for trustees).
        return looked.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal)
            && !looked.Headers.GetValueOrDefault("content-disposition", "").StartsWith("attachment", StringComparison.Ordinal) ? await page.GotoAsync(link) : null;
    }

    private static async Task<IEnumerable<string>> LinksAsync(IPage page) => (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"))
        .Select(l => l.Split('#')[0])
        .Where(l => l.StartsWith('/') && !l.StartsWith("/assets/", StringComparison.Ordinal) && !l.Contains("lang=", StringComparison.Ordinal) && !l.Contains("look=", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Ids and numbers in an address.</summary>
    [GeneratedRegex(@"(?<=/motions/)[^/]+|(?<=/rights/guards/)[^/]+|(?<=/constitution/)(?!text|power$|versions|judgements|editor).+|(?<=/constitution/text/)\w+|(?<=/)[a-z]{1,3}-[A-Za-z0-9-]+|\d+")]
    private static partial Regex Varying();
}
