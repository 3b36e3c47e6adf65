using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Rehearsals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Mandate.Server.Rehearsal;

/// <summary>
/// A practice copy holds what only members may read, and anybody in it stands in anybody's place: whoever comes in shows its pass, which
/// the link from the organisation's own page carries. After that a cookie does.
/// </summary>
internal static class PracticePass
{
    public const string Parameter = "pass";

    /// <summary>Null where the visitor may go on; otherwise what they are answered.</summary>
    public static IResult? Ask(HttpContext http, string slug, Practice practice)
    {
        var cookie = "mandate-pass-" + slug;
        if (http.Request.Query[Parameter].ToString() is { Length: > 0 } shown && Same(shown, practice.Pass))
        {
            http.Response.Cookies.Append(cookie, practice.Pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/o/" + slug, MaxAge = TimeSpan.FromHours(16), IsEssential = true });
            // The pass does not stay in the address, where a picture of the screen would show it.
            var rest = new QueryBuilder(http.Request.Query.Where(q => q.Key != Parameter).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))));
            return Results.Redirect(http.Request.Path + rest.ToQueryString());
        }
        return Same(http.Request.Cookies[cookie] ?? "", practice.Pass) ? null : Results.NotFound();
    }

    private static bool Same(string shown, string pass) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(pass));
}
