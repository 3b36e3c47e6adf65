using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Mandate.Server.SignIn;

/// <summary>
/// Sign-in through the organisation's own service: authorization code with PKCE (RFC 7636), state and nonce; the signature, issuer,
/// audience and time of the ID token are checked with the library made for that.
/// </summary>
public sealed class ProviderDoor : IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly ProviderOptions? options;
    private readonly MemberFinder finder;
    private readonly ITimeLimitedDataProtector protector;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? settings;

    public ProviderDoor(WebHostOptions server, MemberFinder finder, IDataProtectionProvider protection)
    {
        (options, this.finder) = (server.Provider, finder);
        protector = protection.CreateProtector("mandate.provider").ToTimeLimitedDataProtector();
        if (options is not null)
            settings = new($"{options.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(client) { RequireHttps = options.Authority.Scheme == "https" });
    }

    /// <summary>What a browser carries while it is away, sealed.</summary>
    private sealed record Away(string Slug, string State, string Nonce, string Verifier, string Return);

    public bool IsOpenFor(IKept kept) => options?.Organisation == kept.Slug && kept.SignInFile is not null && !kept.State.Founding.Rehearsal;

    /// <summary>The address at the service to which the browser goes; null where the service does not answer.</summary>
    public async Task<string?> LeaveAsync(HttpContext http, IKept kept, string back, CancellationToken cancel)
    {
        if (await SettingsAsync(cancel) is not { } service) return null;
        var away = new Away(kept.Slug, Random(), Random(), Random(), back);
        http.Response.Cookies.Append(Name(kept), protector.Protect(JsonSerializer.Serialize(away), Lasts), Cookie(http, kept, Lasts));
        return QueryHelpers.AddQueryString(service.AuthorizationEndpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code", ["client_id"] = options!.Client, ["redirect_uri"] = Here(http, kept), ["scope"] = options.Claim == "email" ? "openid email" : "openid profile",
            ["state"] = away.State, ["nonce"] = away.Nonce, ["code_challenge_method"] = "S256",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(away.Verifier))),
        });
    }

    /// <summary>Who came back from the service, and where they were going; null where its answer does not hold or names no member.</summary>
    public async Task<(string Person, string Return)?> BackAsync(HttpContext http, IKept kept, string? code, string? state, CancellationToken cancel)
    {
        if (Carried(http, kept) is not { } away || state is null || code is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(away.State))) return null;
        if (await SettingsAsync(cancel) is not { } service || await TokenAsync(http, kept, service, code, away, cancel) is not { } token) return null;
        var checkedToken = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = service.Issuer, ValidAudience = options!.Client, IssuerSigningKeys = service.SigningKeys, ClockSkew = TimeSpan.FromMinutes(1),
        });
        if (!checkedToken.IsValid)
        {
            // Keys change: the next one who comes finds the new ones.
            settings!.RequestRefresh();
            return null;
        }
        return checkedToken.SecurityToken is JsonWebToken id && Claim(id, "nonce") == away.Nonce && Member(kept, id) is { } person ? (person, away.Return) : null;
    }

    public void Dispose() => client.Dispose();

    private string? Member(IKept kept, JsonWebToken id)
    {
        if (Claim(id, options!.Claim) is not { Length: > 0 } value) return null;
        var isEmail = options.Claim == "email";
        if (isEmail && Claim(id, "email_verified") is not ("true" or "True")) return null;
        // Two members with one address cannot be told apart: they have their cards.
        return finder.Find(kept, isEmail ? "email" : "number", value) is [var one] ? one : null;
    }

    private static string? Claim(JsonWebToken id, string name) => id.TryGetClaim(name, out var claim) ? claim.Value : null;

    private async Task<string?> TokenAsync(HttpContext http, IKept kept, OpenIdConnectConfiguration service, string code, Away away, CancellationToken cancel)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Here(http, kept), ["client_id"] = options!.Client, ["code_verifier"] = away.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, service.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
        // RFC 6749, 2.3.1: both parts are encoded as in a form before they are joined.
        if (options.Secret is { } secret) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(options.Client)}:{Uri.EscapeDataString(secret)}")));
        try
        {
            using var answer = await client.SendAsync(request, cancel);
            if (!answer.IsSuccessStatusCode) return null;
            using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), default, cancel);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id_token", out var token) ? token.GetString() : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            // The service is away: the card and the desk stay.
            return null;
        }
    }

    private async Task<OpenIdConnectConfiguration?> SettingsAsync(CancellationToken cancel)
    {
        try
        {
            return await settings!.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException)
        {
            // It cannot be reached, or says nothing that can be read.
            return null;
        }
    }

    private Away? Carried(HttpContext http, IKept kept)
    {
        if (http.Request.Cookies[Name(kept)] is not { Length: > 0 } value) return null;
        http.Response.Cookies.Delete(Name(kept), Cookie(http, kept, null));
        try
        {
            return JsonSerializer.Deserialize<Away>(protector.Unprotect(value)) is { } away && away.Slug == kept.Slug ? away : null;
        }
        catch (CryptographicException)
        {
            // Too late, or of a server with other keys.
            return null;
        }
    }

    private static string Here(HttpContext http, IKept kept) => $"{PublicAddress.Of(http)}/o/{kept.Slug}/sign-in/provider/back";

    /// <summary>Lax: the way back comes from another site.</summary>
    private static CookieOptions Cookie(HttpContext http, IKept kept, TimeSpan? lasts) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = $"/o/{kept.Slug}/sign-in", MaxAge = lasts, IsEssential = true };

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static string Name(IKept kept) => "mandate-provider-" + kept.Slug;
}
