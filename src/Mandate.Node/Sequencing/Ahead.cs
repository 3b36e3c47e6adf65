using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Mandate.Node.Sequencing;

/// <summary>Two steps of long work on two processors: the source is enumerated on a thread of its own while its items are used here.</summary>
internal static class Ahead
{
    /// <summary>Items handed over at once: enough that handing over costs nothing beside them.</summary>
    private const int Chunk = 256;

    /// <summary>Chunks that may wait: what is in memory at a time is bounded.</summary>
    private const int Waiting = 8;

    /// <summary>The same items in the same order; a fault of the source is thrown where its item would have come.</summary>
    /// <param name="chunk">Items handed over at once.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, int chunk = Chunk)
    {
        using var ready = new BlockingCollection<T[]>(Waiting);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() => Fill(source, chunk, ready, stop.Token));
        try
        {
            foreach (var items in ready.GetConsumingEnumerable())
                foreach (var item in items) yield return item;
            if (reading.GetAwaiter().GetResult() is { } fault) ExceptionDispatchInfo.Throw(fault);
        }
        finally
        {
            // Whoever stops half-way waits until the source has been let go.
            stop.Cancel();
            reading.Wait();
        }
    }

    private static Exception? Fill<T>(IEnumerable<T> source, int chunk, BlockingCollection<T[]> ready, CancellationToken stop)
    {
        try
        {
            foreach (var items in source.Chunk(chunk)) ready.Add(items, stop);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
        finally
        {
            ready.CompleteAdding();
        }
    }
}
