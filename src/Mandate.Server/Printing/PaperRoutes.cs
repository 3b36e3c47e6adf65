using System.Text;
using Mandate.Server.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Printing;

/// <summary>
/// Papers: pages that are made to be printed. <c>?as=pdf</c> answers the same page as a PDF, <c>?in=sv</c> answers it in that language
/// without changing the reader's own.
/// </summary>
internal static class PaperRoutes
{
    private const string AsPdf = "as";

    public static RouteHandlerBuilder AsPaper(this RouteHandlerBuilder route) => route.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (http.Request.Query[AsPdf] != "pdf") return await next(context);
        // What a browser keeps is the page, not the PDF.
        http.Request.Headers.Remove("If-None-Match");
        return await next(context) is IResult page ? await PrintAsync(http, page) : null;
    });

    /// <summary>The address of a paper, in a language, as a page or as a PDF.</summary>
    public static string Address(string paper, string? language, bool pdf)
    {
        var query = new QueryBuilder();
        if (language is not null) query.Add(Preferences.PaperLanguage, language);
        if (pdf) query.Add(AsPdf, "pdf");
        return paper + query.ToQueryString();
    }

    private static async Task<IResult> PrintAsync(HttpContext http, IResult page)
    {
        var html = await HtmlAsync(http, page);
        if (http.Response.StatusCode != StatusCodes.Status200OK) return Results.StatusCode(http.Response.StatusCode);
        var printer = http.RequestServices.GetRequiredService<PdfPrinter>();
        switch (await printer.PrintAsync(SelfContained.Of(html, PublicAddress.Of(http)), http.RequestAborted))
        {
            case Printed.Done done:
                http.Response.Headers.Remove("ETag");
                http.Response.Headers.CacheControl = "private, no-store";
                http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
                http.Response.Headers.ContentDisposition = $"inline; filename=\"{Name(http)}.pdf\"";
                return Results.Bytes(done.Pdf, "application/pdf");
            case Printed.Busy:
                http.Response.Headers.RetryAfter = "20";
                return NotPrinted(http, StatusCodes.Status503ServiceUnavailable, "busy", null);
            case Printed.Failed failed:
                return NotPrinted(http, StatusCodes.Status500InternalServerError, "failed", failed.Why);
            default:
                return NotPrinted(http, StatusCodes.Status501NotImplemented, "no-browser", null);
        }
    }

    private static Page<NotPrintedPage> NotPrinted(HttpContext http, int status, string key, string? why)
    {
        http.Response.Headers.Remove("ETag");
        var rest = new QueryBuilder(http.Request.Query.Where(q => q.Key != AsPdf).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? ""))));
        return new(new { Key = key, Detail = why, Paper = http.Request.Path + rest.ToQueryString() }) { Status = status };
    }

    /// <summary>What the page would have answered.</summary>
    private static async Task<string> HtmlAsync(HttpContext http, IResult page)
    {
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await page.ExecuteAsync(http);
            return Encoding.UTF8.GetString(buffer.ToArray());
        }
        finally
        {
            http.Response.Body = body;
            // Set by the renderer; a second page in the same answer sets it again.
            http.Response.Headers.Remove("blazor-enhanced-nav");
            http.Response.ContentLength = null;
        }
    }

    /// <summary><c>union-sessions-c1-papers-motions-sv</c>: letters, digits and hyphens only.</summary>
    private static string Name(HttpContext http)
    {
        var language = http.RequestServices.GetRequiredService<Here>().Language.Code;
        var plain = string.Concat($"{http.Request.Path.Value!["/o/".Length..]}-{language}".Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return plain.Length > 100 ? plain[^100..] : plain;
    }
}
