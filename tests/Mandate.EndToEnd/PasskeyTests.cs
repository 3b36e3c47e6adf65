using System.Text.Json;
using Mandate.Node;
using Mandate.Node.Tests.Support;
using Mandate.Server.Keeping;
using Mandate.Server.SignIn;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>A member adds a passkey after signing in with the card, and from then on needs no card; the desk ends both.</summary>
public sealed class PasskeyTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_passkey_is_added_signs_in_and_ends_with_the_card()
    {
        await using var installation = Installation.Open(folder.At("data"));
        var node = installation.Create("dockside", new());
        await Dockside.FoundAsync(node);
        await using var site = await Site.StartAsync(o => o with { Keeper = new NodeKeeper(installation, (_, _) => null) });
        using var cards = CardStore.Open(node.Folder!.SignInFile);
        var code = cards.Issue(["b1-07"], "b1-04", DateTimeOffset.UtcNow)[0].Code;

        // Browsers bind passkeys to names, not to addresses.
        var named = new UriBuilder(site.Address) { Host = "localhost" }.Uri;
        await using var context = await chromium.OpenAsync(named, Look.Light);
        var page = await context.NewPageAsync();
        var device = await DeviceAsync(context, page);

        await page.GotoAsync("/o/dockside/sign-in");
        await Accessible.CheckAsync(page);
        await page.GetByLabel("Code on your card").FillAsync(code.ToString());
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GotoAsync("/o/dockside/sign-in");
        await page.GetByLabel("What you call this device").FillAsync("My telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey on this device" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The passkey is added")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("My telephone")).ToBeVisibleAsync();
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "passkey-added");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await page.GotoAsync("/o/dockside/sign-in");
        await Site.PictureAsync(page, "passkey-ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/o/dockside");
        await Assertions.Expect(page.GetByText("b1-07").First).ToBeVisibleAsync();
        Assert.NotNull(Assert.Single(cards.PasskeysOf("b1-07")).Used);

        // What no device signed is no sign-in.
        Assert.True(await NobodyAsync(page, "{}"));

        cards.Revoke("b1-07", "b1-04", DateTimeOffset.UtcNow);
        await page.GotoAsync("/o/dockside/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("That passkey does not sign you in here")).ToBeVisibleAsync();

        // Whose device says no reads what to do.
        await device.SendAsync("WebAuthn.disable");
        await page.EvaluateAsync("() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your device gave no passkey")).ToBeVisibleAsync();
    }

    /// <summary>A device that recognises its owner at once.</summary>
    private static async Task<ICDPSession> DeviceAsync(IBrowserContext context, IPage page)
    {
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return session;
    }

    /// <summary>Sends an answer that no device made, after asking for a challenge; whether it signs nobody in.</summary>
    private static async Task<bool> NobodyAsync(IPage page, string credential)
    {
        await page.GotoAsync("/o/dockside/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await page.GotoAsync("/o/dockside/sign-in");
        var told = await page.EvaluateAsync<JsonElement>("""
            async credential => {
              const form = document.querySelector('.passkey-ask');
              const body = () => new URLSearchParams(new FormData(form));
              await fetch(form.action + '/options', { method: 'POST', body: body() });
              form.querySelector('[name=credential]').value = credential;
              const answer = await fetch(form.action, { method: 'POST', body: body() });
              return { url: answer.url, text: await answer.text() };
            }
            """, credential);
        return told.GetProperty("url").GetString()!.EndsWith("passkey=not", StringComparison.Ordinal);
    }
}
