using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Delivery;

/// <summary>
/// What browsers are told on every answer: nothing from elsewhere, nothing inline, no frames, no referrer to others. Pages run
/// no script and no style that is not in the program itself, so a text that a member files can never become code.
/// </summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Use(IApplicationBuilder app) => app.Use((http, next) =>
    {
        // On starting, because an answer to a failure begins with empty headers.
        http.Response.OnStarting(static headers => Set((IHeaderDictionary)headers), http.Response.Headers);
        return next(http);
    });

    private static Task Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
        return Task.CompletedTask;
    }
}
