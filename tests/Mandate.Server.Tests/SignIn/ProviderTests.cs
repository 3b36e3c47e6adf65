using System.Security.Cryptography;
using System.Text;
using Mandate.Server.SignIn;
using Mandate.Server.Tests.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Visitor = Mandate.Server.Tests.Founding.Visitor;

namespace Mandate.Server.Tests.SignIn;

public sealed class ProviderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-login-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A sign-in service that answers for one person at once, as well or badly as a test wants.</summary>
    private sealed class Service : IAsyncDisposable
    {
        private readonly WebApplication app;
        private readonly RSA rsa = RSA.Create(2048);
        private readonly Dictionary<string, (string Nonce, string Challenge)> codes = new(StringComparer.Ordinal);

        private Service(WebApplication app) => this.app = app;

        public string Email { get; set; } = "";

        public bool Verified { get; set; } = true;

        /// <summary>What is changed in the ID token before it is signed.</summary>
        public Action<SecurityTokenDescriptor> Spoil { get; set; } = _ => { };

        public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public static async Task<Service> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var service = new Service(builder.Build());
            service.Map();
            await service.app.StartAsync(TestContext.Current.CancellationToken);
            return service;
        }

        public ValueTask DisposeAsync()
        {
            rsa.Dispose();
            return app.DisposeAsync();
        }

        private void Map()
        {
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/keys" }));
            app.MapGet("/keys", () =>
            {
                var key = rsa.ExportParameters(false);
                return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = WebEncoders.Base64UrlEncode(key.Modulus!), e = WebEncoders.Base64UrlEncode(key.Exponent!) } } });
            });
            app.MapGet("/authorize", (string redirect_uri, string state, string nonce, string code_challenge) =>
            {
                var code = Guid.NewGuid().ToString("N");
                codes[code] = (nonce, code_challenge);
                return Results.Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?>(StringComparer.Ordinal) { ["code"] = code, ["state"] = state }));
            });
            app.MapPost("/token", async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                // A code is good once, for the client that proves itself and holds what the challenge was made from.
                if (request.Headers.Authorization != "Basic " + Convert.ToBase64String("mandate:a%20secret"u8)
                    || !codes.Remove(form["code"].ToString(), out var kept)
                    || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != kept.Challenge) return Results.BadRequest();
                var token = new SecurityTokenDescriptor
                {
                    Issuer = Address, Audience = "mandate", Expires = DateTime.UtcNow.AddMinutes(5),
                    Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "17", ["nonce"] = kept.Nonce, ["email"] = Email, ["email_verified"] = Verified },
                    SigningCredentials = new(new RsaSecurityKey(rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
                };
                Spoil(token);
                return Results.Json(new { id_token = new JsonWebTokenHandler().CreateToken(token), token_type = "Bearer", access_token = "x" });
            });
        }
    }

    private async Task<Dockside> OpenAsync(Service service, string? organisation = null)
    {
        var dockside = await Dockside.OpenAsync(with: o => o with { Provider = new(organisation ?? "dockside", new Uri(service.Address), "mandate", "a secret", "email") }, rehearsal: false);
        dockside.Kept.SignInFile = Path.Combine(folder, "sign-in.db");
        return dockside;
    }

    private static async Task<Visitor> AwayAndBackAsync(Dockside dockside, string to = "")
    {
        var visitor = new Visitor(dockside.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/sign-in" + to);
        return await visitor.GoAsync(visitor.Page.QuerySelector("a[href*='/sign-in/provider']")!.GetAttribute("href")!);
    }

    [Fact]
    public async Task Whom_the_service_names_is_signed_in_and_goes_on_to_where_they_were_going()
    {
        await using var service = await Service.StartAsync();
        await using var dockside = await OpenAsync(service);
        service.Email = dockside.Kept.Personal("b1-07")!["email"].ToUpperInvariant();
        using var visitor = await AwayAndBackAsync(dockside, "?return=%2Fo%2Fdockside%2Fmotions");
        Assert.Contains("You are signed in", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync(visitor.Page.QuerySelector("main a")!.GetAttribute("href")!);
        Assert.Equal("/o/dockside/motions", visitor.Path);
        Assert.Contains("Name b1-07", visitor.Text, StringComparison.Ordinal);

        // The desk ends it with the card.
        using var cards = CardStore.Open(dockside.Kept.SignInFile!);
        cards.Revoke("b1-07", "b1-04", DateTimeOffset.UtcNow);
        await visitor.GoAsync("/o/dockside");
        Assert.DoesNotContain("Name b1-07", visitor.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Faults => ["stranger", "unverified", "issuer", "audience", "nonce", "expired", "key", "unsigned"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_answer_that_does_not_hold_signs_nobody_in(string fault)
    {
        await using var service = await Service.StartAsync();
        await using var dockside = await OpenAsync(service);
        service.Email = fault == "stranger" ? "nobody@example.org" : dockside.Kept.Personal("b1-07")!["email"];
        service.Verified = fault != "unverified";
        using var other = RSA.Create(2048);
        service.Spoil = token =>
        {
            if (fault == "issuer") token.Issuer = "http://elsewhere.example";
            if (fault == "audience") token.Audience = "another";
            if (fault == "nonce") token.Claims["nonce"] = "of an earlier answer";
            if (fault == "expired") (token.NotBefore, token.IssuedAt, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1));
            if (fault == "key") token.SigningCredentials = new(new RsaSecurityKey(other) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256);
            if (fault == "unsigned") token.SigningCredentials = null;
        };
        using var visitor = await AwayAndBackAsync(dockside);
        Assert.Contains("That did not sign you in", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Name b1-07", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_a_browser_that_did_not_ask_signs_nobody_in()
    {
        await using var service = await Service.StartAsync();
        await using var dockside = await OpenAsync(service);
        service.Email = dockside.Kept.Personal("b1-07")!["email"];
        using var visitor = new Visitor(dockside.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/sign-in/provider/back?code=c&state=s");
        Assert.Contains("That did not sign you in", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_away_leaves_the_card_and_one_of_another_organisation_is_not_offered()
    {
        await using var service = await Service.StartAsync();
        await using (var other = await OpenAsync(service, organisation: "another"))
        {
            using var stranger = new Visitor(other.Client.BaseAddress!);
            await stranger.GoAsync("/o/dockside/sign-in");
            Assert.Null(stranger.Page.QuerySelector("a[href*='/sign-in/provider']"));
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.GoAsync("/o/dockside/sign-in/provider")).Status);
        }
        await using var dockside = await OpenAsync(service);
        await service.DisposeAsync();
        using var visitor = await AwayAndBackAsync(dockside);
        Assert.Contains("That did not sign you in", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("input[name='code']"));
    }

    [Theory]
    [InlineData("http://login.union.example", "union", "mandate", "MANDATE_LOGIN_AUTHORITY")]
    [InlineData("https://login.union.example", "", "mandate", "MANDATE_LOGIN_ORGANISATION")]
    [InlineData("https://login.union.example", "union", "", "MANDATE_LOGIN_CLIENT")]
    public void A_setting_that_is_missing_or_unsafe_is_named(string authority, string organisation, string client, string named)
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal) { ["MANDATE_LOGIN_AUTHORITY"] = authority, ["MANDATE_LOGIN_ORGANISATION"] = organisation, ["MANDATE_LOGIN_CLIENT"] = client };
        Assert.Contains(named, Assert.Throws<FormatException>(() => ProviderOptions.FromEnvironment(set.GetValueOrDefault, _ => "")).Message, StringComparison.Ordinal);
    }
}
