using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Mandate.EndToEnd.Chromium))]

namespace Mandate.EndToEnd;

/// <summary>
/// One browser for the whole run: Debian's Chromium, or the one that MANDATE_CHROMIUM names. Where there is none the tests skip,
/// visibly; with <c>browser</c> in MANDATE_REQUIRE that is a failure.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Program => new[] { Environment.GetEnvironmentVariable("MANDATE_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(p => p is { Length: > 0 } && File.Exists(p));

    public async ValueTask InitializeAsync()
    {
        if (Program is not { } program) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags, Timeout = 120_000 });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh browser profile on that server, or a visible skip.</summary>
    public async Task<IBrowserContext> OpenAsync(Uri address, Look look)
    {
        if (browser is null)
        {
            var required = Environment.GetEnvironmentVariable("MANDATE_REQUIRE")?.Split(',').Contains("browser", StringComparer.Ordinal) == true;
            if (required) Assert.Fail("MANDATE_REQUIRE asks for a browser and there is no Chromium");
            Assert.Skip("no Chromium: install it, or name one in MANDATE_CHROMIUM");
        }
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = look.Language,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = look.Width, Height = 900 },
            JavaScriptEnabled = look.Script,
        });
        // Other work may share the machine.
        context.SetDefaultTimeout(60_000);
        return context;
    }
}

/// <summary>How a reader looks at the pages.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
public sealed record Look(bool Dark = false, int Width = 1280, string Language = "en-GB", bool Script = true)
{
    public static Look Light { get; } = new();

    public static Look Night { get; } = new(Dark: true);

    /// <summary>The narrowest window of WCAG 2.2, 1.4.10; also 1280 pixels at 400 per cent.</summary>
    public static Look Narrow { get; } = new(Width: 320);

    public override string ToString() => $"{(Dark ? "dark" : "light")}-{Width}-{Language}";
}
