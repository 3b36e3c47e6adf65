using System.Diagnostics;
using System.Globalization;
using Mandate.Node;

namespace Mandate.Faults;

/// <summary>
/// A disk in a file, mounted; a process that writes acts to it; a copy of the file made at a moment in between. The copy has what had
/// reached the disk, and not what the system still held back: it is what a power cut leaves.
/// </summary>
public sealed class PowerCutTests
{
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 2;

    [Fact]
    public async Task No_act_that_was_acknowledged_is_missing_on_the_disk_after_the_power_was_cut()
    {
        using var folder = new TemporaryFolder();
        using var disk = Disk.Make(folder.At("disk.img"), folder.At("mounted"));
        await using (var node = OrganisationNode.Create(folder.At("mounted", "o"))) await Dockside.Open(node);
        var random = new Random(11);
        for (var round = 0; round < Rounds; round++)
        {
            // The process stands still while its disk is copied: whatever it had acknowledged by then must be on the copy.
            var lines = Enumerable.Range(0, 20_000).Select(i => KilledProcess.Line($"r{round}-{i}"));
            var acknowledged = await KilledProcess.RunAsync(
                folder.At("mounted", "o"), lines, random.Next(1, 400), TimeSpan.FromMilliseconds(random.Next(30)), TestContext.Current.CancellationToken, process =>
                {
                    Disk.Run("kill", "-STOP", process.Id.ToString(CultureInfo.InvariantCulture));
                    disk.CopyTo(folder.At("after.img"));
                });
            using var after = Disk.Mount(folder.At("after.img"), folder.At("after"));
            await using var found = OrganisationNode.Open(folder.At("after", "o"));
            var entries = found.Entries().ToDictionary(e => e.Index, e => e.Entry.Id);
            Assert.Equal(found.State.Size, entries.Count);
            Assert.All(acknowledged, a => Assert.Equal(a.Id, entries.GetValueOrDefault(a.Index)));
            var report = found.Verify();
            Assert.True(report.Holds, string.Join('\n', report.Faults));
        }
    }

    /// <summary>A file with a file system in it, mounted on a folder.</summary>
    private sealed class Disk : IDisposable
    {
        private readonly string image;
        private readonly string folder;

        private Disk(string image, string folder)
        {
            this.image = image;
            this.folder = folder;
        }

        public static Disk Make(string image, string folder)
        {
            if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Assert.Skip("a disk image can only be mounted as root on Linux");
            using (var file = File.Create(image)) file.SetLength(64 << 20);
            Run("mkfs.ext4", "-q", "-F", image);
            return Mount(image, folder);
        }

        public static Disk Mount(string image, string folder)
        {
            Directory.CreateDirectory(folder);
            Run("mount", "-o", "loop", image, folder);
            return new(image, folder);
        }

        /// <summary>Copies until two copies are the same, so that it is the disk of one moment.</summary>
        public void CopyTo(string target)
        {
            var before = Array.Empty<byte>();
            while (File.ReadAllBytes(image) is var now && !now.AsSpan().SequenceEqual(before)) before = now;
            File.WriteAllBytes(target, before);
        }

        public void Dispose() => Run("umount", folder);

        public static void Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) Assert.Skip($"no disk image can be mounted here: {program}: {said.Trim()}");
        }
    }
}
