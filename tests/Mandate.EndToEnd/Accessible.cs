using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>What must hold on every page, whoever reads it.</summary>
internal static class Accessible
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>No violation of WCAG 2.0 to 2.2, A and AA, and nothing that scrolls sideways.</summary>
    public static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        var found = result.Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help}\n    " + string.Join("\n    ", v.Nodes.Take(5).Select(n => n.Html + " :: " + string.Join(" | ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message)))));
        Assert.True(result.Violations.Length == 0, $"{page.Url}\n{string.Join("\n", found)}");
        Assert.NotEmpty(result.Passes);

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} scrolls sideways by {overflow} pixels");
    }
}
