using Mandate.Server.Wording;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Delivery;

/// <summary>
/// Language and look of a visitor: <c>?lang=</c> and <c>?look=</c> in the address choose and are kept in a cookie; otherwise the
/// cookie, then what the browser asks for, then English and the device's own scheme. No account is needed and nothing is traced.
/// </summary>
public static class Preferences
{
    public const string LanguageCookie = "mandate-lang";
    public const string LookCookie = "mandate-look";

    /// <summary><c>?in=sv</c>: this one paper in that language.</summary>
    public const string PaperLanguage = "in";

    private static readonly CookieOptions Kept = new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Path = "/" };

    public static void Apply(HttpContext http, Here here)
    {
        here.Path = http.Request.Path + http.Request.QueryString;
        if (Language.Find(http.Request.Query["lang"]) is { } asked)
        {
            here.Language = asked;
            http.Response.Cookies.Append(LanguageCookie, asked.Code, Kept);
        }
        else here.Language = Language.Find(http.Request.Query[PaperLanguage]) ?? Language.Find(http.Request.Cookies[LanguageCookie]) ?? FromBrowser(http.Request) ?? Language.English;

        if (Enum.TryParse<Scheme>(http.Request.Query["look"], ignoreCase: true, out var look) && Enum.IsDefined(look))
        {
            here.Scheme = look;
            http.Response.Cookies.Append(LookCookie, look.ToString().ToLowerInvariant(), Kept);
        }
        else here.Scheme = Enum.TryParse<Scheme>(http.Request.Cookies[LookCookie], ignoreCase: true, out var kept) && Enum.IsDefined(kept) ? kept : Scheme.Auto;
    }

    /// <summary>The best of our languages by the weights of <c>Accept-Language</c> (RFC 9110, 12.5.4).</summary>
    private static Language? FromBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Where(l => (l.Quality ?? 1) > 0)
        .Select(l => Language.Find(l.Value.Value))
        .FirstOrDefault(l => l is not null);
}
