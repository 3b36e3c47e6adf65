using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.SignIn;

/// <summary>Who a browser acts for in one organisation. The id is encrypted with the server's own keys and lasts a day.</summary>
public sealed class PersonCookie(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(16);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("mandate.person").ToTimeLimitedDataProtector();

    public string? Read(HttpContext http, string slug)
    {
        if (http.Request.Cookies[Name(slug)] is not { Length: > 0 } value) return null;
        try
        {
            var parts = protector.Unprotect(value).Split('\n');
            return parts is [var of, var person] && of == slug ? person : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Expired, or of a server with other keys: the visitor is nobody until they sign in again.
            return null;
        }
    }

    public void Write(HttpContext http, string slug, string? person)
    {
        if (person is null) http.Response.Cookies.Delete(Name(slug), new CookieOptions { Path = "/o/" + slug });
        else http.Response.Cookies.Append(Name(slug), protector.Protect($"{slug}\n{person}", Lasts), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/o/" + slug, MaxAge = Lasts, IsEssential = true });
    }

    private static string Name(string slug) => "mandate-person-" + slug;
}
