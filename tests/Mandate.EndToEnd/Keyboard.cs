using System.Text.Json;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>What the accessibility tree says of one control.</summary>
/// <param name="Goes">Where a link leads, or what a button sends: two controls with one name must do one thing.</param>
public sealed record Control(string Role, string Name, string Goes);

/// <summary>
/// Drives a page as somebody does who has no mouse and hears the page: Tab until the accessibility tree says that the wanted control has
/// the focus, then Enter, space or letters. Nothing is clicked, and no address is typed.
/// </summary>
public sealed class Keyboard(IPage page, ICDPSession tree)
{
    private const int MostTabs = 400;

    private static readonly string[] Operable = ["button", "link", "textbox", "searchbox", "combobox", "radio", "checkbox", "spinbutton", "DisclosureTriangle"];

    private const string WhatItDoes = """
        function() {
          if (this.href) return this.href;
          if (!this.form) return this.outerHTML.slice(0, 200);
          const sent = [...new FormData(this.form)].filter(([k]) => !k.startsWith('__') && k !== 'act').map(([k, v]) => k + '=' + v);
          return this.form.action + '?' + sent.join('&') + '&' + this.name + '=' + this.value + '#' + this.id;
        }
        """;

    public static async Task<Keyboard> OnAsync(IPage page)
    {
        var tree = await page.Context.NewCDPSessionAsync(page);
        await tree.SendAsync("Accessibility.enable");
        return new(page, tree);
    }

    /// <summary>Role and name of what has the focus.</summary>
    public async Task<(string Role, string Name)> FocusAsync()
    {
        var focused = await tree.SendAsync("Runtime.evaluate", new Dictionary<string, object> { ["expression"] = "document.activeElement" });
        var id = focused!.Value.GetProperty("result").GetProperty("objectId").GetString()!;
        var node = (await tree.SendAsync("Accessibility.getPartialAXTree", new Dictionary<string, object> { ["objectId"] = id, ["fetchRelatives"] = false }))!.Value.GetProperty("nodes")[0];
        return (Of(node, "role"), Of(node, "name"));
    }

    /// <summary>Tabs to the next control of that role whose name begins so, or fails with what was passed on the way.</summary>
    public async Task ReachAsync(string role, string name)
    {
        var passed = new List<string>();
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (found, called) = await FocusAsync();
            if (found == role && called.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return;
            passed.Add($"{found} '{called}'");
            // Round the whole page once, and it was not there.
            if (passed.Count > 5 && passed[^1] == passed[0] && passed.Count(p => p == passed[0]) > 2) break;
        }
        Assert.Fail($"{page.Url}: no {role} '{name}' can be reached with Tab. Passed: {string.Join(" · ", passed.Distinct(StringComparer.Ordinal))}\n{await page.Locator("main").InnerTextAsync()}");
    }

    /// <summary>Reaches a link or a button, presses Enter, and waits for the page that it leads to.</summary>
    public async Task FollowAsync(string role, string name)
    {
        await ReachAsync(role, name);
        await EnterAsync();
        await LabelsAsync();
    }

    /// <summary>Presses Enter and waits for another page.</summary>
    public async Task EnterAsync()
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = 'yes'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).Not.ToHaveAttributeAsync("data-left", "yes", new() { Timeout = 60_000 });
        await page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Reaches a field and types over what it holds.</summary>
    public async Task TypeAsync(string name, string text)
    {
        for (var i = 0; i < 3; i++)
        {
            try
            {
                await ReachAsync(i == 1 ? "searchbox" : i == 2 ? "combobox" : "textbox", name);
                break;
            }
            catch (Xunit.Sdk.XunitException) when (i < 2)
            {
                // Perhaps a field of another kind has that name.
            }
        }
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>
    /// Every control has a name, and controls with one name do one thing: whoever hears "For" alone would not know for what.
    /// </summary>
    public async Task LabelsAsync()
    {
        var controls = await ControlsAsync();
        Assert.All(controls, c => Assert.True(c.Name.Trim().Length > 0, $"{page.Url}: a {c.Role} without a name ({c.Goes})"));
        var ambiguous = controls.Where(c => c.Role is "button" or "link").GroupBy(c => (c.Role, c.Name)).Where(g => g.Select(c => c.Goes).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => $"{g.Key.Role} '{g.Key.Name}': {string.Join(" | ", g.Select(c => c.Goes).Distinct(StringComparer.Ordinal))}").ToList();
        Assert.True(ambiguous.Count == 0, $"{page.Url}: one name for several things\n{string.Join("\n", ambiguous)}");
    }

    /// <summary>All controls of the page, as the accessibility tree has them.</summary>
    public async Task<IReadOnlyList<Control>> ControlsAsync()
    {
        var nodes = (await tree.SendAsync("Accessibility.getFullAXTree"))!.Value.GetProperty("nodes");
        var controls = new List<Control>();
        foreach (var node in nodes.EnumerateArray())
        {
            if (node.GetProperty("ignored").GetBoolean() || !Operable.Contains(Of(node, "role"), StringComparer.Ordinal)) continue;
            var resolved = await tree.SendAsync("DOM.resolveNode", new Dictionary<string, object> { ["backendNodeId"] = node.GetProperty("backendDOMNodeId").GetInt32() });
            var does = await tree.SendAsync("Runtime.callFunctionOn", new Dictionary<string, object> { ["objectId"] = resolved!.Value.GetProperty("object").GetProperty("objectId").GetString()!, ["functionDeclaration"] = WhatItDoes, ["returnByValue"] = true });
            controls.Add(new(Of(node, "role"), Of(node, "name"), does!.Value.GetProperty("result").TryGetProperty("value", out var value) ? value.ToString() : ""));
        }
        return controls;
    }

    private static string Of(JsonElement node, string field) => node.TryGetProperty(field, out var value) && value.TryGetProperty("value", out var text) ? text.ToString() : "";
}
