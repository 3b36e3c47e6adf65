using System.Diagnostics;

namespace Mandate.Node.Tests.Support;

/// <summary>A disk of its own that is soon full. The test skips where none can be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    /// <param name="size">As mount takes it: 2m, 64k.</param>
    public SmallDisk(TemporaryFolder within, string size)
    {
        folder = Directory.CreateDirectory(within.At("disk")).FullName;
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder)) Assert.Skip("no tmpfs can be mounted here");
    }

    public string At(string name) => Path.Combine(folder, name);

    /// <summary>A file that takes all the room there is left.</summary>
    public string Fill()
    {
        var filler = At("filler");
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            var page = new byte[4096];
            while (true) file.Write(page);
        }
        catch (IOException)
        {
            return filler;
        }
    }

    public void Dispose() => Run("umount", folder);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
