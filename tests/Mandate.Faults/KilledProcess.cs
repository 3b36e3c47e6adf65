using System.Diagnostics;
using System.Text.Json;

namespace Mandate.Faults;

/// <summary>A process that writes acts and is killed while it does.</summary>
internal static class KilledProcess
{
    /// <summary>Starts <c>mandate act DIR -</c>, puts the lines, and kills it (SIGKILL) once it has acknowledged some.</summary>
    /// <param name="before">Done with the process just before it is killed.</param>
    /// <returns>Index and id of every act that it acknowledged.</returns>
    public static async Task<List<(long Index, string Id)>> RunAsync(
        string folder, IEnumerable<string> lines, int acknowledged, TimeSpan more, CancellationToken cancel, Action<Process>? before = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "mandate.dll"), "act", folder, "-", "--as", "b1-01" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var writing = WriteAsync(process, lines);
        var found = new List<(long, string)>();
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            // The last line may be torn: what did not arrive whole was not acknowledged.
            if (!line.EndsWith('}')) break;
            using var answer = JsonDocument.Parse(line);
            if (answer.RootElement.GetProperty("outcome").GetString() == "accepted")
                found.Add((answer.RootElement.GetProperty("index").GetInt64(), answer.RootElement.GetProperty("id").GetString()!));
            if (found.Count != acknowledged) continue;
            await Task.Delay(more, cancel);
            before?.Invoke(process);
            process.Kill();
        }
        await process.WaitForExitAsync(cancel);
        await writing;
        Assert.True(found.Count >= acknowledged, await errors);
        return found;
    }

    /// <summary>An act of the founding as a line for <c>mandate act DIR -</c>: it enters a unit of that id.</summary>
    public static string Line(string id) =>
        $$$"""{"id":"{{{id}}}","command":{"type":"founding.enter-units","units":[{"id":"{{{id}}}","kind":"branch","name":"{{{id}}}","from":"2020-01-01"}]}}""";

    private static async Task WriteAsync(Process process, IEnumerable<string> lines)
    {
        try
        {
            foreach (var line in lines) await process.StandardInput.WriteLineAsync(line);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The reader is gone: that is what the test is about.
        }
    }
}
