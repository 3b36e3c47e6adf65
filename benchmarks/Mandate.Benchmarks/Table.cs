using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Mandate.Benchmarks;

/// <summary>Repeats pieces of work and prints them as rows of Markdown tables: median, and least to most.</summary>
internal static class Table
{
    public static void Machine()
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        var cpu = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors ({cpu ?? RuntimeInformation.ProcessArchitecture.ToString()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load {load} at the start"));
    }

    public static void Heading(string name) => Console.WriteLine($"\n### {name}\n\n| what | runs | median | least – most | |\n| --- | ---: | ---: | ---: | --- |");

    /// <summary>Times work that says how many things it did, once to warm up and then as often as asked.</summary>
    /// <param name="prepare">Done before each run, outside the time.</param>
    public static void Time(string what, string unit, int runs, Func<long> work, Action? prepare = null, bool warm = true)
    {
        var seconds = new List<double>();
        var processor = new List<double>();
        var count = 0L;
        for (var i = warm ? -1 : 0; i < runs; i++)
        {
            prepare?.Invoke();
            GC.Collect();
            var before = Processor();
            var start = Stopwatch.GetTimestamp();
            count = work();
            if (i < 0) continue;
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor.Add(Processor() - before);
        }
        // The time of the processors hardly depends on what else runs on the machine; the time on the wall does.
        Times(what, seconds, string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {unit}: {count / Median(seconds):#,0}/s; processor time {Text(Median(processor))}"));
    }

    public static void Times(string what, IReadOnlyList<double> seconds, string rate = "") => Row(what, seconds.Count, Text(Median(seconds)), $"{Text(seconds.Min())} – {Text(seconds.Max())}", rate);

    public static void Row(string what, int runs, string median, string spread, string rate) => Console.WriteLine($"| {what} | {runs} | {median} | {spread} | {rate} |");

    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    public static double Median(IEnumerable<double> values) => At(values.Order().ToArray(), 50);

    /// <summary>The value that the given share, in per cent, of the sorted values does not exceed.</summary>
    public static double At(double[] sorted, int percent) => sorted[Math.Clamp((sorted.Length * percent + 99) / 100 - 1, 0, sorted.Length - 1)];

    public static string Text(double seconds) => seconds switch
    {
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
        >= 0.1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.0} ms"),
    };
}
