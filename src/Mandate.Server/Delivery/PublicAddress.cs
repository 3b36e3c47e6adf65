using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Delivery;

/// <summary>
/// Scheme and host that addresses in papers, feeds and messages begin with. What the server was told, else what the request names: a request
/// can name any host, so nothing that opens a door is sent out unless the server was told.
/// </summary>
public static class PublicAddress
{
    /// <summary>The environment variable of <c>mandate serve</c>: <c>https://union.example</c>.</summary>
    public const string Variable = "MANDATE_SITE";

    public static string Of(HttpContext http) => http.RequestServices.GetRequiredService<WebHostOptions>().Site ?? $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>From the environment; null where nothing is set.</summary>
    /// <exception cref="FormatException">It is no scheme and host; says what would be right.</exception>
    public static string? FromEnvironment(Func<string, string?> variable)
    {
        if (variable(Variable) is not { Length: > 0 } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.PathAndQuery == "/" && site.Fragment.Length == 0 && site.UserInfo.Length == 0
            ? site.GetLeftPart(UriPartial.Authority)
            : throw new FormatException($"{Variable}: needs a scheme and a host, such as https://union.example, not '{text}'");
    }
}
