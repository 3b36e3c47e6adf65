using System.Diagnostics;
using System.Text;

namespace Mandate.Server.Printing;

/// <summary>What came of printing a page.</summary>
internal abstract record Printed
{
    private Printed() { }

    public sealed record Done(byte[] Pdf) : Printed;

    /// <summary>No browser is installed here that could print.</summary>
    public sealed record NoBrowser : Printed;

    /// <summary>Too many wait already; later it goes.</summary>
    public sealed record Busy : Printed;

    public sealed record Failed(string Why) : Printed;
}

/// <summary>
/// Prints pages as PDF with the browser that is installed on this machine: the same pages and the same style as on paper. It is given one
/// file and fetches nothing.
/// </summary>
internal sealed class PdfPrinter : IDisposable
{
    /// <summary>A book of thousands of amendments takes its time; a browser that hangs does not hold up the others for ever.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private const int MostWaiting = 8;

    private readonly SemaphoreSlim turn = new(1);
    private int waiting;

    /// <param name="html">A page that needs nothing beside it.</param>
    public async Task<Printed> PrintAsync(string html, CancellationToken cancel)
    {
        if (Browsers.Find() is not { } browser) return new Printed.NoBrowser();
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return new Printed.Busy();
        }
        try
        {
            await turn.WaitAsync(cancel);
            try
            {
                return await RunAsync(browser, html, cancel);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => turn.Dispose();

    private static async Task<Printed> RunAsync(string browser, string html, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("mandate-print-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancel);
            var start = new ProcessStartInfo(browser) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true, WorkingDirectory = folder };
            // In containers the server often is root, and there the browser starts without its sandbox or not at all; the page has no script.
            if (OperatingSystem.IsLinux() && Environment.UserName == "root") start.ArgumentList.Add("--no-sandbox");
            foreach (var argument in (string[])["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            stop.CancelAfter(Longest);
            try
            {
                var said = process.StandardError.ReadToEndAsync(stop.Token);
                var ignored = process.StandardOutput.ReadToEndAsync(stop.Token);
                await process.WaitForExitAsync(stop.Token);
                await ignored;
                return File.Exists(pdf) ? new Printed.Done(await File.ReadAllBytesAsync(pdf, cancel)) : new Printed.Failed(LastLine(await said) ?? $"{Path.GetFileName(browser)} ended with {process.ExitCode}");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancel.ThrowIfCancellationRequested();
                return new Printed.Failed($"{Path.GetFileName(browser)} took more than {Longest.TotalMinutes:0} minutes");
            }
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return new Printed.Failed(fault.Message);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static string? LastLine(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser may still write to its profile; the system clears its temporary folder.
        }
    }
}
