using System.Text;
using Mandate.Ledger;
using Mandate.Node.Witnessing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mandate.Server.Witnessing;

/// <summary>
/// A witness over HTTP (c2sp.org/tlog-witness@v1.0.0): <c>POST /add-checkpoint</c> for logs, <c>GET /HASH/checkpoint</c> for monitors. It has
/// no pages, takes no orders and reads nothing but what a followed log has signed.
/// </summary>
public static class WitnessHost
{
    /// <summary>A server that is ready to be started.</summary>
    public static WebApplication Build(WitnessStore store, IReadOnlyList<string> urls, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(WitnessHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls([.. urls]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AddCheckpointRequest.MaximumLength;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Run(http => AnswerAsync(http, store, time));
        return app;
    }

    private static async Task AnswerAsync(HttpContext http, WitnessStore store, TimeProvider clock)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var answer = store.Answer(http.Request.Method, http.Request.Path.Value ?? "", body.GetBuffer().AsSpan(0, (int)body.Length), (ulong)clock.GetUtcNow().ToUnixTimeSeconds());
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.Body), http.RequestAborted);
    }
}
