using Mandate.Node.Encodings;
using Mandate.Node.Stores;

namespace Mandate.Benchmarks;

internal static class Replay
{
    /// <summary>Events in a log: an entry holds those that one act made happen.</summary>
    public static long Events(ILedgerStore store) =>
        store.Read(0).Sum(e => EntryText.TryDecodeEvents(e.Body, out _, out _, out var events, out var error) ? (long)events.Length : throw new InvalidOperationException($"entry {e.Index}: {error}"));
}
