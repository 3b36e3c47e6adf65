using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Delivery;

/// <summary>
/// A page as the answer of an endpoint: a Razor component rendered once on the server, no script needed. Give it
/// <see cref="Version"/> where the page follows from a state with a number (entries of the record), and browsers that have it
/// already are answered with 304 without rendering.
/// </summary>
public sealed class Page<TComponent>(object? parameters = null) : IResult where TComponent : IComponent
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What the content follows from, beside language, look and visitor, which are added here.</summary>
    public string? Version { get; init; }

    /// <summary>Search engines keep out: the page names members.</summary>
    public bool NamesMembers { get; init; }

    /// <summary>What it shows is shown once: no browser may keep it.</summary>
    public bool Once { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Vary = "Cookie, Accept-Language";
        // Personal pages are never kept by anybody in between, and always asked for again.
        headers.CacheControl = Once ? "no-store" : "private, no-cache";
        httpContext.Response.OnStarting(static h => { ((IHeaderDictionary)h).Remove("blazor-enhanced-nav"); return Task.CompletedTask; }, headers);
        if (NamesMembers) headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if (Version is not null && Status == StatusCodes.Status200OK)
        {
            var tag = Tag(httpContext.RequestServices.GetRequiredService<Here>());
            headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        return new RazorComponentResult(typeof(TComponent), parameters ?? new { }) { StatusCode = Status, PreventStreamingRendering = true }.ExecuteAsync(httpContext);
    }

    private string Tag(Here here)
    {
        var of = string.Join("\n", Version, typeof(TComponent).FullName, here.Path, here.Language.Code, here.Scheme, here.Visitor?.Id, here.Visitor?.As, here.Today, AssetFiles.Ours.Version, Build);
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..20]}\"";
    }

    /// <summary>Another build may render the same state in another way.</summary>
    private static string Build { get; } = typeof(Page<>).Module.ModuleVersionId.ToString("N");
}
