using Mandate.Ledger;

namespace Mandate.Node.Witnessing;

/// <summary>One witness, asked over HTTP (c2sp.org/tlog-witness@v1.0.0): its address and key come from the policy.</summary>
/// <param name="client">Shared; with a timeout.</param>
public sealed class WitnessClient(PolicyWitness witness, HttpClient client)
{
    /// <summary>How often it is asked again from the size that it names, before it is left for the next round.</summary>
    private const int MostExchanges = 3;

    private const int MostBytes = 1 << 16;

    private readonly string prefix = (witness.Url ?? throw new ArgumentException($"{witness.Name} has no address", nameof(witness))).TrimEnd('/');
    private WitnessExchange exchange = new([witness.Key]);

    public PolicyWitness Witness => witness;

    /// <summary>Asks for a cosignature; the proof comes from the tree that the checkpoint is of.</summary>
    public async Task<WitnessOutcome> AskAsync(Checkpoint checkpoint, SignedNote note, NodeReader tree, CancellationToken cancel)
    {
        WitnessOutcome outcome = new WitnessOutcome.Unavailable("was not asked");
        for (var i = 0; i < MostExchanges; i++)
        {
            try
            {
                using var body = new ByteArrayContent(exchange.Request(checkpoint.Size, note, tree));
                using var answer = await client.PostAsync(new Uri($"{prefix}/add-checkpoint"), body, cancel);
                (exchange, outcome) = exchange.Read((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await ReadAsync(answer, cancel), checkpoint);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
            {
                return new WitnessOutcome.Unavailable(e is TaskCanceledException ? "did not answer in time" : e.Message);
            }
            if (outcome is not WitnessOutcome.AskAgain) return outcome;
        }
        return outcome;
    }

    /// <summary>The latest checkpoint of a log that it cosigned; null where it gives none.</summary>
    public async Task<byte[]?> LatestAsync(string origin, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{prefix}/{WitnessProtocol.LatestPath(origin)}"), cancel);
            return answer.IsSuccessStatusCode ? await ReadAsync(answer, cancel) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancel);
        return bytes[..length];
    }
}
