using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.SignIn;

/// <summary>Who a browser acts for in one organisation. The id is encrypted with the server's own keys and lasts a day.</summary>
public sealed class PersonCookie(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(16);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("mandate.person").ToTimeLimitedDataProtector();

    /// <summary>Whom the cookie names, and the card that they signed in with; null for a visitor.</summary>
    public (string Person, string? Card)? Read(HttpContext http, string slug)
    {
        if (http.Request.Cookies[Name(slug)] is not { Length: > 0 } value) return null;
        try
        {
            var parts = protector.Unprotect(value).Split('\n');
            return parts is [var of, var person, var card] && of == slug ? (person, card.Length > 0 ? card : null) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Expired, or of a server with other keys: the visitor is nobody until they sign in again.
            return null;
        }
    }

    /// <param name="card">The id of the card that was shown; null in a rehearsal, where none is needed.</param>
    public void Write(HttpContext http, string slug, string? person, string? card = null)
    {
        if (person is null) http.Response.Cookies.Delete(Name(slug), new CookieOptions { Path = "/o/" + slug });
        else http.Response.Cookies.Append(Name(slug), protector.Protect($"{slug}\n{person}\n{card}", Lasts), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/o/" + slug, MaxAge = Lasts, IsEssential = true });
    }

    private static string Name(string slug) => "mandate-person-" + slug;
}
