using System.Globalization;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Mandate.Server.Live;

/// <summary>Server-sent events of a few regions to one reader. The endpoint that calls it has checked that the reader may see them.</summary>
public sealed class LiveStream(LiveRegions regions, IReadOnlyList<string> names, Language language, long since = 0) : IResult
{
    /// <summary>Proxies close what is silent; a comment line keeps it open.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var left = httpContext.RequestAborted;
        var last = long.TryParse(httpContext.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Math.Max(id, since) : since;
        var seen = names.ToDictionary(n => n, _ => last, StringComparer.Ordinal);
        var had = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        try
        {
            await response.StartAsync(left);
            await response.BodyWriter.FlushAsync(left);
            while (!left.IsCancellationRequested)
            {
                var shown = names.Select(n => (Name: n, Now: regions.Of(n).Now)).ToList();
                var sent = false;
                foreach (var (name, now) in shown)
                {
                    if (now.For is null || now.Version <= seen[name]) continue;
                    var fragment = await now.For(language);
                    seen[name] = now.Version;
                    if (had.GetValueOrDefault(name).Equals(fragment)) continue;
                    await response.BodyWriter.WriteAsync(fragment, left);
                    had[name] = fragment;
                    sent = true;
                }
                if (sent) await response.BodyWriter.FlushAsync(left);
                using var waiting = CancellationTokenSource.CreateLinkedTokenSource(left);
                var silence = Task.Delay(Silence, waiting.Token);
                if (await Task.WhenAny([.. shown.Select(s => s.Now.Replaced.Task), silence]) == silence && !left.IsCancellationRequested)
                {
                    await response.BodyWriter.WriteAsync(": still here\n\n"u8.ToArray(), left);
                    await response.BodyWriter.FlushAsync(left);
                }
                await waiting.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The reader has gone: nothing is owed any more.
        }
    }
}
