using System.Net;
using System.Security.Cryptography;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Mandate.Server.SignIn;

/// <summary>
/// Checks passkeys with what the framework has for that. The device must have recognised its owner (by finger, face or code): a passkey
/// alone signs in. No attestation is asked for: which make of device a member has is nobody's concern.
/// </summary>
public sealed class PasskeyDoor(IDataProtectionProvider protection, CardStores stores)
{
    /// <summary>How long somebody may take over the question of their device.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("mandate.passkey").ToTimeLimitedDataProtector();

    /// <summary>Browsers bind a passkey to a named host reached over https; localhost does too, an IP address does not.</summary>
    public bool IsOpenFor(HttpContext http, IKept kept) =>
        stores.Of(kept) is not null && !kept.State.Founding.Rehearsal
        && new Uri(PublicAddress.Of(http)) is { Host: var host, Scheme: var scheme } && !IPAddress.TryParse(host.Trim('[', ']'), out _) && (scheme == "https" || host == "localhost");

    /// <summary>What the browser is to ask the device for, as JSON of <c>PublicKeyCredentialCreationOptions</c>.</summary>
    /// <param name="name">What the device shows as whose it is.</param>
    public async Task<string> MakeAsync(HttpContext http, IKept kept, string person, string name)
    {
        var made = await Handler(http, kept).MakeCreationOptionsAsync(new() { Id = CardStore.Handle(kept.Slug, person), Name = name, DisplayName = name }, http);
        Keep(http, kept, person, made.AttestationState!);
        return made.CreationOptionsJson;
    }

    /// <summary>What the browser is to ask the device to sign, as JSON of <c>PublicKeyCredentialRequestOptions</c>.</summary>
    public async Task<string> AskAsync(HttpContext http, IKept kept)
    {
        var made = await Handler(http, kept).MakeRequestOptionsAsync(null, http);
        Keep(http, kept, "", made.AssertionState!);
        return made.RequestOptionsJson;
    }

    /// <summary>The passkey that a device made for that person; null where it is not what was asked for.</summary>
    public async Task<Passkey?> MadeAsync(HttpContext http, IKept kept, string person, string name, string credential, DateTimeOffset at)
    {
        if (Kept(http, kept, person) is not { } state) return null;
        var result = await Handler(http, kept).PerformAttestationAsync(new() { CredentialJson = credential, AttestationState = state, HttpContext = http });
        return result is { Succeeded: true, Passkey: { IsUserVerified: true } made }
            ? new(made.CredentialId, person, CardStore.Handle(kept.Slug, person), name, made.PublicKey, made.SignCount, made.IsBackupEligible, made.IsBackedUp, at, null)
            : null;
    }

    /// <summary>Who signed with a passkey of this organisation, and which it was; null where the signature does not hold.</summary>
    public async Task<(string Person, byte[] Id)?> SignedAsync(HttpContext http, IKept kept, string credential, DateTimeOffset at)
    {
        if (Kept(http, kept, "") is not { } state || stores.Of(kept) is not { } cards) return null;
        var result = await Handler(http, kept).PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = state, HttpContext = http });
        if (result is not { Succeeded: true, User: { } user, Passkey: { IsUserVerified: true } passkey }) return null;
        cards.UsedPasskey(passkey.CredentialId, passkey.SignCount, passkey.IsBackedUp, at);
        return (user.Person, passkey.CredentialId);
    }

    private PasskeyHandler<PasskeyUser> Handler(HttpContext http, IKept kept)
    {
        var site = new Uri(PublicAddress.Of(http));
        var users = new UserManager<PasskeyUser>(new PasskeyUsers(stores.Of(kept)!), Options.Create(new IdentityOptions()), new PasswordHasher<PasskeyUser>(), [], [],
            new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), http.RequestServices, NullLogger<UserManager<PasskeyUser>>.Instance);
        return new(users, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = site.Host,
            AuthenticatorTimeout = Lasts,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            AttestationConveyancePreference = "none",
            ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && Uri.TryCreate(origin.Origin, UriKind.Absolute, out var from) && from.GetLeftPart(UriPartial.Authority) == site.GetLeftPart(UriPartial.Authority)),
        }));
    }

    /// <summary>The challenge stays with the browser, sealed, until the answer comes.</summary>
    private void Keep(HttpContext http, IKept kept, string person, string state) => http.Response.Cookies.Append(Name(kept), protector.Protect($"{kept.Slug}\n{person}\n{state}", Lasts),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = $"/o/{kept.Slug}/sign-in", MaxAge = Lasts, IsEssential = true });

    private string? Kept(HttpContext http, IKept kept, string person)
    {
        if (http.Request.Cookies[Name(kept)] is not { Length: > 0 } value) return null;
        http.Response.Cookies.Delete(Name(kept), new CookieOptions { Path = $"/o/{kept.Slug}/sign-in" });
        try
        {
            return protector.Unprotect(value).Split('\n', 3) is [var slug, var whose, var state] && slug == kept.Slug && whose == person ? state : null;
        }
        catch (CryptographicException)
        {
            // Too late, or of a server with other keys: whoever is there tries again.
            return null;
        }
    }

    private static string Name(IKept kept) => "mandate-passkey-" + kept.Slug;
}
