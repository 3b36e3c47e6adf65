using Mandate.Server.Keeping;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mandate.Server.Documents;

/// <summary>Looks every few seconds for documents whose day has come, by each organisation's own clock.</summary>
internal sealed partial class DeliveryLoop(IKeeper keeper, ILogger<DeliveryLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var kept in keeper.All)
                try
                {
                    await DueDeliveries.DeliverAsync(kept);
                }
                catch (Exception e) when (e is IOException or InvalidDataException or Mandate.Node.Stores.StoreFaultException or System.Data.Common.DbException)
                {
                    Failed(kept.Slug, e.Message);
                }
    }

    [LoggerMessage(LogLevel.Warning, "{Organisation}: a document that is due could not be delivered: {Why}")]
    private partial void Failed(string organisation, string why);
}
