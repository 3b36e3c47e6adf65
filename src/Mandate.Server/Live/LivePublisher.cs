using Mandate.Server.Keeping;
using Mandate.Server.Motions;
using Mandate.Server.Sessions;
using Microsoft.Extensions.Hosting;

namespace Mandate.Server.Live;

/// <summary>Shows on live pages what the records say, whenever one has grown.</summary>
public sealed class LivePublisher(IKeeper keeper, LiveRegions regions) : BackgroundService
{
    private static readonly TimeSpan LookForNew = TimeSpan.FromSeconds(5);

    /// <summary>While five thousand vote, ten thousand screens are not drawn anew for each of them; nobody reads faster than this.</summary>
    private static readonly TimeSpan AtMostEach = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watched = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var kept in keeper.All.Where(k => !watched.ContainsKey(k.Slug))) watched[kept.Slug] = WatchAsync(kept, stoppingToken);
                await Task.Delay(LookForNew, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is stopping.
        }
        await Task.WhenAll(watched.Values);
    }

    private void Publish(IKept kept)
    {
        SessionRegions.Publish(regions, kept);
        MotionRegions.Publish(regions, kept);
    }

    private async Task WatchAsync(IKept kept, CancellationToken stop)
    {
        try
        {
            Publish(kept);
            await foreach (var _ in kept.WatchAsync(stop))
            {
                Publish(kept);
                await Task.Delay(AtMostEach, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server is stopping.
        }
    }
}
