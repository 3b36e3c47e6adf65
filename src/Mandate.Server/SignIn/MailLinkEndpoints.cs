using System.Security.Cryptography;
using System.Text;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.SignIn;

/// <summary>
/// Sign-in by a link sent by e-mail: the answer is the same whether the address is on the roll or not, the link works once, within minutes, and
/// only in the browser that asked for it. Nobody needs it: the card and the desk stay.
/// </summary>
public static class MailLinkEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapAct("/sign-in/mail", AskAsync);
        group.MapGet("/sign-in/mail", IResult (string? t, Visit visit) => t is { Length: > 0 }
            ? new Page<MailLinkPage>(new { Token = t }) { NamesMembers = true, Once = true }
            : Results.Redirect(visit.Address + "/sign-in"));
        group.MapAct("/sign-in/mail/use", UseAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http, Visit visit, SignInMail mail, SignInLimits limits)
    {
        if (!mail.IsOpenFor(visit.Kept)) return Results.NotFound();
        var address = (await http.Request.ReadFormAsync())["email"].ToString().Trim();
        var browser = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        // Lax: the link in a message comes from another site.
        http.Response.Cookies.Append(Name(visit), browser, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = visit.Address + "/sign-in", MaxAge = CardStore.LinkLasts, IsEssential = true });
        // Who is meant is looked up behind the answer, so that neither the answer nor its time tells who is a member.
        if (address.Length is > 2 and < 255 && limits.LockedUntil(http.Connection.RemoteIpAddress) is null)
        {
            limits.Wrong(http.Connection.RemoteIpAddress);
            mail.Ask(visit.Kept, address, Encoding.ASCII.GetBytes(browser), visit.Words.Language);
        }
        return Results.Redirect(visit.Address + "/sign-in?mail=sent");
    }

    private static async Task<IResult> UseAsync(HttpContext http, Visit visit, CardStores stores, PersonCookie cookie, SignInLimits limits, TimeProvider clock)
    {
        var token = (await http.Request.ReadFormAsync())["t"].ToString();
        if (stores.Of(visit.Kept) is not { } cards || limits.LockedUntil(http.Connection.RemoteIpAddress) is not null) return Results.Redirect(visit.Address + "/sign-in?mail=not");
        var browser = http.Request.Cookies[Name(visit)] ?? "";
        if (cards.TakeLink(token, Encoding.ASCII.GetBytes(browser), clock.GetUtcNow()) is not { } link || !SignInEndpoints.Known(visit, link.Person))
        {
            limits.Wrong(http.Connection.RemoteIpAddress);
            return Results.Redirect(visit.Address + "/sign-in?mail=not");
        }
        http.Response.Cookies.Delete(Name(visit), new CookieOptions { Path = visit.Address + "/sign-in" });
        cookie.Write(http, visit.Kept.Slug, link.Person, SignedIn.Link + link.Id);
        return Results.Redirect(visit.Address);
    }

    /// <summary>The address of the page that a message leads to.</summary>
    internal static string Address(string site, string slug, string token) => QueryHelpers.AddQueryString($"{site}/o/{slug}/sign-in/mail", "t", token);

    private static string Name(Visit visit) => "mandate-mail-" + visit.Kept.Slug;
}
