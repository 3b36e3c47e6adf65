using System.Collections.Concurrent;
using Mandate.Node;
using Mandate.Node.Witnessing;
using Mandate.Server.Keeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mandate.Server.Witnessing;

/// <summary>
/// Puts every organisation's newest checkpoint to its witnesses, every two seconds where there is something new. One round is done
/// before the first request is taken: a witness who has seen more than is here must be heard before anything is written.
/// </summary>
internal sealed partial class PublishingLoop(IKeeper keeper, ILogger<PublishingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<OrganisationNode, Publisher> publishers = new();
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RoundAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await RoundAsync(stoppingToken);
    }

    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    private Task RoundAsync(CancellationToken cancel) => Task.WhenAll(keeper.All.Select(o => o.Node).OfType<OrganisationNode>().Where(n => n.Practice is null).Select(n => RoundAsync(n, cancel)));

    private async Task RoundAsync(OrganisationNode node, CancellationToken cancel)
    {
        var before = node.Halted;
        try
        {
            await publishers.GetOrAdd(node, n => new(n, client)).RunAsync(cancel);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or Mandate.Node.Stores.StoreFaultException or System.Data.Common.DbException)
        {
            Failed(node.Key.Name, e.Message);
        }
        if (before is null && node.Halted is { } why) Stopped(node.Key.Name, why);
    }

    [LoggerMessage(LogLevel.Error, "{Origin}: nothing more is written. {Why}")]
    private partial void Stopped(string origin, string why);

    [LoggerMessage(LogLevel.Warning, "{Origin}: the checkpoint could not be put to the witnesses: {Why}")]
    private partial void Failed(string origin, string why);
}
