using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mandate.Benchmarks;

/// <summary>
/// Readers of a live page as a process of their own, so that their sockets and memory are not the server's. Each keeps one connection and notes
/// when the result reaches it. Says <c>ready</c> when all are connected; at the next line of input says how many have it and when (ticks of the
/// monotonic clock, which all processes of a machine share).
/// </summary>
internal static class Watchers
{
    private static readonly byte[] Result = "class=\"last-result\""u8.ToArray();

    public static async Task<int> RunAsync(Uri address, int count)
    {
        var seen = new ConcurrentBag<long>();
        using var stop = new CancellationTokenSource();
        var connected = 0;
        var readers = new List<Task>(count);
        foreach (var batch in Enumerable.Range(0, count).Chunk(250))
        {
            // Asynchronously: else the last of them would itself wait for the line of input and read nothing more.
            var opening = batch.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
            readers.AddRange(opening.Select(open => WatchAsync(address, open, seen, stop.Token)));
            await Task.WhenAll(opening.Select(o => o.Task));
            connected += batch.Length;
        }
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ready {connected}"));
        _ = await Console.In.ReadLineAsync();
        await Console.Out.WriteLineAsync(string.Join(' ', seen.Order().Select(t => t.ToString(CultureInfo.InvariantCulture))));
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        return 0;
    }

    private static async Task WatchAsync(Uri address, TaskCompletionSource open, ConcurrentBag<long> seen, CancellationToken stop)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 32 * 1024 };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), stop);
            // HTTP/1.0, so that no size of a chunk can stand in the middle of the mark.
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.0\r\nHost: localhost\r\n\r\n"), stop);
            var buffer = new byte[4096];
            var (kept, found) = (0, false);
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(kept), stop);
                if (read == 0) break;
                open.TrySetResult();
                if (!found && buffer.AsSpan(0, kept + read).IndexOf(Result) >= 0)
                {
                    seen.Add(Stopwatch.GetTimestamp());
                    found = true;
                }
                // The mark may lie across two reads.
                var keep = Math.Min(kept + read, Result.Length - 1);
                buffer.AsSpan(kept + read - keep, keep).CopyTo(buffer);
                kept = keep;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            open.TrySetResult();
        }
    }
}
