using Mandate.Node;
using Mandate.Node.Sequencing;

namespace Mandate.Faults;

/// <summary>A disk of two megabytes that fills while acts are written. Needs a machine on which a tmpfs can be mounted.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task On_a_full_disk_acts_are_not_acknowledged_and_with_room_they_go_on()
    {
        using var folder = new TemporaryFolder();
        using var disk = new SmallDisk(folder, "2m");
        var filler = disk.At("filler");
        await File.WriteAllBytesAsync(filler, new byte[1_000_000], TestContext.Current.CancellationToken);
        var acknowledged = new Dictionary<long, string>();
        await using (var node = OrganisationNode.Create(disk.At("o"), new() { Keys = folder.At("keys") }))
        {
            await Dockside.Open(node);
            var full = false;
            for (var i = 0; i < 5_000 && !full; i++)
            {
                var answer = await node.SubmitAsync("b1-01", Dockside.Unit($"u{i}-{new string('x', 100)}"), $"u{i}");
                if (answer is Answer.Accepted { Receipt: var receipt }) acknowledged[receipt.Index] = $"u{i}";
                else full = true;
            }
            Assert.True(full, "the disk never filled");
        }
        File.Delete(filler);
        await using var again = OrganisationNode.Open(disk.At("o"), new() { Keys = folder.At("keys") });
        await Dockside.Do(again, "b1-01", Dockside.Unit("after"));
        var entries = again.Entries().ToDictionary(e => e.Index, e => e.Entry.Id);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, entries[a.Key]));
        Assert.True(again.Verify().Holds);
    }
}
